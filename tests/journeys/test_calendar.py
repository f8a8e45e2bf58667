"""The plan's calendar by keyboard: a series around a day off, a post moved, a week copied, all of it undone.

The principal enters the day off first; the hand then goes by Tab, arrows and letters.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QTabBar, QWidget

from smadmin.domain.plan import monday_of
from smadmin.ui.fields import DateField
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.grid import CalendarGrid
from smadmin.ui.plan.screen import PlanScreen
from tests.journeys.hand import name_of
from tests.journeys.roads import AUTHOR, PRINCIPAL
from tests.journeys.sitting import Sitting

DAY_OFF, SERIES, SINGLE = "Lark day", "Garden club", "Book fair"
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
_MOST_TABS = 15


@dataclass
class AtCalendar:
    """The administrator at the calendar, months by weeks, the keyboard on the grid."""

    seat: Sitting

    @property
    def page(self) -> CalendarPage:
        return self.seat.shown(PlanScreen).calendar

    def press(self, *keys: str) -> None:
        """Press keys, each once what the one before led to can be seen."""
        for key in keys:
            self.seat.hand.key(key)
            self.seat.hand.wait(f"the calendar after {key}", self.read)

    def read(self) -> bool:
        self.seat.quiet()
        return self.page._asked is None and not self.page.grid._looking.isActive()

    def tab_to(self, message: str, kind: type[QWidget]) -> None:
        """Go to a field, a list or a button by Tab alone."""
        name = self.seat.hand.said(message)
        for _ in range(_MOST_TABS):
            focused = QApplication.focusWidget()
            if isinstance(focused, kind) and name in {name_of(focused), focused.accessibleName()}:
                return
            self.seat.hand.key("Tab")
        raise AssertionError(f"{name} isn't reached by Tab")

    def go_to(self, day: date) -> None:
        """Go to a day by arrows, week by week."""
        weeks = (day - self.day) // WEEK
        self.press(*["Down" if weeks > 0 else "Up"] * abs(weeks))
        days = (day - self.day).days
        self.press(*["Right" if days > 0 else "Left"] * abs(days))
        assert self.day == day

    @property
    def day(self) -> date:
        cell = self.page.grid.cell
        assert cell is not None
        return cell.day

    def says(self, message: str, **values: object) -> bool:
        return self.seat.hand.says(self.seat.hand.said(message, **values))

    def planned(self, topic: str) -> list[date]:
        """Give the days that a topic is planned for."""
        with self.seat.office.desk.look() as unit:
            return sorted(one.day for one in unit.slots.all() if one.topic == topic)


def test_a_series_goes_around_a_day_off_is_moved_copied_and_undone_by_keyboard(seat: Sitting) -> None:
    seat.look_around()
    seat.sit(PRINCIPAL)
    first = first_day(seat)
    enter_day_off(seat, first + WEEK)
    seat.lock()
    seat.sit(AUTHOR)
    at = open_calendar(seat)
    at.go_to(first + WEEK)
    assert seat.hand.says(DAY_OFF)

    at.go_to(first)
    plan_series(at, first + 3 * WEEK)
    series = [first, first + 2 * WEEK, first + 3 * WEEK]
    assert at.planned(SERIES) == series, "the day off is left out"
    assert at.says("gridui.past-planned", n=len(series))
    assert at.page.grid.hasFocus()

    at.press("Ctrl+Right")
    assert at.planned(SERIES) == [first + DAY, *series[1:]]
    assert at.day == first + DAY
    at.go_to(first)
    at.press("Insert")
    seat.hand.write(SINGLE)
    at.press("Return", "Ctrl+Shift+C")
    at.go_to(first + 4 * WEEK)
    at.press("Ctrl+V")
    assert at.says("gridui.copied", n=2)
    assert at.planned(SERIES)[-1] == first + DAY + 4 * WEEK
    assert at.planned(SINGLE) == [first, first + 4 * WEEK]

    at.press("Ctrl+Z")
    assert at.planned(SINGLE) == [first]
    at.press("Ctrl+Z", "Ctrl+Z")
    assert (at.planned(SINGLE), at.planned(SERIES)) == ([], series)
    undo_by_menu(at)
    assert at.planned(SERIES) == []
    at.press("Ctrl+Y")
    assert at.planned(SERIES) == series
    assert seat.office.verify().whole


def first_day(seat: Sitting) -> date:
    """Give a Monday two weeks ahead or later from which on no public holiday meets what is planned."""
    sheet = seat.office.school_calendar.sheet(seat.office.session.actor)
    busy = [week * WEEK + days * DAY for week in range(5) for days in (0, 1)]
    ahead = (monday_of(sheet.today) + (2 + number) * WEEK for number in range(40))
    return next(day for day in ahead if not any(day + after in sheet.public for after in busy))


def enter_day_off(seat: Sitting, day: date) -> None:
    """Let whoever sits enter a holiday of the school."""
    hand = seat.hand
    seat.go("school")
    hand.say_press("schooldays.open")
    hand.choose(hand.said("schooldays.kind"), hand.said("schooldays.kind-holiday"))
    hand.press(hand.said("schooldays.first"), DateField)
    hand.key("Ctrl+A")
    hand.write(day.isoformat())
    hand.go_to(hand.said("schooldays.name"), QLineEdit)
    hand.write(DAY_OFF)
    hand.key("Return")
    hand.wait("the day off", lambda: hand.says(hand.said("schooldays.added")))


def open_calendar(seat: Sitting) -> AtCalendar:
    """Go to the calendar, have it show months, and put the keyboard on its grid."""
    seat.go("plan")
    seat.hand.turn_to(seat.hand.said("gridui.calendar"))
    at = AtCalendar(seat)
    at.tab_to("gridui.kind", QTabBar)
    at.press("Right")
    at.tab_to("gridui.calendar", CalendarGrid)
    return at


def undo_by_menu(at: AtCalendar) -> None:
    """Undo by the Edit menu, as a mouse does."""
    hand, bar = at.seat.hand, at.seat.frame.menuBar()
    edit = hand.said("shell.menu-edit")
    hand.press_on(bar, bar.actionGeometry(next(one for one in bar.actions() if one.text() == edit)).center())
    hand.choose_from_menu(hand.said("shell.deed-undo").replace("&", ""))
    hand.wait("what came of it", at.read)


def plan_series(at: AtCalendar, until: date) -> None:
    """Plan a topic every week from the day of the cursor on."""
    hand = at.seat.hand
    at.press("Insert")
    hand.write(SERIES)
    at.tab_to("gridui.every-week", QCheckBox)
    hand.key("Space")
    at.tab_to("gridui.until", DateField)
    hand.write(until.isoformat())
    at.tab_to("planui.add", QAbstractButton)
    at.press("Space")
