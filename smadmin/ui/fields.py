"""Fields of a form: a label above, the control, and below it a note or what is wrong with it.

The label names the control for screen readers; an error stands where the eye is, not in a box on top.
"""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import ShapeMark, repolish
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording

_TEXT_MARGIN_PX = 8


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


class TimeField(QTimeEdit):
    """A time of day, by the minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at midnight; set the time from the clock."""
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)

    @property
    def entered(self) -> str:
        """The time that is chosen, `14:05`."""
        return self.dateTime().toString("HH:mm")

    def show_time(self, hour: int, minute: int) -> None:
        """Show a time."""
        self.setTime(QTime(hour, minute))


class DateField(QDateEdit):
    """A day, written as the sentences write it, with a calendar to choose from."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin at Qt's own first day; set the day from the clock."""
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setLocale(QLocale(words.language))  # before the format: Qt takes another with a new locale
        self.setDisplayFormat(re.sub("y+", "yyyy", words.day_pattern))  # a single y is none to Qt

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))
