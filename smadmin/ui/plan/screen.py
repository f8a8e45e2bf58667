"""Plan: this week's and next week's posts, planned in place, and signed by the principal.

Every change is one deed with its undo; the week is read again after it. What was signed is shown with the
letters of the record's end, which belong on paper.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QTabBar, QVBoxLayout
from typing_extensions import override

from smadmin.domain.calendar import Entry
from smadmin.domain.changes import Done
from smadmin.domain.ids import SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import monday_of
from smadmin.domain.records import grouped
from smadmin.domain.week import WEEK
from smadmin.services.plan import SignedWeek
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.plan.beside import AccountsCard, SignatureCard
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.days import DaysCard
from smadmin.ui.plan.inplace import InPlace
from smadmin.ui.plan.meeting import MeetingLine
from smadmin.ui.plan.model import PlanModel, SlotLine, plan_model
from smadmin.ui.plan.nextdeed import slot_deed
from smadmin.ui.plan.opening import open_planned
from smadmin.ui.plan.paperhand import PaperHand
from smadmin.ui.plan.seated import SeatedCard
from smadmin.ui.plan.weekly_hand import WeeklyHand
from smadmin.ui.screen import NEXT_TURN_MS, Screen
from smadmin.ui.surroundings import Surroundings, files_of
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.undoing import UndoBanners

FILE = "file"
"""The subject that asks for a week's file (the menu's deed `open-week`)."""
_BESIDE_FROM_LINES = 55
"""From so many line heights of width on, the accounts stand beside the week."""
_EMPTY_SHARE, _WHOLE_SHARE = 9, 99
CALENDAR = 2
"""The tab beside this week and the next one."""


class PlanScreen(Screen):
    """A week's plan."""

    NOUNS = frozenset(
        {"plan", "posts", "publications", "accounts", "people", "approvals", "meetings", "calendar"}
    )

    def __init__(self, around: Surroundings) -> None:
        """Lay the page; nothing is read yet."""
        super().__init__()
        self._around = around
        self._monday: date | None = None
        self._model: PlanModel | None = None
        words = around.words
        self.header = ScreenHeader(words.say("shell.screen-plan"), whole_note=True)
        self.main = self.header.set_main(words.say("planui.sign-week"))
        self.main.hide()  # what it does isn't known before the first week came
        self.header.mainChosen.connect(self._main)
        self.head.addWidget(self.header)
        self.banners = UndoBanners(words)
        self.page.addWidget(self.banners)
        self.weekly = WeeklyHand(
            around,
            self,
            self.banners,
            model=lambda: self._model,
            approved=self._say_signed,
        )
        self.approving = self.weekly.approving
        for button in (self.weekly.button, self.weekly.read):
            self.header.add_button(button)
        self.tabs = QTabBar()
        self.tabs.setObjectName("weeks")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words.say("planui.which-week"))
        for week in ("planui.this-week", "planui.next-week", "gridui.calendar"):
            self.tabs.addTab(words.say(week))
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.setUsesScrollButtons(False)
        self.page.addWidget(self.tabs)
        self.signature = SignatureCard(words)
        self.page.addWidget(self.signature)
        self.paper = PaperHand(around, self, self.banners)
        self.page.addWidget(self.paper.card)
        self.seated = SeatedCard(words)
        self.seated.listAsked.connect(lambda: around.doors.open("reviewers"))
        self.page.addWidget(self.seated)
        self.meeting = MeetingLine(around, self, self.banners)
        self.days = DaysCard(words)
        self.days.stepChosen.connect(self._take)
        self.days.childOutAsked.connect(lambda post: around.doors.open("cases", f"child-out:{post}"))
        self.days.strikeAsked.connect(lambda slot, struck: self.approving.strike(SlotId(slot), struck=struck))
        self.planner = InPlace(self, around, self.days, self.banners, lambda: self._model)
        self.accounts = AccountsCard(words)
        self._lay_week()
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

    def _lay_week(self) -> None:
        """Lay the week, and beside it accounts and meeting."""
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(SPACE_PX + 6)
        self._beside.addWidget(self.days, 8)
        right = QVBoxLayout()
        right.addWidget(self.accounts)
        right.addWidget(self.meeting)
        right.addStretch(1)
        self._beside.addLayout(right, 4)
        self.page.addLayout(self._beside)

    def open_subject(self, subject: str) -> None:
        """Show the week that begins on a day (`2026-11-16`); `file` asks for a week's file, or opens one."""
        if subject == FILE:
            self.weekly.ask_file()
            return
        if files := files_of(subject):
            self.weekly.mailing.open(files[0])
            return
        self._monday = monday_of(date.fromisoformat(subject))
        self._choose_tab(0)  # else the calendar would stay
        self.load()

    @override
    def outdated(self) -> None:
        self._monday = None  # whoever sits down next begins at the week that waits for them
        self._choose_tab(0)
        super().outdated()

    @cached_property
    def calendar(self) -> CalendarPage:
        """The calendar, made when it is first seen."""
        made = CalendarPage(self._around, self.banners, self)
        made.openAsked.connect(self._open_entry)
        made.revealAsked.connect(self.reveal)
        made.monthSeen.connect(self._name_month)
        made.hide()
        self.page.insertWidget(self.page.count() - 1, made, _WHOLE_SHARE)
        return made

    def _name_month(self, month: Message) -> None:
        if self.tabs.currentIndex() == CALENDAR:
            self.header.note.show_text(self._around.words(month))

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return (lambda: self.calendar,)

    @override
    def load(self) -> None:
        if self.tabs.currentIndex() == CALENDAR:
            self.calendar.load()
            self.loaded(lambda: None)
            return
        self.meeting.load()
        office, by, monday = self._around.office, self._around.by, self._monday

        def read() -> PlanModel:
            view = office.weeks.week(by, monday or office.weeks.waits_for(by))
            return plan_model(view, office.plan.sign_blockers(by, view.monday), by.person)

        self._around.performer.perform(read, done=self._read, origin=self)

    def _read(self, model: PlanModel) -> None:
        self._model, self._monday = model, model.monday
        if self.tabs.currentIndex() == CALENDAR:
            return  # chosen while the week was read
        self.loaded(lambda: self._render(model))
        self.planner.go_on()

    def _render(self, model: PlanModel) -> None:
        words = self._around.words
        self.header.note.show_text(words(model.note))
        self.main.show_words(words.say("planui.sign-week" if model.office else "planui.to-principal"))
        # One thing at a time: a page that waits is countersigned, then what came later is approved.
        first = model.paper is not None and model.paper.countersigns
        done = model.all_signed or first
        self.header.show_missing(() if done else words.reasons(model.blockers))
        self._choose_tab(int(model.following))
        has = bool(model.accounts)
        self.main.setVisible(has and not done)
        self.empty.setVisible(not has)
        self.signature.show_signed(model.signed)
        self.paper.show_paper(model.paper)
        self.seated.show_seated(model.seated if model.office else ())
        self.days.show_week(model, self.approving.struck(model))
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
        self.paper.card.setVisible(has and self._model is not None and self._model.paper is not None)
        if "calendar" in self.__dict__:
            self.calendar.hide()

    def _choose_tab(self, number: int) -> None:
        self.tabs.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.tabs.setCurrentIndex(number)
        self.tabs.blockSignals(False)  # noqa: FBT003  the same

    def _show_calendar(self) -> None:
        seen = (self.signature, self.paper.card, self.seated, self.meeting, self.days, self.accounts)
        for widget in (*seen, self.main):
            widget.hide()
        self.header.show_missing(())
        self.header.note.show_text("")
        self.calendar.show()
        self.load()

    def _turn(self, number: int) -> None:
        if number == CALENDAR:
            self._show_calendar()
        elif self._model is not None:
            this = self._model.monday - (WEEK if self._model.following else timedelta())
            self._monday = this + number * WEEK
            self.load()

    def _main(self) -> None:
        if self._model is None:
            return
        if self._model.office:
            self.approving.approve()
        else:
            self._around.doors.hand_over("plan", self._model.monday.isoformat())

    def _say_signed(self, done: Done[SignedWeek], monday: date) -> None:
        said = say("planui.now-signed", letters=grouped(done.value.letters))
        plan = self._around.office.plan
        self.planner.did(said, lambda: plan.undo_week(self._around.by, monday, done.value.seq))

    def _take(self, line: SlotLine) -> None:
        if line.deed is not None:
            open_planned(
                self._around, line.deed, line.slot, line.post, failed=self.banners.say_error, origin=self
            )

    def _open_entry(self, entry: Entry) -> None:
        """Open what is written for a post of the calendar, or begin it."""
        mine = entry.author is not None and entry.author == self._around.by.person
        writes = self.calendar.writes(entry.account)
        deed = slot_deed(entry.stage, entry.post, writes=writes, mine=mine)
        if deed is None or entry.slot is None:
            self.banners.say_note(say("gridui.nothing-to-open"), state=State.NOTE)
        else:
            failed = self.banners.say_error
            open_planned(self._around, deed, entry.slot, entry.post, failed=failed, origin=self)

    # ---- what was done, and taking it back

    @override
    def settle(self) -> None:
        self.banners.quiet()  # whoever sits down next didn't do it
        self.weekly.forget()
        self.paper.forget()
        if "calendar" in self.__dict__:
            self.calendar.forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_FROM_LINES * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not direction:
            self._beside.setDirection(direction)
