"""For which accounts somebody new is named with being let in as an administrator: boxes to tick (BAL-A2)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class AccountTicks(QWidget):
    """A box for each account that whoever lets in may name for; without any it says who names, and where."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden and without accounts."""
        super().__init__(parent)
        self._words = words
        self.boxes: dict[AccountId, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE_PX)
        self.title = PlainLabel(words.say("founding.for-accounts"), kind=TextKind.STRONG)
        self.note = PlainLabel("", kind=TextKind.NOTE)
        for part in (self.title, self.note):
            self._column.addWidget(part)
        self._offered: tuple[Account, ...] = ()
        self._say()
        self.hide()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these accounts; what is ticked stays ticked, and the same boxes keep the keyboard."""
        if tuple(accounts) == self._offered:
            return
        ticked, self._offered = self.chosen, tuple(accounts)
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        before = self._above()
        for place, account in enumerate(accounts, 1):
            box = QCheckBox(for_button(account.label))
            box.setChecked(account.id in ticked)
            box.toggled.connect(self._say)
            self.boxes[account.id] = box
            self._column.insertWidget(place, box)
            QWidget.setTabOrder(before, box)  # made later than what stands below it
            before = box
        self._say()

    def _above(self) -> QWidget:
        """Give what the Tab key comes to before the boxes; this itself where nothing stands above."""
        above = self.previousInFocusChain() or self
        while above is not self and above.focusPolicy() is Qt.FocusPolicy.NoFocus:
            above = above.previousInFocusChain() or self
        return above

    def follow(self, role: Role | None) -> None:
        """Stand there for an administrator alone."""
        self.setVisible(role is Role.ADMINISTRATOR)

    @property
    def chosen(self) -> tuple[AccountId, ...]:
        """The accounts that are ticked."""
        return tuple(account for account, box in self.boxes.items() if box.isChecked())

    def _say(self, _now: object = None) -> None:
        said = "named" if self.chosen else "none" if self.boxes else "later"
        self.title.setVisible(bool(self.boxes))
        self.note.show_text(self._words.say(f"founding.for-accounts-{said}", n=len(self.chosen)))
