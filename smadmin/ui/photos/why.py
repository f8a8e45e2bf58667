"""*Why?*: a sentence with a quiet button that unfolds the reasons below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.model import matching_reasons, matching_words
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class Why(QWidget):
    """A sentence, *Why?*, and the reasons once somebody asks."""

    def __init__(
        self,
        words: Wording,
        kind: TextKind = TextKind.MUTED,
        *,
        fold: Fold = Fold.WRAP,
        parent: QWidget | None = None,
    ) -> None:
        """Stand empty until `show_why`."""
        super().__init__(parent)
        self.sentence = PlainLabel("", kind=kind, fold=fold)
        self.button = Button(words.say("photoui.why"), kind=ButtonKind.QUIET)
        self.button.clicked.connect(self._turn)
        self.reasons = PlainLabel("", kind=TextKind.NOTE)
        self.reasons.hide()
        row = QHBoxLayout()
        row.setSpacing(HALF_SPACE_PX)
        row.addWidget(self.sentence, 0 if fold is Fold.SHORTEN else 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        if fold is Fold.SHORTEN:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addLayout(row)
        column.addWidget(self.reasons)

    def show_why(self, sentence: str, reasons: Sequence[str]) -> None:
        """Show a sentence; what was unfolded stays so while the sentence is the same."""
        if sentence != self.sentence.whole_text:
            self.reasons.hide()
        self.sentence.show_text(sentence)
        self.reasons.show_text("\n".join(reasons))

    def _turn(self) -> None:
        self.reasons.setVisible(self.reasons.isHidden())


class MatchingLine(Why):
    """Whether faces are compared here, and why (the law record)."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_read`."""
        super().__init__(words, fold=Fold.SHORTEN, parent=parent)
        self._words = words

    def show_read(self, read: SheetRead) -> None:
        """Say it for a folder."""
        view = read.view
        children = [child for child in view.beside if child.in_any(view.set.groups)]
        said = matching_words(children, read.today, view.patterned, matching=view.matching)
        reasons = matching_reasons(read.law, read.decided, keyless=read.keyless)
        self.show_why(self._words(said), [self._words(one) for one in reasons])
