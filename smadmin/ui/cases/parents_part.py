"""What to tell the parents, by phone and in writing, in English and Spanish whatever the screen speaks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

LANGUAGES = {"en": "cases.in-english", "es": "cases.in-spanish"}


class ParentsPart(QWidget):
    """The part of a card. `copied` carries a text for the clipboard."""

    copied = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Show both languages."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(words.say("cases.parents"), kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("cases.parents-means"), kind=TextKind.NOTE))
        self.buttons: dict[str, Button] = {}
        for language, name in LANGUAGES.items():
            for what in ("call", "text"):
                heading = f"{words.say(name)}: {words.say(f'cases.sheet-{what}')}"
                column.addWidget(PlainLabel(heading, kind=TextKind.STRONG))
                column.addWidget(PlainLabel(told(what, language)))
            copy = Button(words.say("cases.copy-text"), kind=ButtonKind.SMALL)
            copy.setAccessibleName(f"{words.say('cases.copy-text')}, {words.say(name)}")
            copy.clicked.connect(lambda _checked=False, one=language: self.copied.emit(told("text", one)))
            self.buttons[language] = copy
            column.addWidget(copy)


def told(what: str, language: str) -> str:
    """Give what is said (`call`) or written (`text`) in a language."""
    return Catalogue.load(language).word(say(f"cases.parents-{what}"))
