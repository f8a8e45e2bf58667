"""The second look: each photo as it will go out, one key each; doubtful faces are asked once more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.ui.banners import BannerModel
from smadmin.ui.photos.asking import Question, marks_beside, question_of, shown_marks
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.photos.children import KEYS
from smadmin.ui.photos.deeds import FaceDeeds, left_out_banner
from smadmin.ui.photos.ending import Ending
from smadmin.ui.photos.groupwise import beside_of_groups
from smadmin.ui.photos.in_sight import Moment
from smadmin.ui.photos.looking import beside
from smadmin.ui.photos.model import picked_of, second_looks
from smadmin.ui.photos.nearest import NearestPortraits
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.reading import PhotoRead, SheetRead, read_both, read_sheet
from smadmin.ui.photos.second_bar import SecondBar
from smadmin.ui.photos.second_panel import SecondPanel
from smadmin.ui.photos.strip import Strip
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class SecondPage(Page):
    """The second look at a folder's picked photos; `over` is called when somebody goes back."""

    def __init__(
        self, around: Surroundings, screen: Screen, pictures: Pictures, *, over: Callable[[], None]
    ) -> None:
        """Build the empty page."""
        super().__init__(around, screen)
        self._pictures = pictures
        self._over = over
        self._deeds = FaceDeeds(around, screen, after=self.load)
        self.sheet: SheetRead | None = None
        self.read: PhotoRead | None = None
        self.photo: PhotoId | None = None
        self.answered: set[FaceId] = set()
        self._round: tuple[PhotoId, ...] = ()
        self.question: Question | None = None
        self.back(self.words.say("photoui.back-to-sheet"), self._escape)
        self.header.set_main(self.words.say("photoui.fine"), hint="Space")
        self.header.mainChosen.connect(self.fine)
        self.canvas = PhotoCanvas(self.words)
        self.canvas.faceDrawn.connect(self.cover_more)
        self.canvas.pictureSeen.connect(self._seen)
        self.bar = SecondBar(around, screen, found=self._found_closer)
        self.count = self.bar.count
        self.count.drawAsked.connect(self._draw)
        self.canvas.drawingTurned.connect(lambda drawing: self.count.show_drawing(drawing=drawing))
        self.strip = Strip(self.words, pictures, self.show_photo)
        self.panel = SecondPanel(self.words, pictures)
        self.panel.noAsked.connect(self.clear_asked)
        self.panel.coverAsked.connect(self.cover_asked)
        self.panel.leaveOutAsked.connect(self.leave_out)
        self._moment = Moment(self)
        self._looking = beside(self.panel, self.canvas, above=self.count, below=self.strip)
        self.end = Ending(around, screen, show_main=self._main, over=over)
        self.body.addWidget(self._looking, 1)
        self.body.addWidget(self.end, 1)
        pictures.arrived.connect(self._picture_came)
        self._nearest = NearestPortraits(around, pictures, self)
        self._nearest.came.connect(self._question_again)
        self.on_key("Space", self.fine)
        self.on_key("N", self.clear_asked)
        self.on_key("C", self.cover_asked)
        self.on_key("A", self._draw)
        self.on_key("L", self.bar.look_closer)
        for key in KEYS:
            self.on_key(key, partial(self._child_key, key))

    def keyboard_place(self) -> QWidget:
        """Give the photo."""
        return self.canvas

    def begin(self, sheet: SheetRead, photo: PhotoId | None = None) -> None:
        """Begin a round over the photos that wait for this person's look."""
        self.sheet = sheet
        self._nearest.forget()
        self._round = tuple(one.id for one in second_looks(sheet.view.photos, sheet.me))
        first = photo if photo in self._round else self._round[0] if self._round else None
        if first is None:
            self._finished()
        else:
            self.show_photo(first)

    def show_photo(self, photo: PhotoId) -> None:
        """Show a photo as it will go out."""
        self.photo, self.read, self.answered = photo, None, set()
        self._looking.show()
        self.end.hide()
        self.canvas.draw_face(begin=False)
        self.load()

    def load(self) -> None:
        """Read the photo and its folder."""
        if self.around.acting is None:
            return
        if self.photo is None:
            self.end.find_again()
            return
        by, office, photo = self.around.by, self.around.office, self.photo
        self.perform(
            lambda: read_both(office, by, photo),
            lambda both: self.host.loaded(lambda: self._render(*both)),
        )

    def clear_asked(self) -> None:
        """Answer that the face is nobody on the list; of the last one also that the photo may go out."""
        if self.question is None or not self.read or not self.sheet or self.resting:
            return
        photo = self.read.view.photo.id
        if self.question.new is not None:
            self._deeds.decide(photo, self.question.face, self.question.new)
            return
        self.answered.add(self.question.face)
        if self.question.ends:
            self._deeds.finish_second(photo, frozenset(self.answered), self._go_on)
        else:
            self._render(self.read, self.sheet)

    @property
    def resting(self) -> bool:
        """Whether no answer counts yet: the photo or the face has only just come."""
        return bool(self.canvas.unseen) or self._moment.isActive()

    def cover_asked(self) -> None:
        """Answer that the face is to be covered."""
        if self.question is not None and self.photo is not None:
            self.answered.add(self.question.face)
            self._deeds.decide(self.photo, self.question.face, Choice(Decision.COVERED))

    def cover_more(self, box: Box) -> None:
        """Cover what somebody drew; the first look holds, because nothing new shows."""
        if self.photo is not None:
            self._deeds.add_face(self.photo, box)

    def leave_out(self) -> None:
        """Leave this photo out, because something else is wrong with it, and go on."""
        if self.photo is None or self.read is None:
            return
        self.host.bannerAsked.emit(left_out_banner(self.read.view.photo))
        self._deeds.leave_out(self.photo, self._go_on)

    def fine(self) -> None:
        """Say that the photo may go out like this, and go on; at the end go on to the release."""
        main = self.header.main
        if main is None or not main.isEnabled():
            return
        if self.photo is None:
            self.end.lead_on()
            return
        if self.read is None:
            return
        if self.read.view.photo.second is not None:
            self._go_on()
            return
        self._deeds.finish_second(self.photo, frozenset(self.answered), self._go_on)

    def _render(self, read: PhotoRead, sheet: SheetRead) -> None:
        if read.view.photo.id != self.photo:
            return
        self.read, self.sheet = read, sheet
        view, photo = read.view, read.view.photo
        if photo.first is None:
            self._first_again()
            return
        question = question_of(view, self.answered) if photo.second is None else None
        self.question = question if question is None or read.reasons else question.ending()
        order = self._round if photo.id in self._round else (*self._round, photo.id)
        self.header.title.show_text(self.words.say("photoui.second-title"))
        self.header.note.show_text(
            self.words.say(
                "photoui.photo-of", number=order.index(photo.id) + 1, total=len(order), name=view.set.event
            )
        )
        shown = frozenset(order)
        self.strip.show_tiles([tile for tile in sheet.tiles if tile.id in shown], photo.id)
        self.bar.show_read(read, answering=self.question is not None and not self.question.ends)
        self._show_picture()
        self._render_panel(read)

    def _first_again(self) -> None:
        """Go on: a face was left as it is that the first person never decided about."""
        said = BannerModel(State.WAITS, say("photoui.first-again"), key="first-again")
        self.host.bannerAsked.emit(said)
        self._go_on()

    def _found_closer(self, photo: str) -> None:
        if photo == self.photo:
            self.load()

    def _render_panel(self, read: PhotoRead) -> None:
        question, photo = self.question, read.view.photo
        self.panel.show_children(beside_of_groups(read.view))
        if question is None:
            self.panel.show_no_question()
            if photo.second is None:
                unseen = (self.canvas.unseen,) if self.canvas.unseen else ()
                self._main("fine", (*self.words.reasons(read.reasons), *unseen))
            else:
                self._main("next-photo", ())
            return
        enrolled = self.words.say("photoui.enrolled")
        likely = self._nearest.of(photo.id, question, alone=enrolled)
        here = self._pictures.face(photo.id, question.face) or self.canvas.part_of(question.mark.box)
        self.panel.show_question(question, here, likely)
        self._moment.show((question.face, *(one.pixmap is None for one in likely)), 1 + len(likely))
        self._main("fine", (self.words.say("photoui.answer-first", n=question.left),))

    def _main(self, words: str, missing: tuple[str, ...]) -> None:
        if self.header.main is not None:
            self.header.main.show_words(self.words.say(f"photoui.{words}"))
        self.header.show_missing(missing)

    def _show_picture(self) -> None:
        if self.read is None:
            return
        photo = self.read.view.photo
        pixmap = self._pictures.as_it_goes_out(photo)
        wrong = self._pictures.wrong_with("out", photo.id)
        said = self.words(wrong) if wrong is not None else self.words.say("photoui.opening")
        self.canvas.show_picture(pixmap, photo.width, photo.height, said=said)
        marks = marks_beside(self.question, shown_marks(self.read.view))
        self.canvas.show_marks(marks, None if self.question is None else self.question.face)

    def _go_on(self) -> None:
        if self.sheet is None or self.around.acting is None:
            return
        by, office, set_id, here = self.around.by, self.around.office, self.sheet.view.set.id, self.photo

        def go(sheet: SheetRead) -> None:
            self.sheet = sheet
            left = [one.id for one in second_looks(sheet.view.photos, sheet.me)]
            after = [one for one in left if here in self._round and self._place(one) > self._place(here)]
            if left:
                self.show_photo((after or left)[0])
            else:
                self._finished()

        self.perform(lambda: read_sheet(office, by, set_id), go)

    def _place(self, photo: PhotoId | None) -> int:
        return self._round.index(photo) if photo in self._round else len(self._round)

    def _finished(self) -> None:
        """Make the covered files, and find the post that waits for them."""
        if self.sheet is None:
            return
        self.photo, self.read, self.question = None, None, None
        self._looking.hide()
        self.header.note.show_text(self.sheet.view.set.event)
        self.end.make_files(picked_of(self.sheet.view.photos))

    def _child_key(self, key: str) -> None:
        if self.panel.child_at(key):
            self.cover_asked()

    def _draw(self) -> None:
        if self.question is None or self.question.ends:
            self.canvas.draw_face(begin=not self.canvas.drawing)

    def _escape(self) -> None:
        if self.canvas.drawing:
            self.canvas.draw_face(begin=False)
        else:
            self._over()

    def _seen(self) -> None:
        if self.read is not None:
            self._render_panel(self.read)

    def _picture_came(self, key: Key) -> None:
        if not self.isVisible() or self.read is None:
            return
        if key.kind == "out" and key.of == self.photo:
            self._show_picture()
            self._render_panel(self.read)
        if key.kind in {"face", "portrait-face"}:
            self._question_again()

    def _question_again(self) -> None:
        if self.read is not None and self.question is not None:
            self._render_panel(self.read)
