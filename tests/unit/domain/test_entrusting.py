"""Until when a post is handed to a platform's scheduler, and what of it comes next."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.entrusting import entrusted, handed_until, taken_back, time_reasons
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import MOST_LOOKS, Around, Next, Sending, SendStage, absent, begun, decide, unseen
from smadmin.services.policy import Policy

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
AT = NOW + timedelta(hours=3)
PLATFORMS = Policy.shipped().platforms


@pytest.mark.parametrize(
    ("platform", "minutes", "said"),
    [
        (Platform.FACEBOOK, 20, ""),
        (Platform.FACEBOOK, 19, "entrust.too-soon"),
        (Platform.FACEBOOK, 30 * 1440, ""),
        (Platform.FACEBOOK, 30 * 1440 + 1, "entrust.too-far"),
        (Platform.MASTODON, 15, ""),
        (Platform.MASTODON, 14, "entrust.too-soon"),
        (Platform.WORDPRESS, 11, ""),
        (Platform.BLUESKY, 60, "entrust.not-there"),
    ],
)
def test_the_platforms_bounds_are_kept(platform: Platform, minutes: int, said: str) -> None:
    reasons = time_reasons(PLATFORMS[platform], NOW, NOW + timedelta(minutes=minutes))

    assert [one.message.id for one in reasons] == ([said] if said else [])


def test_where_there_is_no_scheduler_nothing_is_handed_over() -> None:
    assert handed_until(PLATFORMS[Platform.X], AT) is None


def test_it_waits_is_looked_for_and_asked_about_and_never_sent_again() -> None:
    sending = entrusted(begun(Sending(), NOW), AT)
    around = Around(NOW, AT, AT + timedelta(hours=1))
    assert decide(sending, around).next is Next.WAIT

    now = AT
    for _ in range(MOST_LOOKS):
        now += timedelta(hours=1)
        assert decide(sending, Around(now, AT, now)).next is Next.LOOK
        sending = absent(sending, now)
        assert sending.stage is SendStage.ENTRUSTED

    assert decide(sending, Around(now, AT, now)).next is Next.ASK


def test_what_fails_before_its_time_is_no_look() -> None:
    sending = unseen(entrusted(begun(Sending(), NOW), AT), Trouble.UNREACHABLE, NOW)

    assert (sending.looks, sending.trouble) == (0, Trouble.UNREACHABLE)
    assert sending.not_before is not None
    assert sending.not_before > NOW


def test_only_what_is_there_is_taken_back() -> None:
    assert taken_back(entrusted(begun(Sending(), NOW), AT)) == Sending(tries=1)
    with pytest.raises(ValueError, match="sending"):
        taken_back(begun(Sending(), NOW))
    with pytest.raises(ValueError, match="intended"):
        entrusted(Sending(), AT)
