"""What became of posts that were out: by the proven record and by the rows as they lie."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import Publication
from smadmin.domain.week import Afterwards
from smadmin.services.afterwards import afterwards_in, afterwards_lying
from smadmin.services.calendar import Calendar
from smadmin.services.week import Weeks
from smadmin.ui.plan.cells import Mark
from smadmin.ui.stages import planned_state
from tests.afterwards import out, released_correction, take_down
from tests.direct import Direct, make_direct
from tests.road import WEEK

TODAY = date(2026, 11, 16)


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    return direct


def corrected(direct: Direct, first: Publication) -> Publication:
    post = released_correction(direct, first)
    direct.road.school.clock.forward(minutes=12)
    return direct.go(direct.intended(post)).publication


def both(direct: Direct) -> list[dict[tuple[PostId | None, AccountId], Afterwards]]:
    with direct.road.school.desk.look(direct.road.by("pat")) as unit:
        school, proven = unit.schools.get(unit.school), direct.road.proof.now(unit)
        return [dict(afterwards_in(unit, proven, school)), dict(afterwards_lying(unit, school, WEEK))]


@pytest.mark.parametrize("in_place", [True, False])
def test_a_post_that_was_corrected_is_said_to_be_on_each_list(direct: Direct, *, in_place: bool) -> None:
    direct.platform.can_correct = in_place
    first = out(direct)
    assert both(direct) == [{}, {}]

    newer = corrected(direct, first)

    instead = {(newer.post, first.account): Afterwards(instead=True)} if in_place else {}
    assert both(direct) == [{(first.post, first.account): Afterwards(corrected=TODAY), **instead}] * 2


def test_what_was_taken_down_is_gone_with_what_stood_in_its_place(direct: Direct) -> None:
    first = out(direct)
    newer = corrected(direct, first)

    take_down(direct, newer)

    gone = Afterwards(gone=TODAY, corrected=TODAY)
    instead = Afterwards(gone=TODAY, instead=True)
    assert both(direct) == [{(first.post, first.account): gone, (newer.post, first.account): instead}] * 2


@pytest.mark.parametrize("removed", [True, False])
def test_week_and_calendar_dont_call_it_plainly_published(direct: Direct, *, removed: bool) -> None:
    road = direct.road
    pat = road.by("pat")
    road.plan.add(road.by("ana"), direct.blogs[0], date(2026, 11, 19), "Book fair")
    first = out(direct)
    _ = take_down(direct, first) if removed else corrected(direct, first)

    week = Weeks(road.school.desk, road.reader, road.proof).week(pat, WEEK)
    span = Calendar(road.school.desk, road.reader, road.proof).span(pat, WEEK, WEEK + timedelta(days=6))

    after = Afterwards(gone=TODAY) if removed else Afterwards(corrected=TODAY)
    (planned,) = [one for one in week.slots if one.slot.account == first.account]
    (entry,) = span.entries[first.account, date(2026, 11, 19)]
    assert (planned.after, entry.after, week.off_plan) == (after, after, ()), "it stands there once"
    said = "today.slot-taken-down" if removed else "today.slot-corrected"
    assert planned_state(planned)[1].id == Mark(entry, "").word.id == said
