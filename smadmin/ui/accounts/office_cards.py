"""Cards of the page *Communications*: what it asked for, what it asks now, and what only it may do."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.office_requests import SENTENCE_MOST
from smadmin.ui.accounts.office_model import Asked, OfficeModel
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_BEGINS = "https://"


def sentence(words: Wording, what: str) -> SentenceForm:
    """Make a form that unfolds for a sentence."""
    return SentenceForm(
        SentenceWords(
            unfold=words.say(f"powers.{what}"),
            ask=words.say("powers.why"),
            hint=words.say(f"powers.{what}-hint"),
            do=words.say(f"powers.{what}-do"),
            fold=words.say("powers.leave"),
            first=words.say("powers.reason-missing"),
        )
    )


class AskedCard(Card):
    """What communications asked for, newest first.

    Signals:
        done, takenBack: the request.
        refused: the request, and the sentence that says why.
        pageAsked: the address of a post.
        postAsked: the post, which is taken down from its own card.
        closeAsked: the account is to be closed; that is done elsewhere.
    """

    done = Signal(object)
    takenBack = Signal(object)
    refused = Signal(object, str)
    pageAsked = Signal(str)
    postAsked = Signal(str)
    closeAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("powers.asked"))
        self._words = words
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.body.addLayout(self._lines)

    def show_office(self, model: OfficeModel) -> None:
        """Show the requests."""
        empty_layout(self._lines)
        if not model.asked:
            self._lines.addWidget(PlainLabel(self._words.say("powers.asked-nothing"), kind=TextKind.MUTED))
        for number, one in enumerate(model.asked):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._one(one))

    def _one(self, one: Asked) -> QWidget:
        words, whole = self._words, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX // 2)
        column.addWidget(PlainLabel(words(one.title), kind=TextKind.STRONG))
        column.addWidget(PlainLabel(words(one.reason)))
        column.addWidget(StateLine(one.state, words(one.told)))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        if one.page:
            opens = Button(words.say("powers.open-post"), icon="external-link")
            opens.setAccessibleDescription(one.page)
            opens.clicked.connect(partial(self.pageAsked.emit, one.page))
            buttons.addWidget(opens)
        if one.post is not None and one.request.open:
            down = Button(words.say("afterui.to-post"))
            down.clicked.connect(partial(self.postAsked.emit, one.post))
            buttons.addWidget(down)
        if one.answers:
            done = Button(words.say("powers.to-closing" if one.closes else "powers.is-done"))
            done.clicked.connect(self.closeAsked.emit if one.closes else partial(self.done.emit, one.request))
            buttons.addWidget(done)
        if one.takes_back:
            back = Button(words.say("powers.take-back"), kind=ButtonKind.QUIET)
            back.clicked.connect(partial(self.takenBack.emit, one.request))
            buttons.addWidget(back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        if one.answers:
            no = sentence(words, "is-not-done")
            no.given.connect(partial(self.refused.emit, one.request))
            column.addWidget(no, 0, Qt.AlignmentFlag.AlignLeft)
        return whole


class AskCard(Card):
    """Communications asks. `removalAsked` carries the address and the reason, `closingAsked` the reason."""

    removalAsked = Signal(str, str)
    closingAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("powers.ask"))
        keep_words(self)
        self._words = words
        self.body.addWidget(PlainLabel(words.say("powers.ask-means"), kind=TextKind.MUTED))
        self.page, self.reason = QLineEdit(), QLineEdit()
        self.page.setPlaceholderText(_BEGINS)
        self.reason.setMaxLength(SENTENCE_MOST)
        self.page_field = Field(words.say("powers.post"), self.page)
        self.reason_field = Field(words.say("powers.why"), self.reason)
        self.button = Button(words.say("powers.ask-removal"))
        self.button.clicked.connect(lambda: self.removalAsked.emit(self.page.text(), self.reason.text()))
        for line in (self.page, self.reason):
            line.returnPressed.connect(self.button.click)
        self.closing = sentence(words, "ask-closing")
        self.closing.given.connect(self.closingAsked)
        self.body.addWidget(self.page_field)
        self.body.addWidget(self.reason_field)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(rule())
        self.body.addWidget(self.closing)

    def show_refused(self, error: NotAllowed) -> bool:
        """Say below the fields what is wrong; tells whether all of it belongs there."""
        fields = {"page": self.page_field, "sentence": self.reason_field}
        for field in fields.values():
            field.clear_error()
        for reason in error.reasons:
            if reason.place in fields:
                fields[reason.place].show_error(self._words(reason.message))
        return all(reason.place in fields for reason in error.reasons)

    def rest(self) -> None:
        """Begin anew."""
        for line, field in ((self.page, self.page_field), (self.reason, self.reason_field)):
            line.clear()
            field.clear_error()
        self.closing.rest()


class PowersCard(Card):
    """What only communications does: confirm its way in, stand in, stop every account of the school.

    Signals:
        confirmed, stoodIn: pressed.
        heldAll, wentOnAll: the sentence that says why.
    """

    confirmed = Signal()
    stoodIn = Signal()
    heldAll = Signal(str)
    wentOnAll = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("powers.office"))
        self._words = words
        self._access = QVBoxLayout()
        self.confirm = Button(words.say("powers.confirm"))
        self.confirm.clicked.connect(self.confirmed)
        self.stand_in = Button(words.say("powers.stand-in"))
        self.stand_in.clicked.connect(self.stoodIn)
        self._stand_in_note = PlainLabel(words.say("powers.stand-in-note"), kind=TextKind.NOTE)
        self._line = rule()
        self._whole = PlainLabel(words.say("powers.whole"), kind=TextKind.STRONG)
        self.hold_all, self.go_on_all = sentence(words, "hold-all"), sentence(words, "go-on-all")
        self.hold_all.given.connect(self.heldAll)
        self.go_on_all.given.connect(self.wentOnAll)
        self.body.addLayout(self._access)
        for button in (self.confirm, self.stand_in):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._stand_in_note, self._line, self._whole, self.go_on_all, self.hold_all):
            self.body.addWidget(part)

    def show_office(self, model: OfficeModel) -> None:
        """Show how it stands; what isn't this person's is not there."""
        empty_layout(self._access)
        self._access.addWidget(StateLine(model.access_state, self._words(model.access)))
        if model.standing_in is not None:
            self._access.addWidget(StateLine(State.WAITS, self._words(model.standing_in)))
        self.confirm.setVisible(model.powers)
        for part in (self.stand_in, self._stand_in_note):
            part.setVisible(model.stands_in)
        school = model.can_hold_all or model.can_go_on_all
        self._line.setVisible(school)
        self._whole.setVisible(school)
        self.hold_all.setVisible(model.can_hold_all)
        self.go_on_all.setVisible(model.can_go_on_all)

    def rest(self) -> None:
        """Put the sentences away."""
        self.hold_all.rest()
        self.go_on_all.rest()
