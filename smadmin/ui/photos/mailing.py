"""Second looks by file: sending photos, opening what somebody sent, taking in what came back.

The photos screen hands it files, and shows its page as one of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.photos.review import Photo
from smadmin.services.photos.away import TakenIn
from smadmin.services.photos.lookfiles import ENDING
from smadmin.services.photos.visiting import Reply, Visit, write_look
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.photos.exporting import NotMade, export_photos, not_made_banner
from smadmin.ui.photos.model import picked_of, takes_second
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.photos.reviewer import ReviewerDialog
from smadmin.ui.photos.sheet import SheetPage
from smadmin.ui.photos.visit import VisitPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

Choose = Callable[[str, QFileDialog.AcceptMode, Callable[[Path], None]], None]


@dataclass(frozen=True)
class Sent:
    """A written file, or why it couldn't be made."""

    file: Path | None
    not_made: tuple[NotMade, ...] = ()


class Mailing(QObject):
    """What goes out and what comes in.

    Args:
        enter: shows a page of the screen.
        left: leads away from the page, once the answer is written or somebody leaves it.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        pictures: Pictures,
        *,
        enter: Callable[[Page], None],
        left: Callable[[], None],
    ) -> None:
        """Stand ready; `choose` is how a place for a file is asked for."""
        super().__init__(screen)
        self.page = VisitPage(around, screen, pictures, over=self._leave)
        self.page.signAsked.connect(self._sign)
        self._enter = enter
        self._left = left
        self._around = around
        self._screen = screen
        self.choose: Choose = self._ask_where
        self._read: SheetRead | None = None
        self.button = Button(around.words.say("away.send"), kind=ButtonKind.PLAIN, parent=screen)
        self.button.setObjectName("send-look")
        self.button.clicked.connect(self.ask_whom)
        self.button.hide()

    def offer_on(self, sheet: SheetPage) -> None:
        """Stand beside the contact sheet's main button."""
        sheet.header.add_button(self.button)
        sheet.rendered.connect(self._show_read)

    def _show_read(self, read: SheetRead) -> None:
        """Offer to send where photos wait for a second person."""
        self._read = read
        self.button.setVisible(bool(_waiting(read)) and not self._around.office.session.confined)

    def ask_whom(self) -> None:
        """Ask to whom the waiting photos go."""
        if self._read is None or self._around.acting is None:
            return
        by, office, read = self._around.by, self._around.office, self._read
        photos = _waiting(read)

        def ask(people: tuple[Person, ...]) -> None:
            if not people:
                details = (say("away.nobody-remedy"),)
                self._say(BannerModel(State.NOTE, say("away.nobody"), details, key="away"))
                return
            dialog = ReviewerDialog(people, len(photos), self._around.words, self._screen)
            dialog.chosen.connect(lambda person: self.send(read, photos, person))
            dialog.open()

        self._around.performer.perform(
            lambda: office.away.reviewers(by, [photo.id for photo in photos]), done=ask, origin=self._screen
        )

    def send(self, read: SheetRead, photos: Sequence[Photo], person: Person) -> None:
        """Ask where the file goes, make what is missing, and write it."""
        by, office = self._around.by, self._around.office

        def write(path: Path) -> Done[Sent]:
            made = export_photos(office, by, photos)
            if made.value:
                return Done(Sent(None, made.value), made.changes)
            asked = office.away.ask(by, read.view.set.id, [photo.id for photo in photos], person.id)
            return Done(Sent(write_look(path, asked.value)), made.changes | asked.changes)

        def sent(done: Done[Sent]) -> None:
            if done.value.file is None:
                self._say(not_made_banner(done.value.not_made))
                return
            told = say("away.sent", file=done.value.file.name)
            details = (say("away.sent-next", name=person.name),)
            self._say(BannerModel(State.WAITS, told, details, key="away"))

        def put(path: Path) -> None:
            self._around.performer.errand(
                lambda: write(path), done=sent, failed=self._failed, origin=self._screen
            )

        self.choose(self._named("away.file-name"), QFileDialog.AcceptMode.AcceptSave, put)

    def choose_file(self) -> None:
        """Ask for a file that somebody sent."""
        self.choose("", QFileDialog.AcceptMode.AcceptOpen, self.open)

    def opens(self, paths: Sequence[Path]) -> bool:
        """Open a dropped file, if it is a second look; else it is left to the photos."""
        looks = [path for path in paths if path.suffix.lower() == ENDING]
        if looks:
            self.open(looks[0])
        return bool(looks)

    def open(self, path: Path) -> None:
        """Open a file: a question is shown, an answer is taken in."""
        if self._around.acting is None:
            return
        by, office = self._around.by, self._around.office

        def came(opened: Visit | Reply) -> None:
            if isinstance(opened, Visit):
                self._enter(self.page)
                self.page.begin(opened)
                return
            self._around.performer.perform(
                lambda: office.away.take_in(by, opened.said), done=self._took, failed=self._failed
            )

        self._around.performer.errand(
            lambda: office.visiting.open(by, path), done=came, failed=self._failed, origin=self._screen
        )

    def _sign(self) -> None:
        """Ask where the answer goes, sign and write it."""
        visit, answers = self.page.visit, dict(self.page.answers)
        if visit is None:
            return
        by, visiting = self._around.by, self._around.office.visiting

        def written(done: Done[Path]) -> None:
            told = say("away.answer-written", file=done.value.name)
            details = (say("away.answer-next", name=visit.sender),)
            self._say(BannerModel(State.FINE, told, details, key="away"))
            self._leave()

        def put(path: Path) -> None:
            self._around.performer.errand(
                lambda: Done(write_look(path, visiting.answer(by, visit, answers)), Changes()),
                done=written,
                failed=self._failed,
                origin=self._screen,
            )

        self.choose(self._named("away.answer-name"), QFileDialog.AcceptMode.AcceptSave, put)

    def _took(self, done: Done[TakenIn]) -> None:
        told = say("away.taken", n=len(done.value.photos))
        details = tuple(dict.fromkeys(reason.message for reason in done.value.refused))
        state = State.DOUBT if details else State.FINE
        self._say(BannerModel(state, told, details, key="away"))
        self._screen.load()

    def _leave(self) -> None:
        self.page.forget()
        self._left()

    def _named(self, name: str) -> str:
        day = self._around.office.school.local(self._around.now).date().isoformat()
        return f"{self._around.words.say(name)}-{day}{ENDING}"

    def _say(self, banner: BannerModel) -> None:
        self._screen.bannerAsked.emit(banner)

    def _failed(self, error: KnownError) -> None:
        self._say(banner_of(error))

    def _ask_where(self, name: str, mode: QFileDialog.AcceptMode, then: Callable[[Path], None]) -> None:
        words = self._around.words
        saves = mode is QFileDialog.AcceptMode.AcceptSave
        dialog = QFileDialog(self._screen, words.say("away.where" if saves else "away.which"))
        dialog.setAcceptMode(mode)
        dialog.setDirectory(str(Path.home()))
        dialog.setNameFilters([f"{words.say('away.files')} (*{ENDING})"])
        if saves:
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name gets a number
            dialog.setDefaultSuffix(ENDING.removeprefix("."))
            dialog.selectFile(name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _waiting(read: SheetRead) -> tuple[Photo, ...]:
    """Give the picked photos at which a second person can still look."""
    return tuple(one for one in picked_of(read.view.photos) if takes_second(one))
