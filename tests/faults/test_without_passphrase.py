"""Who has the files and this login's keyring, but nobody's passphrase: a colleague here, or a thief."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import WrongPassphrase, open_lock
from smadmin.domain.errors import Tampered
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.log_ins import LogIn
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.seats import identities_in
from smadmin.services.students.roster import Students
from smadmin.services.vault import Vault
from smadmin.storage.disk import FILE_NAME
from tests.road import Road, make_road

CHILD, WORDS, PASSWORD = "Quetzalcoatl", "Peregrine falcons nest above the gym.", "canary-Falcon-42"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school with a listed child, an unpublished post with a photo, and a log-in that is kept here."""
    road = make_road(tmp_path)
    pat = road.by("pat")
    road.submitted(text=WORDS, photo=True)
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(pat, StudentEntry(CHILD, "Torres", opt_outs=frozenset({OptOut.PHOTOS})))
    vault = Vault(road.school.desk, road.school.secrets)
    vault.shelve(vault.keep(pat, road.x, LogIn("social@lincoln.example", PASSWORD)).value)
    return road


def stored(road: Road, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        return [tuple(row) for row in connection.execute(query)]


def everything(road: Road) -> bytes:
    files = [path.read_bytes() for path in sorted(road.school.folder.rglob("*")) if path.is_file()]
    return b"\0".join([*files, *(secret.encode() for secret in road.school.secrets._items.values())])


def test_no_child_draft_or_password_can_be_read(road: Road) -> None:
    lying_there = everything(road)

    assert b"Lincoln Elementary" in lying_there, "what is plain is found"
    assert not [one for one in (CHILD, "Torres", WORDS, PASSWORD) if one.encode() in lying_there]


def test_this_computers_own_key_opens_neither_the_school_key_nor_a_log_in(road: Road) -> None:
    seat = Identity(road.school.secrets._items["seat"])
    with road.school.desk.look() as unit:
        keys = [key for key in unit.trust.read().keys if unit.wraps.of(key)]
        wraps = [sealed for key in keys for sealed in unit.wraps.of(key).values()]
        log_ins = [bytes.fromhex(one.sealed) for one in unit.credentials.all()]

    assert len(wraps) > len(road.school.people)
    assert len(log_ins) == 1
    for sealed in (*wraps, *log_ins):
        with pytest.raises(Tampered):
            seat.open(sealed)


def test_no_lock_opens_with_the_computers_half_alone(road: Road) -> None:
    locks = identities_in(road.school.folder).locks()

    assert len(locks) == len(road.school.people)
    for lock in locks.values():
        with pytest.raises(WrongPassphrase):
            open_lock(lock, "", seat=road.school.seat.secret)


def test_every_detail_of_the_record_but_who_is_let_in_is_sealed(road: Road) -> None:
    road.approvals.send_back(road.by("bo"), road.submitted(), "Please name the room.")

    open_parts = {name for (name,) in stored(road, "SELECT name FROM record_part WHERE NOT sealed")}
    sealed = {name for (name,) in stored(road, "SELECT name FROM record_part WHERE sealed")}

    assert open_parts == {TRUST_PART}
    assert sealed >= {"revision", "sentence", "account", "plan", "file"}
    assert b"Please name the room" not in everything(road)
