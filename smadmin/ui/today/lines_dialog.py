"""The list *Going out by themselves*: which post, on which account, when, and what stays here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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

_WIDTH_PX, _LIST_PX = 620, 300


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
        listed = QWidget()
        lines = QVBoxLayout(listed)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_PX)
        self.lines = tuple(StateLine(state, words(said)) for state, said in lines_said(brief))
        for line in self.lines:
            lines.addWidget(line)
        lines.addStretch(1)
        area = scrolled(listed, "queue-lines")
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # scrolled by keys, too
        area.setAccessibleName(title)
        area.setMinimumHeight(_LIST_PX if self.lines else 0)
        area.setVisible(bool(self.lines))
        column.addWidget(area)
        self.close_button = Button(words.say("crisis.close"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()


def see_lines(around: Surroundings, screen: QWidget) -> None:
    """Read what is queued and show it."""
    office, by = around.office, around.by
    around.performer.perform(
        lambda: office.lines.brief(by),
        done=lambda brief: LinesDialog(brief, around.words, screen).open(),
        origin=screen,
    )
