"""Whether the platform's own scheduler keeps a post until its time, and what that gives up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
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

    def show_platform(self, platform: str, why_not: Sequence[Message] = ()) -> None:
        """Offer it, or say why not; hidden, and not chosen, where no platform can."""
        self.setVisible(bool(platform))
        self.box.setEnabled(not why_not)
        if not platform or why_not:
            self.box.setChecked(False)
        if not platform:
            return
        self.box.setText(for_button(self._words.say("entrust.choose", platform=platform)))
        why = " ".join(self._words(one) for one in why_not)
        said = why or self._words.say("entrust.gives-up", platform=platform)
        self.gives_up.show_text(said)
        self.box.setAccessibleDescription(said)
