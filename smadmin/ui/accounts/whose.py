"""Whose a log-in is, as the platform said it, and the question whether that is ours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import Account, same_handle
from smadmin.domain.publishers import Who
from smadmin.ui.accounts.page import allow
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class Whose(QWidget):
    """The answer; its buttons are the asker's to connect."""

    def __init__(self, words: Wording) -> None:
        """Begin without an answer."""
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("connectui.found"), kind=TextKind.NOTE))
        self.name = PlainLabel("", kind=TextKind.TITLE)
        self.page, self.id = (PlainLabel("", kind=TextKind.MUTED) for _ in range(2))
        self.foreign = StateLine(State.STOP, "")
        self.other = StateLine(State.DOUBT, "")
        for line in (self.name, self.page, self.id, self.other, self.foreign):
            column.addWidget(line)
        self.yes_button = Button(words.say("connectui.yes"), icon="check")
        self.no_button = Button(words.say("connectui.no"), kind=ButtonKind.QUIET)
        flow = FlowLayout(gap_px=2)
        for button in (self.yes_button, self.no_button):
            flow.addWidget(button)
        column.addLayout(flow)

    def show_who(self, account: Account, who: Who, foreign: tuple[str, ...]) -> None:
        """Show who it is, in view; `foreign` says why it can't be the account's."""
        words = self._words
        self.name.show_text(words.say("connectui.who", handle=who.handle, name=who.name or who.handle))
        self.page.show_text(breakable(who.page))
        self.id.show_text(words.say("connectui.id", id=breakable(who.id)))
        self.show()
        self.foreign.show_line(" ".join(foreign), State.STOP)
        self.foreign.setVisible(bool(foreign))
        allow(self.yes_button, foreign)
        other = not foreign and same_handle(who.handle) != account.pin
        if other:
            said = words.say("connectui.other-name", handle=account.at_handle, other=who.handle)
            self.other.show_line(said, State.DOUBT)
        self.other.setVisible(other)
        (self.no_button if foreign or other else self.yes_button).setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)
