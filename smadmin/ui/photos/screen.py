"""The photos screen: it holds the pages and leads from one to the next; what is done stands in the pages.

Finding goes on while the person is on another page, and stops when the window locks, the chair is handed over
or the window closes; it is taken up again where it stopped.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.messages import Message, say
from smadmin.ui.photos.beginning import Beginning
from smadmin.ui.photos.board import BoardPage
from smadmin.ui.photos.choosing import Choosing
from smadmin.ui.photos.decide import DecidePage
from smadmin.ui.photos.drops import dropped, may_be_photos
from smadmin.ui.photos.exporting import export_picked
from smadmin.ui.photos.facts import FactsPage, Offered
from smadmin.ui.photos.folders import FoldersPage
from smadmin.ui.photos.going import next_unlooked
from smadmin.ui.photos.mailing import Mailing
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.page import AnyPage, Page
from smadmin.ui.photos.pairs import wants_board
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.posting import open_with_looked
from smadmin.ui.photos.reading import SheetRead, find_set, read_sheet
from smadmin.ui.photos.searching import Searching
from smadmin.ui.photos.second import SecondPage
from smadmin.ui.photos.sheet import SheetPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import REST_OF_PHOTOS, SAMPLE_PHOTOS, Surroundings, files_of
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
        self.finding = Searching(around, self)
        self.beginning = Beginning(around, self, self.finding, self.pictures)
        self.undone = UndoBanners(around.words)
        self.choosing = Choosing(
            around, self, self.undone, chosen=lambda paths: self.take(Offered.of(paths)), offered=self.take
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
        self.page.addWidget(self.undone)
        self.current: Page = self._stand(self.folders)
        self._enter(self.folders)

    # ---- the pages, each made when it is first needed, or ahead

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        pages = ("facts", "sheet", "board", "decide", "second")
        return tuple(partial(getattr, self, page) for page in pages)

    @cached_property
    def facts(self) -> FactsPage:
        """The short form about photos that were brought."""
        page = FactsPage(self._around, self, taken=self._begin_set, left=self.show_folders)
        page.grew.connect(lambda set_id: self.sheet.grew(set_id))  # noqa: PLW0108  it is made later
        self.beginning.over.connect(page.go_on)
        return self._stand(page)

    @cached_property
    def sheet(self) -> SheetPage:
        """One folder's contact sheet."""
        sheet = self._stand(
            SheetPage(
                self._around,
                self,
                self.pictures,
                self.finding,
                go=self._go,
                looked_at=self._look_at,
                left=self.show_folders,
                use=self.use_in_post,
            )
        )
        self.mailing.offer_on(sheet)
        return sheet

    @cached_property
    def decide(self) -> DecidePage:
        """The first look at one photo."""
        page = DecidePage(self._around, self, self.pictures, over=self._back_to_sheet, go=self._go)
        return self._stand(page)

    @cached_property
    def board(self) -> BoardPage:
        """The board of pairs that are quickly told."""
        board = BoardPage(self._around, self, self.pictures, over=self._back_to_sheet, on=self._begin_photos)
        self.settling.connect(board.settle)
        return self._stand(board)

    @cached_property
    def second(self) -> SecondPage:
        """The second look."""
        return self._stand(SecondPage(self._around, self, self.pictures, over=self._back_to_sheet))

    @cached_property
    def mailing(self) -> Mailing:
        """Second looks by file, with a page of their own."""
        mailing = Mailing(self._around, self, self.pictures, enter=self._enter, left=self.show_folders)
        self._stand(mailing.page)
        return mailing

    def _stand(self, page: AnyPage) -> AnyPage:
        """Put a page into the screen, out of sight."""
        self.head.addWidget(page.header)
        self.page.addWidget(page, 1)
        page.leave()
        return page

    @override
    def load(self) -> None:
        self.current.load()

    @override
    def shown(self) -> None:
        super().shown()
        if self._around.acting is not None and not self._around.office.session.confined:
            self.beginning.make_ready()

    @property
    @override
    def unfinished(self) -> Message | None:
        return self.facts.unfinished if "facts" in self.__dict__ else None

    @override
    def settle(self) -> None:
        self.finding.drop()
        self.beginning.settle()
        self.settling.emit()
        self.undone.quiet()

    def open_subject(self, subject: str) -> None:
        """Show a folder or a photo by its id; `new` asks for photos, `look` for a second look by file."""
        if self._around.acting is None:
            return
        if subject in {NEW, LOOK}:
            if not self._around.office.session.confined:
                self.choosing.folder() if subject == NEW else self.mailing.choose_file()
            return
        if subject in {SAMPLE_PHOTOS, REST_OF_PHOTOS}:
            self.choosing.sample() if subject == SAMPLE_PHOTOS else self.facts.resume()
            return
        if paths := files_of(subject):
            self.take(replace(Offered.of(paths), picked=not any(path.is_dir() for path in paths)))
            return
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: find_set(office, by, subject), done=lambda found: self.open_set(*found), origin=self
        )

    def open_set(self, set_id: PhotoSetId, photo: PhotoId | None = None) -> None:
        """Show a folder; a second person in the chair is led to their look at once."""
        by, office, confined = self._around.by, self._around.office, self._around.office.session.confined

        def found(read: SheetRead) -> None:
            self.sheet.show_set(set_id, read)
            self.subject = photo or set_id
            step = read.main
            if step is Step.SECOND_LOOK and (confined or photo is not None):
                self._enter(self.second)
                self.second.begin(read, photo)
            elif photo is not None:
                self._look_at(photo)
            else:
                self._enter(self.sheet)

        self._around.performer.perform(lambda: read_sheet(office, by, set_id), done=found, origin=self)

    def _begin_set(self, set_id: PhotoSetId) -> None:
        """Search a folder's first photos before anything else is done with it, then show it."""
        self.beginning.hold()
        self.sheet.begin(set_id)
        self.open_set(set_id)

    def show_folders(self) -> None:
        """Go back to the list of folders."""
        self._enter(self.folders)
        self.folders.load()

    def take(self, offered: Offered) -> None:
        """Ask the short form about some files, then take them in; a second person in the chair takes none."""
        if self._around.office.session.confined or self.mailing.opens(offered.paths):
            return
        self.choosing.came()
        read = self.folders.read
        self.facts.offer(offered, None if read is None else read.groups)
        self._enter(self.facts)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_be_photos(event.mimeData()) and not self._around.office.session.confined:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        got = dropped(event.mimeData())
        event.acceptProposedAction()
        if got.nothing:
            self.choosing.nothing_dropped()
        else:
            self.take(Offered.of(got.paths, got.given))

    # ---- from one page to the next

    def use_in_post(self) -> None:
        """Put the looked-at photos into the open draft (or a new one), and open Compose there."""
        if self.sheet.read is not None and self._around.acting is not None:
            open_with_looked(self._around, self, self.sheet.read)

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
            export_picked(self._around, self, read)
        elif step is Step.USE:
            self.use_in_post()

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

    def _enter(self, page: Page) -> None:
        self.current.leave()
        self.undone.quiet()
        self.current = page
        page.enter()
