"""Where somebody can sit down, their own passphrase changed, and a new one for who forgot theirs."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.services.seats import Seat
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.people.model import PersonModel
from smadmin.ui.people.passphrase import PassphraseForm
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class ComputersCard(Card):
    """The card.

    Signals:
        seatAsked: a form was opened; it has to know this computer's keyring (`show_seat`).
        changed: the old and the new passphrase of whoever looks.
        screenAsked: a screen about whoever looks, by its name.
        renewed: the new passphrase of who sits beside, and whether their other computers end too.
    """

    seatAsked = Signal()
    changed = Signal(str, str)
    renewed = Signal(str, bool)
    screenAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without a person."""
        super().__init__(words.say("peopleui.computers"))
        self._words = words
        self._model: PersonModel | None = None
        self.form: PassphraseForm | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.button = Button("", icon="key-round")
        self.button.clicked.connect(self.unfold)
        self.note = PlainLabel("", kind=TextKind.NOTE)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.button)
        self.body.addWidget(self.note)
        self.own = QWidget()
        self.links = {
            "computer": Button(words.say("computers.title"), kind=ButtonKind.SMALL, icon="shield-check"),
            "staff-page": Button(words.say("staffpage.title"), kind=ButtonKind.SMALL, icon="book-open-text"),
        }
        row = FlowLayout(self.own)
        for screen, button in self.links.items():
            button.clicked.connect(partial(self.screenAsked.emit, screen))
            row.addWidget(button)
        self.body.addWidget(self.own)

    def show_person(self, model: PersonModel) -> None:
        """Show somebody's computers; a form that is open for the same person stays."""
        if self._model is not None and model.id != self._model.id:
            self.fold()
        self._model = model
        self.own.setVisible(model.own)
        empty_layout(self._lines)
        for line in model.computers:
            notes = " · ".join(self._words(one) for one in (line.title, *line.notes))
            self._lines.addWidget(PlainLabel(notes))
        if not model.computers:
            self._lines.addWidget(PlainLabel(self._words.say("peopleui.no-computer"), kind=TextKind.MUTED))
        which = "change" if model.own else "forgot" if model.passphrase else "choose"
        self.button.show_words(self._words.say(f"peopleui.{which}"))
        self.note.show_text(self._words.say(f"peopleui.{which}-note"))
        self._show_button()

    def unfold(self) -> None:
        """Show the form."""
        if self._model is None or self.form is not None:
            return
        form = self.form = PassphraseForm(self._words, own=self._model.own, name=self._model.person.name)
        form.left.connect(self.fold)
        form.changed.connect(self.changed)
        form.renewed.connect(self.renewed)
        self.body.addWidget(form)
        self._show_button()
        form.begin()
        bring_into_view(form)
        self.seatAsked.emit()

    def show_seat(self, seat: Seat) -> None:
        """Go by the keyring: without one the passphrase is made."""
        if self.form is not None:
            self.form.show_seat(seat)

    def fold(self) -> None:
        """Put the form away, with what was typed."""
        if self.form is not None:
            self.form.clear()
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._show_button()

    def _show_button(self) -> None:
        offered = self._model is not None and (self._model.own or not self._model.may_renew)
        for part in (self.button, self.note):
            part.setVisible(offered and self.form is None)
