"""The question about adults: none to be recognised, they agreed, or a public event. Once a folder.

Whoever's consent is recorded is named with it and not asked again; it can be withdrawn here.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.photos.adults import (
    NOTHING_SAID,
    AdultConsent,
    AdultsSaid,
    AdultsShown,
    ConsentKind,
    known,
    names_in,
    unknown,
)
from smadmin.ui.adults_said import recorded_words
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class AdultsForm(QWidget):
    """The fields.

    Signals:
        changed: something else was entered.
        entered: Return was pressed in the line of names.
        withdrawAsked: the name of somebody who no longer agrees.
    """

    changed = Signal()
    entered = Signal()
    withdrawAsked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Ask the one question; the others come with its answer."""
        super().__init__(parent)
        self._words = words
        self._recorded: Mapping[str, AdultConsent] = {}
        self._dated = False
        self.shown, self.kind = QComboBox(), QComboBox()
        self.shown.setObjectName("adults-shown")
        for shown in AdultsShown:
            self.shown.addItem(words.say(f"adults.shown-{shown.value}"), shown)
        for kind in ConsentKind:
            self.kind.addItem(words.say(f"adults.kind-{kind.value}"), kind)
        self.names, self.on = QLineEdit(), DateField(words)
        self.names.setObjectName("adults-names")
        self.known = PlainLabel("", kind=TextKind.NOTE)
        self._withdrawing = FlowBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(Field(words.say("adults.question"), self.shown))
        self._who = Field(words.say("adults.who"), self.names)
        self._how = Field(words.say("adults.kind"), self.kind)
        self._day = Field(words.say("adults.on"), self.on)
        for widget in (self._who, self.known, self._withdrawing, self._how, self._day):
            column.addWidget(widget)
        self.shown.currentIndexChanged.connect(self._turned)
        self.names.textChanged.connect(self._turned)
        self.names.returnPressed.connect(self.entered)
        keep_words(self)
        self._turned()

    @property
    def said(self) -> AdultsSaid:
        """What was entered."""
        shown = AdultsShown(self.shown.currentData())
        dated = shown in {AdultsShown.CONSENTED, AdultsShown.PUBLIC_EVENT}
        return AdultsSaid(
            shown,
            names_in(self.names.text()) if shown is AdultsShown.CONSENTED else (),
            ConsentKind(self.kind.currentData()),
            self.on.day if dated else None,
        )

    def show_said(self, said: AdultsSaid = NOTHING_SAID) -> None:
        """Fill in what is known; without a day it stays the one that stands there."""
        self.names.setText(", ".join(said.names))
        self.kind.setCurrentIndex(self.kind.findData(said.kind))
        self._dated = said.on is not None
        if said.on is not None:
            self.on.show_day(said.on)
        self.shown.setCurrentIndex(self.shown.findData(said.shown))
        self._turned()

    def show_recorded(self, recorded: Mapping[str, AdultConsent], *, today: date) -> None:
        """Know whose consents are recorded; a day that nobody chose is today."""
        self._recorded = recorded
        if not self._dated:
            self.on.show_day(today)
        self._turned()

    def _turned(self) -> None:
        said = self.said
        agreed = said.shown is AdultsShown.CONSENTED
        here = known(said.names, self._recorded)
        new = agreed and bool(unknown(said.names, self._recorded))
        public = said.shown is AdultsShown.PUBLIC_EVENT
        self._who.setVisible(agreed)
        self._how.setVisible(new)
        self._day.setVisible(new or public)
        self._day.label.show_text(self._words.say("adults.event-day" if public else "adults.on"))
        self.known.show_text(self._words.optional(recorded_words(here)))
        self.known.setVisible(bool(here))
        self._offer_withdrawing(here)
        self.changed.emit()

    def _offer_withdrawing(self, here: tuple[AdultConsent, ...]) -> None:
        flow = self._withdrawing.flow
        while (item := flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for consent in here:
            button = Button(self._words.say("adults.withdraw", name=consent.name), kind=ButtonKind.SMALL)
            button.clicked.connect(lambda _checked=False, name=consent.name: self.withdrawAsked.emit(name))
            flow.addWidget(button)
        self._withdrawing.setVisible(bool(here))
