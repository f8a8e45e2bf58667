"""A child's portraits: shown as pictures kept in memory only, added from a file, removed after asking.

What was wrong with a file stands below the pictures. Pictures are dropped with the screen, at lock.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.photos.pictures import Picture
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.covered import pixmap_of
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photo_files import PATTERNS
from smadmin.ui.states import ShapeMark, StateLine
from smadmin.ui.students.quality import PortraitNotes
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, SPACE_PX, State

LONGEST_PX = 320
_SIDE_PX = 96
_NOTE_PX = 136
_KEPT = 40


class Portrait(QWidget):
    """One portrait; a drawn head until its picture is there."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        """Take what a screen reader says of it."""
        super().__init__(parent)
        self.pixmap: QPixmap | None = None
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show the picture."""
        self.pixmap = pixmap
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(_SIDE_PX * min(scale_of(self.font()), 1.5))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens.side))
        if self.pixmap is None:
            side = round(self.width() * 0.4)
            icon = icon_pixmap("user-round", tokens.muted, side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, icon)
        else:
            shown = self.pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            left, top = (self.width() - shown.width()) // 2, (self.height() - shown.height()) // 2
            painter.drawPixmap(left, top, shown.width(), shown.height(), self.pixmap)
        painter.end()


class Note(QWidget):
    """What is said of a portrait, below it: a shape and words, as wide as the text's size asks."""

    def __init__(self, state: State, said: str, parent: QWidget | None = None) -> None:
        """Take the state and the words."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF_SPACE_PX)
        row.addWidget(ShapeMark(state), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(said, kind=TextKind.SMALL), 1)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        wanted = round(_NOTE_PX * scale_of(self.font()))
        if self.minimumWidth() != wanted:
            self.setFixedWidth(wanted)


class PortraitsCard(Card):
    """The portraits of one child.

    Signals:
        fileChosen: a `Path` to take a portrait from.
        removeAsked: the id of a portrait.
    """

    fileChosen = Signal(object)
    removeAsked = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        """Begin without a child."""
        words = around.words
        super().__init__(words.say("studentui.portraits"))
        self._around = around
        self._words = words
        self._shown: tuple[tuple[MediaId, ...], PortraitNotes] | None = None
        self._child: StudentId | None = None
        self._kept: dict[MediaId, QPixmap] = {}
        self.body.addWidget(PlainLabel(words.say("studentui.portraits-means"), kind=TextKind.NOTE))
        self._tiles = FlowLayout()
        self.body.addLayout(self._tiles)
        self.trouble = PlainLabel("", kind=TextKind.SMALL)
        self._trouble_line = QWidget()
        line = QHBoxLayout(self._trouble_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ShapeMark(State.STOP), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.trouble, 1)
        self.body.addWidget(self._trouble_line)
        self._trouble_line.hide()
        self.add_button = Button(words.say("studentui.portrait-add"), icon="image-plus")
        self.add_button.clicked.connect(self._choose)
        self.check_button = Button(words.say("studentui.portraits-check"), icon="scan-face")
        self.check_button.clicked.connect(self._check)
        self._doubts = QVBoxLayout()
        self.body.addLayout(self._doubts)
        self.advice = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self.advice)
        buttons = FlowBox()
        buttons.flow.addWidget(self.add_button)
        buttons.flow.addWidget(self.check_button)
        self.body.addWidget(buttons)

    def show_portraits(
        self,
        child: StudentId,
        portraits: tuple[MediaId, ...],
        notes: PortraitNotes,
        blocked: Sequence[str],
    ) -> None:
        """Show a child's portraits with what is said of them, fetching what isn't in memory."""
        self._child = child
        if blocked:
            self.add_button.block(blocked)
        else:
            self.add_button.allow()
        if (portraits, notes) == self._shown:
            return
        self._shown = (portraits, notes)
        empty_layout(self._tiles)
        for number, portrait in enumerate(portraits, 1):
            self._tiles.addWidget(self._tile(portrait, number, notes, blocked))
        empty_layout(self._doubts)
        for doubt in notes.doubts:
            self._doubts.addWidget(StateLine(State.DOUBT, self._words(doubt)))
        self.advice.show_text("" if notes.advice is None else self._words(notes.advice))
        self.advice.setVisible(notes.advice is not None)
        self.check_button.allow()
        self.check_button.setVisible(bool(notes.unseen))

    def show_trouble(self, sentence: str) -> None:
        """Say what was wrong with the file that was chosen; empty takes it away."""
        self.trouble.show_text(sentence)
        self._trouble_line.setVisible(bool(sentence))

    def show_ready(self) -> None:
        """Offer to add another."""
        self.add_button.show_words(self._words.say("studentui.portrait-add"))

    def show_busy(self) -> None:
        """Say that a file is being looked at."""
        self.show_trouble("")
        self.add_button.block([self._words.say("studentui.portrait-busy")])
        self.add_button.show_words(self._words.say("studentui.portrait-busy"))

    def _check(self) -> None:
        """Look at the portraits that weren't looked at yet; what is seen comes with the next reading."""
        if self._shown is None or self._child is None or self._around.acting is None:
            return
        by, quality, child = self._around.by, self._around.office.portraits.quality, self._child
        unseen = self._shown[1].unseen
        self.check_button.block([self._words.say("studentui.portrait-busy")])
        self._around.performer.errand(
            lambda: quality.measure(by, unseen, child),
            done=lambda _: None,
            failed=lambda error: self.show_trouble(self._words.error(error)),
            origin=self,
        )

    def _tile(self, portrait: MediaId, number: int, notes: PortraitNotes, blocked: Sequence[str]) -> QWidget:
        picture = Portrait(self._words.say("studentui.portrait-n", number=number))
        remove = Button(self._words.say("studentui.portrait-remove"), kind=ButtonKind.LINK)
        remove.clicked.connect(partial(self.removeAsked.emit, portrait))
        if blocked:
            remove.block(blocked)
        tile = QWidget()
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, SPACE_PX, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(picture)
        for said in notes.said.get(portrait, ()):
            state = State.DOUBT if portrait in notes.flawed else State.FINE
            column.addWidget(Note(state, self._words(said)))
        column.addWidget(remove)
        column.addStretch(1)
        self._fetch(portrait, picture)
        return tile

    def _fetch(self, portrait: MediaId, picture: Portrait) -> None:
        if portrait in self._kept:
            picture.show_pixmap(self._kept[portrait])
            return
        by, portraits = self._around.by, self._around.office.portraits

        def came(found: Picture) -> None:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[portrait] = pixmap_of(found)
            picture.show_pixmap(self._kept[portrait])

        self._around.performer.errand(
            lambda: portraits.picture(by, portrait, longest_px=LONGEST_PX),
            done=came,
            failed=lambda error: self.show_trouble(self._words.error(error)),
            origin=picture,
        )

    def _choose(self) -> None:
        kinds = f"{self._words.say('studentui.pictures')} ({PATTERNS})"
        path, _ = QFileDialog.getOpenFileName(self, self._words.say("studentui.portrait-choose"), "", kinds)
        if path:
            self.fileChosen.emit(Path(path))
