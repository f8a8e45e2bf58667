"""What to tell the parents, by phone and in writing, in English and Spanish whatever the screen speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cases.parents_letter import Told, worded
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

LANGUAGES = {"en": "cases.in-english", "es": "cases.in-spanish"}


class ParentsPart(QWidget):
    """The part of a card. `copied` carries a text for the clipboard."""

    copied = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Show both languages, filled in once `show_told` says with what."""
        super().__init__()
        self._told = Told("", "UTC")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(words.say("cases.parents"), kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("cases.parents-means"), kind=TextKind.NOTE))
        self.buttons: dict[str, Button] = {}
        self.texts: dict[tuple[str, str], PlainLabel] = {}
        for language, name in LANGUAGES.items():
            for what in ("call", "text"):
                heading = f"{words.say(name)}: {words.say(f'cases.sheet-{what}')}"
                column.addWidget(PlainLabel(heading, kind=TextKind.STRONG))
                self.texts[what, language] = PlainLabel("")
                column.addWidget(self.texts[what, language])
            copy = Button(words.say("cases.copy-text"), kind=ButtonKind.SMALL)
            copy.setAccessibleName(f"{words.say('cases.copy-text')}, {words.say(name)}")
            copy.clicked.connect(lambda _checked=False, one=language: self._copy(one))
            self.buttons[language] = copy
            column.addWidget(copy)

    def show_told(self, told: Told) -> None:
        """Fill in what a case knows."""
        self._told = told
        for (what, language), label in self.texts.items():
            label.show_text(worded(what, language, told))

    def _copy(self, language: str) -> None:
        self.copied.emit(worded("text", language, self._told))
