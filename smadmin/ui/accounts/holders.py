"""Who holds a page that has no password of its own: people with their own profiles, looked up once a year.

Asks for itself what it shows. On platforms where a page may be held either way it stays a single line until
somebody says that this one is held by people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.holdings import LEAST_HOLDERS, Holder
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.platforms import HeldBy
from smadmin.domain.yearly import due_on
from smadmin.services.office import Office
from smadmin.services.role_holdings import Held
from smadmin.ui.accounts.page import Inside, allow
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class _Read:
    """What one reading of the store found."""

    held: Held | None
    may: tuple[Reason, ...]
    staff: tuple[Person, ...]
    everybody: dict[PersonId, str]
    left: frozenset[PersonId]


class HoldersCard(Card):
    """The card."""

    def __init__(self, inside: Inside) -> None:
        """Begin hidden."""
        words = inside.words
        super().__init__(words.say("loginui.holders"))
        self._inside, self._words = inside, words
        self._account: Account | None = None
        self._read: _Read | None = None
        self.said = PlainLabel(words.say("loginui.holders-why"), kind=TextKind.MUTED)
        self.fine, self.doubt = StateLine(State.FINE, ""), StateLine(State.DOUBT, "")
        self.answer = StateLine(State.FINE, "")
        self.people = PlainLabel("")
        self.confirm_button = Button(words.say("loginui.holders-confirm"), icon="check")
        self.confirm_button.clicked.connect(self._confirm)
        self.name_button = Button(words.say("loginui.holders-name"), icon="users")
        self.name_button.clicked.connect(self._unfold)
        self.form = HoldersForm(words)
        self.form.given.connect(self._name)
        self.form.left.connect(self.name_button.show)
        for part in (self.said, self.people, self.fine, self.doubt):
            self.body.addWidget(part)
        flow = FlowLayout(gap_px=2)
        for button in (self.confirm_button, self.name_button):
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.body.addWidget(self.answer)
        self.body.addWidget(self.form)
        self.answer.hide()
        self.hide()

    def show_account(self, account: Account) -> None:
        """Ask about an account; another one than before is hidden until its answer comes."""
        if self._account is None or account.id != self._account.id:
            self.hide()
            self.rest()
        self._account = account
        office, by = self._inside.around.office, self._inside.around.by
        if office.policy.platforms[account.platform].held_by is HeldBy.PASSWORD:
            self.hide()
            return
        self._inside.around.performer.perform(
            lambda: _read(office, by, account), done=partial(self._came, account), origin=self._inside.screen
        )

    def rest(self) -> None:
        """Put the form away, and the last answer."""
        self.form.hide()
        self.answer.hide()
        self.name_button.show()

    def _came(self, account: Account, read: _Read) -> None:
        if self._account is None or account.id != self._account.id:
            return
        self._read, words, held = read, self._words, read.held
        counts = held is not None and held.signed
        for part in (self.people, self.fine, self.confirm_button):
            part.setVisible(counts)
        if held is None:
            self.doubt.show_line(words.say("loginui.holders-none"))
        elif not held.signed:
            self.doubt.show_line(words.say("loginui.holders-unsigned"))
        else:
            self._show(held, read)
        self.doubt.setVisible(held is None or not held.signed or held.due or bool(held.gone))
        named = "loginui.holders-change" if counts else "loginui.holders-name"
        self.name_button.show_words(words.say(named))
        allow(self.name_button, words.reasons(read.may))
        allow(self.confirm_button, words.reasons(read.may))
        self.show()

    def _show(self, held: Held, read: _Read) -> None:
        words = self._words
        lines = [
            words.say("loginui.holder", name=_name(words, read, one.person), profile=one.profile)
            for one in held.holding.holders
        ]
        self.people.show_text("\n".join(lines))
        day = held.holding.confirmed_on
        self.fine.show_line(words.say("loginui.holders-confirmed", day=day, due=due_on(day)))
        self.fine.setVisible(not held.due and not held.gone)
        if held.gone:
            gone = tuple(say("accounts.person", name=read.everybody.get(one, "")) for one in held.gone)
            self.doubt.show_line(words.say("loginui.holders-gone", people=gone))
        elif held.due:
            self.doubt.show_line(words.say("loginui.holders-due", day=day))

    def _unfold(self) -> None:
        if self._read is None:
            return
        held = self._read.held
        known = held.holding.holders if held is not None and held.signed else ()
        self.name_button.hide()
        self.form.begin(
            self._read.staff, known, {one: _name(self._words, self._read, one) for one in self._read.left}
        )

    def _name(self, holders: tuple[Holder, ...]) -> None:
        account = self._account
        if account is None:
            return
        holdings, by = self._inside.around.office.role_holdings, self._inside.around.by
        self._inside.around.performer.perform(
            lambda: holdings.name(by, account.id, holders),
            done=lambda _: self._done(account),
            failed=self._refused,
            origin=self._inside.screen,
        )

    def _confirm(self) -> None:
        account = self._account
        if account is None:
            return
        holdings, by = self._inside.around.office.role_holdings, self._inside.around.by
        self._inside.around.performer.perform(
            lambda: holdings.confirm(by, account.id),
            done=lambda _: self._done(account),
            failed=self._refused,
            origin=self._inside.screen,
        )

    def _done(self, account: Account) -> None:
        """Answer where the press was: on the same day nothing else of the card looks different."""
        self.rest()
        around = self._inside.around
        at = around.office.school.local(around.now)
        self.answer.show_line(self._words.say("loginui.holders-noted", at=at))
        self.answer.show()
        self.show_account(account)
        self._inside.reload()

    def _refused(self, error: KnownError) -> None:
        reasons = self._words.reasons(error.reasons) if isinstance(error, NotAllowed) else ()
        sentence = "\n".join(reasons) or self._words.error(error)
        if self.form.isHidden():
            self.doubt.show_line(sentence)
            self.doubt.show()
        else:
            self.form.show_refused(sentence)


class HoldersForm(QWidget):
    """The list as it is typed.

    Signals:
        given: a tuple of `Holder`.
        left: it was put away.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin folded away."""
        super().__init__()
        self._words = words
        self._staff: tuple[Person, ...] = ()
        self._left: Mapping[PersonId, str] = {}
        self.rows: list[tuple[QComboBox, QLineEdit]] = []
        self._lines = QGridLayout()
        self._lines.setSpacing(SPACE_PX)
        self.refused = StateLine(State.STOP, "")
        more = Button(words.say("loginui.holders-more"), kind=ButtonKind.LINK, icon="plus")
        more.clicked.connect(lambda: self._add(None, ""))
        self.save_button = Button(words.say("loginui.holders-save"))
        self.save_button.clicked.connect(self._give)
        leave = Button(words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.hide)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        for button in (self.save_button, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("loginui.holders-how"), kind=TextKind.NOTE))
        column.addLayout(self._lines)
        column.addWidget(more)
        column.addWidget(self.refused)
        column.addLayout(buttons)
        self.hide()

    def begin(
        self, staff: tuple[Person, ...], known: tuple[Holder, ...], left: Mapping[PersonId, str]
    ) -> None:
        """Unfold it with who is known; an empty list begins with two rows.

        Args:
            staff: who can be chosen.
            known: who stands on the list.
            left: how those are called who aren't here any more: on the list still, else not offered.
        """
        self._staff, self._left = staff, left
        empty_layout(self._lines)
        self.rows = []
        for holder in known:
            self._add(holder.person, holder.profile)
        for _ in range(max(0, LEAST_HOLDERS - len(known))):
            self._add(None, "")
        self.refused.hide()
        self.show()
        self.rows[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def show_refused(self, sentence: str) -> None:
        """Say why a list isn't taken."""
        self.refused.show_line(sentence)
        self.refused.show()

    def _add(self, person: PersonId | None, profile: str) -> None:
        words, place = self._words, len(self.rows)
        choice, line = QComboBox(), QLineEdit(profile)
        choice.setAccessibleName(words.say("loginui.holders-person"))
        choice.addItem(words.say("loginui.holders-nobody"), None)
        for one in self._staff:
            choice.addItem(one.name, one.id)
        line.setAccessibleName(words.say("loginui.holders-profile"))
        line.setPlaceholderText(words.say("loginui.holders-profile"))
        if person is not None and person in self._left:
            choice.addItem(self._left[person], person)
        choice.setCurrentIndex(max(0, choice.findData(person)))
        choice.currentIndexChanged.connect(lambda: self._propose(choice, line))
        self._lines.addWidget(choice, place, 0)
        self._lines.addWidget(line, place, 1)
        self.rows.append((choice, line))

    def _propose(self, choice: QComboBox, line: QLineEdit) -> None:
        """Most profiles go by the name that stands here."""
        names = {one.name for one in self._staff}
        if not line.text() or line.text() in names:
            line.setText("" if choice.currentData() is None else choice.currentText())

    def _give(self) -> None:
        chosen = [(choice.currentData(), line.text().strip()) for choice, line in self.rows]
        self.given.emit(tuple(Holder(PersonId(one), profile) for one, profile in chosen if one is not None))


def _read(office: Office, by: Actor, account: Account) -> _Read:
    colleagues = office.accounts.colleagues()
    return _Read(
        held=office.role_holdings.get(by, account.id),
        may=office.role_holdings.blockers(by, account.id),
        staff=tuple(one.person for one in colleagues if not one.left),
        everybody={one.person.id: one.person.name for one in colleagues},
        left=frozenset(one.person.id for one in colleagues if one.left),
    )


def _name(words: Wording, read: _Read, person: PersonId) -> str:
    """Name somebody; of who left, that they did."""
    name = read.everybody.get(person, "")
    return words.say("loginui.holder-left", name=name) if person in read.left else name
