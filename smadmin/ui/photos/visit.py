"""The second look at photos that somebody sent: each as it will go out, one key each.

What is said stays in this page's memory until the answer is signed and written; the store isn't touched.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.away import AskedPhoto
from smadmin.domain.photos.boxes import Box
from smadmin.services.photos.visiting import Answer, Visit
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.dialogs.confirm import Question as Asking
from smadmin.ui.empty import EmptyState
from smadmin.ui.photos.asked import beside_of, head_count, marks_shown, next_question
from smadmin.ui.photos.asking import Question, marks_beside
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.photos.children import KEYS
from smadmin.ui.photos.countbar import CountBar
from smadmin.ui.photos.in_sight import Moment
from smadmin.ui.photos.looking import beside
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pictures import BIG_PX, Key, Pictures, image_of
from smadmin.ui.photos.second_panel import SecondPanel
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class VisitPage(Page):
    """The page.

    Signals:
        signAsked: every photo is seen; the answer may be signed.
    """

    signAsked = Signal()

    def __init__(
        self, around: Surroundings, screen: Screen, pictures: Pictures, *, over: Callable[[], None]
    ) -> None:
        """Build the empty page; `over` is called when somebody goes back."""
        super().__init__(around, screen)
        self._pictures = pictures
        self._over = over
        self.visit: Visit | None = None
        self.answers: dict[PhotoId, Answer] = {}
        self.seen: set[PhotoId] = set()
        self.photo: AskedPhoto | None = None
        self.question: Question | None = None
        self._shown: dict[PhotoId, QPixmap] = {}
        self._wrong: dict[PhotoId, Message] = {}
        self.back(self.words.say("photoui.back"), self._escape)
        self.header.set_main(self.words.say("photoui.fine"), hint="Space")
        self.header.mainChosen.connect(self.fine)
        self.before = Button(self.words.say("away.photo-before"), kind=ButtonKind.QUIET, hint="Left")
        self.before.clicked.connect(self.go_back)
        self.anew = Button(self.words.say("away.answer-anew"), kind=ButtonKind.QUIET)
        self.anew.clicked.connect(self.answer_anew)
        self.header.add_button(self.before)
        self.header.add_button(self.anew)
        self.canvas = PhotoCanvas(self.words)
        self.canvas.faceDrawn.connect(self.cover_more)
        self.canvas.pictureSeen.connect(self._render)
        self.count = CountBar(self.words, "photoui.cover-more")
        self.count.drawAsked.connect(self._draw)
        self.canvas.drawingTurned.connect(lambda drawing: self.count.show_drawing(drawing=drawing))
        self.panel = SecondPanel(self.words, pictures)
        self.panel.noAsked.connect(self.clear_asked)
        self.panel.coverAsked.connect(self.cover_asked)
        self.panel.wrong.show_elsewhere(self.words.say("away.else-wrong"))
        self._moment = Moment(self)
        self._looking = beside(self.panel, self.canvas, above=self.count)
        self.end = Card()
        self._lay_out()
        pictures.arrived.connect(self._picture_came)
        self.on_key("Space", self.fine)
        self.on_key("N", self.clear_asked)
        self.on_key("C", self.cover_asked)
        self.on_key("A", self._draw)
        self.on_key("Left", self.go_back)
        for key in KEYS:
            self.on_key(key, partial(self._child_key, key))

    def _lay_out(self) -> None:
        self.end.body.addWidget(
            EmptyState(
                "badge-check", self.words.say("photoui.seen-all"), text=self.words.say("away.then-sign")
            )
        )
        self.end.body.addStretch(1)
        self.body.addWidget(self._looking, 1)
        self.body.addWidget(self.end, 1)

    @override
    def keyboard_place(self) -> QWidget:
        return self.canvas

    @override
    def load(self) -> None:
        self.host.loaded(self._render)

    def begin(self, visit: Visit) -> None:
        """Begin with the first photo."""
        self.visit, self.answers, self.seen = visit, {}, set()
        self._shown, self._wrong = {}, {}
        self.panel.show_children(beside_of(visit))
        self._show(visit.asked.photos[0])

    def forget(self) -> None:
        """Let go of the pictures and of what was said."""
        self.visit, self.photo, self.question = None, None, None
        self.answers, self.seen, self._shown, self._wrong = {}, set(), {}, {}

    def fine(self) -> None:
        """Say that the photo may go out like this, and go on; at the end ask for the signature."""
        main = self.header.main
        if self.visit is None or main is None or not main.isEnabled():
            return
        if self.photo is None:
            self.signAsked.emit()
        else:
            self._go_on(self.visit, self.photo)

    def _go_on(self, visit: Visit, photo: AskedPhoto) -> None:
        self.seen.add(photo.id)
        self.answers.setdefault(photo.id, Answer())
        self._show(next((one for one in visit.asked.photos if one.id not in self.seen), None))

    def clear_asked(self) -> None:
        """Answer that the face is nobody on the list; of the last one also that the photo may go out."""
        if self.question is None or self.visit is None or self.photo is None or self.resting:
            return
        answer, ends = self._answer, self.question.ends
        self._say(replace(answer, nobody=answer.nobody | {self.question.face}))
        if ends:
            self._go_on(self.visit, self.photo)

    @property
    def resting(self) -> bool:
        """Whether no answer counts yet: the photo or the face has only just come."""
        return bool(self.canvas.unseen) or self._moment.isActive()

    def cover_asked(self) -> None:
        """Answer that the face is to be covered."""
        if self.question is not None:
            self._cover(self.question.face)

    def cover_more(self, box: Box) -> None:
        """Cover what somebody drew."""
        self._say(replace(self._answer, added=(*self._answer.added, box)))

    def answer_anew(self) -> None:
        """Take back what was said about this photo."""
        if self.photo is not None:
            self.seen.discard(self.photo.id)
            self._say(Answer())

    def go_back(self) -> None:
        """Go to the photo before, or from the end to the last."""
        if self.visit is None:
            return
        photos = self.visit.asked.photos
        place = len(photos) if self.photo is None else photos.index(self.photo)
        if place:
            self._show(photos[place - 1])

    @property
    def _answer(self) -> Answer:
        return Answer() if self.photo is None else self.answers.get(self.photo.id, Answer())

    def _cover(self, face: FaceId) -> None:
        answer = self._answer
        self._say(replace(answer, covered=answer.covered | {face}, nobody=answer.nobody - {face}))

    def _say(self, answer: Answer) -> None:
        if self.photo is not None:
            self.answers[self.photo.id] = answer
            self._render()

    def _show(self, photo: AskedPhoto | None) -> None:
        self.photo = photo
        self.canvas.draw_face(begin=False)
        self._looking.setVisible(photo is not None)
        self.end.setVisible(photo is None)
        self._render()
        if photo is not None:
            self.canvas.setFocus()

    def _render(self) -> None:
        visit, photo = self.visit, self.photo
        if visit is None:
            return
        photos = visit.asked.photos
        self.header.title.show_text(self.words.say("away.title", sender=visit.sender))
        self.before.setVisible(photo is None or photo != photos[0])
        self.anew.setVisible(self._answer != Answer())
        if photo is None:
            self.header.note.show_text(visit.asked.event)
            self._main("away.sign", ())
            return
        number, event = photos.index(photo) + 1, visit.asked.event
        self.header.note.show_text(
            self.words.say("photoui.photo-of", number=number, total=len(photos), name=event)
        )
        question = next_question(photo, self._answer, visit.mode)
        self.question = None if question is None else question.ending()
        answering = self.question is not None and not self.question.ends
        count = head_count(photo, self._answer, seen=photo.id in self.seen, answering=answering)
        self.count.show_count(count)
        self._render_picture(visit, photo)
        self._render_panel(self._wrong.get(photo.id))

    def _render_panel(self, wrong: Message | None) -> None:
        missing = (self.canvas.unseen,) if wrong is None and self.canvas.unseen else ()
        if wrong is not None:
            missing = (self.words(wrong),)
        if self.question is None:
            self.panel.show_no_question()
            self._main("photoui.fine", missing)
            return
        here = self.canvas.part_of(self.question.mark.box)
        self.panel.show_question(self.question, here, ())
        self._moment.show(self.question.face, 1)
        self._main("photoui.fine", (self.words.say("photoui.answer-first", n=self.question.left), *missing))

    def _render_picture(self, visit: Visit, photo: AskedPhoto) -> None:
        pixmap, wrong = self._shown.get(photo.id), self._wrong.get(photo.id)
        said = self.words.say("photoui.opening") if wrong is None else self.words(wrong)
        self.canvas.show_picture(pixmap, photo.width, photo.height, said=said)
        shown = marks_shown(photo, self._answer)
        covers = tuple(mark for mark in shown if mark.cover is not None)
        asked = marks_beside(self.question, [mark for mark in shown if mark.cover is None])
        self.canvas.show_marks((*covers, *asked), None if self.question is None else self.question.face)
        if pixmap is None and wrong is None:
            self._fetch(visit, photo)

    def _fetch(self, visit: Visit, photo: AskedPhoto) -> None:
        visiting = self.around.office.visiting

        def failed(error: KnownError) -> None:
            self._wrong[photo.id] = error.happened
            self._render()

        def came(pixmap: QPixmap) -> None:
            if visit is self.visit:
                self._shown[photo.id] = pixmap
                self._render()

        self.around.performer.errand(
            lambda: image_of(visiting.picture(visit, photo.id, longest_px=BIG_PX)),
            done=lambda image: came(QPixmap.fromImage(image)),
            failed=failed,
            origin=self.host,
        )

    def _main(self, words: str, missing: tuple[str, ...]) -> None:
        if self.header.main is not None:
            self.header.main.show_words(self.words.say(words))
        self.header.show_missing(missing)

    def _child_key(self, key: str) -> None:
        if self.panel.child_at(key):
            self.cover_asked()

    def _draw(self) -> None:
        if self.photo is not None and (self.question is None or self.question.ends):
            self.canvas.draw_face(begin=not self.canvas.drawing)

    def _escape(self) -> None:
        if self.canvas.drawing:
            self.canvas.draw_face(begin=False)
        elif self.answers:
            asked = Asking(
                say("away.leave"), say("away.leave-lost"), say("away.leave-do"), say("away.leave-keep")
            )
            dialog = ConfirmDialog(asked, self.words, self.host)
            dialog.confirmed.connect(self._over)
            dialog.open()
        else:
            self._over()

    def _picture_came(self, key: Key) -> None:
        if self.isVisible() and key.kind == "portrait":
            self._render()
