"""The locked copies of a log-in: who opens them, whether communications has it, who still knows it.

Asks for itself what it shows, because the record must be proven for it; hidden where nothing is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import HeldBy
from smadmin.services.copies import Way
from smadmin.services.handing import SUFFIX
from smadmin.services.log_in_standing import LogInStanding
from smadmin.services.office import Office
from smadmin.ui.accounts.log_in_handing import SAID, Handing
from smadmin.ui.accounts.log_in_said import knew_said
from smadmin.ui.accounts.log_in_sheet import Printed
from smadmin.ui.accounts.page import Inside
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State


@dataclass(frozen=True)
class _Read:
    """What one reading of the store found."""

    standing: LogInStanding | None
    tell: tuple[Reason, ...]
    names: dict[PersonId, str]
    held_by: HeldBy


class CopiesCard(Card):
    """The card."""

    def __init__(self, inside: Inside, reason: Callable[[], str]) -> None:
        """Begin hidden; `reason` gives why a copy is opened, where the policy asks."""
        words = inside.words
        super().__init__(words.say("loginui.copies"))
        self._inside, self._words, self._reason = inside, words, reason
        self._account: Account | None = None
        self.openers = PlainLabel("")
        self.told, self.untold = StateLine(State.FINE, ""), StateLine(State.DOUBT, "")
        self.knew = StateLine(State.STOP, "")
        self.who = QLineEdit()
        self.who_field = Field(words.say("loginui.who"), self.who, note=words.say("loginui.who-note"))
        self.who.textEdited.connect(self.who_field.clear_error)
        self.tell_button = Button(words.say("loginui.tell-own"), icon="check")
        self.tell_button.clicked.connect(self._tell)
        self.who_says = PlainLabel("", kind=TextKind.NOTE)
        self.without = PlainLabel(words.say("loginui.without-key"), kind=TextKind.MUTED)
        self.note = StateLine(State.FINE, "")
        self.phrase = PlainLabel("")
        in_one_width(self.phrase)
        self.hide_words = Button(words.say("loginui.phrase-told"), icon="check")
        self.hide_words.clicked.connect(self.rest)
        for part in (self.openers, self.knew, self.told, self.untold, self.who_field):
            self.body.addWidget(part)
        self.body.addWidget(self.tell_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.who_says)
        self.body.addWidget(self.without)
        self.body.addLayout(self._build_ways())
        self.how = PlainLabel(words.say("loginui.phrase-how"), kind=TextKind.MUTED)
        for part in (self.note, self.phrase, self.how):
            self.body.addWidget(part)
        self.body.addWidget(self.hide_words, 0, Qt.AlignmentFlag.AlignLeft)
        self.handing = Handing(inside.around, inside.screen)
        self.handing.handed.connect(self._handed)
        self.handing.working.connect(self._working)
        self.handing.refused.connect(self._refused)
        self.hide()
        self.rest()

    def show_account(self, account: Account) -> None:
        """Ask about an account; another one than before is hidden until its answer comes."""
        if self._account is None or account.id != self._account.id:
            self.hide()
            self.rest()
        self._account = account
        office, by = self._inside.around.office, self._inside.around.by
        self._inside.around.performer.perform(
            lambda: _read(office, by, account), done=partial(self._came, account), origin=self._inside.screen
        )

    def rest(self) -> None:
        """Forget a passphrase that was shown, and what was said."""
        self.phrase.show_text("")
        self.who.setText("")
        for part in (self.note, self.phrase, self.how, self.hide_words):
            part.hide()

    def _build_ways(self) -> FlowLayout:
        flow = FlowLayout(gap_px=2)
        self.ways: dict[Way, Button] = {}
        for way, icon in ((Way.PHRASE, "lock"), (Way.PAPER, "printer"), (Way.LOCKED, "download")):
            button = Button(self._words.say(f"loginui.way-{way}"), icon=icon)
            button.clicked.connect(lambda _=False, way=way: self._hand(way))
            self.ways[way] = button
            flow.addWidget(button)
        return flow

    def _came(self, account: Account, read: _Read) -> None:
        if self._account is None or account.id != self._account.id:
            return
        if read.standing is not None:
            self._show(read.standing, read)
        self.setVisible(read.standing is not None)

    def _show(self, standing: LogInStanding, read: _Read) -> None:
        words = self._words

        def named(people: frozenset[PersonId]) -> tuple[Message, ...]:
            names = sorted(read.names.get(one, "") for one in people)
            return tuple(say("accounts.person", name=name) for name in names if name)

        opens = say("loginui.openers", people=named(standing.openers))
        self.openers.show_text(words(opens if standing.openers else say("loginui.envelope-only")))
        self.knew.show_line(words(knew_said(read.held_by, named(standing.knew))))
        self.knew.setVisible(bool(standing.knew))
        told = standing.told
        if told is not None:
            name = told.who or read.names.get(told.by or PersonId(""), "")
            self.told.show_line(words.say("loginui.told", day=told.at, name=name))
        self.untold.show_line(words.say("loginui.untold", day=standing.changed_at))
        self.told.setVisible(told is not None)
        self.untold.setVisible(told is None)
        asks_who = [one.place for one in read.tell] == ["who"]
        self.who_field.setVisible(told is None and asks_who)
        self.tell_button.show_words(words.say("loginui.tell-other" if asks_who else "loginui.tell-own"))
        self.tell_button.setVisible(told is None and (asks_who or not read.tell))
        self.who_says.show_text("\n".join(words.reasons(read.tell)))
        self.who_says.setVisible(told is None and bool(read.tell) and not asks_who)

    def _tell(self) -> None:
        account, who = self._account, self.who.text().strip()
        if account is None:
            return
        if not self.who_field.isHidden() and not who:
            self.who_field.show_error(self._words.say("vault.told-whom"))
            self.who.setFocus()
            return
        standings, by = self._inside.around.office.log_in_standings, self._inside.around.by
        self._inside.around.performer.perform(
            lambda: standings.tell(by, account.id, who=who),
            done=lambda _: self.show_account(account),
            failed=self._refused,
            origin=self._inside.screen,
        )

    def _hand(self, way: Way) -> None:
        account = self._account
        if account is None:
            return
        self.rest()
        path = None if way is Way.PAPER else self._asked_path(account)
        if way is Way.PAPER or path is not None:
            self.handing.hand(account, way, path=path, why=self._reason())

    def _asked_path(self, account: Account) -> Path | None:
        name = f"{account.platform.value}-{account.handle or account.id}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._words.say("loginui.save-where"), str(Path.home() / name), f"age (*{SUFFIX})"
        )
        return Path(chosen) if chosen else None

    def _handed(self, account: str, said: Message, phrase: str) -> None:
        if self._account is None or account != self._account.id:
            return
        self.phrase.show_text(phrase)
        for part in (self.phrase, self.how, self.hide_words):
            part.setVisible(bool(phrase))
        self._say(self._words(said), State.DOUBT if said.id == SAID[Printed.FILE] else State.FINE)
        if phrase:  # nobody shall leave without having seen that there is something to tell
            bring_into_view(self.hide_words)
            self.hide_words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: KnownError) -> None:
        self._say(self._words.error(error), State.STOP)

    def _working(self, account: str) -> None:
        if self._account is not None and account == self._account.id:
            self._say(self._words.say("loginui.locking"), State.WAITS)

    def _say(self, sentence: str, state: State) -> None:
        """Say what became of it, where it is seen: the card often ends below the window's edge."""
        self.note.show_line(sentence, state)
        self.note.show()
        bring_into_view(self.note)


def _read(office: Office, by: Actor, account: Account) -> _Read:
    standing = office.log_in_standings.of(by, account.id)
    names = {one.person.id: one.person.name for one in office.accounts.colleagues()}
    held_by = office.policy.platforms[account.platform].held_by
    return _Read(standing, office.log_in_standings.tell_blockers(by, account.id), names, held_by)
