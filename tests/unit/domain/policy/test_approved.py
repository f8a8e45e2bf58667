"""Where a clause wants approved platforms, nothing else is posted to; elsewhere another one is only told."""

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.policy.approved import names_platform, platform_blockers, platform_doubt
from tests.policies import packs


def on(platform: Platform) -> Account:
    return Account(AccountId("a"), SchoolId("s"), platform, "Lincoln", "lincoln", "https://lincoln.example")


@pytest.mark.demand("BLO-III-B")
def test_a_platform_that_the_district_didn_t_approve_is_not_posted_to() -> None:
    pack = packs()["bloomington-mn"]

    (reason,) = platform_blockers(pack, on(Platform.MASTODON), lambda: False)

    assert (reason.message.id, reason.citation) == ("accounts.platform-unapproved", "BLO-III-B")
    assert platform_blockers(pack, on(Platform.MASTODON), lambda: True) == ()  # communications said yes to it
    assert platform_blockers(pack, on(Platform.X), lambda: False) == ()
    assert platform_doubt(pack, on(Platform.MASTODON)) is None


def test_where_platforms_are_only_examples_another_is_told_and_stops_nothing() -> None:
    pack = packs()["baltimore-city-md"]

    assert platform_blockers(pack, on(Platform.MASTODON), lambda: False) == ()
    assert [names_platform(pack, one) for one in (Platform.X, Platform.MASTODON)] == [True, False]
    assert platform_doubt(pack, on(Platform.X)) is None
    told = platform_doubt(pack, on(Platform.MASTODON))
    assert told is not None
    assert told.id == "accounts.platform-unnamed"
