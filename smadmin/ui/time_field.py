"""A field for a time of day, by the minute, as the window's language writes it (`2:30 PM`, `14:30`)."""

import re
from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QTimeEdit, QWidget
from typing_extensions import override

from smadmin.ui.typed_whole import TypedWhole
from smadmin.ui.wording import Wording

_TEXT_MARGIN_PX = 8
_NOON = 12
_HALVES = ("a", "p")
_TYPED = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap])?\.? ?(?:m\.?)?", re.IGNORECASE)
_NOT_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class TimeField(TypedWhole, QTimeEdit):
    """The field: arrows change its parts, and a time is typed as a whole, with or without `PM`.

    Qt reads hour, minute and half of the day one by one: over `8:00 AM` it would take `14:30` for 1:30 AM.

    Signals:
        chosen: another `QTime`, by a step, by Enter or by leaving the field; never what is half typed.
    """

    chosen = Signal(QTime)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin at midnight; set the time from the clock."""
        super().__init__(parent)
        self._afternoon = False
        self._told = self.time()
        self.editingFinished.connect(self._tell)
        self.setLocale(QLocale(words.language))  # before the format: Qt takes another with a new locale
        written = self.locale().timeFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(written.replace("\u202f", " "))  # nobody has a key for that narrow space
        self._halves = "a" in written.casefold()
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)

    @property
    def entered(self) -> str:
        """The time that is chosen, `14:05`."""
        return self.dateTime().toString("HH:mm")

    def show_time(self, hour: int, minute: int) -> None:
        """Show a time."""
        self._told = QTime(hour, minute)
        self.setTime(self._told)

    @override
    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        self._tell()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.leave_words()
        super().hideEvent(event)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        written = event.text()
        plain = not event.modifiers() & _NOT_TYPED
        if plain and (written.isdigit() or (self._typed is not None and written and written.isprintable())):
            if self._typed is None:
                self._afternoon = self.time().hour() >= _NOON
            self._take((self._typed or "") + written)
        elif self._typed is not None and event.key() == Qt.Key.Key_Backspace:
            self._take(self._typed[:-1])
        else:
            self.leave_words()
            super().keyPressEvent(event)

    def _take(self, typed: str) -> None:
        """Show what is typed; as soon as it is a time, that is the chosen one."""
        self._typed = typed
        read = read_time(typed, afternoon=self._halves and self._afternoon)
        if read is not None:
            self.setTime(QTime(read.hour, read.minute))
        self.show_words(typed)

    def _tell(self) -> None:
        if self.time() != self._told:
            self._told = self.time()
            self.chosen.emit(self._told)


def read_time(typed: str, *, afternoon: bool = False) -> time | None:
    """Read a time as people type it: `2:30 PM`, `230p`, `14:30`, `1430`, `8`; None where it is none.

    Args:
        typed: what was typed.
        afternoon: whether a small hour without a half of the day is meant after noon.
    """
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
    if not half and afternoon and not match[1].startswith("0"):
        half = "p"
    if half in _HALVES and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
