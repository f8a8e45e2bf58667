"""The calendar's page: the grid, what chooses its view, and the day in words below it.

What is seen is read, a month and its neighbours at a time, and read anew after each change; the cursor stays.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from smadmin.domain.calendar import Entry
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, SlotId
from smadmin.services.calendar import CalendarAccount, CalendarSpan
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plan.arranged import Arranger
from smadmin.ui.plan.cells import Shown, days_of_months, months_between, span_said
from smadmin.ui.plan.dayline import DayLine
from smadmin.ui.plan.entryform import EntryForm
from smadmin.ui.plan.grid import CalendarGrid
from smadmin.ui.plan.sheets import AccountSheet, MonthSheet
from smadmin.ui.plan.table import Kind
from smadmin.ui.plan.whosebox import WhoseBox
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.undoing import UndoBanners

KINDS = (Kind.WEEK, Kind.MONTH, Kind.ACCOUNTS)
_MONTH = timedelta(days=31)


class CalendarPage(QWidget):
    """The calendar.

    Signals:
        openAsked: an `Entry` whose post is to be written, opened, looked at or published.
        revealAsked: a widget that was just put on the page.
        monthSeen: a `Message` that names the week or month that is seen.
    """

    monthSeen = Signal(object)
    openAsked = Signal(object)
    revealAsked = Signal(object)

    def __init__(self, around: Surroundings, banners: UndoBanners, screen: QWidget) -> None:
        """Lay the page on a screen; nothing is read yet."""
        super().__init__(screen)
        self.setObjectName("calendar")
        self._around = around
        self._asked: tuple[date, date] | None = None
        self._goal: tuple[date, AccountId | None, SlotId | None] | None = None
        self._shown = Shown(date.min)
        words = around.words
        self.form: EntryForm | None = None
        self.grid = CalendarGrid(AccountSheet(words, self._shown, self), MonthSheet(words, self._shown, self))
        self.grid.setAccessibleName(words.say("gridui.calendar"))
        self.grid.setAccessibleDescription(words.say("gridui.help"))
        self.day = DayLine(words)
        self.arranger = Arranger(self, around, banners, self.grid, screen)
        self._lay()
        self.grid.seen.connect(self._seen)
        self.grid.pointed.connect(self._pointed)
        self.grid.wanted.connect(self.arranger.take)
        self.grid.moveAsked.connect(self.arranger.move)
        self.day.wanted.connect(self.arranger.take)

    def _lay(self) -> None:
        words = self._around.words
        self.kinds = QTabBar()
        self.kinds.setObjectName("calendar-kinds")
        for off in (self.kinds.setDrawBase, self.kinds.setExpanding, self.kinds.setUsesScrollButtons):
            off(False)  # noqa: FBT003  Qt's own signature
        self.kinds.setAccessibleName(words.say("gridui.kind"))
        for kind in KINDS:
            self.kinds.addTab(words.say(f"gridui.kind-{kind.value}"))
        self.kinds.currentChanged.connect(lambda number: self._turn(KINDS[number]))
        self.whose = WhoseBox(words)
        self.whose.currentIndexChanged.connect(lambda _number: self._turn())
        earlier = self._step("chevron-left", "gridui.earlier", lambda: self.go_by(-1))
        later = self._step("chevron-right", "gridui.later", lambda: self.go_by(1))
        today = Button(words.say("gridui.today"), kind=ButtonKind.SMALL)
        today.clicked.connect(self.go_to_today)
        steps = QWidget()  # which stay together where the line is too short for all
        beside = QHBoxLayout(steps)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SPACE_PX)
        for button in (earlier, today, later):
            beside.addWidget(button)
        top = FlowLayout(gap_px=SPACE_PX)
        for widget in (self.kinds, self.whose, steps):
            top.addWidget(widget)
        self._place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addLayout(self._place)
        column.addWidget(self.day)
        column.addWidget(PlainLabel(words.say("gridui.legend"), kind=TextKind.NOTE))

    def _step(self, icon: str, said: str, deed: Callable[[], None]) -> Button:
        button = Button(self._around.words.say(said), kind=ButtonKind.ICON, icon=icon)
        button.clicked.connect(deed)
        return button

    @property
    def accounts(self) -> tuple[CalendarAccount, ...]:
        """The accounts that are shown: all, or the one that is chosen."""
        return tuple(one for one in self._shown.accounts if self.only in {None, one.account.id})

    @property
    def only(self) -> AccountId | None:
        """The account that is chosen, or None for all."""
        return self.whose.only

    @property
    def plannable(self) -> tuple[tuple[AccountId, str], ...]:
        """The accounts that this person plans for."""
        return tuple((one.account.id, one.account.called) for one in self._shown.accounts if one.plans)

    def writes(self, account: AccountId) -> bool:
        """Tell whether this person writes for an account."""
        return any(one.account.id == account and one.writes for one in self._shown.accounts)

    def take_edit(self, deed: str) -> None:
        """Undo and do again wherever the keyboard stands on the page, not on the grid alone."""
        if deed in {"undo", "redo"}:
            self.arranger.take(deed)

    def forget(self) -> None:
        """Let go of what somebody did here: somebody else sits down, and sees it anew."""
        self.arranger.forget()
        self.close_form()
        self._shown.forget()

    @property
    def today(self) -> date:
        """The school's own date, as it was read last."""
        return self._shown.today

    # ---- reading

    def load(self) -> None:
        """Read what is seen, or this month where nothing was read yet."""
        if self._shown.accounts:
            self.read_again(None)
            return
        here, by = self._around.office.calendar, self._around.by
        self._around.performer.perform(lambda: here.this_month(by), done=self._began, origin=self)

    def read_again(self, goal: tuple[date, AccountId | None, SlotId | None] | None) -> None:
        """Read what is seen anew, and put the cursor on a post that was just written where one is named."""
        self._goal = goal or self._goal
        self._asked = None
        self._shown.months.clear()
        first, last = self.grid.days_seen()
        if goal is not None:
            first, last = min(first, goal[0]), max(last, goal[0])
        self._read(first, last, anew=True)

    def _began(self, span: CalendarSpan) -> None:
        self._shown.take(span)
        self.whose.show_accounts(one.account for one in self._shown.accounts)
        self.grid.show_kind(KINDS[self.kinds.currentIndex()])
        self._arrange()
        self.go_to_today()

    def _seen(self, first: date, last: date) -> None:
        """Read the months that are seen and weren't read yet, then one on each side."""
        self.monthSeen.emit(span_said(first, last, week=self.grid.kind is Kind.WEEK))
        if self._asked is not None:
            return
        before, after = max(self._shown.first, first - _MONTH), min(self._shown.last, last + _MONTH)
        for one, other in ((first, last), (last, after), (before, first)):
            if not self._shown.months.issuperset(months_between(one, other)):
                self._read(one, other)
                return

    def _read(self, first: date, last: date, *, anew: bool = False) -> None:
        missing = [one for one in months_between(first, last) if one not in self._shown.months]
        first, last = days_of_months(missing)
        self._asked = (first, last)
        here, by = self._around.office.calendar, self._around.by

        def came(span: CalendarSpan) -> None:
            if self._asked != (span.first, span.last):
                return  # something newer was asked for meanwhile
            self._asked = None
            if anew:
                self._shown.forget()
            self._take(span, anew=anew or span.today != self._shown.today)

        self._around.performer.perform(
            lambda: here.span(by, first, last), done=came, failed=self._failed, origin=self
        )

    def _failed(self, error: KnownError) -> None:
        self._asked = None
        self.arranger.refused(error)

    def _take(self, span: CalendarSpan, *, anew: bool) -> None:
        before = [one.account.id for one in self._shown.accounts]
        self._shown.take(span)
        if before != [one.account.id for one in self._shown.accounts]:
            self.whose.show_accounts(one.account for one in self._shown.accounts)
            self._arrange()
        self.grid.sheet.refresh(anew=anew)
        self.grid.viewport().update()
        goal, self._goal = self._goal, None
        if goal is not None:
            self.grid.go_to(*goal)
        if (cell := self.grid.cell) is None or anew or goal or span.first <= cell.day <= span.last:
            self._pointed()
        self._seen(*self.grid.days_seen())

    # ---- where one is

    @property
    def _waits(self) -> bool:
        """Whether nothing was read yet: what is turned to meanwhile is shown once it was (`_began`)."""
        return self._shown.today == date.min

    def go_to_today(self) -> None:
        """Put the cursor on today."""
        self._go(self._shown.today)

    def go_by(self, number: int) -> None:
        """Go a week or a month later, or earlier where the number is negative."""
        if self._waits:
            return
        cell = self.grid.cell
        day = self._shown.today if cell is None else cell.day
        if self.grid.kind is Kind.WEEK:
            self._go(day + timedelta(weeks=number))
        else:
            self._go((day.replace(day=15) + number * timedelta(days=30)).replace(day=1))

    def _go(self, day: date) -> None:
        if self._waits:
            return
        day = min(max(day, self._shown.first), self._shown.last)
        cell = self.grid.cell
        self.grid.begin_at(day)
        self.grid.go_to(day, None if cell is None else cell.account)

    def _turn(self, kind: Kind | None = None) -> None:
        """Show another kind, or other accounts, where the cursor stands."""
        if self._waits:
            return
        cell = self.grid.cell
        if kind is not None:
            self.grid.show_kind(kind)
        self._arrange()
        self._go(self._shown.today if cell is None else cell.day)

    def _arrange(self) -> None:
        self.grid.sheet.arrange(self.accounts)

    def _pointed(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            spoken = self.grid.sheet.spoken(index.row(), index.column())
            entry = self.grid.entry
            mine = entry is not None and any(one == entry.account for one, _ in self.plannable)
            self.day.show_day(spoken, entry, plans=mine, adds=bool(self.plannable))

    def show_entry(self, entry: Entry) -> None:
        """Open what is written for a post."""
        self.openAsked.emit(entry)

    def open_form(self, form: EntryForm) -> None:
        """Put a form below the grid, in place of the day's line."""
        self.close_form()
        self.form = form
        form.left.connect(self._leave_form)
        self._place.addWidget(form)
        self.day.hide()
        form.begin()
        self.revealAsked.emit(form)

    def close_form(self) -> None:
        """Take the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = None
        self.day.show()

    def _leave_form(self) -> None:
        self.close_form()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
