"""The search of faces in words: running, over after a day, stopped, not begun."""

from dataclasses import replace
from datetime import timedelta

from smadmin.domain.errors import Reason
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import say
from smadmin.services.search_progress import SweepProgress
from smadmin.ui.sweeps.faces import Standing, faces_said
from tests.unit.ui.sweeps.made import NOW

HERE, THERE = SeatId("here"), SeatId("there")
STANDING = Standing(True, 900, (), {THERE: "Library 2"}, HERE, NOW)
RUNNING = SweepProgress(100, 1_000, 0, (HERE, THERE), NOW + timedelta(hours=20), 4.0, running=True)


def test_while_it_runs_it_says_where_about_how_long_and_that_the_screen_may_be_locked() -> None:
    told = faces_said(RUNNING, STANDING)
    assert told is not None
    assert told.running
    assert not told.again
    assert told.notes[0].values["where"] == (
        say("sweepui.this-computer"),
        say("sweepui.computer", name="Library 2"),
    )
    assert told.notes[1] == say("sweepui.about-minutes", n=30)
    assert told.notes[2].id == "sweepui.faces-lock"


def test_hours_are_said_where_it_takes_hours() -> None:
    told = faces_said(replace(RUNNING, total=20_000, seats=(HERE,)), STANDING)
    assert told is not None
    assert told.notes[1] == say("sweepui.about-hours", n=22)


def test_after_a_day_what_is_left_is_offered_and_else_why_not() -> None:
    over = replace(RUNNING, running=False, ends_at=NOW)
    told, barred = faces_said(over, STANDING), Reason(say("sweeptask.nothing-left"))
    assert told is not None
    assert (told.said.id, told.again, told.blockers) == ("sweepui.faces-over", True, ())
    blocked = faces_said(over, replace(STANDING, blockers=(barred,)))
    assert blocked is not None
    assert blocked.blockers == (barred,)


def test_stopped_by_a_person_and_done() -> None:
    stopped = faces_said(replace(RUNNING, running=False), STANDING)
    done = faces_said(replace(RUNNING, running=False, done=1_000), replace(STANDING, left=0))
    assert stopped is not None
    assert done is not None
    assert (stopped.said.id, done.said.id) == ("sweepui.faces-stopped", "sweepui.faces-done")
    assert not done.again


def test_what_was_found_overnight_is_still_taken_in() -> None:
    over = replace(RUNNING, running=False, done=1_000, waiting=50)
    told = faces_said(over, STANDING)
    assert told is not None
    assert told.moves
    taken = faces_said(replace(over, waiting=0), STANDING)
    assert taken is not None
    assert not taken.moves


def test_nothing_is_said_where_faces_arent_compared() -> None:
    assert faces_said(None, replace(STANDING, may_match=False)) is None
    waits = faces_said(None, STANDING)
    assert waits is not None
    assert waits.again
