"""Where proven rows stand is found without reading them all."""

from pathlib import Path

from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Proof
from tests.school import make_school


def test_rows_are_found_by_what_they_are_about_and_by_what_was_done(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    by, proof = school.by("ana"), Proof(school.desk)
    with school.desk.deed(by) as deed:
        one = deed.record(Act.HOLD, Noun.ACCOUNTS, "a")
        other = deed.record(Act.HOLD, Noun.ACCOUNTS, "b")
        unlike = deed.record(Act.OVERRIDE, Noun.POSTS, "a")

    with school.desk.look(by) as unit:
        proven = proof.now(unit)

        assert [fact.seq for fact in proven.about(Noun.ACCOUNTS)] == [one, other]
        assert [fact.seq for fact in proven.about(Noun.ACCOUNTS, "a")] == [one]
        assert [fact.seq for fact in proven.acts(Act.HOLD)] == [one, other]
        assert [fact.seq for fact in proven.about(Noun.POSTS, "a")] == [unlike]
        assert proven.about(Noun.SITES) == proven.about(Noun.ACCOUNTS, "c") == ()


def test_rows_that_come_later_are_found_too(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    by, proof = school.by("ana"), Proof(school.desk)
    with school.desk.look(by) as unit:
        assert proof.now(unit).about(Noun.ACCOUNTS, "a") == ()

    with school.desk.deed(by) as deed:
        seq = deed.record(Act.HOLD, Noun.ACCOUNTS, "a")

    with school.desk.look(by) as unit:
        assert [fact.seq for fact in proof.now(unit).about(Noun.ACCOUNTS, "a")] == [seq]
