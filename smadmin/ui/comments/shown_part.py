"""What visitors wrote under the account's newest posts, as the platform shows it during a round."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.services.comments_shown import ShownComments, ShownLine
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_A_TURN = 10
"""So many comments are laid out at a time."""


class ShownPart(QWidget):
    """The comments, newest first, each with one press to enter it.

    Signals:
        asked: somebody wants to look anew.
        entered: a `ShownLine` that needs an answer.
        opened: an address.
    """

    asked = Signal()
    entered = Signal(object)
    opened = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin with nothing asked."""
        super().__init__()
        self._words = words
        self._found: tuple[ShownLine, ...] = ()
        self.said = PlainLabel("")
        self.again = Button(words.say("comments.shown-again"), kind=ButtonKind.QUIET, icon="refresh-cw")
        self.again.clicked.connect(self.asked)
        self.more = Button("", kind=ButtonKind.QUIET)
        self.more.clicked.connect(lambda _checked=False: self._show_more())
        self.lines = QVBoxLayout()
        self.lines.setSpacing(SPACE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(words.say("comments.shown-title"), kind=TextKind.STRONG))
        column.addWidget(self.said)
        column.addLayout(self.lines)
        for button in (self.more, self.again):
            column.addWidget(button)
        self.rest()

    def rest(self) -> None:
        """Show nothing: this platform isn't asked."""
        self._clear()
        self.hide()

    def show_asking(self) -> None:
        """Say that the platform is being asked."""
        self._clear()
        self.said.show_text(self._words.say("comments.shown-asking"))
        self.again.hide()
        self.show()

    def show_error(self, error: KnownError) -> None:
        """Say what went wrong; the pages can be opened all the same."""
        self._clear()
        said = self._words.say("comments.shown-failed", why=self._words(error.happened))
        self.said.show_text(said)
        self.again.show()
        self.show()

    def show_comments(self, found: ShownComments | None) -> None:
        """Show what the platform answered, or nothing where it can't be asked."""
        if found is None:
            self.rest()
            return
        self._clear()
        self._found = found.lines
        new = sum(one.new for one in found.lines)
        said = [self._words.say("comments.shown-found", n=len(found.lines), new=new)]
        if found.by_hand:
            said.append(self._words.say("comments.shown-by-hand", n=found.by_hand))
        self.said.show_text(" ".join(said))
        self.again.show()
        self._show_more()
        self.show()

    def note_entered(self, line: ShownLine) -> None:
        """Say of a comment that it was entered, until somebody looks again."""
        self._found = tuple(replace(one, entered=True) if one == line else one for one in self._found)
        laid = self.lines.count()
        empty_layout(self.lines)
        self._show_more(laid)

    def _clear(self) -> None:
        self._found = ()
        empty_layout(self.lines)
        self.more.hide()

    def _show_more(self, number: int = _A_TURN) -> None:
        shown = self.lines.count()
        for one in self._found[shown : shown + number]:
            self.lines.addWidget(self._line(one))
        left = len(self._found) - self.lines.count()
        self.more.setVisible(left > 0)
        self.more.restate(self._words.say("comments.shown-more", n=left))

    def _line(self, line: ShownLine) -> QFrame:
        words, comment = self._words, line.comment
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        who = comment.author or words.say("comments.nobody-named")
        when = words.say("comments.shown-when", author=who, at=comment.at) if comment.at else who
        column.addWidget(PlainLabel(when, kind=TextKind.STRONG))
        column.addWidget(PlainLabel(comment.text))
        under = words.say("comments.shown-under", words=line.under.words)
        column.addWidget(PlainLabel(under, kind=TextKind.NOTE))
        column.addWidget(self._buttons(line, who))
        return frame

    def _buttons(self, line: ShownLine, who: str) -> FlowBox:
        row = FlowBox()
        if line.entered:
            row.flow.addWidget(StateChip(State.FINE, self._words.say("comments.shown-entered")))
        elif line.new:
            row.flow.addWidget(StateChip(State.DOUBT, self._words.say("comments.shown-new")))
        enter = Button(self._words.say("comments.shown-enter"), icon="plus")
        enter.setAccessibleName(self._words.say("comments.shown-enter-of", author=who))
        enter.clicked.connect(lambda: self.entered.emit(line))
        enter.setHidden(line.entered)
        row.flow.addWidget(enter)
        if address := line.comment.link or line.under.posted.link:
            look = Button(self._words.say("comments.shown-open"), icon="external-link", kind=ButtonKind.QUIET)
            look.clicked.connect(lambda: self.opened.emit(address))
            row.flow.addWidget(look)
        return row
