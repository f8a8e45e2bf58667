"""A seat is made once, and only when a school is founded here."""

import pytest

from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.ids import KeyId
from smadmin.domain.messages import say
from smadmin.services.heads import NoNote
from smadmin.services.seats import pin_root, pinned_root, take_seat


class _NoRing(MemorySecrets):
    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))


def test_a_seat_is_made_once() -> None:
    secrets = MemorySecrets()

    assert take_seat(secrets, found=False).identity is None
    first = take_seat(secrets, found=True)
    again = take_seat(secrets, found=True)

    assert first.secret == again.secret != ""
    assert first.id == again.id


def test_without_a_keyring_there_is_no_seat_and_it_is_said() -> None:
    seat = take_seat(_NoRing(), found=True)

    assert seat.secret == ""
    assert seat.id is None
    assert seat.missing is not None
    assert pinned_root(_NoRing()) is NoNote.SILENT
    assert pinned_root(MemorySecrets()) is NoNote.NEVER


def test_a_root_left_by_a_first_run_that_came_to_nothing_is_replaced() -> None:
    secrets = MemorySecrets()

    pin_root(secrets, KeyId("aa" * 16))
    pin_root(secrets, KeyId("bb" * 16))

    assert pinned_root(secrets) == "bb" * 16


@pytest.mark.parametrize("spoiled", ["x", "", "ab" * 15, "AB" * 16, "ab" * 16 + "\n", "split:9"])
def test_a_note_of_root_that_is_no_keys_id_is_as_good_as_none(spoiled: str) -> None:
    secrets = MemorySecrets()
    secrets.set("root", spoiled)

    assert pinned_root(secrets) is NoNote.NEVER


def test_a_spoiled_seat_is_replaced_where_a_lock_is_to_be_made_and_only_there() -> None:
    secrets = MemorySecrets()
    secrets.set("seat", "spoiled")

    found = take_seat(secrets, found=False)
    made = take_seat(secrets, found=True)

    assert (found.identity, found.missing) == (None, None)
    assert made.identity is not None
    assert take_seat(secrets, found=False).id == made.id
