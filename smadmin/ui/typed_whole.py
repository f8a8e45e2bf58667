"""What fields for a day and for a time share: they are typed, entered and left as a whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    _OnDateTimeEdit = QDateTimeEdit
else:
    _OnDateTimeEdit = object  # at run time it stands before Qt's own class for a day or a time


class TypedWhole(_OnDateTimeEdit):
    """Goes before `QDateEdit` or `QTimeEdit`, which read what is typed part by part."""

    _typed: str | None = None
    """What is typed, None while the chosen one is shown."""

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt would go through the parts first; whoever fills a form goes on to the next field.
        return QWidget.focusNextPrevChild(self, forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.leave_words()
        super().focusOutEvent(event)

    def leave_words(self) -> None:
        """Show the chosen one again in place of what was typed."""
        if self._typed is not None:
            self._typed = None
            self.show_words(self.textFromDateTime(self.dateTime()))

    def show_words(self, words: str) -> None:
        """Show words as they are typed."""
        line = self.lineEdit()
        line.blockSignals(True)  # noqa: FBT003  Qt's own; the field would read its parts from them
        line.setText(words)
        line.blockSignals(False)  # noqa: FBT003  Qt's own
