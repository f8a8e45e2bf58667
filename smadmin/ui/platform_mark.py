"""A platform's icon beside an account's name; the name is what screen readers get."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Platform
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import platform_pixmap

_SIDE_PX = 15


class PlatformMark(QWidget):
    """A platform's icon in the notes' colour."""

    def __init__(self, platform: Platform, parent: QWidget | None = None) -> None:
        """Take the platform."""
        super().__init__(parent)
        self._platform = platform
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        side = round(_SIDE_PX * scale_of(self.font()))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = tokens_of(self.palette()).muted
        painter = QPainter(self)
        pixmap = platform_pixmap(self._platform.value, colour, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
