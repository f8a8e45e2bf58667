"""What a comment's panel is made of: each part shows itself for a comment, and says what it wants done.

A part that begins to belong there is added to `panel.PARTS`; neither screen nor panel knows what it does.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed
from smadmin.domain.messages import Message
from smadmin.services.comment_desk import CommentSheet
from smadmin.services.office import Office
from smadmin.ui.comments.model import Seen
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Wish:
    """Something that is to be done.

    Args:
        do: the deed, called on the store's thread.
        said: what the banner says once it is done.
        refused: shows a refusal where it belongs, and tells whether all of it has its place there.
        undo: takes it back, where that can be done.
        first: an errand before it (files, workers), which gives the wish with its deed, or None: it was all.
        unmade: an errand that puts away what `first` made, where the deed was refused.
        then: what is called once it is done.
    """

    do: Callable[[Office, Actor], Changes]
    said: Message
    refused: Callable[[NotAllowed], bool] = lambda _error: False
    undo: Callable[[Office, Actor], Changes] | None = None
    first: "Callable[[Office, Actor], Wish | None] | None" = None
    unmade: Callable[[Office], object] | None = None
    then: Callable[[], None] | None = None


class CommentPart(QWidget):
    """Base of all parts: implement `show_comment`.

    Signals:
        wished: a `Wish`.
        opened: an address that is to be opened in the account's own browser.
    """

    wished = Signal(object)
    opened = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Lay an empty column."""
        super().__init__()
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_PX)

    def show_comment(self, sheet: CommentSheet, seen: Seen) -> None:
        """Show a comment as it was just read; what is typed about the same one stays."""

    def rest(self) -> None:
        """Put away what was typed: it was done, or another comment is chosen."""
