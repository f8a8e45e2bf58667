"""The one label class for text: always plain, direction controls taken out, shortened with a tooltip.

A label's accessible name is its whole text, also where the eye sees it shortened; a QLabel with any
other accessible name hides its text from screen readers.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.plaintext import for_tooltip, one_line, plain


class TextKind(Enum):
    """What a text is on the screen; the style sheet gives each its size and colour."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    MUTED = "muted"
    NOTE = "note"
    SMALL = "small"
    WRITING = "writing"


class Fold(Enum):
    """What a text does that is wider than its place."""

    WRAP = "wrap"
    SHORTEN = "shorten"


# How much of a shortened text stays in any case; titles and chips' words give way last.
_LEAST_CHARACTERS = {TextKind.TITLE: 20, TextKind.SMALL: 18}
_LEAST_CHARACTERS_ELSE = 6


class PlainLabel(QLabel):
    """A text, shown letter by letter."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: TextKind = TextKind.TEXT,
        fold: Fold = Fold.WRAP,
        parent: QWidget | None = None,
    ) -> None:
        """Take the text; it may come from outside."""
        super().__init__(parent)
        self._fold = fold
        self._kind = kind
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setWordWrap(fold is Fold.WRAP)
        if fold is Fold.SHORTEN:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    @property
    def whole_text(self) -> str:
        """The text before shortening."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = plain(text) if self._fold is Fold.WRAP else one_line(text)
        self.setAccessibleName(self._whole)
        self._fit()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if self._fold is Fold.WRAP:
            return super().sizeHint()
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + margins.left() + margins.right()
        return QSize(width + 2, self.fontMetrics().height() + margins.top() + margins.bottom())

    @override
    def minimumSizeHint(self) -> QSize:
        if self._fold is Fold.WRAP:
            return super().minimumSizeHint()
        characters = _LEAST_CHARACTERS.get(self._kind, _LEAST_CHARACTERS_ELSE)
        least = self.fontMetrics().averageCharWidth() * characters
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A page is laid out several times while it is filled; mostly a label gets the width it had.
        if self._fold is Fold.SHORTEN and event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        if self._fold is Fold.WRAP:
            if self.text() != self._whole:
                self.setText(self._whole)
            return
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        shortened = shown != self._whole
        if self.text() != shown:
            self.setText(shown)
        self.setToolTip(for_tooltip(self._whole) if shortened else "")
