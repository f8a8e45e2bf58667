"""What the forms of founding and joining share: head, keyring notice, reasons beside their fields."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.errors import Reason
from smadmin.services.forgetting import Forgets, Forgetting
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import RowCard
from smadmin.ui.fields import Field
from smadmin.ui.founding.keyring import KeyringNotice
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.header import ScreenHeader
from smadmin.ui.screen import Screen
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class PersonForm(Screen):
    """A form with a person's fields among others.

    Signals:
        leftAgain: not now.
        keyringAsked: look for the keyring once more.
    """

    leftAgain = Signal()
    keyringAsked = Signal()

    person: PersonFields
    _fields: dict[str, Field]

    def __init__(
        self, words: Wording, *, title: str, main: str, back: str, parent: QWidget | None = None
    ) -> None:
        """Build the head: what it is, what is done, and the way back, each by its message."""
        super().__init__(parent)
        self._words = words
        self.header = ScreenHeader(words.say(title))
        self.main = self.header.set_main(words.say(main))
        leave = Button(words.say(back), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.leftAgain)
        self.header.add_button(leave)
        self.head.addWidget(self.header)
        self.keyring = KeyringNotice(words)
        self.keyring.againAsked.connect(self.keyringAsked)
        self.page.addWidget(self.keyring)
        self._forgetting: RowCard | None = None

    def show_forgetting(self, found: Forgetting | None) -> None:
        """Say what speaks for a computer that begins anew at each start, before anything is entered."""
        if found is None or self._forgetting is not None:
            return
        state = State.DOUBT if found.why in {Forgets.FROZEN, Forgets.EMPTIED} else State.STOP
        self._forgetting = RowCard(state, self._words(found.said), note=self._words(found.remedy))
        self.page.insertWidget(0, self._forgetting)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say beside each field what is wrong with it, and allow another try."""
        self.setEnabled(True)
        for name, field in self._fields.items():
            mine = [reason for reason in reasons if reason.place == name]
            if mine:
                field.show_error(self._words(mine[0].message))
            else:
                field.clear_error()
        self.person.show_reasons([reason for reason in reasons if reason.place not in self._fields])
        wrong = next((one for one in self._fields.values() if one.error), self.person.wrong)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(wrong)

    @override
    def load(self) -> None:
        self.loaded(lambda: None)
