"""For which accounts somebody new is named with being let in as an administrator: boxes to tick (BAL-A2)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.tick_list import TickList
from smadmin.ui.wording import Wording


class AccountTicks(QWidget):
    """A box for each account that whoever lets in may name for; without any it says who names, and where."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden and without accounts."""
        super().__init__(parent)
        self._words = words
        self.title = PlainLabel(words.say("founding.for-accounts"), kind=TextKind.STRONG)
        self.ticks = TickList(words, self.title.whole_text)
        self.ticks.ticked.connect(self._say)
        self.note = PlainLabel("", kind=TextKind.NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        for part in (self.title, self.ticks, self.note):
            column.addWidget(part)
        self._say()
        self.hide()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these accounts; what is ticked stays ticked, and the same rows keep the keyboard."""
        self.ticks.offer([(one.id, one.label) for one in accounts])
        self._say()

    def follow(self, role: Role | None) -> None:
        """Stand there for an administrator alone."""
        self.setVisible(role is Role.ADMINISTRATOR)

    @property
    def chosen(self) -> tuple[AccountId, ...]:
        """The accounts that are ticked."""
        return self.ticks.chosen

    def _say(self) -> None:
        offered = bool(self.ticks.rows.accounts)
        said = "named" if self.chosen else "none" if offered else "later"
        self.title.setVisible(offered)
        self.note.show_text(self._words.say(f"founding.for-accounts-{said}", n=len(self.chosen)))
