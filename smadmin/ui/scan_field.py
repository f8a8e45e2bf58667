"""A scan, photo or screenshot of what lies outside the program: its button, and below it which file it is."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from smadmin.ui.buttons import Button
from smadmin.ui.fields import Field
from smadmin.ui.wording import Wording

_KINDS = "*.jpg *.jpeg *.png *.heic *.webp *.gif *.pdf"
"""PDFs are shown, so that whoever has one learns why it isn't taken, and doesn't look for it in vain."""


class ScanField(Field):
    """Asks for a scan; what is wrong with it is said like any field's error.

    Signals:
        taken: another file was chosen, or it was refused.
    """

    taken = Signal()

    def __init__(self, words: Wording, about: str = "scans.") -> None:
        """Begin without one; `about` is how the ids of its label, button and first note begin."""
        button = Button(words.say(f"{about}add"), icon="image-plus")
        self._none = words.say(f"{about}none")
        super().__init__(words.say(f"{about}label"), button, note=self._none)
        self._words, self.button = words, button
        self.path: Path | None = None
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(self._choose)
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)

    def take(self, path: Path | None) -> None:
        """Take a file, or none; what isn't a picture by its name is refused at once."""
        self.clear_error()
        self.path = path
        self.show_note(self._none if path is None else self._words.say("scans.taken", file=path.name))
        self.taken.emit()
        if path is not None and path.suffix.lower() == ".pdf":
            self.refuse(self._words.say("scans.pdf"))

    def refuse(self, why: str) -> None:
        """Say why a file can't be the scan; another is to be chosen."""
        self.path = None
        self.show_note(self._none)
        self.show_error(why)
        self.taken.emit()

    def _choose(self) -> None:
        kinds = self._words.say("scans.kinds", kinds=_KINDS)
        path, _ = QFileDialog.getOpenFileName(self, self.button.text(), "", kinds)
        if path:
            self.take(Path(path))
