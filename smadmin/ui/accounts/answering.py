"""Who answers for an account that nobody answers for yet: one press, or a choice where several could."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import allow
from smadmin.ui.buttons import Button
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class WhoAnswers(QWidget):
    """The button, with a choice above it where more than one principal could.

    Signals:
        chosen: the id of the principal who is to answer for it.
        letInAsked: there is none here yet, and one should be let in.
    """

    chosen = Signal(str)
    letInAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__()
        self._words = words
        self.choice = QComboBox()
        self.choice.setAccessibleName(words.say("accountui.principal"))
        self.choice.currentIndexChanged.connect(self._name)
        self.button = Button("", icon="user-round")
        self.button.clicked.connect(self._pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        for part in (self.choice, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def show_account(self, model: AccountModel) -> None:
        """Offer who could; nothing where somebody answers for it, or nothing is asked of it."""
        self.setVisible(model.account.principal is None and bool(model.missing))
        chosen = self.choice.currentData()
        self.choice.clear()
        for one in model.principals:
            self.choice.addItem(one.name, one.id)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.choice.setVisible(len(model.principals) > 1)
        allow(self.button, self._words.reasons(model.may.work) if model.principals else ())
        self._name()

    def _name(self) -> None:
        if self.choice.currentData():
            self.button.show_words(
                self._words.say("accountui.answers-for-it", name=self.choice.currentText())
            )
        else:
            self.button.show_words(self._words.say("accountui.let-principal-in"))

    def _pressed(self) -> None:
        if self.choice.currentData():
            self.chosen.emit(str(self.choice.currentData()))
        else:
            self.letInAsked.emit()
