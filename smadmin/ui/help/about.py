"""The program's version and licence, and those of the parts that it is made of."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smadmin import __version__
from smadmin.services.parts import Part
from smadmin.ui.cards import Card
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording


class AboutSheet(Sheet):
    """Version, licence, parts."""

    def __init__(self, parts: Sequence[Part], words: Wording, above: QWidget) -> None:
        """Take the parts that are installed."""
        super().__init__(words.say("shell.deed-about"), words, above)
        own = Card(words.say("help.version", version=__version__))
        own.body.addWidget(PlainLabel(words.say("help.what-it-is")))
        own.body.addWidget(PlainLabel(words.say("help.licence"), kind=TextKind.MUTED))
        self.body.addWidget(own)
        others = Card(words.say("help.parts"))
        for part in parts:
            said = words.say("help.part", name=part.name, version=part.version, licence=part.licence)
            others.body.addWidget(PlainLabel(said))
        others.body.addWidget(PlainLabel(words.say("help.icons"), kind=TextKind.MUTED))
        self.body.addWidget(others)
