"""Where the school's things lie on this computer, each folder with a button that opens it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from smadmin.services.whereabouts import Whereabouts
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own file manager; tells whether the system found one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PlacesSheet(Sheet):
    """Data, log, backups."""

    def __init__(
        self,
        where: Whereabouts,
        words: Wording,
        above: QWidget,
        *,
        show: Callable[[Path], bool] = open_folder,
    ) -> None:
        """Take the places; `show` opens a folder and tells whether it could."""
        super().__init__(words.say("shell.deed-places"), words, above)
        self._show = show
        for name, path in (("data", where.store), ("backups", where.backups), ("log", where.log)):
            self.body.addWidget(self._card(name, path))
        self.body.addWidget(PlainLabel(words.say("help.places-note"), kind=TextKind.NOTE))

    def _card(self, name: str, path: Path) -> Card:
        card = Card(self.words.say(f"help.place-{name}"))
        card.body.addWidget(PlainLabel(self.words.say(f"help.place-{name}-means"), kind=TextKind.MUTED))
        shown = PlainLabel(str(path))
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.body.addWidget(shown)
        trouble = PlainLabel(self.words.say("help.place-closed"), kind=TextKind.NOTE)
        trouble.hide()
        folder = path if path.is_dir() else path.parent
        if folder.is_dir():
            button = Button(self.words.say("help.open-folder"), icon="folder-open")
            button.setAccessibleDescription(card.heading.whole_text)
            button.clicked.connect(partial(self._open, folder, trouble))
            card.body.addWidget(button)
        card.body.addWidget(trouble)
        return card

    def _open(self, folder: Path, trouble: PlainLabel) -> None:
        trouble.setVisible(not self._show(folder))
