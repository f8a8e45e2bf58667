"""The page *Strategy* of the open account: what it is for, for whom, about what, with whose time (BAL-B1c1).

A missing strategy is said and hinders nothing. Topics stand one on a line, with their share after a colon.
What somebody typed and didn't keep is there again when they come back to the account.
"""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.strategies import MOST_MINUTES, Strategy, Topic, TopicUse
from smadmin.services.strategies import StrategySheet
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside, allow
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import ChoiceField, Field, NumberField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State

_LINES_PX = 84
_NUMBERED = re.compile(r".*\D\d{1,3}\s*%?$")
"""A topic that ends as a share does; `Class of 2027` doesn't."""


class StrategyPage(AccountPage):
    """The page; it reads what it shows when an account is shown."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self.goals, self.topics, self.channels = _lines(), _lines(), _lines()
        self.audience, self.owner, self.minutes = QLineEdit(), ChoiceField(), NumberField()
        self.minutes.setMaximum(MOST_MINUTES)
        self._fields = {
            "goals": Field(words.say("strategies.goals"), self.goals),
            "audience": Field(words.say("strategies.audience"), self.audience),
            "topics": Field(
                words.say("strategies.topics"), self.topics, note=words.say("strategies.topics-note")
            ),
            "owner": Field(words.say("strategies.owner"), self.owner),
            "minutes": Field(words.say("strategies.minutes"), self.minutes),
            "channels": Field(words.say("strategies.channels"), self.channels),
        }
        self.state = QVBoxLayout()
        self.uses = QVBoxLayout()
        self.uses.setSpacing(SPACE_PX)
        self.button = Button(words.say("strategies.keep"))
        self.form, self.told = Card(words.say("strategies.title")), Card(words.say("strategies.lately"))
        self._shown: tuple[str, Strategy | None] | None = None
        self._whose: tuple[PersonId | None, str] | None = None
        self._untouched: Strategy | None = None
        self._typed: dict[tuple[PersonId | None, str], Strategy] = {}
        self._build()

    @override
    def fill(self, model: AccountModel) -> None:
        around = self.inside.around
        office, by = around.office, around.by
        around.performer.perform(
            lambda: office.strategies.sheet(by, model.id),
            done=self._came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    @override
    def rest(self) -> None:
        self._note_typed()
        self._shown = self._whose = None

    @override
    def settle(self) -> None:
        self.rest()
        self._write(Strategy("", ""), {})  # whoever sits down next didn't type it

    @property
    def entered(self) -> Strategy:
        """What is filled in."""
        owner = self.owner.currentData()
        return Strategy(
            goals=self.goals.toPlainText(),
            audience=self.audience.text(),
            topics=tuple(topic_of(line) for line in self.topics.toPlainText().splitlines() if line.strip()),
            owner=None if not owner else PersonId(str(owner)),
            minutes=self.minutes.value(),
            channels=tuple(self.channels.toPlainText().splitlines()),
        )

    def _came(self, sheet: StrategySheet) -> None:
        if self.model is None or self.model.id != sheet.account:
            return  # another account is open by now
        words = self.inside.words
        whose = self.inside.around.by.person, str(sheet.account)
        if self._shown != (sheet.account, sheet.strategy) or self._whose != whose:  # typed words stay
            self._note_typed()
            self._shown, self._whose = (sheet.account, sheet.strategy), whose
            self._show(sheet, self._typed.get(whose))
        empty_layout(self.state)
        if sheet.written_on is None:
            self.state.addWidget(StateLine(State.DOUBT, words.say("strategies.missing")))
        else:
            said = say("strategies.written", name=sheet.written_by, day=sheet.written_on)
            self.state.addWidget(PlainLabel(words(said), kind=TextKind.NOTE))
        if whose in self._typed:
            self.state.addWidget(StateLine(State.WAITS, words.say("strategies.typed")))
        self._fields["minutes"].show_note(words.optional(_used_said(sheet)))
        allow(self.button, words.reasons(sheet.blockers))
        empty_layout(self.uses)
        for one in sheet.topics:
            self.uses.addWidget(StateLine(State.DOUBT if one.neglected else State.NOTE, self._use(one)))
        self.form.show()
        self.told.setVisible(bool(sheet.topics))

    def _show(self, sheet: StrategySheet, typed: Strategy | None) -> None:
        """Fill the form with what is kept, or with what this person typed here before."""
        self._write(sheet.strategy or Strategy("", ""), sheet.staff)
        self._untouched = self.entered
        if typed is not None:
            self._write(typed, sheet.staff)

    def _write(self, shown: Strategy, staff: Mapping[PersonId, str]) -> None:
        self.goals.setPlainText(shown.goals)
        self.audience.setText(shown.audience)
        self.topics.setPlainText("\n".join(line_of(one) for one in shown.topics))
        self.channels.setPlainText("\n".join(shown.channels))
        self.minutes.setValue(shown.minutes)
        self.owner.clear()
        self.owner.addItem(self.inside.words.say("strategies.owner-choose"), "")
        for person, name in staff.items():
            self.owner.addItem(name, person)
        self.owner.setCurrentIndex(max(self.owner.findData(shown.owner), 0))
        for field in self._fields.values():
            field.clear_error()

    def _note_shares(self) -> None:
        """Say at the field which line ends in a number and yet gives no share: it is a name as it stands."""
        topics = self.entered.topics
        unread = next((one.name for one in topics if not one.share and _NUMBERED.match(one.name)), None)
        note = say("strategies.topics-note")
        if unread is not None:
            note = say("strategies.topics-unread", topic=unread)
        self._fields["topics"].show_note(self.inside.words(note))

    def _note_typed(self) -> None:
        """Note what was typed for the account in sight and isn't kept yet."""
        if self._whose is None:
            return
        if self.entered == self._untouched:
            self._typed.pop(self._whose, None)
        else:
            self._typed[self._whose] = self.entered

    def _use(self, one: TopicUse) -> str:
        if not one.topic.share:
            return self.inside.words(say("strategies.used-some", topic=one.topic.name, n=one.posts))
        kind = "strategies.neglected" if one.neglected else "strategies.used"
        said = say(kind, topic=one.topic.name, n=one.posts, share=one.share, planned=one.topic.share)
        return self.inside.words(said)

    def _keep(self) -> None:
        if self.model is None:
            return
        around, account, meant = self.inside.around, self.model.id, self.entered
        by, strategies = around.by, around.office.strategies

        def done(_changes: Changes) -> None:
            self._typed.pop((by.person, str(account)), None)
            if self._whose == (by.person, str(account)):
                self._shown = self._whose = None  # it is read anew
            self.inside.deeds.say_done(say("strategies.kept"))
            self.inside.reload()

        around.performer.perform(
            lambda: strategies.write(by, account, meant),
            done=done,
            failed=self._refused,
            origin=self.inside.screen,
        )

    def _refused(self, error: KnownError) -> None:
        places = {one.place for one in error.reasons} if isinstance(error, NotAllowed) else set()
        if not isinstance(error, NotAllowed) or not places <= set(self._fields):
            self.inside.deeds.say_error(error)
            return
        for reason in error.reasons:
            self._fields[str(reason.place)].show_error(self.inside.words(reason.message))

    def _build(self) -> None:
        self.form.body.addLayout(self.state)
        for field in self._fields.values():
            self.form.body.addWidget(field)
        self.form.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.told.body.addLayout(self.uses)
        for card in (self.form, self.told):
            self.column.addWidget(card)
            card.hide()
        self.button.clicked.connect(self._keep)
        self.topics.textChanged.connect(self._note_shares)


def _used_said(sheet: StrategySheet) -> Message | None:
    """Say what was used of the minutes, while who looks after the account works here."""
    owner = None if sheet.strategy is None else sheet.strategy.owner
    if sheet.used is None or owner is None or owner not in sheet.staff:
        return None
    return say("strategies.minutes-used", used=sheet.used, name=sheet.staff[owner])


def topic_of(line: str) -> Topic:
    """Read a topic as it is typed: its name, and after a colon the share in hundredths."""
    name, _, share = line.rpartition(":")
    digits = share.strip().removesuffix("%").strip()
    if name and digits.isdecimal():
        return Topic(name.strip(), int(digits))
    return Topic(line.strip())


def line_of(topic: Topic) -> str:
    """Write a topic as it is typed."""
    return f"{topic.name}: {topic.share} %" if topic.share else topic.name


def _lines() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(_LINES_PX)
    return box
