"""The form in which a post is planned or changed in the calendar: account, topic, day, time, every week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.plan.topics import TopicHints
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_TOPIC_LONGEST = 120
_TOPIC_CHARACTERS, _LIST_CHARACTERS = 24, 14
MORNING = time(8)
_FIRST_WEEKS = timedelta(weeks=10)


@dataclass(frozen=True)
class EntryWanted:
    """What was entered; `until` is None for a single post."""

    account: AccountId
    topic: str
    day: date
    at: time | None
    until: date | None


class EntryForm(QWidget):
    """Enter saves, Escape leaves.

    Signals:
        saved: an `EntryWanted`.
        left: nothing is to be changed after all.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        words: Wording,
        accounts: Sequence[tuple[AccountId, str]],
        *,
        day: date,
        today: date,
        account: AccountId | None = None,
        slot: Slot | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what can be chosen; with a slot it changes that one, whose account stays."""
        super().__init__(parent)
        self.setObjectName("entry-form")
        keep_words(self)
        self.account = QComboBox()
        for one, name in accounts:
            if slot is None or slot.account == one:
                self.account.addItem(name, one)
        self.account.setEnabled(slot is None)
        self.account.setCurrentIndex(max(0, self.account.findData(account)))
        self.account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.account.setMinimumContentsLength(_LIST_CHARACTERS)
        self.topic = QLineEdit("" if slot is None else slot.topic)
        self.topic.setObjectName("entry-topic")
        self.topic.setMaxLength(_TOPIC_LONGEST)
        self.topic.setPlaceholderText(words.say("planui.topic-example"))
        self.topic.returnPressed.connect(self._save)
        self.topic.setMinimumWidth(_TOPIC_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.day = DateField(words)
        self.day.show_day(day)
        self.timed = QCheckBox(words.say("gridui.this-time"))
        self.at = TimeField(words)
        begins = MORNING if slot is None or slot.at is None else slot.at
        self.at.show_time(begins.hour, begins.minute)
        self.timed.setChecked(slot is not None and slot.at is not None)
        self.weekly = QCheckBox(words.say("gridui.every-week"))
        self.until = DateField(words)
        self.until.show_day(max(day, today) + _FIRST_WEEKS)
        self._lay(words, new=slot is None)
        for box, field in ((self.timed, self.at), (self.weekly, self.until)):
            field.setEnabled(box.isChecked())
            box.toggled.connect(field.setEnabled)

    def _lay(self, words: Wording, *, new: bool) -> None:
        self._topic = Field(words.say("planui.topic"), self.topic)
        self.hints = TopicHints(words, self.account, self.topic, self._topic)
        self._until = _checked(self.weekly, self.until, words.say("gridui.until"))
        self._until.setVisible(new)
        self.weekly.setVisible(new)
        fields = FlowLayout(gap_px=SPACE_PX)
        note = "" if new else words.say("planui.account-stays")
        for field in (
            Field(words.say("planui.account"), self.account, note=note),
            self._topic,
            Field(words.say("planui.day"), self.day),
            _checked(self.timed, self.at, words.say("gridui.at-time")),
            self._until,
        ):
            fields.addWidget(field)
        self.save = Button(words.say("planui.add" if new else "planui.change"))
        self.save.clicked.connect(self._save)
        self.leave = Button(words.say("planui.leave"), kind=ButtonKind.QUIET)
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX // 2, 0, SPACE_PX)
        column.setSpacing(SPACE_PX // 2)
        column.addLayout(fields)
        column.addLayout(row)

    def begin(self) -> None:
        """Put the cursor where typing goes on."""
        self.topic.setFocus(Qt.FocusReason.OtherFocusReason)
        self.topic.selectAll()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, below the topic."""
        self._topic.show_error(sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        hour, minute = (int(part) for part in self.at.entered.split(":"))
        self.saved.emit(
            EntryWanted(
                account=AccountId(str(self.account.currentData())),
                topic=self.topic.text(),
                day=self.day.day,
                at=time(hour, minute) if self.timed.isChecked() else None,
                until=self.until.day if self.weekly.isChecked() else None,
            )
        )


def _checked(box: QCheckBox, field: QWidget, name: str) -> QWidget:
    """Put a field below the box that switches it on."""
    field.setAccessibleName(name)
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_PX // 2)
    column.addWidget(box)
    column.addWidget(field)
    return both
