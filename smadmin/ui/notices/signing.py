"""Signing a text in advance: its kind, its words with blanks, who may send it, where it goes, until when."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.blanks import typed_blanks
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.permissions import LONGEST_PERMISSION
from smadmin.domain.policy.values import NoticeKind
from smadmin.services.notices import NoticeSheet
from smadmin.ui.fields import Field
from smadmin.ui.granted import FormWords, GrantForm
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
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


class SignForm(GrantForm):
    """The form; `given` carries an `Asked`."""

    def __init__(self, words: Wording, sheet: NoticeSheet, parent: QWidget | None = None) -> None:
        """Take what can be chosen; the district's words for the first kind are proposed, nobody is named."""
        said = ("from", "until", "sign", "leave")
        super().__init__(words, FormWords(*(words.say(f"noticeui.{one}") for one in said)), parent)
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
        for box in self.accounts.values():
            box.setChecked(True)
        self._lay(sheet.today)
        for box in (*self.people.values(), *self.accounts.values()):
            box.toggled.connect(self._judge)
        self._propose()

    @property
    def _kind(self) -> NoticeKind:
        return NoticeKind(self.kind.currentData())  # Qt gives a plain string back

    def _lay(self, today: date) -> None:
        words = self._words
        self.column.addWidget(PlainLabel(words.say("noticeui.sign-means"), kind=TextKind.NOTE))
        self.column.addWidget(Field(words.say("noticeui.kind"), self.kind))
        note = words.say("noticeui.text-note")
        self.column.addWidget(Field(words.say("noticeui.text"), self.text, note=note))
        self.add_boxes(words.say("noticeui.people"), tuple(self.people.values()))
        self.add_boxes(words.say("noticeui.accounts"), tuple(self.accounts.values()))
        self.finish((today, school_year_end(today)), give=self._give, first=self.kind)

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
        lacking = [
            word
            for word, there in (
                ("notices.text-missing", bool(self.text.toPlainText().strip())),
                ("notices.nobody-named", any(box.isChecked() for box in self.people.values())),
                ("noticeui.no-account", any(box.isChecked() for box in self.accounts.values())),
            )
            if not there
        ]
        self.judge([self._words.say(word) for word in lacking])

    def _give(self) -> None:
        self.given.emit(
            Asked(
                self.text.toPlainText().strip(),
                self._kind,
                tuple(one for one, box in self.people.items() if box.isChecked()),
                tuple(one for one, box in self.accounts.items() if box.isChecked()),
                self.days,
            )
        )


def school_year_end(today: date) -> date:
    """Give the last day that is proposed: the school year's, shortly before its end the next one's."""
    end = date(today.year, *_SCHOOL_YEAR_ENDS)
    end = end if end - today >= _LEAST_OFFERED else end.replace(year=today.year + 1)
    return min(end, today + LONGEST_PERMISSION - timedelta(days=1))
