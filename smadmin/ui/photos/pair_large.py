"""A pair in doubt, large: the face, whom it may be, the same face in other photos, an answer for each.

An answer here only marks the pair on its page; the page is still to be confirmed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.messages import say
from smadmin.domain.photos.pairing import MOST_CHILDREN
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pairs import KEYS, UNSURE, Asked, Mark, it_is
from smadmin.ui.photos.portraits import Compared, Portrayed
from smadmin.ui.photos.same_strip import SameFace, SameStrip
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_FACE_PX = 220
CHILD_KEYS = ("C", *KEYS[1:MOST_CHILDREN])
"""The likeliest child's as at its photo; the others' are their places."""
NONE, UNTOLD = "N", "T"
LETTERS = (CHILD_KEYS[0], NONE, UNTOLD)


class PairLarge(QWidget):
    """The large pair.

    Signals:
        answered: the `Mark` that the pair gets, or None for none of the children.
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
        self._marks: dict[str, Mark] = {}
        self.compared = Compared(_FACE_PX, large=True)
        self.sentence = PlainLabel("", kind=TextKind.STRONG)
        self.same = SameStrip(words)
        self.same.turned.connect(self.turned)
        self.same.allTurned.connect(self.allTurned)
        keys = (*CHILD_KEYS, NONE, UNTOLD)
        self._buttons = {key: KeyButton("", key) for key in keys}
        row = FlowBox()
        for key, button in self._buttons.items():
            button.setObjectName(f"large-{key}")
            button.clicked.connect(lambda _checked=False, one=key: self.answer(one))
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

    def show_pair(self, asked: Asked, here: QPixmap | None, likely: Sequence[Portrayed]) -> None:
        """Show a pair."""
        self._marks = dict(zip(CHILD_KEYS, map(it_is, asked.children), strict=False))
        self.compared.show_faces(Portrayed(here, self._words.say("photoui.in-this-photo")), likely)
        names = tuple(say("photoui.child-named", name=child.name) for child in asked.children)
        self.sentence.show_text(self._words.say("photoui.said-possible", name=names))
        for place, key in enumerate(CHILD_KEYS):
            self._buttons[key].setVisible(place < len(asked.children))
            if place < len(asked.children):
                words = self._words.say("photoui.is-child", name=asked.children[place].name)
                self._buttons[key].show_words(words)
        none = say("photoui.not-child", name=names[0]) if asked.alone else say("photoui.nobody-of-these")
        self._buttons[NONE].show_words(self._words(none))
        self._buttons[UNTOLD].show_words(self._words.say("photoui.cannot-tell"))

    def answer(self, key: str) -> None:
        """Say what a key says of the pair; one that is no answer says nothing."""
        marks = {**self._marks, NONE: None, UNTOLD: UNSURE}
        if key in marks:
            self.answered.emit(marks[key])

    def show_others(self, others: Sequence[SameFace]) -> None:
        """Show the same face in other photos; each can be taken out, and is then a pair of its own."""
        self.same.show_others(tuple(others))
