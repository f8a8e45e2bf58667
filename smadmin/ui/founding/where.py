"""Where the school's data lies: with this login alone, or with all who use this computer."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from smadmin.ui.founding.model import PlacesModel
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class PlaceChoice(QWidget):
    """Two choices with a sentence each, hidden where there is nothing to choose."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden, with one's own folder chosen."""
        super().__init__(parent)
        self._words = words
        self.for_me = QRadioButton(for_button(words.say("founding.place-own")))
        self.for_all = QRadioButton(for_button(words.say("founding.place-shared")))
        self.for_me.setChecked(True)
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(words.say("founding.place"), kind=TextKind.STRONG))
        self._notes: dict[QRadioButton, PlainLabel] = {}
        for button in (self.for_me, self.for_all):
            group.addButton(button)
            column.addWidget(button)
            self._notes[button] = PlainLabel("", kind=TextKind.NOTE)
            column.addWidget(self._notes[button])
        self.hide()

    @property
    def shared(self) -> bool:
        """Whether the data shall lie with all who use this computer."""
        return self.for_all.isChecked()

    def show_model(self, model: PlacesModel) -> None:
        """Offer both, or say why the second one can't be."""
        self._say(self.for_me, self._words.say("founding.place-own-note", folder=model.own))
        if model.not_shared is None:
            self._say(self.for_all, self._words.say("founding.place-shared-note", folder=model.shared))
        else:
            self._say(self.for_all, self._words(model.not_shared))
        self.for_all.setEnabled(model.not_shared is None)
        self.show()

    def _say(self, button: QRadioButton, sentence: str) -> None:
        self._notes[button].show_text(sentence)
        button.setAccessibleDescription(sentence)
