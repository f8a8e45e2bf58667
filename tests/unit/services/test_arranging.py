"""Moving, copying and repeating planned posts, each with its row of the record; undo is the same deed."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.calendar import Signing
from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.ids import SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.recurring import same_weekday
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.domain.slot_edits import SlotEdit, back
from smadmin.domain.vocabulary import Noun
from smadmin.services.arranging import Arranging, Weekly
from smadmin.services.calendar import Calendar
from smadmin.services.week_signatures import slot_as_recorded
from tests.road import WEEK, Road, make_road

NEXT = WEEK + timedelta(weeks=1)
LATER = WEEK + timedelta(weeks=2)  # without a public holiday
FRIDAY = WEEK + timedelta(days=4)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def arranging(road: Road) -> Arranging:
    return Arranging(road.school.desk, road.reader)


def planned(road: Road) -> list[Slot]:
    with road.school.desk.look(road.by("ana")) as unit:
        return sorted(unit.slots.all(), key=lambda one: (one.day, one.topic, one.account))


def the_slot(road: Road) -> Slot:
    return next(one for one in planned(road) if one.id == road.slot)


def a_break(road: Road, first: date, last: date) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.calendar_days.add(
            CalendarDays("break", SchoolId(road.school.desk.school), DaysKind.BREAK, first, last)
        )


def test_a_post_is_moved_and_moved_back_as_it_was_signed(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    slot = the_slot(road)
    calendar = Calendar(road.school.desk, road.reader, road.proof)

    def says() -> Signing:
        span = calendar.span(road.by("ana"), WEEK, NEXT)
        entries = [one for some in span.entries.values() for one in some]
        return next(one.signing for one in entries if one.slot and one.slot.id == slot.id)

    before = says()
    done = arranging(road).rearrange(
        road.by("ana"), (SlotEdit(slot, replace(slot, day=slot.day + timedelta(days=1), at=time(8, 30))),)
    )
    moved = (the_slot(road).day, the_slot(road).at, says())
    arranging(road).rearrange(road.by("ana"), back(done.value))

    assert before is Signing.SIGNED
    assert moved == (slot.day + timedelta(days=1), time(8, 30), Signing.MOVED)
    assert (the_slot(road).day, the_slot(road).at, says()) == (slot.day, None, Signing.SIGNED)


def test_a_post_that_is_taken_out_and_put_back_is_the_same_one(road: Road) -> None:
    slot = the_slot(road)

    out = arranging(road).rearrange(road.by("ana"), (SlotEdit(slot, None),)).value
    gone = slot.id not in {one.id for one in planned(road)}
    arranging(road).rearrange(road.by("ana"), back(out))

    with road.school.desk.look(road.by("ana")) as unit:
        recorded = slot_as_recorded(road.proof.now(unit), slot.id)
        acts = [row.act for row in unit.record.about(Noun.SLOTS, slot.id)]
    assert gone
    assert the_slot(road) == slot
    assert recorded is not None
    assert acts[-2:] == ["remove-slot", "add-slot"]


def test_what_somebody_else_changed_meanwhile_stops_the_whole_deed(road: Road) -> None:
    slot = the_slot(road)
    road.plan.change(road.by("ana"), slot, day=slot.day, topic="Changed elsewhere")
    new = replace(slot, id=SlotId("new"), topic="Chess")

    for edit in (SlotEdit(slot, replace(slot, topic="Mine")), SlotEdit(slot, None), SlotEdit(None, slot)):
        with pytest.raises(Conflict):
            arranging(road).rearrange(road.by("ana"), (SlotEdit(None, new), edit))

    assert "Chess" not in {one.topic for one in planned(road)}
    assert the_slot(road).topic == "Changed elsewhere"


def test_a_topic_comes_every_friday_but_not_in_a_break(road: Road) -> None:
    a_break(road, date(2026, 11, 25), date(2026, 11, 29))
    wanted = Weekly(road.x, FRIDAY, date(2026, 12, 11), " Friday sports ", time(15, 0))

    done = arranging(road).repeat(road.by("ana"), wanted).value

    assert done.left_out == (date(2026, 11, 27),)
    made = [one for one in planned(road) if one.topic == "Friday sports"]
    assert [one.day for one in made] == [FRIDAY, date(2026, 12, 4), date(2026, 12, 11)]
    assert {one.at for one in made} == {time(15, 0)}
    assert len({one.series for one in made}) == 1


def test_a_single_day_of_a_series_moves_alone_and_the_rest_ends_but_for_what_is_written(road: Road) -> None:
    made = arranging(road).repeat(road.by("ana"), Weekly(road.x, FRIDAY, date(2027, 1, 15), "Sports")).value
    slots = [edit.slot for edit in made.edits]
    road.posts.create(road.by("ana"), (road.x,), slot=slots[3].id)
    arranging(road).rearrange(
        road.by("ana"), (SlotEdit(slots[0], replace(slots[0], day=FRIDAY - timedelta(days=1))),)
    )

    ended = arranging(road).end_series(road.by("ana"), slots[1]).value

    left = [one.day for one in planned(road) if one.topic == "Sports"]
    assert left == [FRIDAY - timedelta(days=1), slots[3].day]
    assert {edit.slot.id for edit in ended} == {one.id for one in slots[1:]} - {slots[3].id}


def test_a_series_that_ends_before_it_begins_or_leaves_no_day_is_refused(road: Road) -> None:
    a_break(road, WEEK, NEXT)

    def reason(**changed: object) -> str:
        wanted = replace(Weekly(road.x, FRIDAY, NEXT, "Sports"), **changed)  # type: ignore[arg-type]  # by name
        with pytest.raises(NotAllowed) as refused:
            arranging(road).repeat(road.by("ana"), wanted)
        return refused.value.reasons[0].message.id

    assert reason(until=WEEK) == "plan.ends-before"
    assert reason(until=FRIDAY + timedelta(weeks=54)) == "plan.repeats-too-long"
    assert reason() == "plan.no-day-left"
    assert reason(until=date(2026, 12, 30), topic=" ") == "plan.topic-missing"


def test_a_week_is_copied_for_one_account_or_all_and_never_twice(road: Road) -> None:
    one = (
        arranging(road)
        .copy_week(road.by("ana"), WEEK, LATER, accounts=frozenset({road.facebook}))
        .value.edits
    )
    rest = arranging(road).copy_week(road.by("ana"), WEEK, LATER + timedelta(days=3)).value.edits

    assert [edit.slot.account for edit in one] == [road.facebook]
    assert [edit.slot.account for edit in rest] == [road.x]
    with pytest.raises(NotAllowed) as refused:
        arranging(road).copy_week(road.by("ana"), WEEK, LATER)
    assert refused.value.reasons[0].message.id == "plan.nothing-to-copy"


def test_a_copied_week_says_which_of_its_days_are_days_off(road: Road) -> None:
    off = same_weekday(the_slot(road).day, LATER)
    a_break(road, off, off)
    other = WEEK if the_slot(road).day != WEEK else FRIDAY
    road.plan.add(road.by("ana"), road.x, other, "Chess")

    done = arranging(road).copy_week(road.by("ana"), WEEK, LATER).value

    assert "Chess" in {edit.slot.topic for edit in done.edits}
    assert off not in {edit.slot.day for edit in done.edits}
    assert done.left_out == (off,)


def test_nobody_arranges_for_an_account_that_isnt_theirs(road: Road) -> None:
    slot = the_slot(road)

    with pytest.raises(NotAllowed) as refused:
        arranging(road).rearrange(road.by("bo"), (SlotEdit(slot, None),))

    assert refused.value.reasons[0].message.id == "plan.not-your-account"
