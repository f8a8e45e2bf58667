"""What became of a signed week: posts that moved, and those that left it."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.services.week import Weeks
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def weeks(road: Road) -> Weeks:
    return Weeks(road.school.desk, road.reader, road.proof)


def test_what_was_signed_and_moved_or_left_the_week_is_told(road: Road) -> None:
    road.plan.add(road.by("ana"), road.x, WEEK, "Chess")
    road.plan.add(road.by("ana"), road.x, WEEK, "Band")
    road.plan.add(road.by("ana"), road.x, WEEK, "Choir")
    road.plan.sign_week(road.by("pat"), WEEK)
    signed = {one.slot.topic: one.slot for one in weeks(road).week(road.by("ana"), WEEK).slots}
    before = weeks(road).week(road.by("ana"), WEEK)
    next_week = WEEK + timedelta(weeks=1)
    road.plan.change(road.by("ana"), signed["Chess"], day=WEEK + timedelta(days=3), topic="Chess")
    road.plan.change(road.by("ana"), signed["Band"], day=next_week, topic="Band")
    road.plan.remove(road.by("ana"), signed["Choir"].id)

    here, there = (weeks(road).week(road.by("ana"), monday) for monday in (WEEK, next_week))

    assert (before.signed_as, before.gone) == ({}, ())
    assert {slot: one.day for slot, one in here.signed_as.items()} == {signed["Chess"].id: WEEK}
    assert {(one.signed.topic, one.now and one.now.day) for one in here.gone} == {
        ("Band", next_week),
        ("Choir", None),
    }
    assert [one.topic for one in there.signed_as.values()] == ["Band"]
    assert there.gone == ()


def test_a_signature_that_was_taken_back_tells_of_nothing_gone(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    for one in weeks(road).week(road.by("ana"), WEEK).slots:
        road.plan.remove(road.by("ana"), one.slot.id)
    gone = weeks(road).week(road.by("ana"), WEEK).gone
    road.plan.withdraw_week(road.by("pat"), WEEK)

    assert gone
    assert weeks(road).week(road.by("ana"), WEEK).gone == ()
