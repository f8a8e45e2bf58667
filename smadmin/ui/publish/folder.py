"""Where the covered pictures are put, with a way to choose another place once for the whole sitting."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.handoff import HandoffWords
from smadmin.domain.messages import Message, say
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.wording import Wording


def hidden_said(folder: Path) -> Message:
    """Say that the desktop didn't show a folder."""
    return say("publishui.no-folder", folder=str(folder))


def handoff_words(words: Wording, account: Account) -> HandoffWords:
    """Word the page that lies in an account's folder."""
    platform = PLATFORM_NAMES[account.platform]
    return HandoffWords(
        language=words.language,
        title=words.say("publishui.account", platform=platform, handle=account.at_handle),
        intro=words.say("publishui.page-intro", handle=account.at_handle),
        text=words.say("publishui.words"),
        copy=words.say("publishui.page-copy"),
        copied=words.say("publishui.page-copied"),
        picture=lambda number: words.say("publishui.alt-of", number=number),
    )


class FolderRow(QWidget):
    """The folder in small print. `changeAsked` tells that another one is wanted."""

    changeAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without a folder."""
        super().__init__(parent)
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.said = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        change = Button(words.say("publishui.change-folder"), kind=ButtonKind.SMALL)
        change.clicked.connect(self.changeAsked)
        row.addWidget(self.said)
        row.addWidget(change)
        row.addStretch(1)

    def show_folder(self, folder: Path) -> None:
        """Show where pictures go."""
        self.said.show_text(self._words.say("publishui.folder-is", folder=str(folder)))
