"""Offers, once, that the icon stays when the window closes; it starts at log-in only where that is ticked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.wording import Wording

_WIDTH_PX = 520


class WatchOffer(FormDialog):
    """The offer. `answered` carries whether the icon stays, and whether it starts at log-in."""

    answered = Signal(bool, bool)

    def __init__(self, words: Wording, above: QWidget) -> None:
        """Ask; Escape keeps the window open and leaves the question open, too."""
        super().__init__(
            words.say("warnings.offer"),
            words.say("warnings.offer-what"),
            main=words.say("warnings.offer-yes"),
            leave=words.say("warnings.offer-back"),
            width_px=_WIDTH_PX,
            parent=above,
        )
        self.starts = QCheckBox(words.say("warnings.starts"))
        self.no = Button(words.say("warnings.offer-no"))
        self.fields.addWidget(self.starts)
        self.fields.addWidget(self.no)
        self.main.clicked.connect(lambda: self._answer(stays=True))
        self.no.clicked.connect(lambda: self._answer(stays=False))
        self.main.setFocus()

    def _answer(self, *, stays: bool) -> None:
        starts = stays and self.starts.isChecked()
        self.accept()
        self.answered.emit(stays, starts)
