"""Locks of one seat, and whose are a reviewer's."""

from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.services.seats import identities_in
from smadmin.services.unlocking import Locks
from tests.school import make_school, passphrase


def test_a_passphrase_opens_its_own_lock_and_whoever_has_none_is_told(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    locks = Locks(school.desk, identities_in(tmp_path), school.seat)

    opened = locks.unlock(school.people["ana"], passphrase("ana"))

    assert opened.person.name == "Ana Brooks"
    assert not locks.is_pin(school.people["ana"])
    with pytest.raises(KnownError):
        locks.unlock(PersonId("nobody"), "anything at all")
