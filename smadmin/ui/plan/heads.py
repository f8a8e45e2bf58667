"""The heads of the calendar's rows: an account's name beside its platform's icon, as large as the text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Platform
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import platform_pixmap
from smadmin.ui.theme import SPACE_PX

PLATFORM = Qt.ItemDataRole.UserRole + 1
"""The role under which a table tells a row's platform."""
_SIDE_PX = 15
_LEFT_PX = 8


class NameHeads(QHeaderView):
    """Paints the icons by itself: Qt would make them as small as a menu's, whatever the text's size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand at the side of a table."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def room_px(self) -> int:
        """The width that names don't have, for the icon and what is free beside it."""
        return _LEFT_PX + self._side_px + SPACE_PX

    def measure(self) -> None:
        """Leave the icons room, after the text's size changed."""
        wanted = f"QHeaderView::section {{ padding-left: {self.room_px}px; }}"
        if self.styleSheet() != wanted:
            self.setStyleSheet(wanted)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        platform = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, PLATFORM)
        if not isinstance(platform, Platform):
            return
        colour, side = tokens_of(self.palette()).muted, self._side_px
        place = QRectF(rect.left() + _LEFT_PX, rect.center().y() - side / 2 + 1, side, side)
        pixmap = platform_pixmap(platform.value, colour, side, self.devicePixelRatioF())
        painter.drawPixmap(place.topLeft(), pixmap)

    @property
    def _side_px(self) -> int:
        return round(_SIDE_PX * scale_of(self.font()))
