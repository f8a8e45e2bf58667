"""The list *Going out by themselves*: which post, on which account, when, and what stays here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.services.queue_states import LineBrief
from smadmin.ui.buttons import Button
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
        self.lines = tuple(StateLine(state, words(said)) for state, said in lines_said(brief))
        for line in self.lines:
            lines.addWidget(line)
        self._area = scrolled(self._listed, "queue-lines")
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # scrolled by keys, too
        self._area.setAccessibleName(title)
        self._area.setVisible(bool(self.lines))
        column.addWidget(self._area)
        self.close_button = Button(words.say("crisis.close"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()

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
