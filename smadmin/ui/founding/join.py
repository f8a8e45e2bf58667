"""The form for a login without a key of one's own: who one is, a passphrase, and who opens the door."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLineEdit, QRadioButton
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.people import Person, Role
from smadmin.services.locks_here import Kept
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.founding.form import PersonForm
from smadmin.ui.founding.join_model import JoinForm, by_id, older_key
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.plaintext import for_button, one_line
from smadmin.ui.sides import Sides
from smadmin.ui.wording import Wording

_ROLES = (Role.PRINCIPAL, Role.ADMINISTRATOR, Role.REVIEWER, Role.COMMUNICATIONS)
_NEW = "new"
_BESIDE_PX = 860


class JoinScreen(PersonForm):
    """Two cards and one main button. `asked` carries the `JoinForm`."""

    asked = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Stand empty until `begin`."""
        super().__init__(words, title="joining.title", main="joining.ask", back="joining.back")
        self._people: Sequence[Person] = ()
        self.main.clicked.connect(self._ask)
        self.who = QComboBox()
        self.person = PersonFields(_ROLES, words)
        self.lost = QCheckBox(for_button(words.say("joining.lost")))
        self.clock = QCheckBox()
        self._behind: datetime | None = None
        self._kept: Mapping[PersonId, Kept] = {}
        self.by_person, self.by_envelope = self._roads()
        self.letters, self.reason = QLineEdit(), QLineEdit()
        in_one_width(self.letters)
        self._fields = {
            "who": Field(words.say("joining.who"), self.who, note=words.say("joining.who-note")),
            "letters": Field(
                words.say("joining.letters"), self.letters, note=words.say("joining.letters-note")
            ),
            "reason": Field(words.say("joining.reason"), self.reason, note=words.say("joining.reason-note")),
        }
        self.page.addWidget(Sides(self._applicant(), self._door(), shares=(1, 1), least_px=_BESIDE_PX))
        self.page.addStretch(1)
        self._connect()

    def begin(
        self,
        people: Sequence[Person],
        missing: KnownError | None,
        phrase: str,
        *,
        behind: datetime | None = None,
        kept: Mapping[PersonId, Kept] | None = None,
    ) -> None:
        """Ask anew.

        Args:
            people: who the school knows.
            missing: why there is no keyring.
            phrase: then the passphrase made for it.
            behind: what the clock says, where the record is dated later; who types the envelope may say that
                the clock is right.
            kept: where they have a key already.
        """
        self._people, self._behind, self._kept = people, behind, kept or {}
        if behind is not None:
            self.clock.setText(for_button(self._words.say("clock.by-envelope", now=behind)))
        self.clock.setChecked(False)
        self.who.clear()
        self.who.addItem(self._words.say("joining.choose-person"), "")
        for one in people:
            self.who.addItem(one_line(one.name), one.id)
        self.who.addItem(self._words.say("joining.new-person"), _NEW)
        self.lost.setChecked(False)
        self.by_person.setChecked(True)
        self.clear_secrets()
        self.show_keyring(missing, phrase=phrase)
        self.show_reasons(())
        self.who.setFocus()

    def show_keyring(self, missing: KnownError | None, *, phrase: str) -> None:
        """Go by the keyring: without one the passphrase is made."""
        self.keyring.show_missing(missing)
        self.person.make_phrase(phrase)
        self._look()

    @property
    def form(self) -> JoinForm:
        """What stands in the fields now."""
        chosen = str(self.who.currentData() or "")
        return JoinForm(
            known=by_id(self._people, chosen),
            new=chosen == _NEW,
            person=self.person.form,
            by_envelope=self.by_envelope.isChecked(),
            letters=self.letters.text(),
            reason=self.reason.text(),
            lost=not self.lost.isHidden() and self.lost.isChecked(),
            clock_right=self.clock.isChecked(),
        )

    def show_refused(self, error: KnownError) -> None:
        """Say beside the envelope's letters why they let nobody in."""
        self.show_reasons(())
        self._fields["letters"].show_error(self._words.error(error))
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(self._fields["letters"])

    def clear_secrets(self) -> None:
        """Leave nothing of passphrase or envelope in the fields."""
        self.person.clear_passphrases()
        self.letters.clear()
        self._look()

    @override
    def settle(self) -> None:
        self.clear_secrets()

    def _roads(self) -> tuple[QRadioButton, QRadioButton]:
        group, made = QButtonGroup(self), []
        for road in ("by-person", "by-envelope"):
            button = QRadioButton(for_button(self._words.say(f"joining.{road}")))
            button.setAccessibleDescription(self._words.say(f"joining.{road}-note"))
            group.addButton(button)
            made.append(button)
        made[0].setChecked(True)
        return made[0], made[1]

    def _applicant(self) -> Card:
        card = Card(self._words.say("founding.you"))
        card.body.addWidget(self._fields["who"])
        card.body.addWidget(self.person)
        card.body.addWidget(self.lost)
        card.body.addStretch(1)
        return card

    def _door(self) -> Card:
        card = Card(self._words.say("joining.how"))
        for road, button in (("by-person", self.by_person), ("by-envelope", self.by_envelope)):
            card.body.addWidget(button)
            card.body.addWidget(PlainLabel(self._words.say(f"joining.{road}-note"), kind=TextKind.NOTE))
        card.body.addWidget(self._fields["letters"])
        card.body.addWidget(self._fields["reason"])
        card.body.addWidget(self.clock)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        self.who.currentIndexChanged.connect(lambda _index: self._look())
        self.by_envelope.toggled.connect(lambda _on: self._look())
        for edit in (self.letters, self.reason):
            edit.textEdited.connect(lambda _text: self._look())
            edit.returnPressed.connect(self.main.press)
        self.person.edited.connect(self._look)
        self.person.entered.connect(self.main.press)
        self._look()

    def _look(self) -> None:
        form = self.form
        kept = None if form.known is None else self._kept.get(form.known.id)
        self._fields["who"].show_note(
            self._words.say("joining.who-note") if kept is None else self._words(older_key(kept))
        )
        self.lost.setVisible(kept is not None)
        asked = {"name", "email", "phone", "employed", "role"} if form.new else set[str]()
        # A person who lets somebody new in says what they may do; with the envelope nobody else does.
        self.person.ask_only(asked if form.by_envelope else asked - {"role"})
        for name in ("letters", "reason"):
            self._fields[name].setVisible(form.by_envelope)
        self.clock.setVisible(form.by_envelope and self._behind is not None)
        self.main.show_words(self._words.say("joining.let-me-in" if form.by_envelope else "joining.ask"))
        self.header.show_missing(self._words.reasons(form.missing()))

    def _ask(self) -> None:
        self.setEnabled(False)
        self.asked.emit(self.form)
