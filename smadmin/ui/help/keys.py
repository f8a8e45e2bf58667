"""The keys, read from the menus and from the open screen's buttons, so that the page can't grow stale."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.menus import Menus
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:[^\s+]|F\d{1,2}|Esc|Space|Enter|Return|Delete|Tab)")
"""What a button's hint looks like where it names keys; other hints are sentences."""

Pair = tuple[str, str]
"""What is done, and with which keys."""


class KeysSheet(Sheet):
    """Every key of the window, in the menus' order, after those of the open screen."""

    def __init__(self, menus: Menus, screen: QWidget | None, words: Wording, above: QWidget) -> None:
        """Take the menus and the screen that is open, or None."""
        super().__init__(words.say("shell.deed-keys"), words, above)
        here = () if screen is None else tuple(keys_of(screen))
        for title, pairs in ((words.say("help.keys-here"), here), *menus.keys()):
            if pairs:
                self.body.addWidget(_card(title, pairs))


def keys_of(screen: QWidget) -> Iterable[Pair]:
    """Give what the screen's buttons in sight say of their keys."""
    pairs = (
        (button.accessibleName(), button.hint)
        for button in screen.findChildren(Button)
        if button.isVisibleTo(screen) and _KEYS.fullmatch(button.hint)
    )
    return dict.fromkeys(pairs)


def _card(title: str, pairs: Iterable[Pair]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACE_PX)
    grid.setVerticalSpacing(HALF_SPACE_PX)
    grid.setColumnStretch(0, 1)
    for row, (deed, keys) in enumerate(pairs):
        grid.addWidget(PlainLabel(deed), row, 0)
        grid.addWidget(PlainLabel(keys, kind=TextKind.STRONG), row, 1, Qt.AlignmentFlag.AlignRight)
    card.body.addLayout(grid)
    return card
