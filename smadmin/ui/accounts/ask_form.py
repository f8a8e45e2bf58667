"""Asking for a new account: what it is and what for; what wouldn't be taken is said while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.account_kinds import AccountKind, kind_blockers, scope_blockers
from smadmin.domain.account_mail import login_blockers
from smadmin.domain.account_names import name_blockers
from smadmin.domain.accounts import PLATFORM_NAMES, AccountForm, Pattern, Platform
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.policy.approved import names_platform
from smadmin.services.opening import AskFacts
from smadmin.ui.accounts.answers_form import AnswersForm
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_LEAST_NAME = 4
"""So many letters are typed before a name is judged."""


class AskForm(QWidget):
    """The form.

    Signals:
        asked: an `AccountForm` and an `AccountRequest`.
        left: nothing is asked for.
    """

    asked = Signal(object, object)
    left = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._facts: AskFacts | None = None
        self._looks = ("#17603f", Pattern.STRIPES)
        self.name, self.login = QLineEdit(), QLineEdit()
        self.platform, self.kind, self.principal = ChoiceField(), ChoiceField(), ChoiceField()
        for kind in AccountKind:
            self.kind.addItem(words.say(f"openingui.kind-{kind.value}"), kind)
        self.fields = {
            "name": Field(words.say("accountui.name"), self.name, note=words.say("openingui.name-note")),
            "platform": Field(words.say("accountui.platform"), self.platform),
            "kind": Field(words.say("openingui.kind"), self.kind),
            "login": Field(words.say("accountui.login"), self.login, note=words.say("openingui.login-note")),
            "principal": Field(words.say("accountui.principal"), self.principal),
        }
        self.answers = AnswersForm(words)
        self.do_button = Button(words.say("openingui.ask-do"), kind=ButtonKind.MAIN)
        self.do_button.clicked.connect(self._ask)
        self._arrange()
        self.name.textEdited.connect(self._judge)
        self.login.textEdited.connect(self._judge)
        self.kind.currentIndexChanged.connect(self._judge)
        self.platform.currentIndexChanged.connect(self._tell_platform)

    def show_facts(self, facts: AskFacts, looks: tuple[str, Pattern]) -> None:
        """Begin anew, with the policy's questions and platforms.

        Args:
            facts: what the form needs to know.
            looks: a colour and a pattern that no account has yet.
        """
        self._facts, self._looks = facts, looks
        self.platform.clear()
        self.platform.addItem(self._words.say("openingui.nobody-yet"), None)
        for platform in facts.pack.platforms:
            self.platform.addItem(PLATFORM_NAMES[platform], platform)
        further = [one for one in Platform if one not in facts.pack.platforms]
        for platform in sorted(further, key=lambda one: PLATFORM_NAMES[one].casefold()):
            name = self._words.say("openingui.platform-further", platform=PLATFORM_NAMES[platform])
            self.platform.addItem(name, platform)
        self.principal.clear()
        for person in facts.principals:
            self.principal.addItem(person.name, person.id)
        if not facts.principals:
            self.principal.addItem(self._words.say("accountui.principal-none"), None)
        self.kind.setCurrentIndex(self.kind.findData(AccountKind.SCHOOL))
        self.name.clear()
        self.login.clear()
        self.answers.show_facts(facts)
        self._judge()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard into the first line."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        self._show(refused.reasons)
        self.answers.show_refused(refused)
        places = {*self.fields, *self.answers.fields}
        return all(reason.place in places for reason in refused.reasons)

    @property
    def filled(self) -> AccountForm:
        """What is filled in now."""
        principal = self.principal.currentData()
        return AccountForm(
            platform=Platform(self.platform.currentData()),
            name=self.name.text(),
            handle="",
            page="",
            login=self.login.text(),
            principal=PersonId(principal) if principal else None,
            colour=self._looks[0],
            pattern=self._looks[1],
            kind=AccountKind(self.kind.currentData()),
        )

    def _judge(self) -> None:
        """Say what wouldn't be taken, once enough is typed to judge it."""
        for field in self.fields.values():
            field.clear_error()
        facts = self._facts
        if facts is None:
            return
        if not facts.principals:
            self.fields["principal"].show_error(self._words.say("accountui.principal-first"))
        kind, name, login = AccountKind(self.kind.currentData()), self.name.text(), self.login.text()
        found = [*(kind_blockers(kind, facts.pack.opening.refused) or scope_blockers(kind))]
        if len(name.strip()) >= _LEAST_NAME:
            found += name_blockers(name, facts.official, [one.name for one in facts.people])
        if "." in login.rpartition("@")[2] and "@" in login:
            found += login_blockers(login, facts.domains)
        self._show(found)

    def _tell_platform(self) -> None:
        """Say below a platform that the policy doesn't name whose yes it takes (BLO-III-B)."""
        chosen = self.platform.currentData()
        known = self._facts is None or chosen is None or names_platform(self._facts.pack, Platform(chosen))
        self.fields["platform"].clear_error()
        self.fields["platform"].show_note("" if known else self._words.say("openingui.platform-asks"))

    def _show(self, reasons: Sequence[Reason]) -> None:
        for reason in reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._quoted(reason))

    def _quoted(self, reason: Reason) -> str:
        """Word a reason with what the policy says, where a clause of it is behind."""
        said = self._words(reason.message)
        clauses = {} if self._facts is None else self._facts.pack.clauses
        clause = clauses.get(reason.citation or "")
        if clause is None:
            return said
        words = clause.said(self._words.language)
        return f"{said} {self._words.say('openingui.clause', number=clause.number, words=words)}"

    def _ask(self) -> None:
        if self.platform.currentData() is None:
            self.fields["platform"].show_error(self._words.say("openingui.platform-first"))
            self.platform.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.asked.emit(self.filled, self.answers.filled)

    def _arrange(self) -> None:
        what, why = Card(self._words.say("openingui.ask-title")), Card(self._words.say("openingui.ask-why"))
        grid = QGridLayout()
        grid.setSpacing(SPACE_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.fields["name"], 0, 0, 1, 2, top)
        grid.addWidget(self.fields["platform"], 1, 0, top)
        grid.addWidget(self.fields["kind"], 1, 1, top)
        grid.addWidget(self.fields["login"], 2, 0, top)
        grid.addWidget(self.fields["principal"], 2, 1, top)
        what.body.addWidget(PlainLabel(self._words.say("openingui.ask-means"), kind=TextKind.MUTED))
        what.body.addLayout(grid)
        why.body.addWidget(self.answers)
        leave = Button(self._words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_PX + 4)
        whole.addWidget(what)
        whole.addWidget(why)
        whole.addLayout(buttons)
        whole.addStretch(1)
