"""The file of locked identities survives what computers do."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identities import IdentityFile, Tries
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import close_lock
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PersonId
from tests.school import CHEAP, MONDAY

ANA = PersonId("ana")


def test_locks_and_tries_are_kept_over_a_restart(tmp_path: Path) -> None:
    lock = close_lock(Identity.new(), "x", seat="", fields={"person": "ana"}, costs=CHEAP)
    IdentityFile(tmp_path).keep(ANA, lock)
    IdentityFile(tmp_path).count_try(ANA, Tries(4, MONDAY))

    assert IdentityFile(tmp_path).locks() == {ANA: lock}
    assert IdentityFile(tmp_path).tries(ANA) == Tries(4, MONDAY)

    IdentityFile(tmp_path).count_try(ANA, Tries())

    assert IdentityFile(tmp_path).tries(ANA) == Tries()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"people": {}}', '{"people": {"a": {}}, "tries": {}}'])
def test_a_damaged_file_is_said_not_guessed(tmp_path: Path, text: str) -> None:
    (tmp_path / "identities.json").write_text(text)

    with pytest.raises(OutsideFailed):
        IdentityFile(tmp_path).locks()


def test_wrong_tries_cost_time_and_never_more_than_five_minutes() -> None:
    assert Tries(2, MONDAY).wait_until() is None
    assert Tries(3, MONDAY).wait_until() == MONDAY + timedelta(seconds=2)
    assert Tries(6, MONDAY).wait_until() == MONDAY + timedelta(seconds=16)
    assert Tries(60, MONDAY).wait_until() == MONDAY + timedelta(minutes=5)
