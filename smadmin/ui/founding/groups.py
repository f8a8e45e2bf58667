"""The envelope's letters on the screen: groups of five, each below its number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smadmin.services.envelope import Envelope
from smadmin.ui.founding.paper import IN_A_ROW
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX


class GroupsTable(QWidget):
    """As on the paper. They can't be selected, so nothing of them comes to the clipboard."""

    def __init__(self) -> None:
        """Stand empty."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, SPACE_PX, 0, SPACE_PX)
        self._grid.setHorizontalSpacing(3 * SPACE_PX)
        self._grid.setVerticalSpacing(HALF_SPACE_PX)
        self._grid.setColumnStretch(IN_A_ROW, 1)
        self._labels: list[PlainLabel] = []

    def show_envelope(self, envelope: Envelope) -> None:
        """Show the groups of an envelope."""
        self.forget()
        for place, group in enumerate(envelope.groups):
            row, column = divmod(place, IN_A_ROW)
            letters = PlainLabel(group, kind=TextKind.HEADING, fold=Fold.WRAP)
            in_one_width(letters)
            letters.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            for line, label in enumerate((PlainLabel(str(place + 1), kind=TextKind.NOTE), letters)):
                self._grid.addWidget(label, 2 * row + line, column)
                self._labels.append(label)

    def forget(self) -> None:
        """Leave nothing of them here."""
        for label in self._labels:
            label.show_text("")
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []

    @property
    def words(self) -> str:
        """Everything that can be read here."""
        return " ".join(label.whole_text for label in self._labels)
