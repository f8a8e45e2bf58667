"""Where a child's picture or data is still out, account by account, and which other posts show the same."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.cases import Case
from smadmin.domain.ids import AccountId
from smadmin.services.clearing import ClearingSheet, OutLine, OutPost
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.cases.line_offer import LineOffer
from smadmin.ui.cases.model import is_gone, line_of
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording

_CACHES = ("google", "bing", "archive", "platform")
"""Whom to ask about copies in caches (WIC-S4)."""


class ClearingPart(QWidget):
    """The part of a card.

    Signals:
        againAsked, pageAsked, goneSaid: with the line's `OutLine`.
        otherAsked: with the id of another post that is to go too.
    """

    againAsked = Signal(object)
    pageAsked = Signal(object)
    goneSaid = Signal(object)
    otherAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self.lines: list[StateLine] = []
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self._where, self._others = QVBoxLayout(), QVBoxLayout()
        column.addLayout(self._where)
        column.addWidget(PlainLabel(words.say("cases.no-recall"), kind=TextKind.STRONG))
        for one in _CACHES:
            column.addWidget(PlainLabel("• " + words.say(f"cases.cache-{one}")))
        column.addLayout(self._others)

    def show_sheet(self, sheet: ClearingSheet | None, case: Case, busy: Collection[AccountId]) -> None:
        """Show where it is out."""
        empty_layout(self._where)
        self.lines, self.buttons = [], {}
        if sheet is None:
            return
        said = self._words.say
        self._where.addWidget(PlainLabel(said("cases.about-post", words=sheet.words), kind=TextKind.MUTED))
        self._where.addWidget(PlainLabel(said("cases.where"), kind=TextKind.STRONG))
        if not sheet.lines:
            self._where.addWidget(StateLine(State.DOUBT, said("cases.nothing-out")))
        for account in sheet.waits:
            self._where.addWidget(StateLine(State.STOP, said("cases.line-waits", account=account)))
        for line in sheet.lines:
            self._add(line, case, busy)

    def show_others(self, others: Sequence[OutPost] | None) -> None:
        """Show the posts with the same photo or child; None: nobody has looked yet."""
        empty_layout(self._others)
        if others is None:
            return
        said = self._words.say
        self._others.addWidget(PlainLabel(said("cases.others"), kind=TextKind.STRONG))
        if not others:
            self._others.addWidget(StateLine(State.FINE, said("cases.others-none")))
        for one in others:
            accounts = ", ".join(one.accounts)
            word = "cases.other-photo" if one.same_photo else "cases.other-child"
            self._others.addWidget(StateLine(State.DOUBT, said(word, words=one.words, accounts=accounts)))
            button = Button(said("cases.take-down-this"), kind=ButtonKind.DESTRUCTIVE)
            button.setAccessibleName(said("cases.take-down-name", words=one.words))
            button.clicked.connect(lambda _checked=False, post=one.post: self.otherAsked.emit(post))
            self._others.addWidget(button)
        self._others.addWidget(PlainLabel(said("cases.others-limit"), kind=TextKind.NOTE))

    def _add(self, line: OutLine, case: Case, busy: Collection[AccountId]) -> None:
        said, removal = self._words.say, line.view.removal
        state, message = line_of(line, case, busy)
        shown = StateLine(state, self._words(message))
        self.lines.append(shown)
        self._where.addWidget(shown)
        if is_gone(line) and removal is not None:
            kept = "cases.kept" if removal.captured else "cases.not-kept"
            self._where.addWidget(PlainLabel(said(kept), kind=TextKind.NOTE))
        elif line.account.id not in busy and not line.view.blockers:
            self._offer(line)

    def _offer(self, line: OutLine) -> None:
        offer = LineOffer(line, self._words)
        offer.againAsked.connect(self.againAsked)
        offer.pageAsked.connect(self.pageAsked)
        offer.goneSaid.connect(self.goneSaid)
        self.buttons |= offer.buttons
        self._where.addWidget(offer)
