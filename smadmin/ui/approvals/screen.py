"""The screen *Approvals*: the queue, one post open, and the release.

The main button does the next step of the open post: release it, publish it, or give the chair back. Who may
do what is the services' word; this screen only shows it.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import WRITERS
from smadmin.services.sheets import QueueLine, Sheet
from smadmin.services.standing import PermissionSheet
from smadmin.ui.approvals.deeds import Deeds
from smadmin.ui.approvals.detail import PostDetail
from smadmin.ui.approvals.heading import show_main
from smadmin.ui.approvals.listing import QueueList
from smadmin.ui.approvals.queue import queue_model
from smadmin.ui.approvals.sheet import Help, Next, SheetModel, sheet_model
from smadmin.ui.approvals.standing import Asked, StandingCard
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.empty import EmptyState
from smadmin.ui.growing import GrowingArea
from smadmin.ui.header import ScreenHeader
from smadmin.ui.screen import Screen
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_LEAST_BESIDE_PX = 860
_LEAST_SHEET_PX = 260


@dataclass(frozen=True)
class _Seen:
    """What one reading of the store found."""

    lines: tuple[QueueLine, ...]
    sheet: Sheet | None
    standing: PermissionSheet


class ApprovalsScreen(Screen):
    """What waits for its release."""

    NOUNS = frozenset(
        {"posts", "approvals", "publications", "plan", "photos", "accounts", "students", "people"}
    )

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around = around
        self._words = around.words
        self._open: PostId | None = None
        self._model: SheetModel | None = None
        self._reading = False
        self._deeds = Deeds(around, self, done=self._done, failed=self._failed)
        self.header = ScreenHeader(self._words.say("approvalui.title"))
        hint = self._words.say("approvalui.release-hint")
        self.main = self.header.set_main(self._words.say("approvalui.release"), hint=hint)
        self.main.hide()
        self.header.mainChosen.connect(self._go_on)
        self.head.addWidget(self.header)
        self.queue = QueueList(self._words)
        self.queue.postChosen.connect(self.open_subject)
        self.detail = PostDetail(self._words, CoveredPictures(around))
        self.detail.helpChosen.connect(self._help)
        self.detail.reading.pictureCame.connect(self._show_main)
        self.detail.sentBack.connect(self._send_back)
        self.detail.voided.connect(self._void)
        self.standing = StandingCard(self._words)
        self.standing.given.connect(self._permit)
        self.standing.withdrawn.connect(self._deeds.withdraw)
        self.empty = EmptyState(
            "clipboard-check",
            self._words.say("approvalui.empty-title"),
            text=self._words.say("approvalui.empty-text"),
            step=self._words.say("approvalui.empty-step"),
        )
        self.empty.stepChosen.connect(lambda: around.doors.open("compose"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._coming = QWidget()  # while a post is read: neither it nor that there is none
        self._stack.addWidget(self._coming)
        self._area = GrowingArea(self.detail, least_px=_LEAST_SHEET_PX)
        self._area.setObjectName("sheet")
        self._stack.addWidget(self._area)
        self._sides = Sides(self._left(), self._stack, shares=(4, 11), least_px=_LEAST_BESIDE_PX)
        self._sides.arranged.connect(self._arranged)
        self.page.addWidget(self._sides, 1)
        self._keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._keys.setAutoRepeat(False)
        self._keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._keys.activated.connect(self.main.press)

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

        def came(sheet: Sheet) -> None:
            if self._open == sheet.draft.id:
                self._take(sheet)
                self._render_sheet()

        self._around.performer.perform(lambda: office.sheets.sheet(by, post), done=came, origin=self)

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, office, wanted = self._around.by, self._around.office, self._open
        self._wait(clear=False)

        def read() -> _Seen:
            lines = office.sheets.queue(by)
            ids = [line.draft.id for line in lines]
            post = wanted if wanted in ids else ids[0] if ids else None
            sheet = None if post is None else office.sheets.sheet(by, post)
            return _Seen(lines, sheet, office.standing.permissions(by))

        def came(seen: _Seen) -> None:
            if self._open != wanted:  # somebody chose another one meanwhile
                self.load()
                return
            self._take(seen.sheet)
            self.loaded(lambda: self._render(seen))

        self._around.performer.perform(read, done=came, origin=self)

    def _wait(self, *, clear: bool) -> None:
        """Let nothing be released until what is stored has been read; what shows another post goes."""
        self._reading = True
        if clear:
            self._model = None
            self.header.note.show_text("")
        self._render_sheet()

    @override
    def outdated(self) -> None:
        super().outdated()
        self.queue.choose(None)
        self._wait(clear=True)

    @override
    def shown(self) -> None:
        super().shown()
        self._show_accounts()

    def _take(self, sheet: Sheet | None) -> None:
        acting, session = self._around.acting, self._around.office.session
        self._model, self._reading = None, False
        if sheet is not None and acting is not None:
            first = session.signed_in
            self._model = sheet_model(
                sheet,
                person=acting.person.id,
                name=acting.person.name,
                confined=session.confined,
                first="" if first is None else first.person.name,
                now=self._around.now,
            )
        self._open = None if self._model is None else self._model.post

    def _render(self, seen: _Seen) -> None:
        model = queue_model(seen.lines, self._around.now)
        self.header.note.show_text(self._words.optional(model.note))
        self.queue.show_model(model, self._open)
        self.queue.setVisible(bool(model.rows))
        self.standing.show_model(seen.standing)
        self._aside.setVisible(bool(model.rows) or self.standing.says_something)
        self._render_sheet()

    def _render_sheet(self) -> None:
        model = self._model
        shown = self._area if model is not None else self._coming if self._reading else self.empty
        self._stack.setCurrentWidget(shown)
        if self.empty.button is not None:
            self.empty.button.setVisible(self._may_write())
        if model is not None:
            if self.detail.post != model.post:
                self._area.verticalScrollBar().setValue(0)
            self.detail.show_model(model)
        self._show_main()
        self._show_accounts()

    def _show_main(self) -> None:
        undrawn = say("approvalui.reading") if self._reading else self.detail.reading.undrawn
        show_main(self.header, self._words, self._model, undrawn=undrawn)

    def _may_write(self) -> bool:
        acting = self._around.acting
        return (
            acting is not None and not self._around.office.session.confined and bool(acting.roles & WRITERS)
        )

    def _show_accounts(self) -> None:
        if self.isVisible():
            self._around.doors.show_accounts(() if self._model is None else self._model.accounts)

    # ---- deeds

    def _go_on(self) -> None:
        model = self._model
        if model is None:
            return
        if model.next is Next.RELEASE:
            self._around.doors.with_passphrase(lambda: self._release(model.post))
        elif model.next is Next.GIVE_BACK:
            self._around.doors.hand_over("approvals", model.post)
        else:
            self._around.doors.open("publish", model.post)

    def _release(self, post: PostId) -> None:
        self.header.show_missing([self._words.say("approvalui.releasing")])
        self._deeds.release(post)

    def _send_back(self, sentence: str) -> None:
        if self._model is not None:
            self._deeds.send_back(self._model.post, sentence)

    def _void(self, reason: str) -> None:
        if self._model is not None:
            self._deeds.void(self._model.post, reason)

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

    def _done(self, said: Message) -> None:
        self.detail.rest_forms()
        self.standing.rest()
        self.bannerAsked.emit(BannerModel(State.FINE, said, key="approvals"))
        self.load()

    def _failed(self, error: KnownError) -> None:
        self.bannerAsked.emit(banner_of(error))
        self.load()

    # ---- layout

    def _left(self) -> QWidget:
        self._aside = QWidget()
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.queue, 1)
        column.addWidget(self.standing)
        column.addStretch()  # without a queue the permissions stand at the top
        return self._aside

    def _arranged(self) -> None:
        if self._sides.beside:
            self._area.scroll_inside()
            self.queue.stand_tall()
        else:
            self._area.stand_whole()
            self.queue.stand_low()
