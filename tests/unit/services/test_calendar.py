"""The calendar's days: how posts stand, gaps to come, clashes, the school's days, and signatures."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.calendar import Entry, Signing
from smadmin.domain.clashes import Clash
from smadmin.domain.gaps import GapSpan
from smadmin.domain.ids import SchoolId
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.domain.slot_edits import SlotEdit
from smadmin.domain.week import SlotStage
from smadmin.services.arranging import Arranging, Weekly
from smadmin.services.calendar import Calendar, CalendarSpan
from tests.road import TEXT, WEEK, Road, make_road

SUNDAY = WEEK + timedelta(days=6)
NEXT = WEEK + timedelta(weeks=1)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def span(road: Road, first: date = WEEK, last: date = SUNDAY) -> CalendarSpan:
    return Calendar(road.school.desk, road.reader, road.proof).span(road.by("ana"), first, last)


def entries(road: Road, first: date = WEEK, last: date = SUNDAY) -> list[Entry]:
    return [one for some in span(road, first, last).entries.values() for one in some]


def mine(road: Road) -> Entry:
    return next(one for one in entries(road) if one.slot is not None and one.slot.id == road.slot)


def school_days(road: Road, kind: DaysKind, first: date, last: date) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.calendar_days.add(
            CalendarDays("days", SchoolId(road.school.desk.school), kind, first, last, "Finals")
        )


def test_a_planned_post_stands_as_what_is_written_for_it(road: Road, tmp_path: Path) -> None:
    stages = [mine(road).stage]
    road.plan.sign_week(road.by("pat"), WEEK)
    post = road.submitted()
    stages.append(mine(road).stage)
    road.approvals.release(road.by("bo"), post)
    stages.append(mine(road).stage)
    out = road.handed_out(post, tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")
    stages.append(mine(road).stage)

    assert stages == [SlotStage.PLANNED, SlotStage.IN_REVIEW, SlotStage.RELEASED, SlotStage.PUBLISHED]
    assert mine(road).post == post
    assert mine(road).out_on == date(2026, 11, 16)
    assert [one for one in entries(road) if one.slot is None] == []


def test_what_went_out_besides_the_plan_stands_on_its_day(road: Road, tmp_path: Path) -> None:
    post = road.posts.create(road.by("ana"), (road.x,), text=TEXT).value
    road.posts.submit(road.by("ana"), post.id)
    road.approvals.release(road.by("pat"), post.id)
    out = road.handed_out(post.id, tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")

    beside = [one for one in entries(road) if one.slot is None]

    assert [(one.account, one.day, one.stage) for one in beside] == [
        (road.x, date(2026, 11, 16), SlotStage.PUBLISHED)
    ]


def test_two_posts_within_the_hour_and_posts_in_exam_days_clash_until_they_are_out(road: Road) -> None:
    slot = mine(road).slot
    assert slot is not None
    arranging = Arranging(road.school.desk, road.reader)
    timed = arranging.rearrange(road.by("ana"), (SlotEdit(slot, replace(slot, at=time(8, 0))),)).value[0].slot
    arranging.repeat(road.by("ana"), Weekly(road.x, timed.day, timed.day, "Chess", time(8, 30)))
    hour = {one.slot.topic: one.clashes for one in entries(road) if one.slot and one.account == road.x}
    school_days(road, DaysKind.EXAMS, timed.day, timed.day)

    assert hour == {"Book fair": {Clash.SAME_HOUR}, "Chess": {Clash.SAME_HOUR}}
    assert mine(road).clashes == {Clash.SAME_HOUR, Clash.QUIET_DAY}
    assert span(road).days == {timed.day: (DaysKind.EXAMS, "Finals")}


def test_a_gap_is_drawn_until_something_is_planned(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(
            replace(account, stage=AccountStage.LIVE, live_since=date(2026, 11, 14), promised_days=5)
        )

    def gaps() -> tuple[GapSpan, ...]:
        return next(
            one.gaps
            for one in span(road, WEEK, NEXT + timedelta(days=6)).accounts
            if one.account.id == road.x
        )

    slot = mine(road).slot
    assert slot is not None
    before = gaps()
    road.plan.add(road.by("ana"), road.x, slot.day + timedelta(days=4), "Chess")

    assert [one.first for one in before] == [slot.day + timedelta(days=6)]
    assert not any(one.first <= slot.day + timedelta(days=6) <= one.last for one in gaps())


def test_signed_weeks_are_known_and_what_moved_or_came_later_is_told_apart(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    slot = mine(road).slot
    assert slot is not None
    road.plan.add(road.by("ana"), road.x, slot.day, "Chess")
    road.plan.change(road.by("ana"), slot, day=NEXT, topic=slot.topic)

    said = {
        (one.slot.topic, one.account): one.signing
        for one in entries(road, WEEK, NEXT)
        if one.slot is not None
    }

    assert span(road, WEEK, NEXT).signed == {WEEK}
    assert said == {
        ("Book fair", road.x): Signing.MOVED,
        ("Book fair", road.facebook): Signing.SIGNED,
        ("Chess", road.x): Signing.LATER,
    }


def test_a_withdrawn_signature_says_nothing_any_more(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    calendar = Calendar(road.school.desk, road.reader, road.proof)
    signed = calendar.span(road.by("ana"), WEEK, SUNDAY).signed
    road.plan.withdraw_week(road.by("pat"), WEEK)

    assert signed == {WEEK}
    assert calendar.span(road.by("ana"), WEEK, SUNDAY).signed == frozenset()


def test_posts_of_a_day_come_by_their_time_and_those_for_any_time_last(road: Road) -> None:
    arranging, day = Arranging(road.school.desk, road.reader), SUNDAY
    for topic, at in (("any", None), ("late", time(15, 0)), ("early", time(7, 30))):
        arranging.repeat(road.by("ana"), Weekly(road.x, day, day, topic, at))

    topics = [one.slot.topic for one in span(road).entries[road.x, day] if one.slot is not None]

    assert topics == ["early", "late", "any"]


def test_the_month_that_it_is_at_the_school_is_read_whole(road: Road) -> None:
    month = Calendar(road.school.desk, road.reader, road.proof).this_month(road.by("ana"))

    assert (month.first, month.last, month.today) == (
        date(2026, 11, 1),
        date(2026, 11, 30),
        date(2026, 11, 16),
    )
