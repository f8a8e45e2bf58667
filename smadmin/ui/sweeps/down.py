"""Where a post that is to go still stands, account by account, and what a person does about it there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import AccountId
from smadmin.services.clearing import ClearingSheet, OutLine
from smadmin.ui.buttons import Button
from smadmin.ui.cards import empty_layout
from smadmin.ui.cases.line_offer import LineOffer
from smadmin.ui.cases.model import is_gone
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.sweeps.found import down_line
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording


class DownPart(QWidget):
    """The part of an item's panel.

    Signals:
        againAsked, pageAsked, goneSaid: with the line's `OutLine`.
    """

    againAsked = Signal(object)
    pageAsked = Signal(object)
    goneSaid = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self.buttons: dict[str, Button] = {}
        self._shown: tuple[tuple[ClearingSheet, ...], frozenset[AccountId]] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(HALF_SPACE_PX)

    def show_sheets(self, sheets: Sequence[ClearingSheet], busy: frozenset[AccountId]) -> None:
        """Show where posts are out; nothing where none is to go."""
        if (tuple(sheets), busy) == self._shown:  # a button that is about to be pressed stays the same one
            return
        self._shown = tuple(sheets), busy
        empty_layout(self._rows)
        self.buttons = {}
        self.setVisible(bool(sheets))
        for sheet in sheets:
            if len(sheets) > 1:
                self._rows.addWidget(PlainLabel(sheet.words, kind=TextKind.STRONG))
            self._show(sheet, busy)
        if sheets and all(is_gone(line) for sheet in sheets for line in sheet.lines):
            self._rows.addWidget(PlainLabel(self._words.say("sweepui.no-recall"), kind=TextKind.NOTE))

    def _show(self, sheet: ClearingSheet, busy: frozenset[AccountId]) -> None:
        for account in sheet.waits:
            self._rows.addWidget(StateLine(State.STOP, self._words.say("cases.line-waits", account=account)))
        for line in sheet.lines:
            state, said = down_line(line, busy)
            self._rows.addWidget(StateLine(state, self._words(said)))
            if not (is_gone(line) or line.account.id in busy or line.view.blockers):
                self._offer(line)

    def _offer(self, line: OutLine) -> None:
        offer = LineOffer(line, self._words)
        offer.againAsked.connect(self.againAsked)
        offer.pageAsked.connect(self.pageAsked)
        offer.goneSaid.connect(self.goneSaid)
        self.buttons |= offer.buttons
        self._rows.addWidget(offer)
