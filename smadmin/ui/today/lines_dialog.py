"""The list *Going out by themselves*: which post, on which account, when, and what stays here."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.services.queue_states import LineBrief
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import scrolled
from smadmin.ui.states import StateLine
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.today.lines import lines_said
from smadmin.ui.wording import Wording

_WIDTH_PX = 620
_LISTED_AT_MOST = 0.6
"""Of the screen's height; the list scrolls then."""
POSTS_AT_ONCE = 15


class LinesDialog(FittedDialog):
    """What is queued, in one list."""

    def __init__(self, brief: LineBrief, words: Wording, parent: QWidget | None = None) -> None:
        """Take what was read."""
        super().__init__(_WIDTH_PX, parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = words.say("today.lines-title")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("today.lines-lead" if brief.lines else "today.lines-none")))
        self._listed = QWidget()
        lines = QVBoxLayout(self._listed)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_PX)
        self._words, self._brief, self._shown = words, brief, 0
        self._rows = lines
        self.lines: tuple[StateLine, ...] = ()
        self._area = scrolled(self._listed, "queue-lines")
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # scrolled by keys, too
        self._area.setAccessibleName(title)
        column.addWidget(self._area)
        self.more_button = Button("", kind=ButtonKind.QUIET)
        self.more_button.clicked.connect(self._further)
        column.addWidget(self.more_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_more()
        self._area.setVisible(bool(self.lines))
        self.close_button = Button(words.say("crisis.close"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()

    def _show_more(self) -> None:
        """Add the next posts: hundreds at once would hold up the window."""
        posts = self._brief.lines[self._shown : self._shown + POSTS_AT_ONCE]
        self._shown += len(posts)
        added = tuple(
            StateLine(state, self._words(said))
            for state, said in lines_said(replace(self._brief, lines=posts))
        )
        part = QWidget()  # laid out by itself: what stands above isn't measured anew
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        for line in added:
            column.addWidget(line)
        self._rows.addWidget(part)
        self.lines += added
        left = min(POSTS_AT_ONCE, len(self._brief.lines) - self._shown)
        self.more_button.setVisible(left > 0)
        if left:
            self.more_button.setText(self._words.say("today.show-more", n=left))

    def _further(self) -> None:
        last = self._brief.lines[self._shown + POSTS_AT_ONCE :] == ()
        if last:
            self._area.setFocus()  # the button goes
        self._show_more()
        self._fit()

    @override
    def _fit(self) -> None:
        """Give the list its height, as far as the screen has room."""
        listed = self._listed.layout()
        if listed is not None and self.isVisible() and self.lines:
            needed = listed.totalHeightForWidth(self.width() - 6 * SPACE_PX)
            room = round(self.screen().availableSize().height() * _LISTED_AT_MOST)
            self._area.setFixedHeight(min(needed, room))
        super()._fit()


def see_lines(around: Surroundings, screen: QWidget) -> None:
    """Read what is queued and show it."""
    office, by = around.office, around.by
    around.performer.perform(
        lambda: office.lines.brief(by),
        done=lambda brief: LinesDialog(brief, around.words, screen).open(),
        origin=screen,
    )
