"""What is carried over: the words, each description in turn, and the pictures as one bundle to drag."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.publish.carried import PictureWords
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.outside import bundle_of
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_THUMB = QSize(72, 54)


class Thumb(QWidget):
    """A picture as it goes out, small, whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show it."""
        self._pixmap = pixmap
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _THUMB * min(scale_of(self.font()), 1.5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(tokens_of(self.palette()).background))
        if self._pixmap is not None:
            fitted = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - fitted.width()) // 2, (self.height() - fitted.height()) // 2
            painter.drawPixmap(left, top, fitted.width(), fitted.height(), self._pixmap)
        painter.end()


class FileBundle(QFrame):
    """The covered files as one thing to drag into the page. `copyAsked`, `folderAsked` for other ways."""

    copyAsked = Signal()
    folderAsked = Signal()

    def __init__(
        self,
        words: Wording,
        parent: QWidget | None = None,
        *,
        direction: QBoxLayout.Direction = QBoxLayout.Direction.LeftToRight,
    ) -> None:
        """Begin without files; in a narrow window its buttons stand below the words."""
        super().__init__(parent)
        self._words = words
        self._files: tuple[Path, ...] = ()
        self._pressed: QPoint | None = None
        self.setProperty("kind", "card")
        row = QBoxLayout(direction, self)
        row.setContentsMargins(SPACE_PX + 4, SPACE_PX, SPACE_PX, SPACE_PX)
        row.setSpacing(SPACE_PX)
        self._said = PlainLabel("")
        self._said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._said, 1)
        self.copy_button = Button(words.say("publishui.copy-files"), kind=ButtonKind.SMALL)
        self.copy_button.clicked.connect(self.copyAsked)
        folder = Button(words.say("publishui.open-folder"), kind=ButtonKind.SMALL, icon="folder-open")
        folder.clicked.connect(self.folderAsked)
        row.addWidget(self.copy_button)
        row.addWidget(folder)

    def show_files(self, files: Sequence[Path]) -> None:
        """Show how many lie ready; none where they were handed out at an earlier start."""
        self._files = tuple(files)
        some = bool(files)
        words = self._words
        film = any(one.stem == "video" for one in files)
        said = "publishui.drag-video" if film else "publishui.drag"
        self._said.show_text(words.say(said, n=len(files)) if some else words.say("publishui.files-before"))
        self.copy_button.show_words(words.say("publishui.copy-video" if film else "publishui.copy-files"))
        self.copy_button.setVisible(some)
        self.setCursor(Qt.CursorShape.OpenHandCursor if some else Qt.CursorShape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._files:
            self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(bundle_of(self._files))
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None


class CarryPart(QWidget):
    """Words, descriptions and files.

    Signals:
        copyAsked: 0 for the words, n for the description of picture n.
        filesAsked: the pictures onto the clipboard.
        folderAsked: show the folder.
    """

    copyAsked = Signal(int)
    filesAsked = Signal()
    folderAsked = Signal()

    def __init__(self, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self._shown: tuple[object, ...] | None = None
        self._marks: list[ShapeMark] = []
        self.copy_buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX)
        self.copied = PlainLabel("", kind=TextKind.STRONG)
        column.addWidget(self.copied)
        column.addLayout(self._rows)
        self.files = FileBundle(words)
        self.files.copyAsked.connect(self.filesAsked)
        self.files.folderAsked.connect(self.folderAsked)
        column.addWidget(self.files)

    def show_model(self, model: LaneModel) -> None:
        """Show what is to be carried, and what was copied already."""
        read = (model.lane.text, *((one.number, one.alt) for one in model.pictures))
        if read != self._shown:
            self._shown = read
            self._build(model)
        copied = model.hand.copied
        for turn, mark in enumerate(self._marks):
            mark.show_state(State.FINE if copied > turn else State.WAITS)
            said = "publishui.copied" if copied > turn else "publishui.not-copied"
            mark.setToolTip(self._words.say(said))
        self.copied.show_text(self._words.optional(model.copied_said))
        self.copied.setVisible(model.copied_said is not None)
        handed = model.hand.handed
        lying = [path for path, _ in handed.files] if handed is not None else []
        self.files.setVisible(bool(model.pictures or lying))  # a video lies there without pictures
        self.files.show_files(lying)

    def _build(self, model: LaneModel) -> None:
        empty_layout(self._rows)
        self._marks, self.copy_buttons = [], []
        words = self._words
        self._rows.addWidget(self._row(0, model.lane.text, words.say("publishui.copy-text"), None))
        for one in model.pictures:
            self._rows.addWidget(self._row(one.number, one.alt, words.say("publishui.copy-alt"), one))

    def _row(self, turn: int, text: str, do: str, picture: PictureWords | None) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX + 2)
        mark = ShapeMark(State.WAITS)
        self._marks.append(mark)
        beside_first_line = QVBoxLayout()
        beside_first_line.setContentsMargins(0, HALF_SPACE_PX, 0, 0)
        beside_first_line.addWidget(mark)
        beside_first_line.addStretch(1)
        row.addLayout(beside_first_line)
        if picture is not None and picture.photo is not None:
            thumb = Thumb()
            row.addWidget(thumb, 0, Qt.AlignmentFlag.AlignTop)
            self._pictures.fetch(picture.photo, show=thumb.show_pixmap, failed=_leave_empty, owner=thumb)
        said = QVBoxLayout()
        said.setSpacing(HALF_SPACE_PX)
        title = (
            self._words.say("publishui.words")
            if picture is None
            else self._words.say("publishui.alt-of", number=picture.number)
        )
        said.addWidget(PlainLabel(title, kind=TextKind.NOTE))
        said.addWidget(PlainLabel(breakable(text)))
        row.addLayout(said, 1)
        button = Button(do, kind=ButtonKind.SMALL, icon="copy")
        button.clicked.connect(partial(self.copyAsked.emit, turn))
        self.copy_buttons.append(button)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _leave_empty(_error: KnownError) -> None:
    """Show no picture: it lies in the folder, and its description stands beside it."""
