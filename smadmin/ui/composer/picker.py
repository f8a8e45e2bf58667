"""Choosing photos for the post: the recent folders, their picked photos, a whole folder in one press."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.ui.appearance import scale_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.empty import EmptyState
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_ICON = QSize(168, 112)
_SIZE = QSize(800, 560)

PhotoSets = tuple[tuple[PhotoSet, tuple[Photo, ...]], ...]


class PhotoPicker(QDialog):
    """A dialog of recent photos.

    Signals:
        chosen: the photos' ids, in order.
        photosAsked: the Photos screen is wanted instead.
        filesAsked, folderAsked: photos from the computer are wanted; the dialog stays until they are chosen.
        sampleAsked: the sample school's own photos are wanted.
    """

    chosen = Signal(tuple)
    photosAsked = Signal()
    filesAsked = Signal()
    folderAsked = Signal()
    sampleAsked = Signal()

    def __init__(
        self,
        sets: PhotoSets,
        there: frozenset[PhotoId],
        words: Wording,
        *,
        pictures: PictureSource,
        parent: QWidget,
        sample: bool = False,
    ) -> None:
        """Take the folders, which photos are under the post already, and whether the sample's can be had."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("compose.choose-photos"))
        self.setAccessibleName(self.windowTitle())
        self.resize(_SIZE * min(scale_of(self.font()), 1.4))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(SPACE_PX)
        self._lists: list[QListWidget] = []
        self.every: list[Button] = []
        left = [(one, tuple(p for p in photos if p.id not in there)) for one, photos in sets]
        for photo_set, photos in left:
            if photos:
                self._add_set(column, photo_set, photos)
        if not self._lists:
            column.addWidget(self._nothing_yet(sample=sample), 1)
        column.addLayout(self._buttons(files=bool(self._lists) or sample))
        self._judge()

    @property
    def lists(self) -> tuple[QListWidget, ...]:
        """One list a folder."""
        return tuple(self._lists)

    def _add_set(self, column: QVBoxLayout, photo_set: PhotoSet, photos: tuple[Photo, ...]) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(photo_set.event, kind=TextKind.HEADING), 1)
        every = Button(self._words.say("compose.add-all", n=len(photos)), kind=ButtonKind.SMALL)
        every.clicked.connect(lambda: self._choose(tuple(photo.id for photo in photos)))
        head.addWidget(every)
        self.every.append(every)
        column.addLayout(head)
        listing = QListWidget()
        listing.setViewMode(QListWidget.ViewMode.IconMode)
        listing.setResizeMode(QListWidget.ResizeMode.Adjust)
        listing.setMovement(QListWidget.Movement.Static)
        listing.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        listing.setIconSize(_ICON)
        listing.setUniformItemSizes(True)
        listing.setWordWrap(False)
        listing.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        listing.setAccessibleName(one_line(photo_set.event))
        blank = QPixmap(_ICON)
        blank.fill(self.palette().midlight().color())
        for photo in photos:
            item = QListWidgetItem(QIcon(blank), one_line(photo.name))
            item.setData(Qt.ItemDataRole.UserRole, photo.id)
            item.setSizeHint(QSize(_ICON.width() + 2 * SPACE_PX, _ICON.height() + 5 * SPACE_PX))
            listing.addItem(item)
            self._pictures.fetch(photo, partial(_show, item), owner=listing)
        listing.itemSelectionChanged.connect(self._judge)
        column.addWidget(listing, 1)
        self._lists.append(listing)

    def _nothing_yet(self, *, sample: bool) -> EmptyState:
        empty = EmptyState(
            "images",
            self._words.say("compose.no-photos"),
            text=self._words.say("compose.sample-photos-note" if sample else "compose.no-photos-note"),
            step=self._words.say("compose.take-sample" if sample else "compose.choose-files"),
        )
        if sample:
            empty.stepChosen.connect(lambda: self._leave_for(self.sampleAsked))
        else:
            empty.stepChosen.connect(self.filesAsked)
        return empty

    def _buttons(self, *, files: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        others = Button(self._words.say("compose.open-photos"), kind=ButtonKind.QUIET)
        others.clicked.connect(lambda: self._leave_for(self.photosAsked))
        folder = Button(self._words.say("compose.choose-folder"), kind=ButtonKind.QUIET)
        folder.clicked.connect(self.folderAsked)
        brought = Button(self._words.say("compose.choose-files"), kind=ButtonKind.QUIET)
        brought.clicked.connect(self.filesAsked)
        brought.setVisible(files)
        keep = Button(self._words.say("compose.cancel"))
        keep.clicked.connect(self.reject)
        self.add = Button("", kind=ButtonKind.MAIN)
        self.add.clicked.connect(lambda: self._choose(self._selected()))
        row.addWidget(brought)
        row.addWidget(folder)
        row.addWidget(others)
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(self.add)
        self.add.setVisible(bool(self._lists))
        return row

    def _selected(self) -> tuple[PhotoId, ...]:
        items = [listing.item(row) for listing in self._lists for row in range(listing.count())]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items if item.isSelected())

    def _judge(self) -> None:
        count = len(self._selected())
        said = (
            self._words(say("compose.add-chosen", n=count))
            if count
            else self._words.say("compose.add-photos")
        )
        self.add.show_words(said)
        if count:
            self.add.allow()
        else:
            self.add.block([self._words.say("compose.choose-first")])

    def _choose(self, photos: tuple[PhotoId, ...]) -> None:
        self.chosen.emit(photos)
        self.accept()

    def _leave_for(self, asked: SignalInstance) -> None:
        self.reject()
        asked.emit()


def _show(item: QListWidgetItem, pixmap: QPixmap) -> None:
    scaled = pixmap.scaled(
        _ICON,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (scaled.width() - _ICON.width()) // 2, (scaled.height() - _ICON.height()) // 2
    item.setIcon(QIcon(scaled.copy(left, top, _ICON.width(), _ICON.height())))
