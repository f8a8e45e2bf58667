"""Setting up a real school: who begins at the left, the school's facts at the right.

What one's own e-mail and this computer say of the school is filled in until somebody types another.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import QLocale, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.people import Role
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.founding.form import PersonForm
from smadmin.ui.founding.model import (
    ZONES,
    PlacesModel,
    SchoolForm,
    district_of,
    school_domain,
    split_domains,
    zone_name,
)
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.founding.where import PlaceChoice
from smadmin.ui.labels import PlainLabel
from smadmin.ui.sides import Sides
from smadmin.ui.wording import Wording

_BESIDE_PX = 860


class SetUpScreen(PersonForm):
    """Two cards and one main button.

    Signals:
        founded: both forms.
        putBackChosen: the school was set up before, and somebody has a backup of it.
    """

    founded = Signal(object, object)
    putBackChosen = Signal()

    def __init__(
        self,
        words: Wording,
        *,
        policies: Sequence[tuple[str, str]],
        now: Callable[[], datetime],
        quotes: Mapping[str, tuple[str, str]] | None = None,
        districts: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer these policies: id and name.

        Args:
            words: the language.
            policies: to choose from.
            quotes: by policy, the clause that lets in employees only, and what it says.
            now: what this computer's clock says, UTC; every role of the school begins by it.
            districts: by the domain of a district's e-mail, its policy.
            parent: the Qt owner.
        """
        super().__init__(
            words, title="founding.set-up", main="founding.found", back="founding.back", parent=parent
        )
        self._now, self.today = now, PlainLabel()
        self._quotes, self._districts = quotes or {}, districts or {}
        self._domain_guessed, self._policy_guessed = "", -1
        self._zones = frozenset(available_timezones())
        self.header.mainChosen.connect(self._found)
        self._name, self._domains = QLineEdit(), QLineEdit()
        self._zone, self._policy = QComboBox(), QComboBox()
        self._offer_zones(system_zone())
        # None is chosen beforehand: whoever overlooks it would write by another district's rules.
        self._policy.setPlaceholderText(words.say("founding.policy-choose"))
        for policy, title in policies:
            self._policy.addItem(title, policy)
        self._policy.setCurrentIndex(-1)
        self._fields = {
            "school": Field(words.say("founding.official-name"), self._name),
            "policy": Field(
                words.say("founding.policy"), self._policy, note=words.say("founding.policy-note")
            ),
            "zone": Field(words.say("founding.zone"), self._zone),
            "domains": Field(
                words.say("founding.domains"), self._domains, note=words.say("founding.domains-note")
            ),
        }
        self.places = PlaceChoice(words)
        roles = (Role.ADMINISTRATOR, Role.PRINCIPAL)
        self.person = PersonFields(roles, words, role_note=words.say("founding.role-note"))
        self.person.ask_only(("name", "email", "role", "employed"))
        self._arrange()
        self._name.textEdited.connect(partial(self._heard, "school"))
        self._domains.textEdited.connect(partial(self._heard, "domains"))
        self._zone.currentTextChanged.connect(partial(self._heard, "zone"))
        self._policy.currentTextChanged.connect(partial(self._heard, "policy"))
        for edit in (self._name, self._domains):
            edit.returnPressed.connect(self.main.press)
        self.person.edited.connect(self._guess)
        self.person.entered.connect(self.main.press)
        self._look()

    def show_keyring(self, missing: KnownError | None, *, phrase: str) -> None:
        """Go by the keyring: without one the passphrase is made, and what is off is said."""
        self.keyring.show_missing(missing)
        self.person.make_phrase(phrase)
        self.setEnabled(True)
        self._look()

    def offer_places(self, model: PlacesModel) -> None:
        """Offer where the school's data may lie."""
        self.places.show_model(model)

    @property
    def form(self) -> SchoolForm:
        """What stands in the school's fields now."""
        return SchoolForm(
            name=self._name.text(),
            zone=self._zone.currentData() or "",
            policy=self._policy.currentData() or "",
            domains=split_domains(self._domains.text()),
            shared=self.places.shared,
        )

    @override
    def shown(self) -> None:
        super().shown()
        self._look()
        self.person.begin()

    def _offer_zones(self, here: str) -> None:
        """Offer the country's zones by name, and this computer's own, which may lie elsewhere."""
        self._zone.setPlaceholderText(self._words.say("founding.zone-choose"))
        for zone in ZONES:
            self._zone.addItem(self._words(zone_name(zone)), zone)
        if here in self._zones and here not in ZONES and is_a_place(here):
            self._zone.addItem(here, here)
        self._zone.setCurrentIndex(self._zone.findData(here) if here in ZONES or in_the_country(here) else -1)

    def _arrange(self) -> None:
        self.put_back = Button(self._words.say("founding.put-back"), kind=ButtonKind.QUIET)
        self.put_back.clicked.connect(self.putBackChosen)
        self.header.add_button(self.put_back)
        school = Card(self._words.say("founding.the-school"))
        for field in self._fields.values():
            school.body.addWidget(field)
        school.body.addWidget(self.today)
        school.body.addWidget(self.places)
        school.body.addStretch(1)
        person = Card(self._words.say("founding.you"))
        person.body.addWidget(self.person)
        person.body.addStretch(1)
        self.page.addWidget(Sides(person, school, shares=(1, 1), least_px=_BESIDE_PX))
        self.page.addStretch(1)

    def _heard(self, name: str, _now: str) -> None:
        """Take back what was said of a field: it was about what stood there before."""
        self._fields[name].clear_error()
        if name == "policy":
            self.person.quote(self._quotes.get(self.form.policy))
        self._look()

    def _guess(self) -> None:
        """Fill in what the e-mail says of the school, where nobody typed another."""
        domain = school_domain(self.person.form.email)
        if self._domains.text() == self._domain_guessed != domain:
            self._domains.setText(domain)
            self._fields["domains"].clear_error()
            self._domain_guessed = domain
        policy = district_of(domain, self._districts)
        if self._policy.currentIndex() == self._policy_guessed:
            self._policy_guessed = -1 if policy is None else self._policy.findData(policy)
            self._policy.setCurrentIndex(self._policy_guessed)
        self._look()

    def _missing(self) -> tuple[Reason, ...]:
        return (*self.person.form.missing(), *self.form.missing(self._zones))

    def _look(self) -> None:
        zone = self.form.zone
        here = self._now().astimezone(ZoneInfo(zone) if zone in self._zones else None)
        on_the_wall = here.replace(tzinfo=None)  # the words know no school's zone yet
        self.today.setText(self._words.say("founding.today", now=on_the_wall))
        self.header.show_missing(self._words.reasons(self._missing()))

    def _found(self) -> None:
        self.setEnabled(False)
        self.founded.emit(self.form, self.person.form)


def system_zone() -> str:
    """Give the zone of this computer's clock."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")


def is_a_place(zone: str) -> bool:
    """Tell whether a zone is named for a place: no school keeps the bare UTC of a computer nobody set."""
    return QTimeZone(zone.encode()).territory() != QLocale.Country.AnyTerritory


def in_the_country(zone: str) -> bool:
    """Tell whether a zone is one of the United States, Detroit's and Boise's among them."""
    return QTimeZone(zone.encode()).territory() == QLocale.Country.UnitedStates
