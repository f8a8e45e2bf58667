"""What is asked about a folder of photos: event, who took them, right of use, purpose, who could be in them.

The same fields stand where photos are taken in and where somebody corrects what was said.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from smadmin.domain.media import RightOfUse, Use
from smadmin.services.photos.intake import SetFacts
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.adults_form import AdultsForm
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class FactsForm(Card):
    """The fields.

    Signals:
        changed: what decides whether something is missing was changed.
        entered: Return was pressed in a line.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, words: Wording) -> None:
        """Build the empty fields."""
        super().__init__()
        keep_words(self)
        self.body.setSpacing(SPACE_PX + 4)
        self.event_name, self.taken_by, self.purpose = QLineEdit(), QLineEdit(), QLineEdit()
        self.event_name.setObjectName("photo-event")
        self.right, self.use = QComboBox(), QComboBox()
        for right in RightOfUse:
            self.right.addItem(words.say(f"photoui.right-{right.value}"), right)
        for use in Use:
            self.use.addItem(words.say(f"photoui.use-{use.value}"), use)
        self.purpose.setPlaceholderText(words.say("photoui.purpose-like"))
        for name, place in (
            ("event", self.event_name),
            ("taken-by", self.taken_by),
            ("right", self.right),
            ("use-for", self.use),
            ("purpose", self.purpose),
        ):
            self.body.addWidget(Field(words.say(f"photoui.{name}"), place))
        self._groups_label = PlainLabel(words.say("photoui.groups"), kind=TextKind.STRONG)
        self.body.addWidget(self._groups_label)
        holder = FlowBox()
        self._groups = holder.flow
        self.body.addWidget(holder)
        self._groups_note = PlainLabel(words.say("photoui.groups-note"), kind=TextKind.NOTE)
        self.body.addWidget(self._groups_note)
        self.adults = AdultsForm(words)
        self.adults.changed.connect(self.changed)
        self.adults.entered.connect(self.entered)
        self.body.addWidget(self.adults)
        self.use.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for line in (self.event_name, self.taken_by):
            line.textChanged.connect(lambda _text: self.changed.emit())
        for line in (self.event_name, self.taken_by, self.purpose):
            line.returnPressed.connect(self.entered)

    @property
    def facts(self) -> SetFacts:
        """What was entered."""
        return SetFacts(
            event=self.event_name.text(),
            taken_by=self.taken_by.text(),
            right=RightOfUse(self.right.currentData()),
            purpose=self.purpose.text(),
            use=Use(self.use.currentData()),
            adults=self.adults.said,
            groups=tuple(chip.accessibleName() for chip in self._chips() if chip.isChecked()),
        )

    def show_facts(self, facts: SetFacts) -> None:
        """Fill in what is known; `show_groups` comes before, or there is nothing to check."""
        self.event_name.setText(facts.event)
        self.taken_by.setText(facts.taken_by)
        self.purpose.setText(facts.purpose)
        self.right.setCurrentIndex(self.right.findData(facts.right))
        self.use.setCurrentIndex(self.use.findData(facts.use))
        self.adults.show_said(facts.adults)
        for chip in self._chips():
            chip.setChecked(chip.accessibleName() in facts.groups)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Offer classes and clubs; where the school's list knows none, nothing is said about them."""
        while (item := self._groups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for group in groups:
            chip = Button(group, kind=ButtonKind.SMALL)
            chip.setCheckable(True)
            self._groups.addWidget(chip)
        self._groups_label.setVisible(bool(groups))
        self._groups_note.setVisible(bool(groups))

    def _chips(self) -> list[Button]:
        items = (self._groups.itemAt(place) for place in range(self._groups.count()))
        found = (None if item is None else item.widget() for item in items)
        return [one for one in found if isinstance(one, Button)]
