"""Beside the open post: the list, what waits for a countersignature, and the standing permissions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PostId
from smadmin.ui.approvals.listing import QueueList
from smadmin.ui.approvals.owed import OwedCard
from smadmin.ui.approvals.queue import QueueModel
from smadmin.ui.approvals.seen import Seen
from smadmin.ui.approvals.standing import StandingCard
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class Aside(QWidget):
    """The left side; hidden where it has nothing to say."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.queue = QueueList(words)
        self.owed = OwedCard(words)
        self.standing = StandingCard(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.owed)
        column.addWidget(self.queue, 1)
        column.addWidget(self.standing)
        column.addStretch()  # without a queue the permissions stand at the top

    def show_seen(self, seen: Seen, model: QueueModel, opened: PostId | None) -> None:
        """Show what was read."""
        self.owed.show_lines(seen.owed)
        self.queue.show_model(model, opened)
        self.queue.setVisible(bool(model.rows))
        self.standing.show_model(seen.standing)
        self.setVisible(bool(model.rows) or bool(seen.owed) or self.standing.says_something)
