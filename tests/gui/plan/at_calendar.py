"""What a person does at the calendar of the sample school, for its tests."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot, monday_of
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.painting import places
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.sheets import Sheet
from smadmin.ui.plan.table import Kind
from tests.gui.sitting import Sitting

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class AtCalendar:
    """What a person does at the calendar."""

    def __init__(self, plan: PlanScreen, sitting: Sitting) -> None:
        self.plan, self.sitting = plan, sitting
        plan.tabs.setCurrentIndex(2)
        self.page: CalendarPage = plan.calendar
        self.wait()
        self.page.grid.setFocus()

    def wait(self) -> None:
        """Wait until what is seen was read."""

        def read() -> bool:
            self.sitting.settle()
            return (
                self.page._asked is None
                and bool(self.page._shown.months)
                and not self.page.grid._looking.isActive()
            )

        self.sitting.qtbot.waitUntil(read, timeout=5000)

    def press(self, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(self.page.grid, key, held)
        self.wait()

    def show(self, kind: Kind) -> None:
        self.page.kinds.setCurrentIndex(list(Kind).index(kind))
        self.wait()

    def go_to(self, slot: Slot) -> None:
        self.page.grid.go_to(slot.day, slot.account, slot.id)
        self.wait()

    @property
    def sheet(self) -> Sheet:
        return self.page.grid.sheet

    def point(self, slot: Slot) -> QPoint:
        """The middle of a post in the grid."""
        grid = self.page.grid
        index = self.sheet.index_of(slot.day, slot.account)
        cell = self.sheet.cell(index.row(), index.column())
        spots = list(places(grid.visualRect(index).toRectF(), len(cell.marks), grid.style_of_cells()))
        number = [mark.entry.slot for mark in cell.marks].index(slot)
        return spots[number].center().toPoint()

    def planned(self, topic: str) -> list[Slot]:
        with self.sitting.office.desk.look(self.sitting.actor) as unit:
            return sorted((one for one in unit.slots.all() if one.topic == topic), key=lambda one: one.day)

    def form_is_open(self) -> bool:
        return self.page.form is not None

    @property
    def banner(self) -> str:
        return "\n".join(self.sitting.around.words(one.happened) for one in self.plan.banners.models)


def plan_account(sitting: Sitting) -> AccountId:
    return next(one.account.id for one in sitting.office.weeks.week(sitting.actor).accounts if one.plans)


def a_wednesday(plan: PlanScreen) -> date:
    """A Wednesday that is to come."""
    assert plan._model is not None
    return plan._model.monday + timedelta(days=2)


def chess(at: AtCalendar) -> Slot:
    return at.planned("Chess club")[0]


def enter(at: AtCalendar, topic: str, fill: Callable[[CalendarPage], None] = lambda _page: None) -> None:
    at.press(Key.Key_Insert)
    assert at.page.form is not None
    at.page.form.topic.setText(topic)
    fill(at.page)
    QTest.keyClick(at.page.form.topic, Key.Key_Return)
    at.wait()


def whole_week(at: AtCalendar, day: date) -> date:
    """Give this day or one some weeks later: in its week no day is off, for what lies there isn't copied."""
    sheet = at.sitting.office.school_calendar.sheet(at.sitting.actor)
    off = {monday_of(one) for one in sheet.days.named}
    return next(one for one in (day + timedelta(weeks=n) for n in range(20)) if monday_of(one) not in off)
