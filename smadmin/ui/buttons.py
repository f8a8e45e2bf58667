"""Buttons. One main button a screen; what is disabled always says why.

Each keeps a margin of `RING_PX` in which it paints its focus ring. A click doesn't take the focus
away from a text that is being written; Tab reaches every button. A main button that has just taken
another meaning, or come to where one was pressed, takes no press for a moment, so that a double click never
does the next thing too.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import button_icon
from smadmin.ui.plaintext import for_button, for_tooltip, one_line
from smadmin.ui.theme import CONTROL_RADIUS_PX, ICON_PX, RING_PX


class ButtonKind(Enum):
    """How much a button says: `MAIN` once a screen, `DESTRUCTIVE` never the main one.

    `CHOICE` is a row of a list of few, as wide as its place, its words at the left.
    """

    PLAIN = "plain"
    QUIET = "quiet"
    SMALL = "small"
    LINK = "link"
    DESTRUCTIVE = "destructive"
    MAIN = "main"
    ICON = "icon"
    CHOICE = "choice"


_SAME_HAND_S = 3.0
"""So long after a press of a main button the hand may still be on its place."""

_VEIL = 150
"""How much of the background lies over a button that takes no press yet, of 255."""

_PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True)
class _Press:
    """The last press of a main button: which, when (monotonic seconds), and where it stood on the screen."""

    button: int
    at_s: float
    place: QRect


class Button(QPushButton):
    """A button with words."""

    _main_press: ClassVar[_Press | None] = None

    def __init__(
        self,
        words: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the words, an icon's name, and a hint (say, its shortcut) for the tooltip."""
        super().__init__(parent)
        self._icon_name = icon
        self._hint = hint
        self._kind = kind
        self._settles_s = 0.0
        self._veiled: QTimer | None = None
        self.setProperty("kind", kind.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.clicked.connect(self._pressed)
        self.show_words(words)
        self.allow()

    @property
    def settling(self) -> bool:
        """Whether it takes no press yet: its meaning changed under the hand that just pressed.

        Where it stands is asked now, for what is shown isn't laid out yet.
        """
        last = Button._main_press
        return last is not None and time.monotonic() < self._settles_s and last.place.intersects(self._place)

    def press(self) -> None:
        """Press it by a shortcut: as by the mouse, not while it is disabled or settles."""
        if self.isEnabled() and not self.settling and not self._keys_meant_another:
            self.click()

    @property
    def hint(self) -> str:
        """Its keys, or another hint; empty without one."""
        return self._hint

    def show_words(self, words: str) -> None:
        """Show other words, which mean another deed."""
        if self.isVisible() and self.accessibleName() != one_line(words):
            self.settle()
        self.restate(words)

    def restate(self, words: str) -> None:
        """Word the same deed otherwise (it counts what is typed): it takes presses as before."""
        self.setAccessibleName(one_line(words))
        if self._kind is not ButtonKind.ICON:
            # The space keeps icon and words apart; a style sheet can't. Of a link it would be underlined.
            spaced = self._icon_name is not None and self._kind is not ButtonKind.LINK
            self.setText(f" {for_button(words)}" if spaced else for_button(words))
        self._hint_shown()

    def allow(self) -> None:
        """Let it be pressed."""
        self.setEnabled(True)
        self.setAccessibleDescription(self._hint)
        self._hint_shown()

    def block(self, reasons: Sequence[str]) -> None:
        """Disable it and say why.

        Args:
            reasons: at least one sentence, most important first.

        Raises:
            ValueError: no reason was given; a button is never disabled without one.
        """
        if not reasons:
            raise ValueError("a disabled button says why")
        self.setEnabled(False)
        self.setToolTip(for_tooltip("\n".join(reasons)))
        self.setAccessibleDescription("\n".join(reasons))

    def _hint_shown(self) -> None:
        icon_only = self._kind is ButtonKind.ICON
        words = [self.accessibleName()] if icon_only else []
        self.setToolTip(for_tooltip("  ".join([*words, *([self._hint] if self._hint else [])])))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._tint()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tint()
        if not event.spontaneous():
            self.settle()

    @property
    def _place(self) -> QRect:
        return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())

    @property
    def _keys_meant_another(self) -> bool:
        """Whether another main button was pressed just now: keys come from no place, so a moment must do."""
        last = Button._main_press
        if last is None or self._kind is not ButtonKind.MAIN or last.button == id(self):
            return False
        return time.monotonic() - last.at_s < QApplication.doubleClickInterval() / 1000

    def _pressed(self) -> None:
        if self._kind is ButtonKind.MAIN:
            Button._main_press = _Press(id(self), time.monotonic(), self._place)

    def settle(self) -> None:
        """Take no press for the time of a double click, where a main button was pressed just now."""
        now, last = time.monotonic(), Button._main_press
        if self._kind is not ButtonKind.MAIN or last is None or now - last.at_s > _SAME_HAND_S:
            return
        wait_ms = QApplication.doubleClickInterval()
        self._settles_s = now + wait_ms / 1000
        if self._veiled is None:
            self._veiled = QTimer(self, singleShot=True)
            self._veiled.timeout.connect(self.update)
        self._veiled.start(wait_ms + 10)
        self.update()

    def _tint(self) -> None:
        if self._icon_name is not None:
            side = round(ICON_PX * scale_of(self.font()))
            room = side // 4 if self._kind is ButtonKind.LINK else 0
            self.setIconSize(QSize(side + room, side))
            icon = button_icon(self._icon_name, self.palette(), side, self.devicePixelRatioF(), room)
            self.setIcon(icon)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.settling:
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held_back = self.settling or self._keys_meant_another or event.isAutoRepeat()
        if event.key() in _PRESSING and held_back:
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.settling and self.isEnabled():
            self._veil()
        if self.hasFocus():
            paint_ring(self, CONTROL_RADIUS_PX + 2)

    def _veil(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens_of(self.palette()).background)
        veil.setAlpha(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        inner = QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
        painter.drawRoundedRect(inner, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.end()


def paint_ring(widget: QWidget, radius_px: float) -> None:
    """Paint the focus ring along a widget's edge; it keeps `RING_PX` free for it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens_of(widget.palette()).accent), 2))
    edge = RING_PX / 2 - 0.5
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(edge, edge, -edge, -edge), radius_px, radius_px)
    painter.end()
