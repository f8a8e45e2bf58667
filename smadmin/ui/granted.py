"""What the principal signs in advance: the list of it with a way to withdraw each, or the form for another.

Standing permissions and notices' texts are both shown so; what they say and ask is their own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Granted:
    """One thing that was signed: what is said of it, line by line, each in its kind."""

    id: str
    said: tuple[tuple[str, TextKind], ...]


@dataclass(frozen=True)
class GrantedWords:
    """The card's words: its title, for an empty list, the buttons, and why nothing can be signed."""

    title: str
    none: str
    another: str
    withdraw: str
    nobody: str


@dataclass(frozen=True)
class FormWords:
    """The form's words: its two days and its two buttons."""

    starts: str
    ends: str
    give: str
    leave: str


class GrantForm(QWidget):
    """A form for something to be signed from a day to a day.

    Signals:
        given: what its own class makes of it.
        left: somebody thought better of it.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording, said: FormWords, parent: QWidget | None = None) -> None:
        """Begin empty; add to `column` from above, the last is `finish`."""
        super().__init__(parent)
        self._words, self._said = words, said
        self._first: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_PX)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are chosen."""
        return self.starts.day, self.ends.day

    def begin(self) -> None:
        """Put the keyboard at the first choice."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: str) -> None:
        """Say why it can't be signed."""
        empty_layout(self._why)
        self._why.addWidget(StateLine(State.STOP, error))

    def judge(self, lacking: Sequence[str]) -> None:
        """Let it be signed, or say what is lacking first."""
        empty_layout(self._why)
        self._lacking.show_text(next(iter(lacking), ""))
        if lacking:
            self.give.block(lacking[:1])
        else:
            self.give.allow()

    def add_boxes(self, title: str, boxes: Sequence[QCheckBox]) -> None:
        """Add boxes to tick under a title."""
        self.column.addWidget(PlainLabel(title, kind=TextKind.STRONG))
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=2 * SPACE_PX)
        for box in boxes:
            flow.addWidget(box)
        self.column.addWidget(holder)

    def finish(self, days: tuple[date, date], *, give: Callable[[], None], first: QWidget) -> None:
        """Add the days, as they are proposed, and the buttons; they come last, for the Tab key too.

        Args:
            days: the first and the last one.
            give: makes of the form what is signed.
            first: where the keyboard begins.
        """
        self._first = first
        self.starts, self.ends = DateField(self._words), DateField(self._words)
        for field, day in zip((self.starts, self.ends), days, strict=True):
            field.show_day(day)
        self._why = QVBoxLayout()
        self._lacking = PlainLabel("", kind=TextKind.NOTE)
        self.give = Button(self._said.give)
        self.give.clicked.connect(give)
        leave = Button(self._said.leave, kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(Field(self._said.starts, self.starts), 1)
        row.addWidget(Field(self._said.ends, self.ends), 1)
        buttons.addWidget(self.give)
        buttons.addWidget(leave)
        buttons.addWidget(self._lacking, 1)
        for part in (row, self._why, buttons):
            self.column.addLayout(part)
        begin_words(self)


class GrantedCard(Card):
    """The list, or the form in its place.

    Signals:
        given: what the form gives.
        withdrawn: the id of what is to be withdrawn.
    """

    given = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, said: GrantedWords, parent: QWidget | None = None) -> None:
        """Begin with an empty list."""
        super().__init__(said.title, parent)
        self._said = said
        self._lines: tuple[Granted, ...] = ()
        self._make: Callable[[], GrantForm] | None = None
        self._somebody = False
        self.form: GrantForm | None = None
        self.another: Button | None = None

    def show_granted(
        self, lines: Sequence[Granted], *, make: Callable[[], GrantForm] | None, somebody: bool
    ) -> None:
        """Show what was signed; a form that is being filled in stays.

        Args:
            lines: oldest first.
            make: makes the form; None for whoever may only read.
            somebody: whether there is anybody whom it could be for.
        """
        self._lines, self._make, self._somebody = tuple(lines), make, somebody
        if self.form is None:
            self._show_list()

    def rest(self) -> None:
        """Close the form."""
        self.form = None
        self._show_list()

    def unfold(self) -> None:
        """Show the form in place of the list."""
        if self._make is None:
            return
        self.clear()
        self.another = None
        self.form = self._make()
        self.form.given.connect(self.given)
        self.form.left.connect(self.rest)
        self.body.addWidget(self.form)
        self.form.begin()
        bring_into_view(self)  # with its heading

    def show_error(self, error: str) -> None:
        """Say in the form why it can't be signed."""
        if self.form is not None:
            self.form.show_error(error)

    def _show_list(self) -> None:
        self.clear()
        self.another = None
        for line in self._lines:
            self.body.addWidget(self._line(line))
        if not self._lines:
            self.body.addWidget(PlainLabel(self._said.none, kind=TextKind.NOTE))
        if self._make is not None:
            self.another = Button(self._said.another, kind=ButtonKind.SMALL)
            self.another.setObjectName("sign-another")
            self.another.clicked.connect(self.unfold)
            if not self._somebody:
                self.another.block([self._said.nobody])
            self.body.addWidget(self.another)

    def _line(self, line: Granted) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, kind in line.said:
            column.addWidget(PlainLabel(words, kind=kind))
        if self._make is not None:
            button = Button(self._said.withdraw, kind=ButtonKind.SMALL)
            button.setObjectName(f"withdraw-{line.id}")
            button.clicked.connect(partial(self.withdrawn.emit, line.id))
            column.addWidget(button)
        return holder
