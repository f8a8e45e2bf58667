"""The photos screen: it holds the pages and leads from one to the next; what is done stands in the pages.

Finding goes on while the person is on another page, and stops when the window locks, the chair is handed over
or the window closes; it is taken up again where it stopped.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from smadmin import resources
from smadmin.domain.changes import Changes, Done
from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.posts import Draft
from smadmin.services.photos.phones import looks_like_phone, phone_folders
from smadmin.services.photos.sources import Given
from smadmin.ui.banners import BannerModel
from smadmin.ui.photo_files import ask_for_photos
from smadmin.ui.photos.decide import DecidePage
from smadmin.ui.photos.drops import dropped, may_be_photos
from smadmin.ui.photos.exporting import NotMade, export_photos, not_made_banner
from smadmin.ui.photos.facts import FactsPage, Offered
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.folders import FoldersPage
from smadmin.ui.photos.mailing import Mailing
from smadmin.ui.photos.model import Step, picked_of
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.reading import SheetRead, find_set, open_draft, read_sheet
from smadmin.ui.photos.second import SecondPage
from smadmin.ui.photos.sheet import SheetPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings, files_of
from smadmin.ui.theme import State

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
        self.folders = FoldersPage(
            around,
            self,
            opened=self.open_set,
            add_files=self.choose_files,
            add_folder=self.choose_folder,
            add_phone=self.choose_from_phone,
            add_sample=self.take_sample,
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
        self.second = SecondPage(around, self, self.pictures, over=self._back_to_sheet)
        self.mailing = Mailing(around, self, self.pictures, enter=self._enter, left=self.show_folders)
        self.mailing.offer_on(self.sheet)
        self.current: Page = self.folders
        for page in (self.folders, self.facts, self.sheet, self.decide, self.second, self.mailing.page):
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
        self.decide.same.cancel()

    def open_subject(self, subject: str) -> None:
        """Show a folder or a photo by its id; `new` asks for photos, `look` for a second look by file."""
        if self._around.acting is None:
            return
        if subject in {NEW, LOOK}:
            if not self._around.office.session.confined:
                self.choose_folder() if subject == NEW else self.mailing.choose_file()
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

    def choose_files(self) -> None:
        """Ask for photo files."""
        self._choose(QFileDialog.FileMode.ExistingFiles)

    def choose_folder(self) -> None:
        """Ask for a folder of photos."""
        self._choose(QFileDialog.FileMode.Directory)

    def choose_from_phone(self) -> None:
        """Ask which photos of a connected phone are wanted, or say how to connect one."""

        def found(places: tuple[Path, ...]) -> None:
            if places:
                self._choose(QFileDialog.FileMode.ExistingFiles, places[0])
            else:
                how = (say("photoui.phone-how"),)
                self.bannerAsked.emit(BannerModel(State.NOTE, say("photoui.no-phone"), how, key="phone"))

        self._around.performer.errand(phone_folders, done=found, origin=self)

    def take_sample(self) -> None:
        """Offer the sample school's own photos."""
        words = self._around.words
        self.take(
            Offered(
                (resources.find("sample/photos"),),
                event=words.say("photoui.sample-event"),
                right=RightOfUse.OWN,
                purpose=words.say("photoui.sample-purpose"),
            )
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
        photos = [one.id for one in picked_of(read.view.photos) if one.first is not None]

        def attach() -> Done[Draft]:
            draft, changes = open_draft(office, by), Changes()
            if draft is None:
                begun = office.posts.create(by, ())
                draft, changes = begun.value, begun.changes
            for photo in photos:
                if photo not in {picture.photo for picture in draft.content.pictures}:
                    attached = office.posts.attach(by, draft, photo)
                    draft, changes = attached.value, changes | attached.changes
            return Done(draft, changes)

        self._around.performer.perform(
            attach, done=lambda done: self._around.doors.open("compose", done.value.id), origin=self
        )

    def _go(self, step: Step) -> None:
        read = self.decide.sheet if self.current is self.decide else self.sheet.read
        if read is None:
            return
        if step is Step.DECIDE:
            photos = picked_of(read.view.photos)
            self._look_at(next(one.id for one in photos if one.first is None))
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

    def _look_at(self, photo: PhotoId) -> None:
        self._enter(self.decide)
        self.decide.show_photo(photo)

    def _back_to_sheet(self) -> None:
        read = self.second.sheet if self.current is self.second else self.decide.sheet
        if read is None:
            self.show_folders()
            return
        looked = self.second.photo if self.current is self.second else self.decide.photo
        self._enter(self.sheet)
        self.sheet.show_set(read.view.set.id)
        if looked is not None:
            self.sheet.select(looked)

    def _step(self, read: SheetRead) -> Step:
        self.sheet.read = read if read.view.set.id == self.sheet.set_id else self.sheet.read
        return self.sheet.step

    def _enter(self, page: Page) -> None:
        self.current.leave()
        self.current = page
        page.enter()

    def _choose(self, mode: QFileDialog.FileMode, there: Path | None = None) -> None:
        ask_for_photos(
            self, self._around.words, mode, there=there, chosen=lambda paths: self.take(offered_of(paths))
        )


def offered_of(paths: Sequence[Path], given: tuple[Given, ...] = ()) -> Offered:
    """Say what is known about files that somebody brought: a folder's name is often the event's."""
    alone = len(paths) == 1 and paths[0].is_dir()
    event = paths[0].name.replace("_", " ") if alone else ""
    return Offered(tuple(paths), event=event, given=given, phone=any(map(looks_like_phone, paths)))
