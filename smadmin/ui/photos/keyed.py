"""A button with its key drawn on it, so that the keyboard is learnt by looking."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.theme import NOTE_PX, RING_PX

_ROOM_PX = 8
_SPACES = 5
_PADDING_PX = 10
_LEAST_PX = 120


class KeyButton(Button):
    """Words, and at the right end the key that does the same."""

    def __init__(
        self,
        words: str,
        key: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words and the key as it stands on the keyboard, or nothing."""
        self._key = key
        self._whole = words
        super().__init__(words, kind=kind, icon=icon, hint=key, parent=parent)

    def widen(self) -> "KeyButton":
        """Take all the width there is; the words then stand in the middle."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    @override
    def show_words(self, words: str) -> None:
        super().show_words(words)
        self._whole = self.text()
        self._fit(self.width() if self.isVisible() else None)  # a button that stays as wide isn't resized
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int | None) -> None:
        """Keep the words clear of the key, and shorten them where there is no room."""
        room, whole = self._room, self._whole
        if width is not None:
            metrics = self.fontMetrics()
            left = width - 2 * (RING_PX + _PADDING_PX) - metrics.horizontalAdvance(room)
            whole = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(left, 0))
        if self.text() != whole + room:
            self.setText(whole + room)

    @property
    def _room(self) -> str:
        # Spaces that don't break, whatever the text's size.
        return "\u00a0" * (_SPACES + 2 * len(self._key)) if self._key else ""

    @override
    def sizeHint(self) -> QSize:
        """Ask for room for the whole words, also where they stand shortened."""
        hint, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        cut = advance(self._whole + self._room) - advance(self.text())
        return QSize(hint.width() + max(cut, 0), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), round(120 * scale_of(self.font()))), self.sizeHint().height()
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._cap_px()
        height = NOTE_PX * scale_of(self.font()) * 1.5
        cap = QRectF(self.width() - width - _ROOM_PX - RING_PX, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(QColor(tokens.line if self.isEnabled() else tokens.background), 1))
        painter.setBrush(QColor(tokens.background))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(self._cap_font())
        painter.setPen(QColor(tokens.muted))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
        painter.end()

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(NOTE_PX * scale_of(self.font()) * 0.92))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _cap_px(self) -> float:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(self._key) + 10, NOTE_PX * scale_of(self.font()) * 1.6)
