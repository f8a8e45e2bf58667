"""Faces that somebody has to have looked at: a face of a video, and the children's portraits beside it.

Nobody answers for a face before it and each portrait were drawn wholly in sight (`ui/photos/in_sight.py`).
"""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import MediaId
from smadmin.domain.students import Student
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.in_sight import moment_ms, wholly_in_sight
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

FACE_PX = 88
_STANDS_MS = 150
_AT_ONCE = 8


class SeenFace(FacePicture):
    """A face that notes when it was seen: whole, at its own size, for a moment. `drawn` tells it once."""

    drawn = Signal()

    def __init__(self, *, bare: bool = False) -> None:
        """Take whether there is no picture to wait for: a child without a portrait is a name."""
        super().__init__(FACE_PX)
        self.stand_square()
        self.shown = False
        self._bare = bare
        self._standing = QTimer(self, singleShot=True, interval=_STANDS_MS)
        self._standing.timeout.connect(self._stood)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        there = self._bare or self.pixmap is not None
        if there and not self.shown and not self._standing.isActive() and wholly_in_sight(self):
            self._standing.start()

    def _stood(self) -> None:
        """Count what is still in sight: while rows are laid out, faces lie squeezed where they don't stay."""
        if wholly_in_sight(self) and self.size() == self.sizeHint():
            self.shown = True
            self.drawn.emit()


class Beside(FlowBox):
    """Children's portraits with their names; many come a few at a time, so that the window answers meanwhile.

    Args:
        children: whose.
        every: whether all portraits of each stand there, else the first.
    """

    def __init__(
        self, children: Sequence[Student], words: Wording, pictures: Pictures, *, every: bool
    ) -> None:
        """Begin with drawn heads; `refresh` shows what came."""
        super().__init__(gap_px=HALF_SPACE_PX)
        self._words = words
        self._pictures = pictures
        self._wanted: list[tuple[SeenFace, MediaId | None]] = []
        shown = ((child, child.portraits[: None if every else 1] or (None,)) for child in children)
        self._to_come = deque((child, media) for child, portraits in shown for media in portraits)
        self._once_whole: list[Callable[[], None]] = []
        self._coming = QTimer(self, singleShot=True, interval=0)
        self._coming.timeout.connect(self._add_some)
        self._add_some()

    def when_whole(self, then: Callable[[], None]) -> None:
        """Do something as soon as all of them stand there, now or later."""
        if self._to_come:
            self._once_whole.append(then)
        else:
            then()

    def _add_some(self) -> None:
        seen = self.isVisible()
        if seen:
            self.hide()  # each tile that is put into what shows would lay out all others anew
        for _ in range(min(_AT_ONCE, len(self._to_come))):
            self._add(*self._to_come.popleft())
        if seen:
            self.show()
        if self._to_come:
            self._coming.start()
            return
        for then in self._once_whole:
            then()
        self._once_whole.clear()

    def _add(self, child: Student, media: MediaId | None) -> None:
        face = SeenFace(bare=media is None)
        self._wanted.append((face, media))
        bare = self._words.say("videoui.no-portrait", name=child.name)
        self.flow.addWidget(_tile(face, child.name if media else bare))

    @property
    def faces(self) -> tuple[SeenFace, ...]:
        """All that stand there."""
        return tuple(face for face, _ in self._wanted)

    @property
    def unshowable(self) -> bool:
        """Tell whether one of the portraits can't be had."""
        wanted = (media for _, media in self._wanted if media is not None)
        return any(self._pictures.wrong_with("portrait-face", media) is not None for media in wanted)

    def refresh(self) -> None:
        """Show the portraits that came; the others are fetched."""
        for face, media in self._wanted:
            if media is not None and face.pixmap is None:
                face.show_picture(self._pictures.portrait_face(media))


class Looking(QObject):
    """Waits until some faces were all looked at. `over` tells it once."""

    over = Signal()

    def __init__(self, faces: Sequence[SeenFace], parent: QObject) -> None:
        """Take the faces, of which some may have been drawn already."""
        super().__init__(parent)
        self._faces = tuple(faces)
        self._standing = QTimer(self, singleShot=True)
        self._standing.timeout.connect(self.over)
        for face in faces:
            face.drawn.connect(self._drawn)
        self._drawn()

    def _drawn(self) -> None:
        if all(face.shown for face in self._faces):
            self._standing.start(moment_ms(len(self._faces)))


def _tile(face: SeenFace, said: str) -> QWidget:
    tile = QWidget()
    column = QVBoxLayout(tile)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(face)
    column.addWidget(PlainLabel(said, kind=TextKind.SMALL, fold=Fold.SHORTEN))
    tile.setFixedWidth(face.sizeHint().width())
    tile.setFixedHeight(tile.sizeHint().height())  # so that no tile makes all others be laid out again
    return tile
