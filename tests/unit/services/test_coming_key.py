"""The key that opens the first copy of the school on a new computer."""

import pytest

from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.services.coming_key import RING, coming_key, has_come, mark_of, take_key
from tests.rings import ShutSecrets


def test_it_is_made_once_and_forgotten_when_it_isnt_needed_any_more() -> None:
    ring = MemorySecrets()
    assert coming_key(ring) is None

    made = take_key(ring)

    assert take_key(ring) == coming_key(ring) == made
    assert has_come({RING: ring}.__getitem__)
    assert coming_key(ring) is None


def test_what_somebody_put_there_instead_is_no_key() -> None:
    ring = MemorySecrets()
    ring.set("key", "not a key")

    assert coming_key(ring) is None
    assert coming_key(ring) != take_key(ring)


def test_a_keyring_that_is_shut_for_a_moment_changes_no_key() -> None:
    """Else the copy that is on its way, made for the letters on the screen, would open nowhere."""
    ring = ShutSecrets()
    made = take_key(ring)
    ring.shut = "get"
    with pytest.raises(NoKeyring):
        take_key(ring)
    assert not has_come({RING: ShutSecrets(shut="delete")}.__getitem__)

    ring.shut = ""

    assert take_key(ring) == made
    assert mark_of(take_key(ring)) == mark_of(made) != mark_of(take_key(MemorySecrets()))
