"""The key that opens the first copy of the school on a new computer."""

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.coming_key import RING, coming_key, has_come, take_key


def test_it_is_made_once_and_gone_when_the_copy_came() -> None:
    ring = MemorySecrets()
    assert coming_key(ring) is None

    made = take_key(ring)

    assert take_key(ring) == coming_key(ring) == made
    has_come({RING: ring}.__getitem__)
    assert coming_key(ring) is None


def test_what_somebody_put_there_instead_is_no_key() -> None:
    ring = MemorySecrets()
    ring.set("key", "not a key")

    assert coming_key(ring) is None
    assert coming_key(ring) != take_key(ring)
