"""A planning meeting that was missed: it is said on Today, and held from there."""

from datetime import time

from smadmin.domain.meetings import Meeting
from smadmin.ui.today.screen import TodayScreen
from tests.gui.sitting import Sitting
from tests.gui.today.test_silence import AheadClock


def test_a_missed_meeting_is_held_from_today(sitting: Sitting) -> None:
    office = sitting.office
    today = office.school.local(office.desk.now).date()
    office.meetings.set(sitting.actor, Meeting(today, time(15, 30), every=4))
    office.desk.clock = AheadClock(office.desk.clock, days=9)
    sitting.take_the_seat("maya-ortega")
    office.vouch_clock(sitting.actor)
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    screen._unfold()
    row = next(one for one in screen.rows if "planning meeting" in one.title.whole_text)
    assert row.button is not None
    assert row.button.text() == "Held today"

    row.button.click()
    sitting.settle()

    view = office.meetings.view(sitting.actor)
    assert (view.held, view.missed) == (view.today, None)
    screen._unfold()
    assert not [one for one in screen.rows if "planning meeting" in one.title.whole_text]


def test_a_missed_meeting_stands_on_the_principals_today_and_nothing_of_one_to_come(sitting: Sitting) -> None:
    office, words = sitting.office, sitting.around.words
    today = office.school.local(office.desk.now).date()
    office.meetings.set(sitting.actor, Meeting(today, time(15, 30), every=4))
    clock = office.desk.clock = AheadClock(office.desk.clock, days=0)

    def rows_of(days: int) -> list[str]:
        clock.days = days
        sitting.take_the_seat("ellen-whitcomb")
        office.vouch_clock(sitting.actor)
        screen = TodayScreen(sitting.around)
        sitting.show(screen)
        screen._unfold()
        return [one.title.whole_text for one in screen.rows if "planning meeting" in one.title.whole_text]

    assert rows_of(1) == []
    assert rows_of(9) == [words.say("weekly.meeting-missed", day=today)]
