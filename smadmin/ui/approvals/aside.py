"""Beside the open post: the list, what waits for a countersignature, and the standing permissions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PostId
from smadmin.ui.approvals.listing import QueueList
from smadmin.ui.approvals.owed import OwedCard
from smadmin.ui.approvals.owed_notices import OwedNotices
from smadmin.ui.approvals.queue import QueueModel, QueueRow
from smadmin.ui.approvals.seen import Seen
from smadmin.ui.approvals.standing import StandingCard
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class Aside(QWidget):
    """The left side; hidden where it has nothing to say."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[QueueRow, ...] = ()
        self.queue = QueueList(words)
        self.owed, self.notices = OwedCard(words), OwedNotices(words)
        self.standing = StandingCard(words)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.notices)
        column.addWidget(self.owed)
        column.addWidget(self.queue, 1)
        self.keep_standing()
        column.addStretch()  # without a queue the permissions stand at the top

    def keep_standing(self) -> None:
        """Have the standing permissions below the list."""
        self._column.insertWidget(self._column.indexOf(self.queue) + 1, self.standing)

    def next_after(self, subject: PostId | None) -> PostId | None:
        """Give what comes next in the list and waits for this person; None where nothing does."""
        places = [row.post for row in self._rows]
        at = places.index(subject) if subject in places else 0
        onward = (*self._rows[at + 1 :], *self._rows[:at])
        return next((row.post for row in onward if row.mine), None)

    def take_keys(self) -> None:
        """Give the list the keyboard, so that its keys go on."""
        if self.queue.isVisible():
            self.queue.setFocus()

    def show_seen(self, seen: Seen, model: QueueModel, opened: PostId | None) -> None:
        """Show what was read."""
        self._rows = model.rows
        self.owed.show_lines(seen.owed)
        self.notices.show_notices(seen.notices, seen.now)
        self.queue.show_model(model, opened)
        self.queue.setVisible(bool(model.rows))
        self.standing.show_model(seen.standing)
        owes = bool(seen.owed) or bool(seen.notices)
        self.setVisible(bool(model.rows) or owes or self.standing.says_something)
