"""What stands against planned posts: another one within the hour, and days that are kept quiet."""

from dataclasses import replace
from datetime import date, time

from smadmin.domain.clashes import Clash, clashes
from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import Slot

DAY = date(2026, 11, 16)
HALF_PAST_EIGHT = Slot(SlotId("early"), SchoolId("school"), AccountId("x"), DAY, "Books", at=time(8, 30))


def other(at: time | None, **changed: object) -> Slot:
    return replace(HALF_PAST_EIGHT, id=SlotId("other"), at=at, **changed)  # type: ignore[arg-type]  # by name


def against(*slots: Slot) -> dict[SlotId, frozenset[Clash]]:
    return clashes((HALF_PAST_EIGHT, *slots), lambda _day: False)


def test_two_posts_within_an_hour_on_one_account_clash() -> None:
    assert against(other(time(9, 29))) == {
        SlotId("early"): frozenset({Clash.SAME_HOUR}),
        SlotId("other"): frozenset({Clash.SAME_HOUR}),
    }


def test_an_hour_apart_another_day_another_account_or_no_time_clash_with_nothing() -> None:
    for one in (
        other(time(9, 30)),
        other(None),
        other(time(8, 30), day=date(2026, 11, 17)),
        other(time(8, 30), account=AccountId("y")),
    ):
        assert against(one) == {}


def test_a_post_on_a_quiet_day_clashes_with_it() -> None:
    assert clashes((HALF_PAST_EIGHT,), lambda day: day == DAY) == {
        SlotId("early"): frozenset({Clash.QUIET_DAY})
    }
