"""Beside a notice's blanks: what the policy says of the words typed there, and that it was read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.domain.policy.findings import Finding, Severity
from smadmin.ui.cards import empty_layout
from smadmin.ui.plaintext import for_button
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording


class DoubtsPart(QWidget):
    """One line per finding; a warning is let stand by a tick, which is gone once the findings are others.

    Signals:
        changed: other findings, or the tick.
    """

    changed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without findings."""
        super().__init__(parent)
        self._words = words
        self.found: tuple[Finding, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(HALF_SPACE_PX)
        column.addLayout(self._lines)
        self.stand = QCheckBox(for_button(words.say("noticeui.let-stand")))
        self.stand.toggled.connect(lambda _: self.changed.emit())
        column.addWidget(self.stand)
        self.hide()

    @property
    def standing(self) -> tuple[Finding, ...]:
        """What the sender read and lets stand."""
        return self.found if self.stand.isChecked() else ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Why it can't go out like this, in words."""
        blocks = [one for one in self.found if one.severity is Severity.BLOCK]
        if blocks:
            return tuple(self._words(one.message) for one in blocks)
        return (self._words.say("noticeui.read-doubts"),) if self.found and not self.standing else ()

    def show_found(self, found: Sequence[Finding]) -> None:
        """Show what was found in the words as they are now."""
        if tuple(found) == self.found:
            return
        self.found = tuple(found)
        empty_layout(self._lines)
        for one in self.found:
            state = State.STOP if one.severity is Severity.BLOCK else State.DOUBT
            self._lines.addWidget(StateLine(state, self._words(one.message)))
        self.stand.setChecked(False)
        self.stand.setVisible(all(one.severity is Severity.WARN for one in self.found))
        self.setVisible(bool(self.found))
        self.changed.emit()
