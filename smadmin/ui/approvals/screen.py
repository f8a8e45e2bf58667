"""The screen *Approvals*: the queue, one post open, and the release.

The main button does the next step of the open post: release it, publish it, or give the chair back. Who may
do what is the services' word; this screen only shows it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import WRITERS
from smadmin.domain.posts import Draft
from smadmin.services.questions import QuestionSheet
from smadmin.ui.approvals.aside import Aside
from smadmin.ui.approvals.asked import AskedPage, asked_model, asked_row
from smadmin.ui.approvals.deeds import Deeds
from smadmin.ui.approvals.detail import SEND_BACK_KEYS, PostDetail
from smadmin.ui.approvals.heading import show_main
from smadmin.ui.approvals.queue import queue_model
from smadmin.ui.approvals.seen import Opened, Seen, read_all, read_one
from smadmin.ui.approvals.sheet import Help, Next, SheetModel
from smadmin.ui.approvals.stage import Stage
from smadmin.ui.approvals.standing import Asked
from smadmin.ui.approvals.worded import worded
from smadmin.ui.approvals.yes_road import YesRoad
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.header import ScreenHeader
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.screen import Screen
from smadmin.ui.sides import Sides
from smadmin.ui.stopped import held_among
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

_LEAST_BESIDE_PX = 860


class ApprovalsScreen(Screen):
    """What waits for its release."""

    NOUNS = frozenset(
        {"posts", "approvals", "publications", "plan", "photos", "accounts", "students", "people", "videos"}
    )

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it empty; `load` fills it.

        Args:
            around: the office, the threads, the words, the doors.
            outside: the computer around the window; the real one where nothing is handed in.
        """
        super().__init__()
        self._around, self._words = around, around.words
        self._open: PostId | None = None
        self._model: SheetModel | None = None
        self._question: QuestionSheet | None = None
        self._reading = self._arrives = False
        self._onward: PostId | None = None
        self._deeds = Deeds(around, self, done=self._done, failed=self._failed)
        self.header = ScreenHeader(self._words.say("approvalui.title"))
        hint = self._words.say("approvalui.release-hint")
        self.main = self.header.set_main(self._words.say("approvalui.release"), hint=hint)
        self.main.hide()
        self.header.mainChosen.connect(self._go_on)
        self.head.addWidget(self.header)
        self._aside = Aside(self._words)
        self.queue, self.standing = self._aside.queue, self._aside.standing
        self.queue.postChosen.connect(self.open_subject)
        self._stage = Stage(around, attend=self._attend)
        self.empty = self._stage.empty
        self._stage.answered.connect(self._answer)
        out = outside or desktop_of(around.office.school)
        self._yes = YesRoad(around, self._deeds, outside=out, written=self._written)
        self._aside.owed.countersigned.connect(self._yes.countersign)
        self._aside.owed.disowned.connect(self._yes.disown)
        self._aside.notices.countersigned.connect(lambda post: self._deeds.countersign_notice(PostId(post)))
        self.standing.given.connect(self._permit)
        self.standing.withdrawn.connect(self._deeds.withdraw)
        self.empty.stepChosen.connect(lambda: around.doors.open("compose"))
        self._sides = Sides(self._aside, self._stage, shares=(4, 11), least_px=_LEAST_BESIDE_PX)
        self._below = QVBoxLayout()
        self._sides.arranged.connect(self._arranged)
        self.page.addWidget(self._sides, 1)
        self.page.addLayout(self._below)
        self._keys = QShortcut(QKeySequence("Ctrl+Return"), self, autoRepeat=False)
        self._keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._keys.activated.connect(self.main.press)
        back = QShortcut(QKeySequence(SEND_BACK_KEYS), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._stage.ask_back)

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return (lambda: self.detail, lambda: self.detail.yes, lambda: self.asked)

    @property
    def detail(self) -> PostDetail:
        """The open post."""
        return self._stage.detail

    def _attend(self, detail: PostDetail) -> None:
        self._yes.attend(detail)
        detail.helpChosen.connect(self._help)
        detail.drawn.connect(self._show_main)
        detail.sentBack.connect(self._send_back)
        detail.voided.connect(lambda reason: self._with_open(self._deeds.void, reason))
        detail.left.connect(lambda reason: self._with_open(self._deeds.leave_at_that, reason))

    @property
    def asked(self) -> AskedPage:
        """The open question."""
        return self._stage.asked

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the queue; an empty one as focus proxy would hold Tab up."""
        super().focusInEvent(event)
        if self.queue.isVisible():
            self.queue.setFocus(event.reason())

    def open_subject(self, subject: str) -> None:
        """Show one post of the queue."""
        self._open = PostId(subject)
        self._wait(clear=not self.queue.choose(self._open))
        if self._around.acting is None:
            return
        by, office, post = self._around.by, self._around.office, self._open

        def came(opened: Opened) -> None:
            if self._open == opened.subject:
                self._take(opened)
                self._render_sheet()

        self._around.performer.perform(lambda: read_one(office, by, post), done=came, origin=self)

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, office, wanted, come = self._around.by, self._around.office, self._open, self._arrives
        self._wait(clear=False)

        def came(seen: Seen) -> None:
            if self._open != wanted:  # somebody chose another one meanwhile
                self.load()
                return
            self._take(seen.opened)
            self.loaded(lambda: self._render(seen))

        read = partial(read_all, office, by, wanted, arrives=come)
        self._around.performer.perform(read, done=came, origin=self)

    def _wait(self, *, clear: bool) -> None:
        """Let nothing be released until what is stored has been read; what shows another post goes."""
        self._reading = True
        if clear:
            self._model, self._question = None, None
            self.header.note.show_text("")
        self._render_sheet()

    @override
    def outdated(self) -> None:
        super().outdated()
        self._open = None  # what somebody else read; whoever sits down now begins with what waits for them
        self.queue.choose(None)
        self._wait(clear=True)

    @override
    def shown(self) -> None:
        self._arrives = True
        super().shown()
        self._arrives = False
        self._show_accounts()

    def _take(self, opened: Opened) -> None:
        acting = self._around.acting
        self._model, self._question, self._reading = None, None, False
        if acting is not None and opened.question is not None:
            self._question = opened.question
        elif acting is not None:
            self._model = worded(opened, acting.person, self._around)
        self._open = opened.subject if acting is not None else None
        self.subject = self._open or ""

    def _render(self, seen: Seen) -> None:
        now = self._around.now
        model = queue_model(seen.lines, now, first=[asked_row(one, now) for one in seen.questions])
        self.header.note.show_text(self._words.optional(model.note))
        self._aside.show_seen(seen, model, self._open)
        self._render_sheet()
        if self._onward is not None:  # what is next came by itself: no press was meant for it yet
            self.main.settle()
            self._onward = None

    def _render_sheet(self) -> None:
        if self._question is not None:
            self._stage.show_question(asked_model(self._question))
        elif self._model is not None:
            self._stage.show_post(self._model)
        else:
            self._stage.show_none(reading=self._reading, may_write=self._may_write())
        self._show_main()
        self._show_accounts()

    def _show_main(self) -> None:
        seen = None if self._model is None else self.detail.undrawn
        undrawn = say("approvalui.reading") if self._reading else seen
        show_main(self.header, self._words, self._model, undrawn=undrawn)

    def _may_write(self) -> bool:
        acting = self._around.acting
        return (
            acting is not None and not self._around.office.session.confined and bool(acting.roles & WRITERS)
        )

    def _show_accounts(self) -> None:
        if self.isVisible():
            of_question = () if self._question is None else self._question.accounts
            self._around.doors.show_accounts(of_question if self._model is None else self._model.accounts)

    def _go_on(self) -> None:
        model = self._model
        if model is None or held_among(model.missing):
            return
        if model.next is Next.RELEASE:
            self._around.doors.with_passphrase(lambda: self._release(model.draft), say("approvalui.release"))
        elif model.next is Next.GIVE_BACK:
            self._around.doors.hand_over("approvals", model.post)
        else:
            self._around.doors.open("publish", model.post)

    def _release(self, read: Draft) -> None:
        self._onward = self._aside.next_after(read.id)
        self.header.show_missing([self._words.say("approvalui.releasing")])
        self._deeds.release(read)

    def _send_back(self, sentence: str) -> None:
        if self._model is not None:
            self._onward = self._aside.next_after(self._model.post)
            self._deeds.send_back(self._model.draft, sentence)

    def _with_open(self, deed: Callable[[PostId, str], None], reason: str) -> None:
        if self._model is not None:
            deed(self._model.post, reason)

    def _help(self, help_: Help) -> None:
        doors, model = self._around.doors, self._model
        if model is None:
            return
        if help_ is Help.HAND_OVER:
            doors.hand_over("approvals", model.post)
        elif help_ is Help.PHOTOS:
            doors.open("photos", model.photo_to_see)
        else:
            self._deeds.take_back(model.post)

    def _permit(self, asked: Asked) -> None:
        def refused(error: KnownError) -> None:
            self.standing.show_error(self._words.error(error))

        self._around.doors.with_passphrase(lambda: self._deeds.permit(asked, failed=refused))

    def _answer(self, sentence: str) -> None:
        asked = self._question
        if asked is not None:
            self._onward = self._aside.next_after(self._open)
            self._deeds.answer(asked.question.id, sentence, asked.asked_by)

    def _written(self, said: Message) -> None:
        self.bannerAsked.emit(BannerModel(State.WAITS, said, key="approvals"))
        self.load()

    def _done(self, said: Message) -> None:
        self._stage.rest_forms()
        self.standing.rest()
        self.bannerAsked.emit(BannerModel(State.FINE, said, key="approvals"))
        self._open = self._onward or self._open
        self._aside.take_keys()
        self.load()

    def _failed(self, error: KnownError) -> None:
        self._onward = None
        self.bannerAsked.emit(banner_of(error))
        self.load()

    def _arranged(self) -> None:
        self._stage.stand(beside=self._sides.beside)
        if self._sides.beside:
            self.queue.stand_tall()
            self._aside.keep_standing()
        else:
            self.queue.stand_low()
            self._below.addWidget(self.standing)  # the open post stands right below its row
