"""An account's rounds: who looks when, where to look, and what was seen (BAL-B1f1, BAL-B1f2, SOC-R1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.rounds import NOTE_MOST, Decision, Spot, Standing
from smadmin.services.rounds import RoundSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.comments.forms import DecisionFields
from smadmin.ui.comments.model import Seen, round_state
from smadmin.ui.comments.parts import Wish
from smadmin.ui.comments.shown_part import ShownPart
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.publish.outside import may_open
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class LookPart(QWidget):
    """The round that is under way: everywhere to look, ticked one by one.

    Signals:
        opened: an address.
        enterAsked, finished: pressed.
        shownAsked: what visitors wrote is wanted anew, or for the first time on this round.
    """

    opened = Signal(str)
    enterAsked = Signal()
    finished = Signal()
    shownAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self._round: tuple[str, object] = ("", None)
        self.ticks = {spot: QCheckBox(for_button(words.say(f"comments.look-{spot.value}"))) for spot in Spot}
        self.pages = {spot: Button(words.say("comments.open-page"), icon="external-link") for spot in Spot}
        for spot, page in self.pages.items():  # eyes read the tick beside it
            page.setAccessibleName(words.say(f"comments.open-{spot.value}"))
        self._addresses: dict[Spot, str] = {}
        self.messages_note = PlainLabel(words.say("comments.messages-note"), kind=TextKind.NOTE)
        self.enter_button = Button(words.say("comments.found-something"), icon="plus")
        self.enter_button.clicked.connect(self.enterAsked)
        self.shown = ShownPart(words)
        self.shown.asked.connect(self.shownAsked)
        self.shown.opened.connect(self.opened)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_MOST)
        self.field = Field(words.say("comments.note"), self.note)
        self.finish_button = Button(words.say("comments.finish"), icon="check")
        self.finish_button.clicked.connect(self.finished)
        keep_words(self)
        self._build()

    @property
    def spots(self) -> frozenset[Spot]:
        """Where somebody looked."""
        return frozenset(spot for spot in self._addresses if self.ticks[spot].isChecked())

    def show_round(self, sheet: RoundSheet) -> None:
        """Show where to look; what is ticked stays while the round does."""
        self.setVisible(sheet.mine is not None)
        this = (sheet.account.id, sheet.mine)
        if this != self._round:
            self._round = this
            self.note.clear()
            self.shown.rest()
            if sheet.mine is not None:
                self.shownAsked.emit()
            for tick in self.ticks.values():
                tick.setChecked(False)
        self._addresses = dict(sheet.places)
        for spot in Spot:
            self.ticks[spot].setVisible(spot in sheet.places)
            self.pages[spot].setVisible(may_open(sheet.places.get(spot, "")))
        self.messages_note.setVisible(Spot.MESSAGES in sheet.places)
        self._judge()

    def _judge(self) -> None:
        missing = [spot for spot in self._addresses if not self.ticks[spot].isChecked()]
        if missing:
            self.finish_button.block([self._words.say(f"comments.not-looked-{one.value}") for one in missing])
        else:
            self.finish_button.allow()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(self._words.say("comments.where"), kind=TextKind.STRONG))
        for spot in Spot:
            row = FlowBox()
            row.flow.addWidget(self.ticks[spot])
            row.flow.addWidget(self.pages[spot])
            column.addWidget(row)
            self.ticks[spot].toggled.connect(self._judge)
            self.pages[spot].clicked.connect(
                lambda _checked=False, one=spot: self.opened.emit(self._addresses.get(one, ""))
            )
        for part in (self.messages_note, self.shown, self.enter_button, self.field, self.finish_button):
            column.addWidget(part)


class RoundPanel(Card):
    """An account's rounds.

    Signals:
        wished: a `Wish`.
        opened: an address of the platform.
        cardsAsked: somebody wants to read the cards.
        enterAsked: the id of the account on whose round something was found.
        shownAsked: the id of the account whose visitors' comments are wanted.
        shownEntered: a `ShownLine` that needs an answer.
    """

    wished = Signal(object)
    opened = Signal(str)
    cardsAsked = Signal()
    enterAsked = Signal(str)
    shownAsked = Signal(str)
    shownEntered = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._sheet: RoundSheet | None = None
        self._most_days = 1
        self._me: PersonId | None = None
        self.stands, self.watch, self.last = StateLine(State.NOTE, ""), PlainLabel(""), PlainLabel("")
        self.start_button = Button(words.say("comments.start"), icon="play")
        self.start_button.clicked.connect(self._start)
        self.lacks = PlainLabel("", kind=TextKind.NOTE)
        self.cards_button = Button(words.say("comments.cards"), icon="book-open-text")
        self.cards_button.clicked.connect(self.cardsAsked)
        self.look = LookPart(words)
        self.look.opened.connect(self.opened)
        self.look.enterAsked.connect(self._found)
        self.look.finished.connect(self._finish)
        self.look.shownAsked.connect(self._ask_shown)
        self.look.shown.entered.connect(self.shownEntered)
        self.decide_button = Button(words.say("comments.decide"), kind=ButtonKind.QUIET)
        self.decide_button.clicked.connect(self._unfold)
        self.form = DecisionFields(words)
        self.form.given.connect(self._decide)
        self.form.left.connect(self._fold)
        self.before = QVBoxLayout()
        self.before.setSpacing(HALF_SPACE_PX)
        self._build()

    def show_round(self, sheet: RoundSheet, seen: Seen) -> None:
        """Show an account's rounds as they were just read."""
        words = self._words
        other = self._sheet is None or self._sheet.account.id != sheet.account.id
        self._sheet, self._most_days, self._me = sheet, seen.desk.rules.round_days, seen.me
        self.heading.show_text(words.say("comments.round-title", account=sheet.account.label))
        state, chip = round_state(sheet)
        self.stands.show_line(self._explained(sheet) or words(chip), state)
        on = sheet.standing is Standing.WATCHED
        self.watch.setVisible(on)
        self.watch.show_text(words.say("comments.watched-by", name=sheet.monitor, n=sheet.days))
        self.last.setVisible(sheet.kept is not None)
        self.last.show_text(self._last(sheet))
        self.look.show_round(sheet)
        self._show_start(sheet)
        self._show_before(sheet)
        if sheet.decide:
            self.decide_button.block(words.reasons(sheet.decide))
        else:
            self.decide_button.allow()
        if other:
            self.rest()

    @property
    def account(self) -> str:
        """The id of the account that is shown; empty before the first."""
        return "" if self._sheet is None else self._sheet.account.id

    def rest(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.decide_button.show()

    def _explained(self, sheet: RoundSheet) -> str:
        words, said = self._words, {Standing.OFF: "comments-off", Standing.WATCHED: ""}
        name = said.get(sheet.standing, sheet.standing.value)
        return words.say(f"comments.{name}") if name else ""

    def _last(self, sheet: RoundSheet) -> str:
        due = sheet.due_on or ""
        if sheet.last_on is None:
            return self._words.say("comments.no-round-yet", due=due)
        return self._words.say("comments.last-round", name=sheet.last_by, day=sheet.last_on, due=due)

    def _show_start(self, sheet: RoundSheet) -> None:
        cards = any(one.place == "cards" for one in sheet.start)
        may = sheet.watched.on and sheet.mine is None
        self.start_button.setVisible(may)
        lacks = self._words.reasons(sheet.start) if may else ()
        self.lacks.show_text("\n".join(lacks))
        self.lacks.setVisible(bool(lacks))
        self.cards_button.setVisible(may and cards)
        if sheet.start:
            self.start_button.block(self._words.reasons(sheet.start))
        else:
            self.start_button.allow()

    def _show_before(self, sheet: RoundSheet) -> None:
        empty_layout(self.before)
        if sheet.watched.rounds:
            title = self._words.say("comments.rounds-before")
            self.before.addWidget(PlainLabel(title, kind=TextKind.STRONG))
        for one, (day, name) in zip(reversed(sheet.watched.rounds), reversed(sheet.rounds_told), strict=True):
            line = self._words.say("comments.round-line", day=day, name=name, note=one.note)
            self.before.addWidget(PlainLabel(line.strip()))

    def _start(self) -> None:
        if self._sheet is not None:
            account = self._sheet.account.id
            said = say("comments.said-started")
            self.wished.emit(Wish(lambda office, by: office.rounds.start(by, account), said))

    def _finish(self) -> None:
        if self._sheet is not None:
            account, spots, note = self._sheet.account.id, self.look.spots, self.look.note.text()
            said = say("comments.said-finished")
            self.wished.emit(Wish(lambda office, by: office.rounds.end(by, account, spots, note), said))

    def _found(self) -> None:
        if self._sheet is not None:
            self.enterAsked.emit(self._sheet.account.id)

    def _ask_shown(self) -> None:
        if self._sheet is not None:
            self.shownAsked.emit(self._sheet.account.id)

    def _decide(self, decision: Decision) -> None:
        if self._sheet is None:
            return
        account, said = self._sheet.account.id, say("comments.said-decided")

        def refused(error: NotAllowed) -> bool:
            return self.form.show_error(error)

        self.wished.emit(Wish(lambda office, by: office.rounds.decide(by, account, decision), said, refused))

    def _unfold(self) -> None:
        if self._sheet is not None:
            self.form.show_decision(self._sheet, self._most_days, self._me)
            self.decide_button.hide()
            self.form.show()
            self.form.begin()

    def _fold(self) -> None:
        self.rest()
        self.decide_button.setFocus()

    def _build(self) -> None:
        for part in (self.stands, self.watch, self.last, self.start_button, self.lacks, self.cards_button):
            self.body.addWidget(part)
        self.body.addWidget(self.look)
        self.body.addWidget(self.decide_button)
        self.body.addWidget(self.form)
        self.body.addLayout(self.before)
        self.form.hide()
        self.look.hide()
