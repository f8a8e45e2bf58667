"""The cards of the school's calendar: its days with a way to take each out, a snow day, and more by hand."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import Message
from smadmin.domain.school_days import DAY, DaysForm, DaysKind
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.fields import ChoiceField, DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.school.days_model import DaysLine, YearLines
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_LONGEST_NAME = 120


class DaysCard(Card):
    """The days off by school year. Signal: `takeOutAsked` with the id of days."""

    takeOutAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("schooldays.list"))
        self._words = words
        self.note = PlainLabel("", kind=TextKind.MUTED)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.barred = PlainLabel("", kind=TextKind.STRONG)
        self.barred.hide()
        self.body.addWidget(self.note)
        self.body.addWidget(self.barred)
        self.body.addLayout(self._lines)

    def show_years(self, years: Sequence[YearLines], *, rests: bool, barred: Sequence[Reason]) -> None:
        """Show the calendar; whoever may not change it gets no button for it, and reads why."""
        said, may = self._words.say, not barred
        self.note.show_text(said("schooldays.rests" if rests else "schooldays.never-rests"))
        self.barred.show_text("\n".join(self._words.reasons(barred)))
        self.barred.setVisible(not may)
        empty_layout(self._lines)
        if not years:
            self._lines.addWidget(PlainLabel(said("schooldays.none")))
        for year in years:
            self._lines.addWidget(PlainLabel(self._words(year.title), kind=TextKind.HEADING))
            for line in year.lines:
                self._lines.addWidget(self._line(line, may=may))
                self._lines.addWidget(rule())

    def _line(self, line: DaysLine, *, may: bool) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()
        told.setSpacing(HALF_SPACE_PX)
        title = worded(line.title, self._words)
        told.addWidget(PlainLabel(title, kind=TextKind.STRONG))
        told.addWidget(PlainLabel(self._words(line.note), kind=TextKind.NOTE))
        row.addLayout(told, 1)
        if may and line.id:
            out = Button(self._words.say("schooldays.take-out"), kind=ButtonKind.LINK)
            out.setAccessibleDescription(f"{title}, {self._words(line.note)}")
            out.clicked.connect(partial(self.takeOutAsked.emit, line.id))
            row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return whole


class ClosedCard(Card):
    """A day on which the school is closed at short notice: today by one press. Signal: `closedOn` with it.

    It stands above the rest of the page: whoever needs it has the telephone in the other hand.
    """

    closedOn = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without a day."""
        super().__init__(words.say("schooldays.closed-title"))
        self._words, self._today = words, date.min
        self.closed = Button("", kind=ButtonKind.MAIN)
        self.day, self.on_day = DateField(words), Button(words.say("schooldays.closed-then"))
        label = PlainLabel(words.say("schooldays.closed-day"))
        label.setBuddy(self.day)
        dated, acts = QWidget(), QWidget()
        other = QHBoxLayout(dated)
        other.setContentsMargins(0, HALF_SPACE_PX, 0, 0)
        other.addWidget(label)
        other.addWidget(self.day)
        row = FlowLayout(acts)
        for part in (self.closed, dated, self.on_day):
            row.addWidget(part)
        self.body.addWidget(acts)
        self.closed.clicked.connect(lambda: self.closedOn.emit(self._today))
        self.on_day.clicked.connect(lambda: self.closedOn.emit(self.day.day))

    def show_today(self, today: date, blockers: Sequence[Reason]) -> None:
        """Name today, offer the day after as another one, and say why somebody may not enter any."""
        if today != self._today:
            self._today = today
            self.closed.show_words(self._words.say("schooldays.closed-do", day=today))
            self.day.show_day(today + DAY)
        for button in (self.closed, self.on_day):
            if blockers:
                button.block(self._words.reasons(blockers))
            else:
                button.allow()


class AddCard(Card):
    """The form for more days. Signal: `formEntered` with a `DaysForm`."""

    formEntered = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without a day."""
        super().__init__(words.say("schooldays.add-title"))
        self._words, told = words, words.say
        self.kind, self.name = ChoiceField(), QLineEdit()
        self.first, self.last = DateField(words), DateField(words)
        self.add = Button(told("schooldays.add"), kind=ButtonKind.MAIN)
        for kind in DaysKind:
            self.kind.addItem(told(f"schooldays.kind-{kind.value}"), kind.value)
        self.name.setMaxLength(_LONGEST_NAME)
        self.last_field = Field(told("schooldays.last"), self.last)
        self._dated = False
        self._build()

    def show_today(self, today: date, blockers: Sequence[Reason]) -> None:
        """Begin with today, the first time; say why somebody may not add days."""
        if not self._dated:
            self._dated = True
            for field in (self.first, self.last):
                field.show_day(today)
        if blockers:
            self.add.block(self._words.reasons(blockers))
        else:
            self.add.allow()

    def show_refusal(self, error: NotAllowed) -> bool:
        """Show a refusal beside its field; False where none is meant."""
        if {one.place for one in error.reasons} != {"last"}:
            return False
        self.last_field.show_error(self._words(error.reasons[0].message))
        return True

    def show_added(self) -> None:
        """Make room for the next days."""
        self.name.clear()
        self.last_field.clear_error()

    def _enter(self) -> None:
        kind = DaysKind(str(self.kind.currentData()))
        self.formEntered.emit(DaysForm(kind, self.first.day, self.last.day, self.name.text()))

    def _follow(self) -> None:
        if self.last.day < self.first.day:
            self.last.show_day(self.first.day)

    def _build(self) -> None:
        told = self._words.say
        self.body.addWidget(Field(told("schooldays.kind"), self.kind))
        days = QWidget()
        row = FlowLayout(days)
        row.addWidget(Field(told("schooldays.first"), self.first))
        row.addWidget(self.last_field)
        self.body.addWidget(days)
        self.body.addWidget(Field(told("schooldays.name"), self.name, note=told("schooldays.name-note")))
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.first.dateChanged.connect(self._follow)
        self.name.returnPressed.connect(self._enter)
        self.add.clicked.connect(self._enter)


def worded(title: str | Message, words: Wording) -> str:
    """Word a title that is a name, or says what kind it is."""
    return title if isinstance(title, str) else words(title)
