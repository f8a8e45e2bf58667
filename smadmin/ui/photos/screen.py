"""The photos screen: it holds the pages and leads from one to the next; what is done stands in the pages.

Finding goes on while the person is on another page, and stops when the window locks, the chair is handed over
or the window closes; it is taken up again where it stopped.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from smadmin.domain.changes import Done
from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.messages import say
from smadmin.services.photos.phones import looks_like_phone
from smadmin.services.photos.sources import Given
from smadmin.ui.banners import BannerModel
from smadmin.ui.photos.board import BoardPage
from smadmin.ui.photos.choosing import Choosing
from smadmin.ui.photos.decide import DecidePage
from smadmin.ui.photos.drops import dropped, may_be_photos
from smadmin.ui.photos.exporting import NotMade, export_photos, not_made_banner
from smadmin.ui.photos.facts import FactsPage, Offered
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.folders import FoldersPage
from smadmin.ui.photos.going import next_unlooked
from smadmin.ui.photos.mailing import Mailing
from smadmin.ui.photos.model import Step, picked_of
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pairs import wants_board
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.posting import attach_looked
from smadmin.ui.photos.reading import SheetRead, find_set, read_sheet
from smadmin.ui.photos.second import SecondPage
from smadmin.ui.photos.sheet import SheetPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import SAMPLE_PHOTOS, Surroundings, files_of
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

NEW = "new"
"""The subject that asks for a folder of photos (the menu's deed `open-photos`)."""

LOOK = "look"
"""The subject that asks for a second look by file (the menu's deed `open-look`)."""


class PhotosScreen(Screen):
    """Photos, from the camera to a covered file."""

    NOUNS = frozenset({"photos", "students", "schools"})

    def __init__(self, around: Surroundings) -> None:
        """Build the pages; nothing is read until the screen is seen."""
        super().__init__()
        self._around = around
        self.setAcceptDrops(True)
        self.pictures = Pictures(around, self)
        self.finding = Finding(around.performer, self)
        self.choosing = Choosing(
            around, self, chosen=lambda paths: self.take(offered_of(paths)), offered=self.take
        )
        self.folders = FoldersPage(
            around,
            self,
            opened=self.open_set,
            add_files=self.choosing.files,
            add_folder=self.choosing.folder,
            add_phone=self.choosing.from_phone,
            add_sample=self.choosing.sample,
        )
        self.facts = FactsPage(around, self, taken=self.open_set, left=self.show_folders)
        self.sheet = SheetPage(
            around,
            self,
            self.pictures,
            self.finding,
            go=self._go,
            looked_at=self._look_at,
            left=self.show_folders,
            use=self.use_in_post,
        )
        self.decide = DecidePage(around, self, self.pictures, over=self._back_to_sheet, go=self._go)
        self.board = BoardPage(around, self, self.pictures, over=self._back_to_sheet, on=self._begin_photos)
        self.second = SecondPage(around, self, self.pictures, over=self._back_to_sheet)
        self.mailing = Mailing(around, self, self.pictures, enter=self._enter, left=self.show_folders)
        self.mailing.offer_on(self.sheet)
        self.current: Page = self.folders
        seen = (self.folders, self.facts, self.sheet, self.board, self.decide, self.second)
        self.undone = UndoBanners(around.words)
        self.page.addWidget(self.undone)
        for page in (*seen, self.mailing.page):
            self.head.addWidget(page.header)
            self.page.addWidget(page, 1)
            page.leave()
        self._enter(self.folders)

    @override
    def load(self) -> None:
        self.current.load()

    @override
    def shown(self) -> None:
        super().shown()
        if self._around.acting is not None and not self._around.office.session.confined:
            self._around.performer.errand(self._around.office.begin_seeing, done=lambda _: None, origin=self)

    @override
    def settle(self) -> None:
        self.finding.cancel()
        self.decide.closer.cancel()
        self.second.bar.closer.cancel()
        self.decide.same.cancel()
        self.board.settle()
        self.undone.quiet()

    def open_subject(self, subject: str) -> None:
        """Show a folder or a photo by its id; `new` asks for photos, `look` for a second look by file."""
        if self._around.acting is None:
            return
        if subject in {NEW, LOOK}:
            if not self._around.office.session.confined:
                self.choosing.folder() if subject == NEW else self.mailing.choose_file()
            return
        if subject == SAMPLE_PHOTOS:
            self.choosing.sample()
            return
        if paths := files_of(subject):
            self.take(replace(offered_of(paths), picked=not any(path.is_dir() for path in paths)))
            return
        by, office = self._around.by, self._around.office

        def found(place: tuple[PhotoSetId, PhotoId | None]) -> None:
            self.open_set(place[0], place[1])

        self._around.performer.perform(lambda: find_set(office, by, subject), done=found, origin=self)

    def open_set(self, set_id: PhotoSetId, photo: PhotoId | None = None) -> None:
        """Show a folder; a second person in the chair is led to their look at once."""
        by, office, confined = self._around.by, self._around.office, self._around.office.session.confined

        def found(read: SheetRead) -> None:
            self.sheet.show_set(set_id)
            step = self._step(read)
            if step is Step.SECOND_LOOK and (confined or photo is not None):
                self._enter(self.second)
                self.second.begin(read, photo)
            elif photo is not None:
                self._look_at(photo)
            else:
                self._enter(self.sheet)

        self._around.performer.perform(lambda: read_sheet(office, by, set_id), done=found, origin=self)

    def show_folders(self) -> None:
        """Go back to the list of folders."""
        self._enter(self.folders)
        self.folders.load()

    # ---- taking photos in

    def take(self, offered: Offered) -> None:
        """Ask the short form about some files, then take them in; a second person in the chair takes none."""
        if self._around.office.session.confined or self.mailing.opens(offered.paths):
            return
        read = self.folders.read
        self.facts.offer(offered, () if read is None else read.groups)
        self._enter(self.facts)
        if read is None and self._around.acting is not None:  # the folders weren't seen yet
            by, office = self._around.by, self._around.office
            self._around.performer.perform(
                lambda: office.students.roster(by).groups, done=self.facts.show_groups, origin=self
            )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_be_photos(event.mimeData()) and not self._around.office.session.confined:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        got = dropped(event.mimeData())
        event.acceptProposedAction()
        if got.nothing:
            details = (say("photoui.drop-remedy"),)
            self.bannerAsked.emit(BannerModel(State.NOTE, say("photoui.drop-nothing"), details, key="drop"))
        else:
            self.take(offered_of(got.paths, got.given))

    # ---- from one page to the next

    def use_in_post(self) -> None:
        """Put the looked-at photos into the open draft (or a new one), and open Compose there."""
        read = self.sheet.read
        if read is None or self._around.acting is None:
            return
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: attach_looked(office, by, read),
            done=lambda done: self._around.doors.open("compose", done.value.id),
            origin=self,
        )

    def _go(self, step: Step) -> None:
        read = self.decide.sheet if self.current is self.decide else self.sheet.read
        if read is None:
            return
        if step is Step.DECIDE:
            self._begin_deciding(read)
        elif step is Step.SECOND_LOOK:
            self._enter(self.second)
            self.second.begin(read)
        elif step is Step.HAND_OVER:
            self._around.doors.hand_over("photos", read.view.set.id)
        elif step is Step.EXPORT:
            self._export(read)
        elif step is Step.USE:
            self.use_in_post()

    def _export(self, read: SheetRead) -> None:
        by, office, photos = self._around.by, self._around.office, picked_of(read.view.photos)

        def made(done: Done[tuple[NotMade, ...]]) -> None:
            if done.value:
                self.bannerAsked.emit(not_made_banner(done.value))
            self.load()

        self._around.performer.errand(lambda: export_photos(office, by, photos), done=made, origin=self)

    def _begin_deciding(self, read: SheetRead) -> None:
        """Begin with the pairs that are quickly told, where there are some, else with the photos."""
        if wants_board(read):
            self._enter(self.board)
            self.board.begin(read)
        else:
            self._begin_photos(read)

    def _begin_photos(self, read: SheetRead) -> None:
        photo, answered = next_unlooked(read, None), self.board.deeds.answered
        if photo is None:
            self._back_to_sheet()
            return
        self._look_at(photo)
        if answered:
            self.undone.say_done(
                say("pairs.answered", n=answered), say("pairs.take-back"), undo=self._undo_pairs
            )

    def _undo_pairs(self) -> None:
        self._enter(self.board)
        self.board.undo()

    def _look_at(self, photo: PhotoId) -> None:
        self._enter(self.decide)
        self.decide.show_photo(photo)

    def _back_to_sheet(self) -> None:
        page = self.current
        read = page.sheet if isinstance(page, DecidePage | SecondPage | BoardPage) else None
        looked = page.photo if isinstance(page, DecidePage | SecondPage) else None
        if read is None:
            self.show_folders()
            return
        self._enter(self.sheet)
        self.sheet.show_set(read.view.set.id)
        if looked is not None:
            self.sheet.select(looked)

    def _step(self, read: SheetRead) -> Step:
        self.sheet.read = read if read.view.set.id == self.sheet.set_id else self.sheet.read
        return self.sheet.step

    def _enter(self, page: Page) -> None:
        self.current.leave()
        self.undone.quiet()
        self.current = page
        page.enter()


def offered_of(paths: Sequence[Path], given: tuple[Given, ...] = ()) -> Offered:
    """Say what is known about files that somebody brought: a folder's name is often the event's."""
    alone = len(paths) == 1 and paths[0].is_dir()
    event = paths[0].name.replace("_", " ") if alone else ""
    return Offered(tuple(paths), event=event, given=given, phone=any(map(looks_like_phone, paths)))
