"""Choosing: another post from the menu, photos from the recent folders, files that were dropped."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.ids import PhotoId, PostId
from smadmin.ui.composer.drafts import Chosen, Offered, drafts_menu
from smadmin.ui.composer.editor import WritingEditor
from smadmin.ui.composer.picker import PhotoPicker, PhotoSets
from smadmin.ui.composer.readings import read_photo_sets
from smadmin.ui.composer.shown import SmallPictures
from smadmin.ui.photo_files import ask_for_photos
from smadmin.ui.surroundings import SAMPLE_PHOTOS, Surroundings, files_subject


class Choosing(QObject):
    """Menus and dialogs of the screen.

    Signals:
        postChosen: a post's id.
        newAsked, dropAsked: the menu's deeds.
        versionChosen: earlier words (`Earlier`).
        photosChosen: ids of photos, in order.
        leftForPhotos: the Photos screen is wanted, with files as its subject where some were brought.
    """

    postChosen = Signal(str)
    newAsked = Signal()
    dropAsked = Signal()
    versionChosen = Signal(object)
    photosChosen = Signal(tuple)
    leftForPhotos = Signal(str)

    def __init__(self, around: Surroundings, pictures: SmallPictures, screen: QWidget) -> None:
        """Take the screen, over which they open."""
        super().__init__(screen)
        self._around = around
        self._pictures = pictures
        self._screen = screen

    def offer_drafts(
        self, current: PostId | None, at: QPoint, *, writing: WritingEditor | None, droppable: bool
    ) -> None:
        """Open the menu of this person's posts.

        Args:
            current: the open one.
            at: where, on the screen.
            writing: where words can be brought in, or None.
            droppable: whether the open one can be put away.
        """
        by, office, words = self._around.by, self._around.office, self._around.words
        text = writing.words if writing else ""
        chosen = Chosen(
            post=self.postChosen.emit,
            begin=self.newAsked.emit,
            wishes=partial(self._around.doors.open, "wishes"),
            restore=self.versionChosen.emit,
            drop=self.dropAsked.emit if droppable else None,
            put_in=writing.put_in if writing else None,
            put_last=partial(writing.put_in, last=True) if writing else None,
        )

        def show(offered: Offered) -> None:
            menu = drafts_menu(
                offered, current, words, now=self._around.now, chosen=chosen, parent=self._screen
            )
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

        self._around.performer.perform(
            lambda: Offered(
                office.posts.mine(by),
                office.drafting.ready_made(words.language),
                () if current is None else office.drafting.versions(by, current),
                office.drafting.licence_line(by, text) if writing else "",
            ),
            done=show,
            origin=self._screen,
        )

    def offer_photos(self, there: frozenset[PhotoId]) -> None:
        """Open the dialog of recent photos.

        Args:
            there: those under the post already.
        """
        by, office = self._around.by, self._around.office

        def show(found: tuple[PhotoSets, bool]) -> None:
            sets, sample = found
            picker = PhotoPicker(
                sets, there, self._around.words, pictures=self._pictures, parent=self._screen, sample=sample
            )
            picker.chosen.connect(self.photosChosen)
            picker.photosAsked.connect(lambda: self.leftForPhotos.emit(""))
            picker.sampleAsked.connect(lambda: self.leftForPhotos.emit(SAMPLE_PHOTOS))
            picker.filesAsked.connect(lambda: self._ask_files(QFileDialog.FileMode.ExistingFiles, picker))
            picker.folderAsked.connect(lambda: self._ask_files(QFileDialog.FileMode.Directory, picker))
            picker.open()

        self._around.performer.perform(
            lambda: (read_photo_sets(office, by), office.school.sample), done=show, origin=self._screen
        )

    def bring_files(self, paths: list[str]) -> None:
        """Take dropped files to Photos: there they are looked at before they can go under a post."""
        self.leftForPhotos.emit(files_subject([Path(path) for path in sorted(paths)]))

    def _ask_files(self, mode: QFileDialog.FileMode, picker: PhotoPicker) -> None:
        """Ask over the dialog, which is still there for whoever thinks better of it."""

        def chosen(paths: list[Path]) -> None:
            picker.reject()
            self.bring_files([str(path) for path in paths])

        ask_for_photos(picker, self._around.words, mode, chosen=chosen)
