"""What stands beside a photo at the second look: the children who must not be shown, and a face's question.

The children stand there always; whoever looks at a photo without knowing for whom sees nobody.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.children import Children
from smadmin.ui.photos.else_wrong import ElseWrong
from smadmin.ui.photos.groupwise import Beside
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Compared, Portrayed
from smadmin.ui.photos.side import SidePanel
from smadmin.ui.wording import Wording

_COMPARED_PX = 116
_SENTENCE_LINES = 2
"""So many lines a question has room for, however short it is: the answers below keep their place."""


class SecondPanel(SidePanel):
    """The children, and a question about a face.

    Signals:
        noAsked: the face is nobody on the list.
        coverAsked: the face is to be covered.
        leaveOutAsked: something else is wrong with this photo.
    """

    noAsked = Signal()
    coverAsked = Signal()
    leaveOutAsked = Signal()

    def __init__(self, words: Wording, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Build the parts."""
        super().__init__(parent)
        self._words = words
        self.setObjectName("second-panel")
        self.title = PlainLabel("", kind=TextKind.HEADING)
        self.sentence = PlainLabel("")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.compared = Compared(_COMPARED_PX)
        self.no = self._wide("nobody-of-these", "N")
        self.no.clicked.connect(self.noAsked)
        self.yes = self._wide("cover-it", "C")
        self.yes.clicked.connect(self.coverAsked)
        self._asking: tuple[QWidget, ...] = (self.title, self.compared, self.sentence, self.no, self.yes)
        self.list_title = PlainLabel("", kind=TextKind.HEADING)
        self.look = PlainLabel(words.say("photoui.look-for-them"), kind=TextKind.NOTE)
        self.children_list = Children(words, pictures)
        self.children_list.chosen.connect(lambda _child: self.coverAsked.emit())
        self.wrong = ElseWrong(words)
        self.wrong.leaveOutAsked.connect(self.leaveOutAsked)
        for widget in (*self._asking, self.list_title, self.look, self.children_list, self.wrong):
            self.card.body.addWidget(widget)
        self.card.body.addStretch(1)
        self._show_asking(asked=False)
        self._keep_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_room()

    def show_children(self, beside: Beside) -> None:
        """Show the children who must not be seen in this photo."""
        self.list_title.show_text(self._words(beside.title))
        self.children_list.show_children(beside.children, beside.others)
        self.look.setVisible(bool(beside.children) and self.title.isHidden())

    def show_question(self, question: Question, here: QPixmap | None, likely: Sequence[Portrayed]) -> None:
        """Ask about a face."""
        self.title.show_text(self._words.say("photoui.face", number=question.mark.number))
        self.sentence.show_text(self._words(question.sentence))
        self.no.show_words(self._words(question.no))
        self.compared.show_faces(Portrayed(here, self._words.say("photoui.in-this-photo")), likely)
        self._show_asking(asked=True)

    def show_no_question(self) -> None:
        """Ask about no single face; the children stay."""
        self._show_asking(asked=False)

    def child_at(self, key: str) -> bool:
        """Tell whether a child with this key can be named now."""
        return not self.title.isHidden() and self.children_list.child_at(key) is not None

    def _show_asking(self, *, asked: bool) -> None:
        for widget in self._asking:
            widget.setVisible(asked)
        self.look.setVisible(not asked and bool(self.children_list.children_shown))
        self.children_list.offer(offered=asked)

    def _keep_room(self) -> None:
        """Let a short question take as much room as a usual one."""
        self.sentence.ensurePolished()
        # Lines laid together can be higher than single ones: a font's spacing is rounded for all at once.
        lines = self.sentence.fontMetrics().size(0, "\n".join("X" * _SENTENCE_LINES))
        self.sentence.setMinimumHeight(lines.height())

    def _wide(self, words: str, key: str) -> KeyButton:
        return KeyButton(self._words.say(f"photoui.{words}"), key).widen()
