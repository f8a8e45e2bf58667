"""Locks of one seat, and whose are a reviewer's."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.ids import PersonId
from smadmin.services.seats import identities_in
from smadmin.services.unlocking import Locks
from smadmin.storage.disk import FILE_NAME
from tests.school import make_school, passphrase

LONGEST_CPU_S = 3.0
NO_END = b"age-encryption.org/v1\n" + b"-> x\n" * 5_000


def test_a_passphrase_opens_its_own_lock_and_whoever_has_none_is_told(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    locks = Locks(school.desk, identities_in(tmp_path), school.seat)

    opened = locks.unlock(school.people["ana"], passphrase("ana"))

    assert opened.person.name == "Ana Brooks"
    assert not locks.is_pin(school.people["ana"])
    with pytest.raises(KnownError):
        locks.unlock(PersonId("nobody"), "anything at all")


def test_a_school_key_whose_wrap_goes_on_without_an_end_is_refused_soon(tmp_path: Path) -> None:
    """Whoever holds the file may write it there; age's own code would take seven seconds over it."""
    school = make_school(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as behind, behind:
        behind.execute("UPDATE key_wrap SET body = ?", (NO_END,))
    locks, began = Locks(school.desk, identities_in(tmp_path), school.seat), time.process_time()

    with pytest.raises(Tampered):
        locks.unlock(school.people["ana"], passphrase("ana"))

    assert time.process_time() - began < LONGEST_CPU_S
