"""What a look at this computer found, as lines with a shape and a word; the same as `smadmin doctor` says."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from smadmin.domain.messages import Message, say
from smadmin.services.doctor import Health, Symptom
from smadmin.ui.buttons import Button
from smadmin.ui.cards import RowCard
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_STATES = {Health.GOOD: State.FINE, Health.NOTE: State.DOUBT, Health.MISSING: State.STOP}


class CheckSheet(Sheet):
    """It opens while the computer is still being looked at; `show_symptoms` fills it."""

    def __init__(self, words: Wording, above: QWidget) -> None:
        """Say that it looks."""
        super().__init__(words.say("shell.deed-check"), words, above)
        self._looking = PlainLabel(words.say("help.looking"), kind=TextKind.MUTED)
        self.body.addWidget(self._looking)
        self.copy_button = Button(words.say("help.copy"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.block([words.say("help.looking")])
        self.add_button(self.copy_button)
        self._lines: list[str] = []

    def show_symptoms(self, symptoms: Sequence[Symptom]) -> None:
        """Show what was found, what is missing first."""
        self._looking.show_text(self.words(_said(symptoms)))
        order = tuple(_STATES)
        for symptom in sorted(symptoms, key=lambda one: order.index(one.health), reverse=True):
            remedy = None if symptom.health is Health.GOOD else symptom.remedy
            sentence, note = self.words(symptom.message), self.words.optional(remedy)
            self.body.addWidget(RowCard(_STATES[symptom.health], sentence, note=note))
            self._lines += [line for line in (sentence, note) if line]
        self.copy_button.allow()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))


def _said(symptoms: Sequence[Symptom]) -> Message:
    """Say in one sentence what was found."""
    healths = [one.health for one in symptoms]
    missing, notes = healths.count(Health.MISSING), healths.count(Health.NOTE)
    if missing:
        return say("doctor.missing", n=missing)
    return say("help.found-notes", n=notes) if notes else say("doctor.nothing-missing")
