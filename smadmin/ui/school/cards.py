"""The cards beside the clauses: the pressed one, the policy in force, whom to call and further documents."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.telling import values_of
from smadmin.domain.policy.values import Contact
from smadmin.services.policies import PolicySheet
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.school.model import ClauseLine, put_sentences
from smadmin.ui.states import StateChip
from smadmin.ui.wording import Wording


class ClauseCard(Card):
    """One clause: what it asks, what keeps it, what isn't there yet."""

    def __init__(self, words: Wording) -> None:
        """Begin with nothing pressed."""
        super().__init__(words.say("policies.clauses"))
        self._words = words
        self.body.addWidget(PlainLabel(words.say("policies.clause-pick"), kind=TextKind.MUTED))

    def show_clause(self, line: ClauseLine) -> None:
        """Show a clause."""
        say = self._words.say
        self.clear()
        self.heading.show_text(f"{line.demand} · {line.number}")
        self.body.addWidget(StateChip(line.state, self._words(line.word)), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(PlainLabel(line.says))
        if line.verbatim:
            words = say("policies.clause-verbatim", words=line.verbatim)
            self.body.addWidget(PlainLabel(words, kind=TextKind.MUTED))
        for title, names in (("policies.clause-kept", line.kept), ("policies.clause-awaits", line.awaits)):
            if names:
                self.body.addWidget(PlainLabel(say(title), kind=TextKind.STRONG))
                self.body.addWidget(PlainLabel("\n".join(self._words(name) for name in names)))
        if line.awaits:
            self.body.addWidget(PlainLabel(say("policies.clause-by-hand"), kind=TextKind.NOTE))


class InForceCard(Card):
    """The policy in force, and what it asks by its values."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("policies.in-force"))
        self._words = words

    def show_policy(self, sheet: PolicySheet) -> None:
        """Show it, or why it can't be read."""
        self.clear()
        if sheet.pack is None:
            if sheet.broken is not None:
                self.body.addWidget(PlainLabel(self._words(sheet.broken.happened)))
            return
        self.body.addWidget(PlainLabel(sheet.pack.name, kind=TextKind.STRONG))
        told = "\n".join(self._words(one) for one in put_sentences(sheet))
        self.body.addWidget(PlainLabel(told, kind=TextKind.MUTED))
        self.body.addWidget(PlainLabel(self._words.say("policies.asks"), kind=TextKind.STRONG))
        sentences = values_of(sheet.pack, self._words.language).values()
        self.body.addWidget(PlainLabel(_points(self._words(one) for one in sentences)))


class ContactsCard(Card):
    """Whom the policy tells people to call or write to (BAL-F2, BAL-D7), and the documents it names."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("policies.contacts"))
        self._words = words

    def show_policy(self, pack: Pack | None) -> None:
        """Show what a policy names."""
        self.clear()
        if pack is None or not pack.contacts:
            self.body.addWidget(PlainLabel(self._words.say("policies.contacts-none"), kind=TextKind.MUTED))
        for contact in () if pack is None else pack.contacts:
            self._add(contact, pack)
        if pack is not None and pack.governing:
            self.body.addWidget(PlainLabel(self._words.say("policies.governing"), kind=TextKind.STRONG))
            self.body.addWidget(PlainLabel(_points(pack.governing)))

    def _add(self, contact: Contact, pack: Pack | None) -> None:
        self.body.addWidget(PlainLabel(contact.office, kind=TextKind.STRONG))
        ways = [way for way in (*contact.phones, contact.email, contact.page) if way]
        if ways:
            reached = PlainLabel("\n".join(ways))
            reached.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(reached)
        clause = None if pack is None else pack.clauses.get(contact.about)
        if clause is not None:
            about = self._words.say("policies.contact-about", says=clause.said(self._words.language))
            self.body.addWidget(PlainLabel(about, kind=TextKind.MUTED))


def _points(sentences: Iterable[str]) -> str:
    """Put sentences below one another; one label of many lines is laid out far sooner than many labels."""
    return "\n".join(f"• {sentence}" for sentence in sentences)
