"""The common values of a policy as a plain form: who releases, how often accounts post, who looks twice.

It knows nothing of the text: it tells which key is to have which value, and shows what was read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Platform
from smadmin.domain.approvals import PACK_MAY_SAY
from smadmin.domain.messages import Message, say
from smadmin.domain.password_age import MOST_MONTHS
from smadmin.domain.policy.packs import CopiesOpen, Duty, Pack, RosterMode
from smadmin.domain.policy.telling import values_of
from smadmin.services.policy_texts import Setting, Written
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field, NumberField
from smadmin.ui.flow import FlowLayout
from smadmin.ui.plaintext import for_button
from smadmin.ui.school.reaching import ContactsForm
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class _Choice:
    """A value that is one of a few; worded by the sentences of `values_of`."""

    key: str
    values: tuple[StrEnum, ...]
    of: Callable[[Pack], StrEnum]


@dataclass(frozen=True)
class _Number:
    key: str
    least: int
    most: int
    of: Callable[[Pack], int]
    table: str = ""


# Both by their names in `values_of`.
_CHOICES: Mapping[str, _Choice] = {
    "releases": _Choice("releases", PACK_MAY_SAY, lambda pack: pack.releases),
    "second": _Choice("second_look", tuple(Duty), lambda pack: pack.second_look),
    "mode": _Choice("roster_mode", tuple(RosterMode), lambda pack: pack.roster_mode),
    "copies": _Choice("locked_copies", tuple(CopiesOpen), lambda pack: pack.locked_copies),
    "alt": _Choice("alt_text", tuple(Duty), lambda pack: pack.alt_text),
}
_NUMBERS: Mapping[str, _Number] = {
    "cadence": _Number("due_days", 1, 366, lambda pack: pack.cadence_days, "cadence"),
    "warn": _Number("warn_day", 0, 366, lambda pack: pack.cadence_warn_day, "cadence"),
    "rounds": _Number("round_days", 1, 31, lambda pack: pack.comments.round_days, "comments"),
    "answers": _Number("answer_days", 1, 31, lambda pack: pack.comments.answer_days, "comments"),
    "release-days": _Number("release_days", 1, 60, lambda pack: pack.release_days),
    "roster-age": _Number("roster_age_days", 1, 366, lambda pack: pack.roster_age_days),
    "unpicked": _Number("unpicked_photo_days", 1, 366, lambda pack: pack.unpicked_photo_days),
    "video": _Number("video_seen_by", 1, 2, lambda pack: pack.video_seen_by),
    "passwords": _Number("password_months", 0, MOST_MONTHS, lambda pack: pack.password_months or 0),
}
_COUNTED = {"video": "people", "passwords": "months"}
"""What a number counts where it isn't days."""
_LANGUAGES = ("en", "es")
_COLUMNS = 2


class ValuesForm(Card):
    """The form.

    Signals:
        valueSet: a `Setting`, a value that somebody wants otherwise.
        contactsSet: a tuple of `Contact`, whom the policy is to name.
    """

    valueSet = Signal(object)
    contactsSet = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Build it without values; `show_pack` fills it."""
        super().__init__(words.say("policies.values"), parent)
        self._words = words
        self._further: tuple[str, ...] = ()
        self.fields: dict[str, Field] = {}
        self.choices = {name: self._choice(name, one) for name, one in _CHOICES.items()}
        self.phone = QCheckBox(for_button(words.say("policies.value-phone")))
        self.phone.toggled.connect(lambda on: self._set("yes_by_phone", value=on))
        self.body.addWidget(self.phone)
        numbers = QGridLayout()
        numbers.setSpacing(2 * SPACE_PX)
        self.numbers = {name: self._number(name, one) for name, one in _NUMBERS.items()}
        self.numbers["cadence"].valueChanged.connect(self.numbers["warn"].setMaximum)
        for place, name in enumerate(self.numbers):
            numbers.addWidget(self.fields[name], *divmod(place, _COLUMNS), Qt.AlignmentFlag.AlignTop)
        for column in range(_COLUMNS):
            numbers.setColumnStretch(column, 1)
        self.body.addLayout(numbers)
        named = {one.value: PLATFORM_NAMES[one] for one in Platform}
        self.platforms = self._boxes("platforms", named)
        spoken = {one: words.say(f"policies.language-{one}") for one in _LANGUAGES}
        self.languages = self._boxes("languages", spoken)
        self.contacts = ContactsForm(words)
        self.contacts.contactsSet.connect(self.contactsSet)
        self.fields["contacts"] = Field(words.say("policies.value-contacts"), self.contacts)
        self.body.addWidget(self.fields["contacts"])

    def show_pack(self, pack: Pack, looser: Collection[Message]) -> None:
        """Show a policy's values; `looser` are the sentences of those that are looser than the district's."""
        self._further = tuple(one for one in pack.languages if one not in _LANGUAGES)
        for name, choice in self.choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(_CHOICES[name].of(pack).value))
        for name, number in self.numbers.items():
            with QSignalBlocker(number):
                number.setMaximum(pack.cadence_days if name == "warn" else _NUMBERS[name].most)
                number.setValue(_NUMBERS[name].of(pack))
            self._count(name)
        ticked = {box: one in pack.platforms for one, box in self.platforms.items()}
        ticked |= {box: one in pack.languages for one, box in self.languages.items()}
        ticked[self.phone] = pack.yes_by_phone
        for box, on in ticked.items():
            with QSignalBlocker(box):
                box.setChecked(on)
        self.contacts.show_contacts(pack.contacts)
        told = {**values_of(pack, self._words.language), "contacts": say("policies.contacts-changed")}
        for name, field in self.fields.items():
            if told.get(name) in looser:
                field.show_error(self._words.say("policies.value-looser"))
            else:
                field.clear_error()

    def _choice(self, name: str, choice: _Choice) -> QComboBox:
        box = QComboBox()
        # Else the longest sentence would make the page wider than the window.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value in choice.values:
            box.addItem(self._words.say(f"policies.{name}-{value.value}"), value.value)
        box.currentIndexChanged.connect(lambda _place: self._set(choice.key, value=str(box.currentData())))
        self.fields[name] = Field(self._words.say(f"policies.value-{name}"), box)
        self.body.addWidget(self.fields[name])
        return box

    def _number(self, name: str, number: _Number) -> NumberField:
        box = NumberField()
        box.setRange(number.least, number.most)
        box.setKeyboardTracking(False)  # a number is taken once it is typed whole
        box.valueChanged.connect(lambda value: self._set(number.key, value=value, table=number.table))
        box.valueChanged.connect(lambda _value: self._count(name))
        self.fields[name] = Field(self._words.say(f"policies.value-{name}"), box)
        return box

    def _count(self, name: str) -> None:
        """Say beside a number what it counts."""
        box = self.numbers[name]
        what = _COUNTED.get(name, "days")
        box.setSuffix(f" {self._words.say(f'policies.value-{what}', n=box.value())}")

    def _boxes(self, name: str, named: Mapping[str, str]) -> dict[str, QCheckBox]:
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=2 * SPACE_PX)
        boxes = {one: QCheckBox(for_button(said)) for one, said in named.items()}

        def ticked() -> None:
            kept = self._further if name == "languages" else ()
            self._set(name, value=(*(one for one, box in boxes.items() if box.isChecked()), *kept))

        for box in boxes.values():
            box.toggled.connect(ticked)
            flow.addWidget(box)
        self.fields[name] = Field(self._words.say(f"policies.value-{name}"), holder)
        self.body.addWidget(self.fields[name])
        return boxes

    def _set(self, key: str, *, value: Written, table: str = "") -> None:
        self.valueSet.emit(Setting(key, value, table))
