"""A pair in doubt, large: the face, the child's portraits, the same face in other photos, three answers.

An answer here only marks the pair on its page; the page is still to be confirmed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.photos.review import Decision
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pairs import NOT_IT, Asked
from smadmin.ui.photos.portraits import Compared
from smadmin.ui.photos.same_strip import SameFace, SameStrip
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_FACE_PX = 220
ANSWERS = {"C": Decision.OPTED_OUT, "N": NOT_IT, "T": Decision.COVERED}


class PairLarge(QWidget):
    """The large pair.

    Signals:
        answered: the `Decision` that its mark is to be.
        turned: the id of a face that is somebody else's after all, or isn't.
        allTurned: the same for all of the other faces.
    """

    answered = Signal(object)
    turned = Signal(str)
    allTurned = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._words = words
        self.compared = Compared(_FACE_PX, large=True)
        self.sentence = PlainLabel("", kind=TextKind.STRONG)
        self.same = SameStrip(words)
        self.same.turned.connect(self.turned)
        self.same.allTurned.connect(self.allTurned)
        self._buttons = {key: KeyButton("", key) for key in ANSWERS}
        row = FlowBox()
        for key, button in self._buttons.items():
            button.setObjectName(f"large-{key}")
            button.clicked.connect(lambda _checked=False, one=key: self.answered.emit(ANSWERS[one]))
            row.flow.addWidget(button)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE_PX)
        across.addWidget(self.compared, 1)
        across.addWidget(self.same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(across, 1)
        column.addWidget(self.sentence)
        column.addWidget(row)

    def show_pair(self, asked: Asked, here: QPixmap | None, there: QPixmap | None) -> None:
        """Show a pair."""
        name = asked.child.name
        enrolled = self._words.say("photoui.enrolled")
        self.compared.show_faces(here, there, said=(self._words.say("photoui.in-this-photo"), enrolled))
        self.sentence.show_text(self._words.say("photoui.said-possible", name=name))
        worded = {"C": "photoui.is-child", "N": "photoui.not-child", "T": "photoui.cannot-tell"}
        for key, button in self._buttons.items():
            button.show_words(self._words.say(worded[key], name=name))

    def show_others(self, others: Sequence[SameFace]) -> None:
        """Show the same face in other photos; each can be taken out, and is then a pair of its own."""
        self.same.show_others(tuple(others))
