"""Signing a text in advance: its kind, its words with blanks, who may send it, where it goes, until when."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.blanks import typed_blanks
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.permissions import LONGEST_PERMISSION
from smadmin.domain.policy.values import NoticeKind
from smadmin.services.notices import NoticeSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_SCHOOL_YEAR_ENDS = (6, 30)
_LEAST_OFFERED = timedelta(days=60)
_TEXT_LINES = 5


@dataclass(frozen=True)
class Asked:
    """A text that the principal wants to sign."""

    text: str
    kind: NoticeKind
    people: tuple[PersonId, ...]
    accounts: tuple[AccountId, ...]
    days: tuple[date, date]


class SignForm(QWidget):
    """The form. Signals: `given` (an `Asked`), `left`."""

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording, sheet: NoticeSheet, parent: QWidget | None = None) -> None:
        """Take what can be chosen; the district's words for the first kind are proposed, nobody is named."""
        super().__init__(parent)
        self._words = words
        self._proposed = ""
        self._proposals = {one.kind: one.told.said(words.language) for one in reversed(sheet.proposed)}
        self.kind = QComboBox()
        for kind in NoticeKind:
            self.kind.addItem(words.say(f"noticeui.kind-{kind.value}"), kind)
        self.kind.currentIndexChanged.connect(self._propose)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_LINES * self.text.fontMetrics().lineSpacing())
        self.text.textChanged.connect(self._typed)
        self.people = {one.id: QCheckBox(for_button(one.name)) for one in sheet.people}
        self.accounts = {
            one.id: QCheckBox(for_button(f"{PLATFORM_NAMES[one.platform]} {one.at_handle}"))
            for one in sheet.accounts
        }
        self.starts, self.ends = DateField(words), DateField(words)
        for field, day in ((self.starts, sheet.today), (self.ends, school_year_end(sheet.today))):
            field.show_day(day)
        self.give = Button(words.say("noticeui.sign"))
        self.give.clicked.connect(self._give)
        for box in self.accounts.values():
            box.setChecked(True)
        for box in (*self.people.values(), *self.accounts.values()):
            box.toggled.connect(self._judge)
        self._lay()
        self._propose()

    def begin(self) -> None:
        """Put the keyboard at the first choice."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: str) -> None:
        """Say why it can't be signed."""
        self._last.show_error(error)

    @property
    def _kind(self) -> NoticeKind:
        return NoticeKind(self.kind.currentData())  # Qt gives a plain string back

    def _lay(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("noticeui.sign-means"), kind=TextKind.NOTE))
        column.addWidget(Field(words.say("noticeui.kind"), self.kind))
        column.addWidget(Field(words.say("noticeui.text"), self.text, note=words.say("noticeui.text-note")))
        for title, boxes in (("people", self.people), ("accounts", self.accounts)):
            column.addWidget(PlainLabel(words.say(f"noticeui.{title}"), kind=TextKind.STRONG))
            holder = QWidget()
            flow = FlowLayout(holder, gap_px=2 * SPACE_PX)
            for box in boxes.values():
                flow.addWidget(box)
            column.addWidget(holder)
        days = QHBoxLayout()
        days.setSpacing(SPACE_PX)
        days.addWidget(Field(words.say("noticeui.from"), self.starts), 1)
        self._last = Field(words.say("noticeui.until"), self.ends)
        days.addWidget(self._last, 1)
        column.addLayout(days)
        cancel = Button(words.say("noticeui.leave"), kind=ButtonKind.QUIET)
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.give)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _propose(self) -> None:
        """Propose the district's words for this kind, as long as nobody wrote others."""
        if self.text.toPlainText().strip() in {"", self._proposed}:
            self._proposed = self._proposals.get(self._kind, "")
            self.text.setPlainText(self._proposed)
        self._judge()

    def _typed(self) -> None:
        """Turn what was typed in square brackets into a blank; the cursor stays where it is."""
        found = typed_blanks(self.text.toPlainText())
        for places, marks in ((one, "\u2039\u203a") for one in found):
            for place, mark in zip(places, marks, strict=True):
                cursor = QTextCursor(self.text.document())
                cursor.setPosition(place)
                cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(mark)
        self._judge()

    def _judge(self) -> None:
        self._last.clear_error()
        lacking = [
            word
            for word, there in (
                ("notices.text-missing", bool(self.text.toPlainText().strip())),
                ("notices.nobody-named", any(box.isChecked() for box in self.people.values())),
                ("noticeui.no-account", any(box.isChecked() for box in self.accounts.values())),
            )
            if not there
        ]
        if lacking:
            self.give.block([self._words.say(lacking[0])])
        else:
            self.give.allow()

    def _give(self) -> None:
        self.given.emit(
            Asked(
                self.text.toPlainText().strip(),
                self._kind,
                tuple(one for one, box in self.people.items() if box.isChecked()),
                tuple(one for one, box in self.accounts.items() if box.isChecked()),
                (self.starts.day, self.ends.day),
            )
        )


def school_year_end(today: date) -> date:
    """Give the last day that is proposed: the school year's, shortly before its end the next one's."""
    end = date(today.year, *_SCHOOL_YEAR_ENDS)
    end = end if end - today >= _LEAST_OFFERED else end.replace(year=today.year + 1)
    return min(end, today + LONGEST_PERMISSION - timedelta(days=1))
