"""A school's own policy: read with care, compared, put in force by a signed row, never looser by itself."""

import ast
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import BadInput, NotAllowed, Tampered
from smadmin.domain.messages import Message, say
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import photo_room
from smadmin.services.export import RecordExport
from smadmin.services.heads import Noted
from smadmin.services.policies import Policies, Proposal
from smadmin.services.policy import Policy
from smadmin.services.policy_texts import copied
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.rows_out import PARTS
from smadmin.services.told import Teller
from smadmin.storage.disk import FILE_NAME
from tests.school import TinySchool, make_school

BALTIMORE = "baltimore-city-md"


@dataclass
class Town:
    """A school in Baltimore, its policies, and what was heard of a change."""

    school: TinySchool
    policy: Policy
    policies: Policies
    heard: list[School] = field(default_factory=list)

    def read(self, *edits: tuple[str, str], as_id: str = "lincoln") -> Proposal:
        text = copied(self.policies.text_of(self.school.by("pat"), BALTIMORE), base=BALTIMORE, as_id=as_id)
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        return self.policies.read(self.school.by("pat"), text, file="lincoln.toml", language="en")

    def why_not(self, proposal: Proposal) -> list[str]:
        found = self.policies.blockers(self.school.by("pat"), proposal, "")
        return [reason.message.id for reason in found]

    def named(self) -> str:
        with self.school.desk.look() as unit:
            return unit.schools.get(self.school.id).policy


STRICT = ('releases = "week"', 'releases = "each"')
LONGER = ("release_days = 7", "release_days = 9")


@pytest.fixture
def town(tmp_path: Path) -> Town:
    school = make_school(tmp_path)
    policy, proof = Policy.shipped(), Proof(school.desk, lambda: Noted(school.heads.kept()))
    school.desk.proven = proof.trust
    heard: list[School] = []
    return Town(school, policy, Policies(school.desk, policy, proof, heard.append), heard)


def reasons(error: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in error.value.reasons]


def ids(messages: tuple[Message, ...]) -> list[str]:
    return [one.id for one in messages]


def test_a_school_begins_with_a_shipped_policy(town: Town) -> None:
    sheet = town.policies.sheet(town.school.by("ana"))

    assert sheet.pack is town.policy.packs[BALTIMORE]
    assert (sheet.own, sheet.by, sheet.since) == (False, "", None)
    assert sheet.district == "Baltimore City Public Schools"
    assert len(sheet.shipped) == 5
    assert ids(tuple(one.message for one in sheet.may_put)) == ["policies.not-yours"]


def test_a_copy_is_ones_own_and_says_from_which(town: Town) -> None:
    pack = town.read().pack

    assert (pack.id, pack.based_on, pack.version) == ("lincoln", BALTIMORE, 1)
    assert pack.clauses == town.policy.packs[BALTIMORE].clauses


def test_the_principal_puts_a_stricter_one_in_force_and_it_is_signed(town: Town) -> None:
    stricter = town.read(STRICT)
    pat = town.school.by("pat")

    assert ids(stricter.changes) == ["policies.releases-each"]
    assert stricter.looser == ()
    town.policies.put_in_force(pat, stricter)

    with town.school.desk.look(pat) as unit:
        reader = Reader(town.school.desk, Policy.shipped())
        assert reader.pack(unit).releases is ReleaseBy.EACH
        rows = [stored.row.body for stored in unit.record.rows() if b"put-in-force" in stored.row.body]
    assert len(rows) == 1
    assert town.heard[0].policy == stricter.named
    assert town.policies.sheet(pat).by == "Pat Winters"
    since = town.policies.sheet(pat).since
    assert since == town.school.clock.at
    assert getattr(getattr(since, "tzinfo", None), "key", None) == "America/Denver"  # whose day is told
    assert town.policies.text_in_force(pat) == stricter.text
    assert town.school.records.verify(root=town.school.root.key).whole


def test_a_looser_one_takes_the_districts_decision(town: Town) -> None:
    looser = town.read(LONGER)
    pat = town.school.by("pat")

    with pytest.raises(NotAllowed) as refused:
        town.policies.put_in_force(pat, looser)
    assert reasons(refused) == ["policies.looser"]
    assert tuple(refused.value.reasons) == town.policies.blockers(pat, looser, "")
    assert town.named() == BALTIMORE

    town.policies.put_in_force(pat, looser, decided="Director Kim, letter of 2 November")
    assert town.named() == looser.named


def test_communications_may_loosen_and_that_is_the_districts_from_then_on(town: Town) -> None:
    looser = town.read(LONGER)
    town.policies.put_in_force(town.school.by("cem"), looser)

    again = town.read(LONGER, ("version = 1", "version = 2"))

    assert again.looser == ()
    assert ids(again.changes) == ["policies.words-only"]


def test_back_from_a_stricter_one_to_the_districts_is_not_looser(town: Town) -> None:
    pat = town.school.by("pat")
    town.policies.put_in_force(pat, town.read(STRICT))

    back = town.policies.read_shipped(pat, BALTIMORE, language="en")
    assert back.looser == ()
    town.policies.put_in_force(pat, back)

    assert town.named() == BALTIMORE


@pytest.mark.parametrize("who", ["ana", "bo"])
def test_nobody_else_puts_one_in_force(town: Town, who: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        town.policies.put_in_force(town.school.by(who), town.read(STRICT))

    assert reasons(refused) == ["policies.not-yours"]


def test_a_region_without_known_holidays_is_refused_with_its_line(town: Town) -> None:
    with pytest.raises(BadInput) as told:
        town.read(('holidays = "US-MD"', 'holidays = "US-ZZ"'))

    values = told.value.happened.values
    assert values["reason"] == say("policy.reason-region-unknown", value="US-ZZ")
    assert values["line"]


def test_a_broken_one_is_refused_with_its_line_and_the_one_in_force_stays(town: Town) -> None:
    with pytest.raises(BadInput) as refused:
        town.read(("release_days = 7", "release_days = many"))

    assert refused.value.happened.id == "policy.broken-file"
    assert isinstance(refused.value.happened.values["line"], int)
    assert refused.value.kept is not None
    assert town.named() == BALTIMORE


def test_an_own_one_takes_no_shipped_name(town: Town) -> None:
    with pytest.raises(BadInput) as refused:
        town.read(as_id=BALTIMORE)

    assert refused.value.happened.id == "policies.id-taken"


def test_the_one_in_force_is_not_put_there_again(town: Town) -> None:
    pat = town.school.by("pat")
    same = town.policies.read_shipped(pat, BALTIMORE, language="en")

    assert town.why_not(same) == ["policies.is-in-force"]


def test_a_version_never_means_two_texts(town: Town) -> None:
    pat = town.school.by("pat")
    town.policies.put_in_force(pat, town.read(STRICT))

    other = town.read(STRICT, ("yes_by_phone = true", "yes_by_phone = false"))

    assert town.why_not(other) == ["policies.version-used"]


def test_an_own_one_changed_by_sql_is_noticed_and_another_can_be_put_in_force(
    town: Town, tmp_path: Path
) -> None:
    pat = town.school.by("pat")
    town.policies.put_in_force(pat, town.read(STRICT))
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE pack SET body = replace(body, 'each', 'week')")
    policy = Policy.shipped()
    proof = Proof(town.school.desk, lambda: Noted(town.school.heads.kept()))
    later = Policies(town.school.desk, policy, proof, town.heard.append)

    with town.school.desk.look(pat) as unit, pytest.raises(Tampered):
        Reader(town.school.desk, policy).pack(unit)
    assert isinstance(later.sheet(pat).broken, Tampered)
    later.put_in_force(pat, later.read_shipped(pat, BALTIMORE, language="en"))

    assert town.named() == BALTIMORE


def test_a_row_of_another_role_would_not_be_believed(town: Town) -> None:
    with town.school.desk.deed(town.school.by("ana")) as deed, pytest.raises(NotAllowed):
        deed.record(Act.PUT_IN_FORCE, Noun.POLICIES, BALTIMORE)


def is_handed_the_policy(made: ast.FunctionDef) -> bool:
    kept = any(isinstance(mark, ast.Name) and mark.id == "cached_property" for mark in made.decorator_list)
    read = {part.attr for part in ast.walk(made) if isinstance(part, ast.Attribute)}
    return kept and bool(read & {"pack", "_thresholds"})


def test_every_service_that_was_handed_a_value_of_the_policy_is_made_anew() -> None:
    tree = ast.parse(Path(photo_room.__file__).read_text("utf-8"))
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    handed = {one.name for one in functions if is_handed_the_policy(one)}

    assert handed
    assert handed <= set(photo_room.BY_POLICY)


def test_the_record_tells_the_policy_and_who_decided_and_only_the_first_leaves(
    town: Town, tmp_path: Path
) -> None:
    pat, said = town.school.by("pat"), "Director Kim, letter of 2 November"
    town.policies.put_in_force(pat, town.read(LONGER), decided=said)
    teller = Teller(town.school.desk)
    (put,) = [row for row in teller.newest(pat, 9) if row.entry.act == Act.PUT_IN_FORCE]

    opened = teller.details(pat, put.entry.seq)
    RecordExport(town.school.desk).write(pat, tmp_path / "bag")

    assert opened is not None
    assert dict(opened.fields) == {"policy": ("Baltimore City Public Schools",), "reason": (said,)}
    assert opened.withheld == 0
    leaving = (tmp_path / "bag" / "data" / PARTS).read_text("utf-8")
    assert "lincoln/1" in leaving
    assert said not in leaving
