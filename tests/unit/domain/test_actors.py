"""A passphrase goes stale after five minutes."""

from datetime import timedelta

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from tests.school import MONDAY


def test_a_passphrase_is_fresh_for_five_minutes() -> None:
    actor = Actor(person=None, seat=None, signer=Identity.new(), cells=None, passphrase_at=MONDAY)

    assert actor.fresh(MONDAY + timedelta(minutes=5))
    assert not actor.fresh(MONDAY + timedelta(minutes=5, seconds=1))


def test_a_clock_that_was_set_back_makes_no_passphrase_fresh() -> None:
    actor = Actor(person=None, seat=None, signer=Identity.new(), cells=None, passphrase_at=MONDAY)

    assert not actor.fresh(MONDAY - timedelta(hours=2))
    assert not actor.fresh(MONDAY - timedelta(seconds=1))
