"""A week's slots are named alike by rows and signatures, and only those that somebody saw are signed."""

from dataclasses import replace
from datetime import date, time

import pytest

from smadmin.domain.errors import Conflict
from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.services.week_parts import plan_part, require_seen, slot_plain, slots_digest

MONDAY = date(2026, 11, 23)
FAIR = Slot(SlotId("fair"), SchoolId("s"), AccountId("x"), MONDAY, "Fair", at=time(8, 0))
SPORTS = Slot(SlotId("sports"), SchoolId("s"), AccountId("x"), date(2026, 11, 27), "Sports")


def test_a_struck_slot_stands_apart_from_those_that_are_signed() -> None:
    part = plan_part(MONDAY, (FAIR, SPORTS), frozenset({SPORTS.id}))

    assert part == {"monday": "2026-11-23", "slots": [slot_plain(FAIR)], "struck": [slot_plain(SPORTS)]}
    assert "struck" not in plan_part(MONDAY, (FAIR, SPORTS), frozenset())


def test_a_time_of_day_is_named_where_there_is_one() -> None:
    assert slot_plain(FAIR)["at"] == "08:00"
    assert "at" not in slot_plain(SPORTS)


@pytest.mark.parametrize(
    "now",
    [
        (FAIR,),
        (FAIR, replace(SPORTS, topic="Chess")),
        (FAIR, replace(SPORTS, day=date(2026, 11, 26))),
        (FAIR, SPORTS, replace(SPORTS, id=SlotId("more"))),
    ],
)
def test_what_came_or_changed_since_it_was_seen_is_refused(now: tuple[Slot, ...]) -> None:
    seen = slots_digest((FAIR, SPORTS))

    with pytest.raises(Conflict):
        require_seen(seen, now)


def test_the_same_in_another_order_is_what_was_seen() -> None:
    require_seen(slots_digest((FAIR, SPORTS)), (SPORTS, FAIR))
    require_seen(None, (FAIR,))
