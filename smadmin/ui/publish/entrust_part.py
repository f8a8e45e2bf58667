"""Whether the platform's own scheduler keeps a post until its time, and what that gives up."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class EntrustPart(QWidget):
    """The box; off until somebody chooses it."""

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX // 2)
        self.box = QCheckBox()
        self.gives_up = PlainLabel("", kind=TextKind.SMALL)
        column.addWidget(self.box)
        column.addWidget(self.gives_up)
        self.hide()

    @property
    def chosen(self) -> bool:
        """Whether the platform shall keep it."""
        return not self.isHidden() and self.box.isChecked()

    def show_platform(self, platform: str) -> None:
        """Offer it; hidden, and not chosen, where no platform can."""
        self.setVisible(bool(platform))
        if not platform:
            self.box.setChecked(False)
            return
        self.box.setText(for_button(self._words.say("entrust.choose", platform=platform)))
        said = self._words.say("entrust.gives-up", platform=platform)
        self.gives_up.show_text(said)
        self.box.setAccessibleDescription(said)
