"""An account that is closed has nothing planned any more; what is over stays in the past."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.plan import Slot
from smadmin.domain.slot_edits import SlotEdit
from smadmin.domain.vocabulary import Act
from smadmin.services.accounts import Accounts
from smadmin.services.arranging import Arranging, Weekly
from smadmin.services.calendar import Calendar
from smadmin.services.calendars_out import CalendarsOut
from smadmin.services.plan import newest_signature
from smadmin.services.week import Weeks
from tests.road import WEEK, Road, make_road

WEDNESDAY = WEEK + timedelta(days=2)
LATER = WEEK + timedelta(weeks=2)  # without a public holiday


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def arranging(road: Road) -> Arranging:
    return Arranging(road.school.desk, road.reader)


def music(road: Road) -> None:
    wanted = Weekly(road.x, WEDNESDAY, WEDNESDAY + timedelta(weeks=6), "Music")
    arranging(road).repeat(road.by("ana"), wanted)


def close(road: Road) -> None:
    desk = road.school.desk
    Accounts(desk).close(road.by("pat"), road.x, why="Two were too many")


def planned_for_x(road: Road) -> list[Slot]:
    with road.school.desk.look() as unit:
        return [one for one in unit.slots.all() if one.account == road.x]


def forward(road: Road, days: int) -> None:
    road.school.clock.forward(minutes=days * 24 * 60)


def test_what_was_planned_for_a_closed_account_ends_with_it_and_stays_in_the_past(road: Road) -> None:
    music(road)
    forward(road, 8)  # the first of them is over by now

    close(road)

    assert {(one.day, one.topic) for one in planned_for_x(road)} == {
        (WEDNESDAY, "Music"),
        (WEEK + timedelta(days=3), "Book fair"),
    }
    pat, desk = road.by("pat"), road.school.desk
    week = Weeks(desk, road.reader, road.proof).week(pat, LATER)
    assert week.slots == (), "neither to sign nor on the weekly page"
    span = Calendar(desk, road.reader, road.proof).span(pat, LATER, LATER + timedelta(weeks=3))
    assert not [one for one in span.entries if one[0] == road.x]
    assert f"{LATER + timedelta(days=2):%Y%m%d}" not in CalendarsOut(desk, road.proof).posts(pat)
    with desk.look() as unit:
        removed = [one for one in road.proof.now(unit).acts(Act.REMOVE_SLOT) if one.roles]
    assert len(removed) == 6, "each has its row"


def test_a_week_with_a_closed_accounts_past_is_copied_without_it(road: Road) -> None:
    music(road)
    forward(road, 3)
    close(road)

    done = arranging(road).copy_week(road.by("pat"), WEEK, LATER)

    assert {one.after.account for one in done.value.edits if one.after} == {road.facebook}


def test_nothing_new_is_planned_for_a_closed_account_nor_brought_back(road: Road) -> None:
    slot = planned_for_x(road)[0]
    close(road)

    for plan in (
        lambda: road.plan.add(road.by("pat"), road.x, LATER, "Music"),
        lambda: arranging(road).rearrange(road.by("pat"), [SlotEdit(None, slot)]),
        lambda: music(road),
    ):
        with pytest.raises(NotAllowed) as refused:
            plan()
        assert [one.message.id for one in refused.value.reasons] == ["plan.account-closed"]


def test_a_signed_week_still_covers_what_stays_in_it(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)

    close(road)

    view = Weeks(road.school.desk, road.reader, road.proof).week(road.by("pat"), WEEK)
    assert view.unsigned == frozenset()
    assert [one.signed.account for one in view.gone] == [road.x], "what was signed and ended is told"
    with road.school.desk.look(road.by("pat")) as unit:
        assert newest_signature(road.proof.now(unit), WEEK) is not None
