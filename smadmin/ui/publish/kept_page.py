"""The page that visitors saw, as its words: nothing of it is run or fetched; a copy can be kept as text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from smadmin.services.kept_pages import KeptPage
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import plain
from smadmin.ui.wording import Wording

_WIDTH_PX = 640
_LINES = 14


class KeptPageDialog(FormDialog):
    """The dialog; `save` writes the copy that a person asked for."""

    def __init__(
        self, page: KeptPage, text: str, words: Wording, save: Callable[[Path], None], parent: QWidget | None
    ) -> None:
        """Take the page, its words, and what writes a copy of it."""
        super().__init__(
            words.say("keptpage.title"),
            words.say("keptpage.why", at=page.at),
            main=words.say("keptpage.save"),
            leave=words.say("keptpage.close"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._words, self._save = words, save
        if not page.whole:
            self.fields.addWidget(PlainLabel(words.say("keptpage.part"), kind=TextKind.NOTE))
        self.text = QPlainTextEdit(plain(text))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(words.say("keptpage.title"))
        self.text.setMinimumHeight(_LINES * self.text.fontMetrics().lineSpacing())
        self.text.setTabChangesFocus(True)
        self.fields.addWidget(self.text)
        self.main.clicked.connect(self._choose)
        self.text.setFocus()

    def _choose(self) -> None:
        name = str(Path.home() / f"{self._words.say('keptpage.file')}.txt")
        file, _ = QFileDialog.getSaveFileName(self, self._words.say("keptpage.save"), name)
        if file:
            self._save(Path(file))
            self.accept()
