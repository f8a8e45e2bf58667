"""Plan: this week's and next week's posts, planned in place, and signed by the principal.

Every change is one deed with its undo; the week is read again after it. What was signed is shown with the
letters of the record's end, which belong on paper.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QTabBar
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import AccountId, PersonId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.posts import Draft
from smadmin.domain.records import grouped
from smadmin.domain.week import WEEK
from smadmin.services.plan import SignedWeek
from smadmin.services.week import WeekView
from smadmin.ui.banners import BannerModel, BannerStack, banner_of
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.plan.beside import AccountsCard, SignatureCard
from smadmin.ui.plan.days import DaysCard
from smadmin.ui.plan.editor import SlotEditor
from smadmin.ui.plan.model import PlanModel, SlotDeed, SlotLine, plan_model
from smadmin.ui.plan.seated import SeatedCard
from smadmin.ui.screen import NEXT_TURN_MS, Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_BESIDE_FROM_LINES = 55
"""From so many line heights of width on, the accounts stand beside the week."""
_EMPTY_SHARE = 9
_UNDO = "plan-undo"


class PlanScreen(Screen):
    """A week's plan."""

    NOUNS = frozenset({"plan", "posts", "publications", "accounts", "people", "approvals"})

    def __init__(self, around: Surroundings) -> None:
        """Lay the page; nothing is read yet."""
        super().__init__()
        self._around = around
        self._monday: date | None = None
        self._model: PlanModel | None = None
        self._undo: Callable[[], None] | None = None
        self._done_with: SlotId | None = None
        words = around.words
        self.header = ScreenHeader(words.say("shell.screen-plan"))
        self.main = self.header.set_main(words.say("planui.sign-week"))
        self.main.hide()  # what it does isn't known before the first week came
        self.header.mainChosen.connect(self._main)
        self.head.addWidget(self.header)
        self.banners = BannerStack(words)
        self.banners.actionChosen.connect(self._undo_last)
        self.page.addWidget(self.banners)
        self.tabs = QTabBar()
        self.tabs.setObjectName("weeks")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words.say("planui.which-week"))
        for week in ("planui.this-week", "planui.next-week"):
            self.tabs.addTab(words.say(week))
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.setUsesScrollButtons(False)
        self.page.addWidget(self.tabs)
        self.signature = SignatureCard(words)
        self.page.addWidget(self.signature)
        self.seated = SeatedCard(words)
        self.seated.listAsked.connect(lambda: around.doors.open("reviewers"))
        self.page.addWidget(self.seated)
        self.days = DaysCard(words)
        self.days.addAsked.connect(self._ask_new)
        self.days.changeAsked.connect(self._ask_changed)
        self.days.removeAsked.connect(self._remove)
        self.days.stepChosen.connect(self._take)
        self.accounts = AccountsCard(words)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(SPACE_PX + 6)
        self._beside.addWidget(self.days, 8)
        self._beside.addWidget(self.accounts, 4, Qt.AlignmentFlag.AlignTop)
        self.page.addLayout(self._beside)
        self.empty = EmptyState(
            "calendar-days",
            words.say("planui.no-accounts"),
            text=words.say("planui.no-accounts-text"),
            step=words.say("planui.open-accounts"),
        )
        self.empty.stepChosen.connect(lambda: self.screenAsked.emit("accounts"))
        self.page.addWidget(self.empty, _EMPTY_SHARE)
        self.page.addStretch(1)
        for widget in (self.signature, self.days, self.accounts, self.tabs, self.empty):
            widget.hide()

    def open_subject(self, subject: str) -> None:
        """Show the week that begins on a day (`2026-11-16`)."""
        self._monday = monday_of(date.fromisoformat(subject))
        self.load()

    @override
    def outdated(self) -> None:
        self._monday = None  # whoever sits down next begins at the week that waits for them
        super().outdated()

    @override
    def load(self) -> None:
        office, by, monday = self._around.office, self._around.by, self._monday

        def read() -> tuple[WeekView, tuple[Reason, ...], PersonId | None]:
            view = office.weeks.week(by, monday or office.weeks.waits_for(by))
            return view, office.plan.sign_blockers(by, view.monday), by.person

        self._around.performer.perform(read, done=self._read, origin=self)

    def _read(self, found: tuple[WeekView, tuple[Reason, ...], PersonId | None]) -> None:
        model = plan_model(*found)
        self._model, self._monday = model, model.monday
        self.loaded(lambda: self._render(model))
        if self._done_with is not None:
            self.days.go_to(self._done_with)
            self._done_with = None

    def _render(self, model: PlanModel) -> None:
        words = self._around.words
        self.header.note.show_text(words(model.note))
        self.main.show_words(words.say("planui.sign-week" if model.office else "planui.to-principal"))
        self.header.show_missing(() if model.all_signed else words.reasons(model.blockers))
        self.tabs.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.tabs.setCurrentIndex(int(model.following))
        self.tabs.blockSignals(False)  # noqa: FBT003  the same
        has = bool(model.accounts)
        self.main.setVisible(has and not model.all_signed)
        self.empty.setVisible(not has)
        self.signature.show_signed(model.signed)
        self.seated.show_seated(model.seated if model.office else ())
        self.days.show_week(model)
        self.accounts.show_accounts(model.accounts)
        if has and self.days.isHidden():  # the first time; filling and showing are long enough a turn each
            QTimer.singleShot(NEXT_TURN_MS, self, self._show_week)
        else:
            self._show_week()

    def _show_week(self) -> None:
        """Show what is filled, so that its lines are laid out once."""
        has = self._model is not None and bool(self._model.accounts)
        for widget in (self.tabs, self.signature, self.days, self.accounts):
            widget.setVisible(has)

    def _turn(self, number: int) -> None:
        if self._model is not None:
            this = self._model.monday - (WEEK if self._model.following else timedelta())
            self._monday = this + number * WEEK
            self.load()

    def _main(self) -> None:
        if self._model is None:
            return
        if self._model.office:
            self._around.doors.with_passphrase(self._sign)
        else:
            self._around.doors.hand_over("plan", self._model.monday.isoformat())

    def _sign(self) -> None:
        if self._model is None:
            return
        office, by, monday = self._around.office, self._around.by, self._model.monday

        def signed(done: Done[SignedWeek]) -> None:
            said = say("planui.now-signed", letters=grouped(done.value.letters))
            self._did(said, lambda: office.plan.withdraw_week(self._around.by, monday))

        self._around.performer.perform(
            lambda: office.plan.sign_week(by, monday), done=signed, failed=self._refused, origin=self
        )

    # ---- planning in place

    def _ask_new(self, day: date) -> None:
        if self._model is None:
            return
        editor = self._editor(day, None)
        editor.saved.connect(self._add)
        self.days.open_editor(editor, day.isoformat())
        self.reveal(editor)

    def _ask_changed(self, slot: Slot) -> None:
        if self._model is None:
            return
        editor = self._editor(slot.day, slot)
        editor.saved.connect(lambda _account, day, topic: self._change(slot, day, topic))
        self.days.open_editor(editor, slot.id)
        self.reveal(editor)

    def _editor(self, day: date, slot: Slot | None) -> SlotEditor:
        model, words = self._model, self._around.words
        known = () if model is None else model.days
        days = [(one.day, words(one.weekday)) for one in known if one.open or one.day == day]
        editor = SlotEditor(words, () if model is None else model.plannable, days, day=day, slot=slot)
        editor.left.connect(self.days.close_editor)
        return editor

    def _add(self, account: str, day: date, topic: str) -> None:
        office, by = self._around.office, self._around.by

        def added(done: Done[Slot]) -> None:
            said = say("planui.added", topic=done.value.topic)
            self._done_with = done.value.id
            self._did(said, lambda: office.plan.remove(self._around.by, done.value.id))

        self._perform(lambda: office.plan.add(by, AccountId(account), day, topic), added)

    def _change(self, slot: Slot, day: date, topic: str) -> None:
        office, by = self._around.office, self._around.by

        def changed(done: Done[Slot]) -> None:
            newer = done.value
            self._done_with = newer.id
            self._did(
                say("planui.changed", topic=newer.topic),
                lambda: office.plan.change(self._around.by, newer, day=slot.day, topic=slot.topic),
            )

        self._perform(lambda: office.plan.change(by, slot, day=day, topic=topic), changed)

    def _remove(self, slot: Slot) -> None:
        office, by = self._around.office, self._around.by

        def removed(_changes: Changes) -> None:
            self._did(
                say("planui.removed", topic=slot.topic),
                lambda: office.plan.add(self._around.by, slot.account, slot.day, slot.topic),
            )

        self._around.performer.perform(
            lambda: office.plan.remove(by, slot.id), done=removed, failed=self._refused, origin=self
        )

    def _take(self, line: SlotLine) -> None:
        if line.deed is not SlotDeed.WRITE:
            self._around.doors.open(line.screen, line.post)
            return
        office, by, slot = self._around.office, self._around.by, line.slot

        def begun(done: Done[Draft]) -> None:
            self._around.doors.open("compose", done.value.id)

        self._around.performer.perform(
            lambda: office.posts.create(by, (slot.account,), slot=slot.id), done=begun, failed=self._refused
        )

    # ---- what was done, and taking it back

    @override
    def settle(self) -> None:
        self._undo = None  # whoever sits down next didn't do it
        self.banners.dismiss(_UNDO)

    def _did(self, said: Message, undo: Callable[[], object]) -> None:
        self._undo = lambda: self._around.performer.perform(
            undo, done=lambda _: self.load(), failed=self._refused, origin=self
        )
        self.banners.show_banner(BannerModel(State.FINE, said, action=say("shell.undo"), key=_UNDO))
        self.load()

    def _undo_last(self, _model: BannerModel) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _perform(self, deed: Callable[[], Done[Slot]], done: Callable[[Done[Slot]], None]) -> None:
        editor = self.days.editor

        def refused(error: KnownError) -> None:
            if editor is not None and editor is self.days.editor:
                editor.show_error(self._around.words.error(error))
            else:
                self._refused(error)

        self._around.performer.perform(deed, done=done, failed=refused, origin=self)

    def _refused(self, error: KnownError) -> None:
        self.banners.show_banner(banner_of(error))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_FROM_LINES * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not direction:
            self._beside.setDirection(direction)
