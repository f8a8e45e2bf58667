"""A start leans on what this person's own key noted as checked, and on nothing else."""

import shutil
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.domain.records import Head, row_hash
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backroom import BackRoom
from smadmin.services.checked import CheckedNotes
from smadmin.storage.disk import FILE_NAME
from tests.school import MONDAY, TinySchool, make_school
from tests.unit.services.test_backroom import back_room, sql


class Counting(Ed25519Verifier):
    """Counts the signatures that are checked."""

    def __init__(self) -> None:
        self.checked = 0

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        self.checked += 1
        return super().verifies(public=public, message=message, signature=signature)


def make_rows(school: TinySchool, count: int) -> None:
    with school.desk.deed(school.by("ana")) as deed:
        for _ in range(count):
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    school.note()


def start(school: TinySchool, by: Actor, room: BackRoom | None = None) -> tuple[bool, int, BackRoom]:
    """Sign in as a start does; gives whether the record is whole and how many signatures were checked."""
    verifier = Counting()
    school.desk.verifier = verifier
    room = room or back_room(school)
    room.note_outside()
    room.prove(by)
    with school.desk.look(by) as unit:
        proven = room.proof.now(unit)
    return proven.whole and proven.head_right, verifier.checked, room


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    made = make_school(tmp_path, staff=("ana", "pat"))
    make_rows(made, 5)
    return made


def rows_of(school: TinySchool) -> int:
    return school.records.head().seq


def item_of(school: TinySchool, by: Actor) -> str:
    return f"proven/{school.id}/{by.signer.key}"


def spoil_signature(school: TinySchool, seq: int) -> None:
    sql(school, f"UPDATE record_row SET signature = zeroblob(64) WHERE seq = {seq}")


def forge_row(school: TinySchool, at: int) -> Head:
    """Change what a row says and link all later rows to it anew, as somebody without a key can."""
    with school.store.deed(school.id) as unit:
        rows = [stored.row for stored in unit.record.rows()]
        previous = rows[at - 2].row_hash
        for seq, row in enumerate(rows[at - 1 :], start=at):
            body = row.body.replace(b'"act":"confirm"', b'"act":"approve"') if seq == at else row.body
            linked = row_hash(previous, body)
            unit._connection.exec_driver_sql(
                "UPDATE record_row SET body = ?, previous = ?, row_hash = ?, act = ? WHERE seq = ?",
                (body, previous, linked, str(parse(body)["act"]), seq),
            )
            previous = linked
    return Head(len(rows), previous)


def test_a_second_start_checks_only_the_signatures_of_new_rows(school: TinySchool) -> None:
    ana = school.by("ana")
    first = start(school, ana)[:2]
    second = start(school, ana)[:2]
    make_rows(school, 3)
    third = start(school, ana)[:2]

    assert first == (True, rows_of(school) - 3)
    assert second == (True, 0)
    assert third == (True, 3)


def test_a_row_forged_before_what_was_checked_has_everything_checked(school: TinySchool) -> None:
    ana = school.by("ana")
    start(school, ana)
    head = forge_row(school, rows_of(school) - 2)
    school.heads.move_back(head)

    whole, checked, _ = start(school, ana)

    assert not whole
    assert checked >= head.seq - 3


def test_a_row_changed_and_not_linked_anew_has_everything_checked(school: TinySchool) -> None:
    ana = school.by("ana")
    start(school, ana)
    body = "CAST(replace(CAST(body AS TEXT), 'confirm', 'approve') AS BLOB)"
    sql(school, f"UPDATE record_row SET body = {body} WHERE seq = {rows_of(school) - 2}")

    assert start(school, ana)[:2] == (False, rows_of(school))


def test_a_row_forged_after_what_was_checked_is_found_by_its_signature(school: TinySchool) -> None:
    ana = school.by("ana")
    start(school, ana)
    make_rows(school, 3)
    school.heads.move_back(forge_row(school, rows_of(school) - 1))

    assert not start(school, ana)[0]


def test_a_record_that_is_shorter_than_what_was_checked_has_everything_checked(school: TinySchool) -> None:
    ana = school.by("ana")
    shutil.copy(school.folder / FILE_NAME, school.folder / "old.db")
    make_rows(school, 3)
    start(school, ana)
    school.rest()
    shutil.copy(school.folder / "old.db", school.folder / FILE_NAME)

    right, checked, room = start(school, ana)

    assert (right, checked) == (False, rows_of(school))
    assert room.proof.all_checked_at == school.clock.now()


@pytest.mark.parametrize(
    ("days", "everything"),
    [(6.9, False), (13.9, False), (14.1, True), (-1, True)],
    ids=["young", "due", "old", "of tomorrow"],
)
def test_a_start_leans_on_no_old_note_nor_on_one_of_tomorrow(
    school: TinySchool, days: float, everything: bool
) -> None:
    ana = school.by("ana")
    start(school, ana)
    spoil_signature(school, 3)
    school.clock.forward(days=days)

    whole, checked, _ = start(school, ana)

    assert whole is not everything
    assert (checked == 0) is not everything


def test_signing_in_each_day_doesnt_put_the_check_of_all_off(school: TinySchool) -> None:
    ana, found = school.by("ana"), []
    for _ in range(16):
        make_rows(school, 1)
        found.append(start(school, ana)[1])
        school.clock.forward(days=1)

    assert found[1:15] == [1] * 14
    assert found[15] == rows_of(school)


@pytest.mark.parametrize(
    "spoiled", [None, "", "not a note", "[]", "{}", "of pat", "higher", "another school"]
)
def test_a_note_that_is_gone_or_not_ones_own_has_everything_checked(
    school: TinySchool, spoiled: str | None
) -> None:
    ana, pat = school.by("ana"), school.by("pat")
    start(school, ana)
    start(school, pat)
    item = item_of(school, ana)
    own, of_pat = school.secrets.get(item) or "", school.secrets.get(item_of(school, pat)) or ""
    there = MemorySecrets()
    CheckedNotes(there, SchoolId("another")).keep(ana, school.records.head(), school.clock.now())
    elsewhere = there.get(f"proven/another/{ana.signer.key}") or ""
    make_rows(school, 1)
    with school.desk.look() as unit:
        head = unit.record.head()
    higher = canonical({**parse(own.encode()), "seq": head.seq, "hash": head.row_hash.hex()}).decode()
    forged = {"of pat": of_pat, "higher": higher, "another school": elsewhere}
    school.secrets.delete(item)
    if spoiled is not None:
        school.secrets.set(item, forged.get(spoiled, spoiled))

    assert start(school, ana)[:2] == (True, rows_of(school))


def test_who_forges_a_row_and_the_keyring_too_is_found_without_the_persons_key(school: TinySchool) -> None:
    """The seat's secret lies in the same keyring, so it would not have helped."""
    ana, pat = school.by("ana"), school.by("pat")
    start(school, pat)
    head = forge_row(school, rows_of(school) - 2)
    school.heads.move_back(head)
    notes = CheckedNotes(school.secrets, school.id)
    notes.keep(ana, head, school.clock.now())
    school.secrets.set(item_of(school, pat), school.secrets.get(item_of(school, ana)) or "")

    assert not start(school, pat)[0]


def test_whom_a_forger_deceives_is_himself_alone_even_in_one_run_of_the_program(school: TinySchool) -> None:
    ana, pat = school.by("ana"), school.by("pat")
    head = forge_row(school, rows_of(school) - 2)
    school.heads.move_back(head)
    CheckedNotes(school.secrets, school.id).keep(ana, head, school.clock.now())
    himself, _, room = start(school, ana)

    another = start(school, pat, room)[0]
    again = start(school, ana, room)[0]

    assert (himself, another, again) == (True, False, False)
    assert school.secrets.get(item_of(school, pat)) is None


def test_who_takes_the_chair_in_a_run_that_leans_on_nobody_costs_no_second_check(school: TinySchool) -> None:
    _, _, room = start(school, school.by("ana"))

    assert start(school, school.by("pat"), room)[:2] == (True, 0)


@pytest.mark.parametrize("wrong", ["row", "end"])
def test_nothing_is_noted_where_the_record_isnt_right(school: TinySchool, wrong: str) -> None:
    ana = school.by("ana")
    if wrong == "row":
        spoil_signature(school, 3)
    else:
        school.heads.move_back(Head(9_999, bytes(32)))

    assert not start(school, ana)[0]
    assert school.secrets.get(item_of(school, ana)) is None


def test_without_an_answer_everything_is_checked_and_nothing_is_said() -> None:
    class Silent(MemorySecrets):
        def get(self, item: str) -> str | None:
            raise NoKeyring(say("keys.keyring-silent"))

    identity = Identity.new()
    by = Actor(None, None, identity, None, MONDAY)

    assert CheckedNotes(Silent(), SchoolId("s")).of(by, MONDAY) is None
