"""The line in which a post is planned or changed, in its place among the days."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.plan.entryform import MORNING
from smadmin.ui.plan.topics import TopicHints
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_TOPIC_LONGEST = 120
_TOPIC_CHARACTERS, _LIST_CHARACTERS = 24, 8


class SlotEditor(QWidget):
    """Account, topic, day, and a time where there is one. Enter saves, Escape leaves.

    Signals:
        saved: account, day, topic, time of day or None.
        left: nothing is to be changed after all.
    """

    saved = Signal(str, object, str, object)
    left = Signal()

    def __init__(
        self,
        words: Wording,
        accounts: Sequence[tuple[AccountId, str]],
        days: Sequence[tuple[date, str]],
        *,
        day: date,
        slot: Slot | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what can be chosen; with a slot it changes that one, whose account stays."""
        super().__init__(parent)
        self.setObjectName("slot-editor")
        keep_words(self)
        self.account, self.day = QComboBox(), QComboBox()
        for account, name in accounts:
            if slot is None or slot.account == account:
                self.account.addItem(name, account)
        self.account.setEnabled(slot is None)
        for one, name in days:
            self.day.addItem(name, one.isoformat())
        self.day.setCurrentIndex(max(0, self.day.findData(day.isoformat())))
        self.topic = QLineEdit("" if slot is None else slot.topic)
        self.topic.setObjectName("slot-topic")
        self.topic.setMaxLength(_TOPIC_LONGEST)
        self.topic.setPlaceholderText(words.say("planui.topic-example"))
        self.topic.returnPressed.connect(self._save)
        self._topic = Field(words.say("planui.topic"), self.topic)
        self.hints = TopicHints(words, self.account, self.topic, self._topic)
        account_note = "" if slot is None else words.say("planui.account-stays")
        for box in (self.account, self.day):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LIST_CHARACTERS)
        self.topic.setMinimumWidth(_TOPIC_CHARACTERS * self.fontMetrics().averageCharWidth())
        fields = QHBoxLayout()
        fields.setSpacing(SPACE_PX)
        top = Qt.AlignmentFlag.AlignTop
        fields.addWidget(Field(words.say("planui.account"), self.account, note=account_note), 3, top)
        fields.addWidget(self._topic, 4, top)
        fields.addWidget(Field(words.say("planui.day"), self.day), 2, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX // 2, 0, SPACE_PX)
        column.setSpacing(SPACE_PX // 2)
        column.addLayout(fields)
        column.addLayout(self._below(words, slot))

    def _below(self, words: Wording, slot: Slot | None) -> QHBoxLayout:
        """Lay the time of day and the buttons."""
        self.timed, self.at = QCheckBox(words.say("gridui.this-time")), TimeField(words)
        self.at.setAccessibleName(words.say("gridui.at-time"))
        begins = MORNING if slot is None or slot.at is None else slot.at
        self.at.show_time(begins.hour, begins.minute)
        self.timed.setChecked(slot is not None and slot.at is not None)
        self.at.setEnabled(self.timed.isChecked())
        self.timed.toggled.connect(self.at.setEnabled)
        self.save = Button(words.say("planui.add" if slot is None else "planui.change"))
        self.save.clicked.connect(self._save)
        self.leave = Button(words.say("planui.leave"), kind=ButtonKind.QUIET)
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.timed)
        row.addWidget(self.at)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.save)
        return row

    def begin(self) -> None:
        """Put the cursor where typing goes on."""
        self.topic.setFocus(Qt.FocusReason.OtherFocusReason)
        self.topic.selectAll()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, below the topic."""
        self._topic.show_error(sentence)
        self.topic.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        day = date.fromisoformat(str(self.day.currentData()))
        at = time.fromisoformat(self.at.entered) if self.timed.isChecked() else None
        self.saved.emit(str(self.account.currentData()), day, self.topic.text(), at)
