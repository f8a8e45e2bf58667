"""Pictures of faces, with what they show below: small beside the photo, or large to compare."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, SPACE_PX

_ZOOMS = (1.0, 1.4, 2.0, 2.8)
_MOST_LIKELY = 5
"""So many children stand beside a face at once; all are named below."""
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}
"""How many faces stand in a row, by how many there are."""


class FacePicture(QWidget):
    """A face, as large as its place allows; a drawn head until it comes."""

    def __init__(self, least_px: int, *, icon: str = "user-round", parent: QWidget | None = None) -> None:
        """Take the least side, and what is drawn until the picture comes."""
        super().__init__(parent)
        self._least_px = least_px
        self._icon = icon
        self._square = False
        self._zoom = 1.0
        self.pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def grow(self) -> None:
        """Take all the height there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show a picture, or a drawn head."""
        self.pixmap = pixmap
        self.update()

    def zoom(self, times: float) -> None:
        """Show the middle so many times as large."""
        self._zoom = times
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
            painter.drawPixmap(place, self.pixmap, self._part(self.pixmap))
        painter.end()

    def _part(self, pixmap: QPixmap) -> QRectF:
        """Give the middle of a picture that is shown."""
        width, height = pixmap.width() / self._zoom, pixmap.height() / self._zoom
        return QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)


@dataclass(frozen=True)
class Portrayed:
    """A child as it stands beside a face: its picture, as soon as it came, and the words below."""

    pixmap: QPixmap | None
    said: str


class _Side(QWidget):
    """A face with words below."""

    def __init__(self, least_px: int, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.picture = FacePicture(least_px)
        if large:
            self.picture.grow()
        self.said = PlainLabel("", kind=TextKind.NOTE)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(self.picture, 1 if large else 0)
        column.addWidget(self.said)

    def show_one(self, one: Portrayed) -> None:
        """Show a picture with its words."""
        self.picture.show_picture(one.pixmap)
        self.said.show_text(one.said)


class Compared(QWidget):
    """Faces side by side: the one in the photo, and each child it may be."""

    def __init__(
        self, least_px: int, *, large: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Take how large each face is at least, and what is said about coming closer."""
        super().__init__(parent)
        self._least_px, self._large, self._closer = least_px, large, 0
        self._sides: list[_Side] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(HALF_SPACE_PX)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_PX)
        whole.addLayout(self._grid, 1)
        if hint:
            said_closer = PlainLabel(hint, kind=TextKind.SMALL)
            said_closer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            whole.addWidget(said_closer)
        self.show_faces(Portrayed(None, ""), ())

    @property
    def pictures(self) -> tuple[FacePicture, ...]:
        """The pictures that stand there, that of the photo first."""
        return tuple(side.picture for side in self._sides if not side.isHidden())

    @property
    def times(self) -> float:
        """How many times as large as whole all faces are shown."""
        return _ZOOMS[self._closer]

    def zoom(self, steps: int) -> None:
        """Show all faces closer, or with more around them."""
        self._closer = min(max(self._closer + steps, 0), len(_ZOOMS) - 1)
        for side in self._sides:
            side.picture.zoom(self.times)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self._large or not turned:
            event.ignore()
            return
        self.zoom(1 if turned > 0 else -1)

    def show_faces(self, here: Portrayed, likely: Sequence[Portrayed]) -> None:
        """Show the face in the photo, and beside it whom it may be; several stand in rows."""
        shown = (here, *likely[:_MOST_LIKELY])
        if len(shown) != len(self.pictures) or not self._sides:
            self._lay_out(len(shown))
        for side, one in zip(self._sides, shown, strict=False):
            side.show_one(one)

    def _lay_out(self, many: int) -> None:
        while len(self._sides) < many:
            side = _Side(self._least_px, self, large=self._large)
            side.picture.zoom(self.times)
            self._sides.append(side)
        columns = _COLUMNS.get(many, max(_COLUMNS.values()))
        for place, side in enumerate(self._sides):
            self._grid.removeWidget(side)
            side.setVisible(place < many)
            if place < many:
                self._grid.addWidget(side, place // columns, place % columns)
        for column in range(max(_COLUMNS.values())):
            self._grid.setColumnStretch(column, int(column < columns))
