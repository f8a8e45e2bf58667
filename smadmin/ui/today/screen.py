"""Today: what needs me on top, the last weeks and this week below.

The store is read first, so that the screen is filled at once; backups, keyring and the check of the whole
record are asked afterwards and join the list when they answer.
"""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message
from smadmin.services.backups import BackupState
from smadmin.services.clocks import ClockView
from smadmin.services.notices import NoticeBrief
from smadmin.services.questions import QuestionBrief
from smadmin.services.today.view import TodayView
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import RowCard, empty_layout
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.navigation import confined_to
from smadmin.ui.screen import Screen
from smadmin.ui.states import StateChip
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.today.asking import Asking
from smadmin.ui.today.backups import BackupDeeds
from smadmin.ui.today.beginning import Beginning
from smadmin.ui.today.chair import from_chair
from smadmin.ui.today.clockdeeds import ClockDeeds
from smadmin.ui.today.done_here import done_here
from smadmin.ui.today.history import HistoryCard
from smadmin.ui.today.lines_dialog import see_lines
from smadmin.ui.today.model import TodayModel, today_model
from smadmin.ui.today.need import Beside, Deed, Need, Step
from smadmin.ui.today.needs import needs_of
from smadmin.ui.today.sources import NOUNS
from smadmin.ui.today.startcard import StartCard
from smadmin.ui.today.weekcard import WeekCard

FIRST_SHOWN = 5
"""So many needs stand open; the others are one press away, so that the weeks stay in sight."""
_BESIDE_FROM_LINES, _BUTTONS_BESIDE_FROM_LINES = 55, 34
"""From so many line heights of width on, cards stand side by side, and buttons beside their sentences."""


class TodayScreen(Screen):
    """What needs somebody, and how the accounts are."""

    NOUNS = NOUNS

    def __init__(self, around: Surroundings) -> None:
        """Lay the page; nothing is read yet."""
        super().__init__()
        self._around = around
        self._beside = Beside()
        self._view: TodayView | None = None
        self._unfolded = False
        self._asked: tuple[tuple[Need, ...], bool, bool] | None = None
        self._wanted = ""
        words = around.words
        self.header = ScreenHeader(words.say("shell.screen-today"))
        self._sample: StateChip = self.header.add_chip(State.NOTE, words.say("today.sample"))
        self._sample.hide()
        self.notices = Button(words.say("today.notices"), kind=ButtonKind.SMALL, icon="bell")
        self.notices.clicked.connect(lambda: around.doors.open("notices"))
        self.wrong = Button(words.say("shell.deed-something-wrong"), kind=ButtonKind.SMALL)
        self.wrong.clicked.connect(lambda: around.doors.open("cases", "comment:"))
        self.own = Button(words.say("today.to-own-school"), kind=ButtonKind.LINK)
        self.own.clicked.connect(around.doors.go_beside)
        self.own.hide()
        for button in (self.notices, self.wrong, self.own):
            self.header.add_button(button)
        self.head.addWidget(self.header)
        self.start = StartCard(words)
        self.start.stepChosen.connect(self._take)
        self.start.hide()
        self.page.addWidget(self.start)
        self._needs = QVBoxLayout()
        self._needs.setSpacing(SPACE_PX + 2)
        self.page.addLayout(self._needs)
        self.elsewhere = PlainLabel(kind=TextKind.NOTE)
        self.elsewhere.hide()
        self.page.addWidget(self.elsewhere)
        self.history = HistoryCard(words)
        self.week = WeekCard(words)
        self.week.planAsked.connect(lambda: self.screenAsked.emit("plan"))
        for card in (self.history, self.week):
            card.hide()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(SPACE_PX + 6)
        self._below.addWidget(self.history, 8)
        self._below.addWidget(self.week, 4)
        self.page.addLayout(self._below)
        self.page.addStretch(1)
        self.rows: list[RowCard] = []
        self.more: Button | None = None
        self.beginning = Beginning(around, self, self._button_of)
        self.clock = ClockDeeds(around, self, done=self.load)
        self.backups = BackupDeeds(around, self, done=self.load)
        self.asking = Asking(around, self, self._told_of)

    @override
    def load(self) -> None:
        office, by = self._around.office, self._around.by
        perform = self._around.performer.perform
        perform(lambda: office.today.gather(by), done=self._gathered, origin=self)
        perform(lambda: office.today.alarms(by), done=self._alarmed, origin=self)
        perform(lambda: office.clocks.look(by), done=self._told_the_time, origin=self)
        perform(lambda: office.notices.brief(by), done=self._told_of_notices, origin=self)
        perform(
            lambda: (office.questions.brief(by), len(office.spoken.owed(by))),
            done=self._told_of_questions,
            origin=self,
        )
        self.asking.ask_all()
        self._around.performer.errand(
            lambda: (office.backups.state(), office.seat.missing), done=self._asked_beside, origin=self
        )

    def open_subject(self, subject: str) -> None:
        """Take the step of one need (`account:<id>`) as its button would; it may be done meanwhile."""
        self._wanted = subject
        self.load()

    @override
    def outdated(self) -> None:
        super().outdated()
        self._view, self._beside, self._unfolded = None, Beside(), False  # another person's
        empty_layout(self._needs)
        self.rows, self.more, self._asked = [], None, None
        for part in (self.start, self.elsewhere, self.history, self.week):
            part.hide()

    def _gathered(self, view: TodayView) -> None:
        self._view = view
        self._show()
        wanted, self._wanted = self._wanted, ""
        needs = needs_of(view, self._beside) if wanted else ()
        step = next((need.step for need in needs if need.key == wanted), None)
        if step is not None:
            self._take(step)

    def _alarmed(self, alarms: tuple[Message, ...]) -> None:
        self._learn(replace(self._beside, alarms=alarms))

    def _told_the_time(self, clock: ClockView | None) -> None:
        self._learn(replace(self._beside, clock=clock))

    def _told_of_notices(self, brief: NoticeBrief) -> None:
        self._learn(replace(self._beside, notices=brief))

    def _told_of_questions(self, told: tuple[QuestionBrief, int]) -> None:
        questions, owed = told
        self._learn(replace(self._beside, questions=questions, owed_yeses=owed))

    def _told_of(self, name: str, needs: tuple[Need, ...]) -> None:
        self._learn(self._beside.told(name, needs))

    def _asked_beside(self, found: tuple[BackupState, KnownError | None]) -> None:
        backup, keyring = found
        self._learn(replace(self._beside, backup=backup, keyring=keyring))

    def _learn(self, beside: Beside) -> None:
        if beside != self._beside:
            self._beside = beside
            self._show()

    def _show(self) -> None:
        if self._view is None or self._around.acting is None:
            return
        model, reach = today_model(self._view, self._beside), self._reach
        if reach is not None:
            model = from_chair(model, reach)
        self.loaded(lambda: self._render(model))
        self.cardsCounted.emit(len(model.needs))

    @property
    def _reach(self) -> frozenset[str] | None:
        """The screens that are seen from the chair; None for who works here."""
        acting = self._around.acting
        confined = acting is not None and self._around.office.session.confined
        return confined_to(acting.roles) if acting is not None and confined else None

    def _render(self, model: TodayModel) -> None:
        words = self._around.words
        self.header.note.show_text(words(model.note))
        self._sample.setVisible(model.sample)
        self.own.setVisible(model.sample and self._reach is None)
        self.notices.setVisible(self._reach is None or "notices" in self._reach)
        self.start.show_steps(model.start)
        self._render_needs(model.needs, begun=not model.start)
        self.elsewhere.show_text(words.say("today.from-chair", n=model.elsewhere) if model.elsewhere else "")
        self.elsewhere.setVisible(bool(model.elsewhere))
        self.history.show_strips(model.strips, more=model.more_strips)
        self.week.show_week(model.week, model.week_note, plans=model.plans, more=model.more_week)
        self.history.setVisible(bool(model.strips))
        self.week.setVisible(bool(model.strips))
        self._order_tabs()
        self._arrange()

    def _order_tabs(self) -> None:
        """Let the keyboard go down the page: what was made last would come last."""
        buttons = [row.button for row in self.rows if row.button is not None]
        buttons += [] if self.more is None else [self.more]
        below = (self.history.table, self.history.switch, self.week.open_plan)
        for before, after in pairwise((*buttons, *below)):
            QWidget.setTabOrder(before, after)

    def _render_needs(self, needs: tuple[Need, ...], *, begun: bool) -> None:
        """Show what waits; where the school still begins, its next step has the main button."""
        words, asked = self._around.words, (needs, begun, self._unfolded)
        if asked == self._asked:  # one of the many answers changed nothing here
            return
        self._asked = asked
        empty_layout(self._needs)
        self.rows, self.more = [], None
        if not needs and not begun:
            return
        if not needs:
            calm = RowCard(State.FINE, words.say("today.nothing"), note=words.say("today.nothing-note"))
            self.rows.append(calm)
            self._needs.addWidget(calm)
            return
        folded = not self._unfolded and len(needs) > FIRST_SHOWN + 1
        main = next((need.key for need in needs if begun and need.step is not None), None)
        for need in needs[:FIRST_SHOWN] if folded else needs:
            row = self._row(need, ButtonKind.MAIN if need.key == main else ButtonKind.PLAIN)
            self.rows.append(row)
            self._needs.addWidget(row)
        if folded:
            self.more = Button(
                words.say("today.show-more", n=len(needs) - FIRST_SHOWN), kind=ButtonKind.QUIET
            )
            self.more.setObjectName("more-needs")
            self.more.clicked.connect(self._unfold)
            self._needs.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, need: Need, kind: ButtonKind) -> RowCard:
        words = self._around.words
        row = RowCard(need.state, words(need.title), note=words.optional(need.note))
        row.setObjectName(need.key)
        step = need.step
        if step is not None:
            button = row.set_button(words(step.words), kind=kind)
            button.setObjectName(f"step:{need.key}")
            row.chosen.connect(lambda: self._take(step))
        return row

    def _unfold(self) -> None:
        self._unfolded = True
        self._show()

    def _take(self, step: Step) -> None:
        doors = self._around.doors
        if step.deed is Deed.OPEN:
            doors.open(step.screen, step.subject)
        elif step.deed is Deed.HAND_OVER:
            doors.hand_over(step.screen, step.subject)
        elif step.deed is Deed.WRITE:
            self.beginning.begin(step)
        elif step.deed is Deed.BACK_UP:
            self.backups.make()
        elif step.deed is Deed.VOUCH_CLOCK:
            self.clock.vouch()
        elif step.deed is Deed.CONFIRM_CLOCK and self._beside.clock is not None:
            self.clock.ask(self._beside.clock)
        elif step.deed is Deed.SEE_LINES:
            see_lines(self._around, self)
        elif (do := done_here(self._around, step)) is not None:
            self._around.performer.perform(do, done=lambda _: self.load(), origin=self)
        else:
            self.backups.save()

    def _button_of(self, step: Step) -> Button | None:
        title = self._around.words(step.words)
        buttons = (row.button for row in self.rows if row.objectName() == f"account:{step.account}")
        return next((one for one in buttons if one is not None and one.text() == title), None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        lines = self.width() / max(self.fontMetrics().height(), 1)
        beside = lines >= _BESIDE_FROM_LINES
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._below.direction() is not direction:
            self._below.setDirection(direction)
        for row in self.rows:
            if lines >= _BUTTONS_BESIDE_FROM_LINES:
                row.put_button_beside()
            else:
                row.put_button_below()
