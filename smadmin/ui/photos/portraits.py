"""Pictures of faces, with what they show below: small beside the photo, or large to compare."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, SPACE_PX


class FacePicture(QWidget):
    """A face, as large as its place allows; a drawn head until it comes."""

    def __init__(self, least_px: int, *, icon: str = "user-round", parent: QWidget | None = None) -> None:
        """Take the least side, and what is drawn until the picture comes."""
        super().__init__(parent)
        self._least_px = least_px
        self._icon = icon
        self._square = False
        self.pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def grow(self) -> None:
        """Take all the height there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show a picture, or a drawn head."""
        self.pixmap = pixmap
        self.update()

    def stand_square(self) -> None:
        """Be no wider than high, and as much larger as the text is."""
        self._square = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(self._least_px * scale_of(self.font())) if self._square else self._least_px
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_of(self.palette())
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.fillPath(path, QColor(tokens.side))
        painter.setClipPath(path)
        if self.pixmap is None:
            side = round(min(self.width(), self.height()) * 0.4)
            icon = icon_pixmap(self._icon, tokens.muted, max(side, 8), self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, icon)
        else:
            shown = self.pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(
                (self.width() - shown.width()) / 2,
                (self.height() - shown.height()) / 2,
                shown.width(),
                shown.height(),
            )
            painter.drawPixmap(place, self.pixmap, QRectF(self.pixmap.rect()))
        painter.end()


class Compared(QWidget):
    """Two faces side by side: the one in the photo and a child's portrait."""

    def __init__(self, least_px: int, *, large: bool = False, parent: QWidget | None = None) -> None:
        """Take how large each face is at least."""
        super().__init__(parent)
        self.here, self.there = FacePicture(least_px), FacePicture(least_px)
        self.here_said = PlainLabel("", kind=TextKind.NOTE)
        self.there_said = PlainLabel("", kind=TextKind.NOTE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX)
        self._second = QWidget()
        for place, (picture, said) in enumerate(((self.here, self.here_said), (self.there, self.there_said))):
            if large:
                picture.grow()
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            side = QWidget() if place == 0 else self._second
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(HALF_SPACE_PX)
            column.addWidget(picture, 1 if large else 0)
            column.addWidget(said)
            row.addWidget(side, 1)

    def show_faces(self, here: QPixmap | None, there: QPixmap | None, *, said: tuple[str, str]) -> None:
        """Show both; without words for the second only the first stands there."""
        self.here.show_picture(here)
        self.there.show_picture(there)
        self.here_said.show_text(said[0])
        self.there_said.show_text(said[1])
        self._second.setVisible(bool(said[1]))
