"""Two parts side by side; where the width or the text leaves no room, one at a time or one below the other.

Two parts with names take turns under two tabs there, so that each has the whole height and scrolls alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX

_FIRST, _SECOND = 0, 1
LEAST_BESIDE_PX = 820
"""Narrower than this, at 100 % text, a list and what is open of it don't stand side by side."""


class Sides(QWidget):
    """Arranges two widgets by the room there is.

    Signals:
        arranged: they changed places.
        turned: another one than before may be seen.
    """

    arranged = Signal()
    turned = Signal()

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int],
        least_px: int = LEAST_BESIDE_PX,
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take both widgets.

        Args:
            first: left, or above.
            second: right, or below.
            shares: how they share the width.
            least_px: narrower than this, at 100 % text, they don't stand side by side.
            names: what their tabs are called, already worded; none puts one below the other.
            parent: the widget around.
        """
        super().__init__(parent)
        self._least_px = least_px
        self._shares = shares
        self._parts = (first, second)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name in names:
            self._tabs.addTab(for_button(name))
        self._tabs.currentChanged.connect(lambda _place: self._show_parts())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(SPACE_PX + 4)
        self._box.addWidget(first, shares[_FIRST])
        self._box.addWidget(second, shares[_SECOND])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self._tabs)
        column.addLayout(self._box, 1)
        self._show_parts()

    @property
    def beside(self) -> bool:
        """Whether they stand side by side."""
        return self._box.direction() is QBoxLayout.Direction.LeftToRight

    @property
    def take_turns(self) -> bool:
        """Whether only one of them is seen now."""
        return not self.beside and self._tabs.count() > 0

    def turn_to_first(self) -> None:
        """Show the first, where they take turns."""
        self._tabs.setCurrentIndex(_FIRST)

    def turn_to_second(self) -> None:
        """Show the second, where they take turns."""
        self._tabs.setCurrentIndex(_SECOND)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self._least_px * scale_of(self.font())
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is wanted:
            return
        self._box.setDirection(wanted)
        turns = self.take_turns
        for number, share in enumerate(self._shares):
            self._box.setStretch(number, share if beside else 1 if turns else number)
        self._show_parts()
        self.arranged.emit()

    def _show_parts(self) -> None:
        turns = self.take_turns
        self._tabs.setVisible(turns)
        for number, part in enumerate(self._parts):
            part.setVisible(not turns or number == self._tabs.currentIndex())
        self.turned.emit()
