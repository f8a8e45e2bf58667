"""The page *Set-up* of the open account: its path from asked to live, what was answered, the set-up list."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId, MediaId
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import Picture
from smadmin.services.lives import LifeSheet
from smadmin.services.opening import AskFacts
from smadmin.services.rounds import ASKED_OF
from smadmin.ui.accounts.answers_form import AnswersForm
from smadmin.ui.accounts.given_form import GivenForm
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.opening_deeds import OpeningDeeds
from smadmin.ui.accounts.opening_model import Next, OpeningModel, opening_model
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.accounts.path import PathCard
from smadmin.ui.accounts.set_up_list import SetUpList
from smadmin.ui.accounts.visitors import VisitorsPart
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.composer.images import pixmap_of
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import NEXT_TURN_MS
from smadmin.ui.scrolled import bring_into_view

_SCAN_PX = 560
_READING = frozenset({Next.ANSWER, Next.APPROVE, Next.WAIT})
"""As long as this is next, somebody has to read what was answered."""


class OpeningPage(AccountPage):
    """The page."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self.sheet: LifeSheet | None = None
        self.opening: OpeningModel | None = None
        self.deeds = OpeningDeeds(inside, self)
        self.path, self.given = PathCard(words), GivenForm(words)
        self.said_card = Card(words.say("openingui.answers"))
        self.list = SetUpList(words)
        self.scan = Card(words.say("openingui.scan"))
        self.scan_picture = QLabel()
        self.scan_picture.setAccessibleName(words.say("openingui.scan"))
        self.scan.body.addWidget(self.scan_picture)
        for card in (self.path, self.given, self.scan, self.said_card, self.list):
            self.column.addWidget(card)
        for hidden in (self.said_card, self.scan):
            hidden.hide()
        self._connect()

    @cached_property
    def answers_card(self) -> "AnswersCard":
        """The questions, to be answered for an account that existed already, or anew."""
        card = AnswersCard(self.inside, self)
        self.column.insertWidget(1, card)
        card.do_button.clicked.connect(self._answer)
        card.leave_button.clicked.connect(card.hide)
        return card

    @cached_property
    def visitors(self) -> VisitorsPart:
        """What visitors may read."""
        return VisitorsPart(self.inside, self)

    @override
    def fill(self, model: AccountModel) -> None:
        self.deeds.load(model.id)

    @override
    def rest(self) -> None:
        self.given.rest()
        self.path.decline.rest()
        self.scan.hide()
        self.scan_picture.clear()
        if "answers_card" in vars(self):
            self.answers_card.hide()

    @override
    def settle(self) -> None:
        self.scan.hide()
        self.scan_picture.clear()

    def _connect(self) -> None:
        path, rows, deeds = self.path, self.list, self.deeds
        path.stepChosen.connect(self._step)
        path.letInChosen.connect(lambda: self.on_account(lambda one: deeds.let_in(one.id)))
        path.enterChosen.connect(self._enter)
        path.declined.connect(lambda why: self.on_account(lambda one: deeds.decline(one.id, why)))
        path.letterCopied.connect(self._copy_letter)
        path.letterOpened.connect(self._open_letter)
        path.scanAsked.connect(self._show_scan)
        rows.ticked.connect(lambda item: self.on_account(lambda one: deeds.mark(one.id, item, done=True)))
        rows.unticked.connect(lambda item: self.on_account(lambda one: deeds.mark(one.id, item, done=False)))
        rows.copied.connect(self._copy)
        self.given.given.connect(
            lambda given, scan: self.on_account(lambda one: deeds.enter(one.id, given, scan))
        )
        deeds.read.connect(self._came)
        deeds.settled.connect(self._settled)
        deeds.refused.connect(self._refused)

    def _came(self, sheet: LifeSheet) -> None:
        if self.model is None or sheet.account.id != self.model.id:
            return
        self.sheet = sheet
        works = not self.model.may.work
        opening = opening_model(sheet, self.inside.words.language, works=works)
        if self.inside.around.office.school.sample:  # the address of a real office, for a drawn school
            opening = replace(opening, mail_to="")
        self.opening = opening
        self.path.show_opening(opening)
        # Made in turns of their own: all at once they would keep the window busy for 60 ms.
        QTimer.singleShot(NEXT_TURN_MS, self, self._show_rest)

    def _show_rest(self) -> None:
        if self.opening is not None:
            self._arrange(self.opening)
            self.list.show_opening(self.opening)
            self._show_answers(self.opening)
            QTimer.singleShot(NEXT_TURN_MS, self, self._show_visitors)

    def _show_visitors(self) -> None:
        """Show what visitors may read: first once the account is live, for it comes round each year."""
        if self.model is not None and self.sheet is not None:
            live = self.sheet.account.stage in ASKED_OF
            self.column.insertWidget(0 if live else -1, self.visitors)
            self.visitors.show_account(self.model)

    def _arrange(self, opening: OpeningModel) -> None:
        """Put what is to be read for a yes above the list, and below it once everybody has said yes."""
        first = self.said_card if opening.next in _READING else self.list
        second = self.list if first is self.said_card else self.said_card
        if self.column.indexOf(first) > self.column.indexOf(second):
            self.column.removeWidget(first)
            self.column.insertWidget(self.column.indexOf(second), first)

    def _show_answers(self, opening: OpeningModel) -> None:
        words, card = self.inside.words, self.said_card
        card.clear()
        for question, answer in opening.answers:
            card.body.addWidget(PlainLabel(question, kind=TextKind.NOTE))
            card.body.addWidget(PlainLabel(answer))
        for fact in opening.facts:
            card.body.addWidget(PlainLabel(words(fact), kind=TextKind.MUTED))
        if opening.carried and opening.next in {Next.APPROVE, Next.WAIT}:
            card.body.addWidget(PlainLabel(words.say("openingui.carried-title"), kind=TextKind.STRONG))
            for line in opening.carried:
                card.body.addWidget(PlainLabel(words(line), kind=TextKind.MUTED))
        card.setVisible(bool(opening.answers))

    # ---- what is pressed

    def _step(self, step: Next) -> None:
        if step is Next.APPROVE:
            self.on_account(lambda one: self.deeds.approve(one.id))
        elif step is Next.ANSWER:
            self._begin_answering()
        elif step is Next.LET_IN:
            self.inside.turn_to("log-in")
        elif step in {Next.ENTER, Next.GO_LIVE}:
            self._go_to_page(enters=step is Next.ENTER)

    def _go_to_page(self, *, enters: bool) -> None:
        """Lead to where its address is entered, or to the look at its page."""
        overview = self.inside.turn_to("overview")
        if enters and isinstance(overview, OverviewPage):
            overview.details.enter_page()

    def _begin_answering(self) -> None:
        around, sheet = self.inside.around, self.sheet
        by, opening = around.by, around.office.opening
        request = None if sheet is None or sheet.life.asked is None else sheet.life.asked.request

        def came(facts: AskFacts) -> None:
            self.answers_card.form.show_facts(facts, request)
            self.answers_card.show()
            self.answers_card.form.begin()
            bring_into_view(self.answers_card)

        around.performer.perform(
            lambda: opening.facts(by),
            done=came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    def _answer(self) -> None:
        request = self.answers_card.form.filled
        self.on_account(lambda one: self.deeds.answer(one.id, request))

    def _enter(self) -> None:
        if self.opening is not None and self.sheet is not None:
            self.given.begin(self.opening.enters, self.sheet.today)

    def _settled(self) -> None:
        self.rest()
        self.inside.reload()

    def _refused(self, error: KnownError) -> None:
        shown, answers = False, "answers_card" in vars(self) and self.answers_card.isVisible()
        if answers and isinstance(error, NotAllowed):
            self.answers_card.form.show_refused(error)
            shown = True
        elif not answers and self.given.isVisible():
            shown = self.given.show_refused(error)
        if not shown:
            self.inside.deeds.say_error(error)

    # ---- outside

    def _copy(self, text: str) -> None:
        self.inside.deeds.outside.copy(text)
        self.inside.deeds.say_done(say("openingui.said-copied"))

    def _letter(self) -> tuple[str, str]:
        opening, words = self.opening, self.inside.words
        if opening is None:
            return "", ""
        subject, lines = opening.letter
        return words(subject), "\n\n".join(words(line) for line in lines)

    def _copy_letter(self) -> None:
        self._copy("\n\n".join(self._letter()))

    def _open_letter(self) -> None:
        subject, text = self._letter()
        opened = self.opening is not None and self.deeds.open_mail(self.opening.mail_to, subject, text)
        if not opened:
            self._copy_letter()

    def _show_scan(self, scan: str) -> None:
        around = self.inside.around
        by, scans, account = around.by, around.office.scans, self._shown

        def came(picture: Picture) -> None:
            if account == self._shown:
                self.scan_picture.setPixmap(QPixmap(pixmap_of(picture)))
                self.scan.show()
                bring_into_view(self.scan)

        around.performer.errand(
            lambda: scans.picture(by, MediaId(scan), longest_px=_SCAN_PX),
            done=came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    @property
    def _shown(self) -> AccountId | None:
        return None if self.model is None else self.model.id


class AnswersCard(Card):
    """The questions with their buttons."""

    def __init__(self, inside: Inside, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(inside.words.say("openingui.ask-why"), parent)
        self.form = AnswersForm(inside.words)
        self.do_button = Button(inside.words.say("openingui.answer-do"))
        self.leave_button = Button(inside.words.say("accountui.leave"), kind=ButtonKind.QUIET)
        row = QHBoxLayout()
        row.addWidget(self.do_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addLayout(row)
