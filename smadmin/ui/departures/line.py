"""One line of a departure: a row; open, it says what to press and what else may be said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.departures import LineKind
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.departures.model import Act, LineModel
from smadmin.ui.departures.new_password import NewPassword
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.publish.outside import may_open
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import ShapeMark, StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_BELOW_WORDS_PX = 22
"""Where the words of the row begin, behind its shape."""


class LineRow(Card):
    """A line.

    Signals:
        chosen: the person wants to do this one now.
        pageAsked: its page is to be opened once more.
        denied: nothing of theirs hangs on it.
        waived: why it is left.
        elsewhere: where it was done instead.
        moreAsked: the log-in's page is wanted, for the new token.
    """

    chosen = Signal(str)
    pageAsked = Signal(str)
    denied = Signal(str)
    waived = Signal(str, str)
    elsewhere = Signal(str, str)
    moreAsked = Signal()

    def __init__(
        self, model: LineModel, words: Wording, *, unfolded: bool, opened: bool, sample: bool = False
    ) -> None:
        """Show a line as it stands; another state takes another row.

        Args:
            model: the line.
            words: the language.
            unfolded: whether it is the one that is done now.
            opened: whether its page was opened.
            sample: whether that is only said, because the school is the sample.
        """
        super().__init__("")
        self.model, self.unfolded, self._words = model, unfolded, words
        self.setObjectName(f"line-{model.key}")
        self.body.addLayout(self._top(unfolded=unfolded))
        self.waive: SentenceForm | None = None
        self.outside: SentenceForm | None = None
        self.deny: Button | None = None
        self.again: Button | None = None
        self.new: NewPassword | None = None
        if unfolded:
            self._unfold(opened=opened, sample=sample)

    def _top(self, *, unfolded: bool) -> QHBoxLayout:
        model, words = self.model, self._words
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX + 4)
        row.addWidget(ShapeMark(model.state), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(breakable(words(model.said)), kind=TextKind.STRONG))
        if model.note is not None:
            column.addWidget(PlainLabel(words(model.note), kind=TextKind.NOTE))
        row.addLayout(column, 1)
        if model.act is None:
            row.addWidget(StateChip(model.state, words(model.chip)), 0, Qt.AlignmentFlag.AlignVCenter)
        elif not unfolded:
            do = Button(words.say("departures.do-this"), kind=ButtonKind.SMALL)
            do.setAccessibleDescription(words(model.said))
            do.clicked.connect(lambda: self.chosen.emit(model.key))
            row.addWidget(do, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _unfold(self, *, opened: bool, sample: bool) -> None:
        model, words = self.model, self._words
        inner = QVBoxLayout()
        inner.setContentsMargins(_BELOW_WORDS_PX, 0, 0, 0)
        inner.setSpacing(SPACE_PX)
        self.body.addLayout(inner)
        if model.tells is not None:
            inner.addWidget(PlainLabel(words(model.tells)))
        for one in model.lists:
            inner.addWidget(PlainLabel(words(one), kind=TextKind.NOTE))
        if model.place is not None:
            inner.addWidget(PlainLabel(words.say("departures.press"), kind=TextKind.NOTE))
            inner.addWidget(PlainLabel(model.place.said(words.language)))
            shown = model.address or words.say("departures.no-address")
            inner.addWidget(PlainLabel(breakable(shown), kind=TextKind.MUTED))
        if opened and sample:
            inner.addWidget(StateLine(State.NOTE, words.say("accountui.sample-page")))
        if model.act is Act.KEEP:
            self.new = NewPassword(words)
            inner.addWidget(self.new)
        inner.addWidget(self._buttons(opened=opened))
        if model.elsewhere:
            self.outside = self._outside()
            inner.addWidget(self.outside)
        if model.may_waive:
            self.waive = self._leaving_it()
            inner.addWidget(self.waive)

    def _buttons(self, *, opened: bool) -> QWidget:
        model, words = self.model, self._words
        holder = QWidget()
        buttons = FlowLayout(holder)
        if opened and may_open(model.address):
            self.again = Button(words.say("departures.open-again"), icon="external-link")
            self.again.clicked.connect(lambda: self.pageAsked.emit(model.key))
            buttons.addWidget(self.again)
        if model.may_deny:
            self.deny = Button(words.say("departures.not-theirs"))
            self.deny.clicked.connect(lambda: self.denied.emit(model.key))
            buttons.addWidget(self.deny)
        if model.line.kind is LineKind.TOKENS:
            more = Button(words.say("departures.more-of-log-in"), kind=ButtonKind.LINK)
            more.clicked.connect(self.moreAsked)
            buttons.addWidget(more)
        return holder

    def _outside(self) -> SentenceForm:
        words, key = self._words, self.model.key
        what = "removed" if self.model.line.seat is not None else "elsewhere"
        form = SentenceForm(
            SentenceWords(
                unfold=words.say(f"departures.{what}"),
                ask=words.say(f"departures.{what}-where"),
                hint=words.say(f"departures.{what}-hint"),
                do=words.say(f"departures.{what}-do"),
                fold=words.say("departures.elsewhere-not"),
                first=words.say("departures.reason-missing"),
            )
        )
        form.given.connect(lambda where: self.elsewhere.emit(key, where))
        return form

    def ask_who(self) -> None:
        """Ask who did it where nobody here sees it."""
        if self.outside is not None:
            self.outside.unfold()

    def _leaving_it(self) -> SentenceForm:
        words, model = self._words, self.model
        form = SentenceForm(
            SentenceWords(
                unfold=words.say("departures.stays" if model.stays else "departures.waive"),
                ask=words.say("departures.waive-why"),
                hint=words.say("departures.stays-hint" if model.stays else "departures.waive-hint"),
                do=words.say("departures.stays-do" if model.stays else "departures.waive-do"),
                fold=words.say("departures.waive-not"),
                first=words.say("departures.reason-missing"),
            )
        )
        form.given.connect(lambda why: self.waived.emit(model.key, why))
        return form
