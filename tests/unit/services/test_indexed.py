"""Where proven rows stand is found without reading them all."""

from pathlib import Path

from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.records import Body
from smadmin.domain.retention import Kind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.indexed import Indexed
from smadmin.services.proof import Proof
from tests.school import MONDAY, make_school


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


def body(seq: int, which: str, *parts: str, noun: Noun = Noun.COMMENTS) -> Body:
    said = dict.fromkeys(parts, "0" * 64)
    chain, key = SchoolId("school"), KeyId("key")
    return Body(chain, seq, MONDAY, None, key, None, Act.ENTER_COMMENT, noun, which, said, "", "")


def test_things_stand_in_the_order_in_which_they_were_touched_last() -> None:
    places = Indexed()
    rows = [
        body(1, "a", "words"),
        body(2, "b", "words"),
        body(3, "bare"),
        body(4, "c", "words"),
        body(5, "a"),
        body(6, "kept", "words", noun=Noun.PEOPLE),
    ]
    for row in rows:
        places.take(row)

    assert places.longest_untouched(Kind.POSTS, 99) == ("b", "c", "a")
    assert places.longest_untouched(Kind.POSTS, 4) == ("b",)
    places.drop(rows[4])  # set aside: as if nobody had touched it
    assert places.longest_untouched(Kind.POSTS, 99)[0] == "a"
    places.settle(Kind.POSTS, "a", 99)
    places.settle(Kind.POSTS, "c", 4)  # touched since
    assert "a" not in places.longest_untouched(Kind.POSTS, 99)
    assert places.longest_untouched(Kind.POSTS, 99)[-1] == "c"
