"""Another account was logged in: one press stops the school's own there and tells the principal.

Offered only where somebody said that they see another handle, or pasted another account's post; a slip is put
right by answering again, so that nobody is alarmed for nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import same_handle
from smadmin.domain.messages import Message, say
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.publish.lane import ANOTHER, LaneModel, Step
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

_OTHERS_POST = "platforms.link-other-account"


def seen_elsewhere(model: LaneModel) -> str | None:
    """Give the handle that was seen instead of the account's, empty where it is unknown; None: none was."""
    picked = model.hand.picked if model.step is Step.IDENTIFY else model.hand.seen
    if model.step is Step.IDENTIFY and model.wrong is None:
        return None
    if model.step is Step.CARRY and not model.ask_seen:
        said = None if model.link_said is None else model.link_said[1]
        return str(said.values["other"]) if said is not None and said.id == _OTHERS_POST else None
    if model.step not in {Step.IDENTIFY, Step.CARRY} or not picked:
        return None
    if picked == ANOTHER:
        return ""
    return None if same_handle(picked) == model.account.pin else picked


def told_of(model: LaneModel) -> Message:
    """Say what was done about it."""
    return say("publishui.reported-wrong", account=model.account.label)


class ReportElsewhere(QWidget):
    """The button. `reported` carries the handle that was seen."""

    reported = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Take the words; it is hidden until there is something to report."""
        super().__init__(parent)
        self._seen = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF_SPACE_PX, 0, 0)
        self.button = Button(words.say("publishui.report-wrong"), kind=ButtonKind.SMALL)
        self.button.clicked.connect(lambda: self.reported.emit(self._seen))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_model(self, model: LaneModel, *, here: Step) -> None:
        """Show it where the question was answered."""
        seen = seen_elsewhere(model) if model.step is here else None
        self._seen = seen or ""
        self.setVisible(seen is not None)
