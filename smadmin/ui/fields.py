"""Fields of a form: a label above, the control, and below it a note or what is wrong with it.

The label names the control for screen readers; an error stands where the eye is, not in a box on top.
"""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import ShapeMark, repolish
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.typed_whole import TypedWhole
from smadmin.ui.wording import Wording

_TEXT_MARGIN_PX = 8
_FIRST_YEAR = 1000
"""A year of fewer figures is half typed."""
_KEYS = Qt.KeyboardModifier
_NOT_TYPED = _KEYS.ControlModifier | _KEYS.AltModifier | _KEYS.MetaModifier


class Field(QWidget):
    """A labelled control."""

    def __init__(
        self, label: str, control: QWidget, *, note: str = "", parent: QWidget | None = None
    ) -> None:
        """Take the label's words, the control and a note in small print."""
        super().__init__(parent)
        self.control = control
        self._note_words = note
        self.label = PlainLabel(label, kind=TextKind.STRONG)
        self.label.setBuddy(control)
        policy = self.label.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)  # it stays with its control
        self.label.setSizePolicy(policy)
        control.setAccessibleName(self.label.whole_text)
        self._shape = ShapeMark(State.STOP)
        self._note = PlainLabel("", kind=TextKind.NOTE)
        below = QHBoxLayout()
        below.setSpacing(HALF_SPACE_PX + 2)
        below.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(self.label)
        column.addWidget(control)
        column.addLayout(below)
        self.clear_error()

    @property
    def error(self) -> str:
        """What is wrong with what was entered, empty where nothing is."""
        return self.control.accessibleDescription() if self._shape.isVisibleTo(self) else ""

    def show_error(self, error: str) -> None:
        """Say what is wrong, in place of the note."""
        self._show(error, wrong="yes")

    def show_note(self, note: str) -> None:
        """Say something else in small print from now on; what is wrong stays until it is right."""
        wrong, self._note_words = bool(self.error), note
        if not wrong:
            self.clear_error()

    def clear_error(self) -> None:
        """Show the note again."""
        self._show(self._note_words, wrong="no")

    def _show(self, words: str, *, wrong: str) -> None:
        self._note.show_text(words)
        self._note.setVisible(bool(words))
        self._note.setProperty("kind", "wrong" if wrong == "yes" else "note")
        self._shape.setVisible(wrong == "yes")
        self.control.setAccessibleDescription(words)
        self.control.setProperty("wrong", wrong)
        repolish(self._note)
        repolish(self.control)


class ChoiceField(QComboBox):
    """A choice whose words may be long: it is as wide as its place, and its list as wide as its words."""

    _FEWEST_LETTERS = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without choices."""
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(self._FEWEST_LETTERS)


class NumberField(QSpinBox):
    """A number with small steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at zero."""
        super().__init__(parent)
        # Qt puts a styled spin box's text at its very edge, whatever padding the style sheet gives.
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)


class DateField(TypedWhole, QDateEdit):
    """A day, written as the sentences write it, with a calendar to choose from.

    Qt reads what is typed part by part. Over a day that is selected as a whole it would read `Dec 6, 2026` as
    a day of the month that stood there, so there the words are taken as they come, until they are a day.
    """

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin at Qt's own first day; set the day from the clock."""
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setLocale(QLocale(words.language))  # before the format: Qt takes another with a new locale
        self.setDisplayFormat(re.sub("y+", "yyyy", words.day_pattern))  # a single y is none to Qt
        in_figures = re.sub("y+", "yyyy", self.locale().dateFormat(QLocale.FormatType.ShortFormat))
        self._patterns = (self.displayFormat().replace(",", ""), in_figures, "yyyy-MM-dd")

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, typed = self.lineEdit(), self._typed
        plain = not event.modifiers() & _NOT_TYPED
        writes = plain and event.text().isprintable() and bool(event.text())
        if typed is None and writes and line.selectedText() == line.text():
            typed = ""
        if typed is None:
            super().keyPressEvent(event)
        elif writes:
            self._take_words(typed + event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_words(typed[:-1])
        else:
            self.leave_words()
            super().keyPressEvent(event)

    def _take_words(self, typed: str) -> None:
        """Show what is typed; once it is a day, that is the chosen one."""
        self._typed = typed
        self.show_words(typed)
        read = self._read(typed.replace(",", "").strip())
        if read.isValid():
            self._typed = None
            self.setDate(read)
            self.show_words(self.textFromDateTime(self.dateTime()))

    def _read(self, words: str) -> QDate:
        """Read a whole day, its month as a name or in figures; no valid one while it is half typed."""
        for pattern in self._patterns:
            for written in (words, words.title(), words.lower()):
                read = self.locale().toDate(written, pattern)
                if read.isValid() and read.year() >= _FIRST_YEAR:
                    return read
        return QDate()
