"""T1 of `safety.md`, the seeded part: whoever can write the database's file changes the record in each way.

Each variant is raw SQL on a copy of a school's store; verifying must notice all and name the first bad row.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.domain.records import START, row_hash, signed_text
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.desk import Desk
from smadmin.services.records import Records, Verdict
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.store import Store
from tests.faults.acting import FORM
from tests.school import TinySchool, make_school

COLUMNS = {
    "utc": ("'2020-01-01T00:00:00.000+00:00'",),
    "person": ("'somebody-else'",),
    "act": ("'approve'",),
    "noun": ("'nothing'",),
    "noun_id": ("'another'",),
    "body": (
        'CAST(replace(CAST(body AS TEXT), \'"act":"\', \'"act":"x\') AS BLOB)',
        'CAST(replace(CAST(body AS TEXT), \'"roster":"\', \'"roster":"0\') AS BLOB)',
        "CAST(body AS TEXT) || ' '",
        "zeroblob(0)",
    ),
    "previous": ("x'01' || substr(previous, 2)", "'text'"),
    "row_hash": ("x'01' || substr(row_hash, 2)", "7"),
    "signature": ("zeroblob(64)", "zeroblob(3)"),
}
PLANTED = {
    "school_id": ("'another'",),
    "seq": ("seq + 1000", "-seq", "'text' || seq", "seq + 0.5"),
    "utc": ("'no time'", "x'ff'", "7"),
    "person": ("x'00'",),
    "act": ("1.5",),
    "noun": ("x'ff'",),
    "noun_id": ("3",),
    "body": ("1.5", "4000000000000"),
    "previous": ("-1",),
    "signature": ("0.5", "9000000000000000"),
}
"""What a column was never meant to hold, which SQLite keeps all the same."""
PLANTED_PARTS = (
    *("name = x'ff'", "school_id = 'another'", "sealed = 'text'", "sealed = 7"),
    *("content = 1.5", "content = 4000000000000", "content = 'text'"),
    *("seq = 'text'", "seq = seq + 0.5", "seq = 0"),
)
EVERY = 12
"""At every so many rows that is planted and a row put in between; in `bench safety` at each."""
CACHES = ("person", "key", "role", "pin", "school_key", "school")


@dataclass(frozen=True)
class Variant:
    """A tampering: its name, its SQL, and the row to be named first (None: it is enough to notice)."""

    name: str
    sql: str
    row: int | None = None


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> TinySchool:
    """A school with two dozen rows, of which this seat has noted the last."""
    made = make_school(tmp_path_factory.mktemp("tampering"))
    accounts = Accounts(made.desk)
    account = accounts.adopt(made.by("ana"), FORM).value
    accounts.change(made.by("ana"), accounts.get(account), FORM)
    with made.desk.deed(made.by("ana")) as deed:
        deed.unit.accounts.change(deed.unit.accounts.get(account).filled(FORM))
        deed.record(Act.CHANGE, Noun.ACCOUNTS, account, parts={"account": FORM.to_plain(), "why": "again"})
    accounts.designate(made.by("pat"), account, made.people["bo"])
    form = replace(FORM, principal=made.people["pat"])
    accounts.change(made.by("pat"), accounts.get(account), form)
    accounts.go_live(made.by("pat"), account, handle_seen="lincoln_es")
    accounts.confirm(made.by("ana"), account, handle_seen="lincoln_es")
    accounts.hold(made.by("ana"), account, why="a test")
    made.rest()
    return made


def rows_of(school: TinySchool) -> list[tuple[int, str | None, str, str | None]]:
    with closing(sqlite3.connect(school.folder / "store.db")) as connection:
        return connection.execute("SELECT seq, person, act, noun_id FROM record_row ORDER BY seq").fetchall()


def variants(school: TinySchool) -> Iterator[Variant]:
    rows = rows_of(school)
    last = rows[-1][0]
    yield from _edits([seq for seq, *_ in rows])
    yield from _removals(last)
    yield from _insertions(last)
    yield from _parts(school, last)
    yield from _caches(school)


def _edits(places: list[int]) -> Iterator[Variant]:
    for seq in places:
        for column, values in (*COLUMNS.items(), *(PLANTED.items() if seq % EVERY == 1 % EVERY else ())):
            for number, value in enumerate(values):
                change = f"UPDATE record_row SET {column} = {value} WHERE seq = {seq}"
                cut = seq == places[-1] and value in {"'another'", "-seq"} and column != "noun_id"
                yield Variant(f"edit {column} ({number}) of row {seq}", change, None if cut else seq)


def _removals(last: int) -> Iterator[Variant]:
    for seq in range(1, last + 1):
        gone = f"DELETE FROM record_part WHERE seq = {seq}; DELETE FROM record_row WHERE seq = {seq}"
        yield Variant(f"delete row {seq}", gone, seq if seq < last else None)
        cut = f"DELETE FROM record_part WHERE seq >= {seq}; DELETE FROM record_row WHERE seq >= {seq}"
        yield Variant(f"cut the tail from row {seq}", cut)
    for seq in range(1, last):
        swap = f"UPDATE record_row SET seq = 0 WHERE seq = {seq};"
        swap += f"UPDATE record_row SET seq = {seq} WHERE seq = {seq + 1};"
        swap += f"UPDATE record_row SET seq = {seq + 1} WHERE seq = 0"
        yield Variant(f"swap rows {seq} and {seq + 1}", swap, seq)
        copied = "school_id, utc, person, act, noun, noun_id, body, previous, row_hash, signature"
        repeat = f"INSERT INTO record_row (seq, {copied}) SELECT {last + 1}, {copied}"
        yield Variant(f"repeat row {seq}", f"{repeat} FROM record_row WHERE seq = {seq}", last + 1)


def _insertions(last: int) -> Iterator[Variant]:
    """Put a row of somebody else's between two, with all that follow moved on, and one before the first."""
    for seq in range(1, last + 1, EVERY):
        moved = f"UPDATE record_row SET seq = -seq - 1 WHERE seq >= {seq}; "
        moved += "UPDATE record_row SET seq = -seq WHERE seq < 0; "
        columns = "school_id, utc, person, act, noun, noun_id, body, previous, row_hash, signature"
        put = f"INSERT INTO record_row (seq, {columns}) SELECT {seq}, {columns} FROM record_row"
        yield Variant(f"put a row before row {seq}", f"{moved}{put} WHERE seq = {3 if seq == 1 else 1}", seq)


def _parts(school: TinySchool, last: int) -> Iterator[Variant]:
    with closing(sqlite3.connect(school.folder / "store.db")) as connection:
        parts = connection.execute("SELECT seq, name FROM record_part ORDER BY seq, name").fetchall()
    for seq, name in parts:
        where = f"WHERE seq = {seq} AND name = '{name}'"
        for change in PLANTED_PARTS if seq % EVERY == 1 % EVERY else ():
            yield Variant(
                f"{change} of part {name} of row {seq}", f"UPDATE record_part SET {change} {where}", seq
            )
        for number, change in enumerate(
            (
                f"DELETE FROM record_part {where}",
                f"UPDATE record_part SET content = substr(content, 1, length(content) - 1) {where}",
                f"UPDATE record_part SET content = zeroblob(32) || substr(content, 33) {where}",
                f"UPDATE record_part SET sealed = 1 - sealed {where}",
                f"UPDATE record_part SET name = 'another' {where}",
            )
        ):
            yield Variant(f"change ({number}) part {name} of row {seq}", change, seq)
    for seq in range(1, last + 1):
        added = "INSERT INTO record_part (school_id, seq, name, sealed, content)"
        added += f" SELECT id, {seq}, 'added', 0, zeroblob(40) FROM school"
        yield Variant(f"add a part to row {seq}", added, seq)


def _caches(school: TinySchool) -> Iterator[Variant]:
    with closing(sqlite3.connect(school.folder / "store.db")) as connection:
        entries = [
            (table, id_) for table in CACHES for (id_,) in connection.execute(f"SELECT id FROM {table}")
        ]
    for table, id_ in entries:
        where = f"WHERE id = '{id_}'"
        for number, change in enumerate(
            (
                f"DELETE FROM {table} {where}",
                f"UPDATE {table} SET id = '9' || id {where}",
                f"UPDATE {table} SET body = CAST(replace(CAST(body AS TEXT), 'a', 'b') AS BLOB) {where}",
                f"UPDATE {table} SET body = zeroblob(4) {where}",
                f"UPDATE {table} SET body = 1.5 {where}",
            )
        ):
            yield Variant(f"change ({number}) {id_} of {table}", change)


def verified(school: TinySchool, folder: Path) -> Verdict:
    """Verify a copy of the store against what this seat has noted, with somebody signed in."""
    store = Store.open(folder)
    desk = Desk(store, school.id, SystemClock(), SystemIds(), Ed25519Verifier())
    acting = school.session.now_acting
    assert acting is not None
    try:
        return Records(desk).verify(by=acting.actor, head=school.desk.newest, root=school.root.key)
    finally:
        store.close()


def copied(school: TinySchool, folder: Path) -> Path:
    folder.mkdir()
    shutil.copyfile(school.folder / "store.db", folder / "store.db")
    return folder / "store.db"


def first_row(verdict: Verdict) -> int | None:
    return min((fault.seq for fault in verdict.faults if fault.seq), default=None)


def test_an_untouched_copy_verifies(school: TinySchool, tmp_path: Path) -> None:
    copied(school, tmp_path / "copy")

    assert verified(school, tmp_path / "copy").whole


def test_every_tampering_is_noticed_and_the_first_bad_row_is_named(
    school: TinySchool, tmp_path: Path
) -> None:
    missed, misnamed, tried = [], [], 0

    for number, variant in enumerate(variants(school)):
        with closing(sqlite3.connect(copied(school, tmp_path / str(number)))) as connection:
            connection.executescript(variant.sql)
            connection.commit()
        verdict = verified(school, tmp_path / str(number))
        shutil.rmtree(tmp_path / str(number))
        tried += 1
        if verdict.whole:
            missed.append(variant.name)
        elif variant.row is not None and first_row(verdict) != variant.row:
            misnamed.append((variant.name, first_row(verdict)))

    assert missed == []
    assert misnamed == []
    assert tried >= 200


def test_an_old_copy_is_noticed_by_the_head_noted_outside(school: TinySchool, tmp_path: Path) -> None:
    old = make_school(tmp_path / "old")
    account = Accounts(old.desk).adopt(old.by("ana"), FORM).value
    copied(old, tmp_path / "copy")
    Accounts(old.desk).change(old.by("ana"), Accounts(old.desk).get(account), FORM)

    verdict = verified(old, tmp_path / "copy")

    assert [fault.message.id for fault in verdict.faults] == ["records.shorter-than-head"]


@pytest.mark.parametrize("from_row", [1, 2, 9, 17])
@pytest.mark.parametrize("insider", [False, True])
def test_a_chain_signed_anew_by_somebody_else_is_noticed(
    school: TinySchool, tmp_path: Path, from_row: int, *, insider: bool
) -> None:
    signer = school.by("ana").signer if insider else Identity.new()
    with closing(sqlite3.connect(copied(school, tmp_path / "copy"))) as connection:
        rows = connection.execute("SELECT seq, body, row_hash FROM record_row ORDER BY seq").fetchall()
        previous = START if from_row == 1 else bytes(rows[from_row - 2][2])
        for seq, body, _ in rows[from_row - 1 :]:
            linked = row_hash(previous, body)
            signed = signer.sign(signed_text(linked))
            change = "UPDATE record_row SET previous = ?, row_hash = ?, signature = ? WHERE seq = ?"
            connection.execute(change, (previous, linked, signed, seq))
            previous = linked
        connection.commit()

    verdict = verified(school, tmp_path / "copy")

    assert from_row <= (first_row(verdict) or 0) <= from_row + 1
