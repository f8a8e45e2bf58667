"""What stands beside a photo at the second look while a face is asked about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.students import Student
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.children import Children
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.panel import panel_width
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Compared
from smadmin.ui.wording import Wording

_COMPARED_PX = 116


class SecondPanel(Card):
    """A question about a face.

    Signals:
        noAsked: the face is nobody on the list.
        coverAsked: the face is to be covered.
    """

    noAsked = Signal()
    coverAsked = Signal()

    def __init__(self, words: Wording, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Build the parts."""
        super().__init__("", parent)
        self._words = words
        self.title = PlainLabel("", kind=TextKind.HEADING)
        self.sentence = PlainLabel("")
        self.compared = Compared(_COMPARED_PX)
        self.no = self._wide("nobody-of-these", "N")
        self.no.clicked.connect(self.noAsked)
        self.yes = self._wide("cover-it", "C")
        self.yes.clicked.connect(self.coverAsked)
        self.children_list = Children(words, pictures)
        self.children_list.chosen.connect(lambda _child: self.coverAsked.emit())
        for widget in (self.title, self.compared, self.sentence, self.no, self.yes):
            self.body.addWidget(widget)
        self.body.addWidget(self.children_list)
        self.body.addStretch(1)
        self._fit()

    def show_question(
        self,
        question: Question,
        beside: Sequence[Student],
        *,
        here: QPixmap | None,
        there: QPixmap | None,
    ) -> None:
        """Ask about a face."""
        self.title.show_text(self._words.say("photoui.face", number=question.mark.number))
        self.sentence.show_text(self._words(question.sentence))
        self.no.show_words(self._words(question.no))
        others = [child for child in beside if child not in question.near[:1]]
        self.children_list.show_children(others)
        self.children_list.setVisible(bool(others))
        said = self._words.say("photoui.enrolled") if question.near else ""
        self.compared.show_faces(here, there, said=(self._words.say("photoui.in-this-photo"), said))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        wanted = panel_width(self)
        if self.minimumWidth() != wanted:
            self.setFixedWidth(wanted)

    def child_at(self, key: str) -> bool:
        """Tell whether a child with this key stands in the list."""
        return self.children_list.isVisible() and self.children_list.child_at(key) is not None

    def _wide(self, words: str, key: str) -> KeyButton:
        return KeyButton(self._words.say(f"photoui.{words}"), key).widen()
