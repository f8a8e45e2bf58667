"""What stands at the right of the list: nobody yet, one child, the form for a new one, or matching."""

from enum import Enum

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smadmin.ui.empty import nothing_chosen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.students.adding import AddCard
from smadmin.ui.students.child import ChildPanel
from smadmin.ui.students.matching import MatchingCard
from smadmin.ui.surroundings import Surroundings


class Panel(Enum):
    """Which of them is seen."""

    NOBODY = 0
    CHILD = 1
    ADDING = 2
    MATCHING = 3


class Panels(QStackedWidget):
    """The four, one at a time."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with nobody."""
        super().__init__()
        words = around.words
        self.child = ChildPanel(around)
        self.add_card = AddCard(words)
        self.matching = MatchingCard(words)
        self._child_area = scrolled(self.child, "child")
        self.addWidget(nothing_chosen(words.say("studentui.nobody-chosen")))
        self.addWidget(self._child_area)
        self.addWidget(scrolled(_on_top(self.add_card), "adding"))
        self.addWidget(scrolled(_on_top(self.matching), "matching"))

    @property
    def panel(self) -> Panel:
        """Which is seen."""
        return Panel(self.currentIndex())

    def turn_to(self, panel: Panel) -> None:
        """Show one of them."""
        self.setCurrentIndex(panel.value)

    def to_top(self) -> None:
        """Show the child's panel from its beginning."""
        self._child_area.verticalScrollBar().setValue(0)


def _on_top(card: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(card)
    column.addStretch(1)
    return whole
