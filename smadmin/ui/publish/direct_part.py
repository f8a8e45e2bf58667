"""What a card says of a post that the program sends itself; by hand is one press away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.publish.as_out_part import AsOutPart
from smadmin.ui.publish.direct_said import DirectModel
from smadmin.ui.publish.queue_part import QueuePart
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class DirectPart(QWidget):
    """The lines.

    Signals:
        byHandAsked: the person would rather post by hand.
        renewAsked: they want to renew the log-in.
    """

    byHandAsked = Signal()
    renewAsked = Signal()

    def __init__(self, words: Wording, pictures: CoveredPictures) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.shows = AsOutPart(words, pictures)
        column.addWidget(self.shows)
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        self.renew = Button(words.say("directui.renew"), icon="key-round")
        self.renew.clicked.connect(self.renewAsked)
        column.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)
        self.queue = QueuePart(words)
        column.addWidget(self.queue)
        self.by_hand = Button(words.say("directui.by-hand"), kind=ButtonKind.LINK)
        self.by_hand.clicked.connect(self.byHandAsked)
        column.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_model(self, model: DirectModel | None, *, unfolded: bool) -> None:
        """Show how it stands; None where a person posts."""
        self.setVisible(model is not None)
        empty_layout(self._lines)
        if model is None:
            return
        self.shows.show_as_out(model.shows if unfolded else None)
        for state, said in model.said:
            self._lines.addWidget(StateLine(state, self._words(said)))
        self.renew.setVisible(model.renew)
        self.by_hand.setVisible(model.by_hand and unfolded)
        self.queue.show_model(model.queue, unfolded=unfolded)
