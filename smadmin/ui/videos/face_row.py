"""A face of a video in the list: its picture, when it shows, whom it may be beside it, and the answers.

*Not this child* is taken once the face and each portrait were looked at; *It is …* leaves the video out and
is taken at any time.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.plaintext import for_button
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.videos.beside import Beside, Looking, SeenFace
from smadmin.ui.videos.model import FaceRow
from smadmin.ui.wording import Wording


class FaceRowView(QWidget):
    """The row.

    Signals:
        answered: a `Choice`.
        soughtAt: somebody wants to see it in the video.
    """

    answered = Signal(object)
    soughtAt = Signal()

    def __init__(
        self, row: FaceRow, children: Sequence[Student], words: Wording, pictures: Pictures, *, gone: bool
    ) -> None:
        """Take the face, who may not be shown, and whether its picture can't be had."""
        super().__init__()
        self.row = row
        self._children = children
        self._words = words
        self._gone = gone
        self.face = SeenFace()
        self.no: Button | None = None
        self.beside = Beside(row.near if row.asked else (), words, pictures, every=True)
        across = QHBoxLayout()
        across.setSpacing(SPACE_PX)
        across.addWidget(self.face)
        column = QVBoxLayout()
        column.setSpacing(HALF_SPACE_PX)
        named = words.say("videoui.face", number=row.number, when=row.when)
        column.addWidget(PlainLabel(named, kind=TextKind.STRONG))
        state, says = (State.STOP, say("videoui.cannot-show")) if gone else (row.state, row.says)
        column.addWidget(StateLine(state, words(says)))
        column.addWidget(self._answers())
        across.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(across)
        whole.addWidget(self.beside)
        self.beside.setVisible(bool(self.beside.faces))
        self.refresh()

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show the face."""
        self.face.show_picture(pixmap)

    def refresh(self) -> None:
        """Show the portraits that came."""
        self.beside.refresh()
        if self.no is not None and (self._gone or self.beside.unshowable):
            self.no.block([self._words.say("videoui.cannot-show")])

    def _answers(self) -> QWidget:
        words, box, row = self._words, FlowBox(gap_px=HALF_SPACE_PX), self.row
        see = Button(words.say("videoui.see-it"), kind=ButtonKind.SMALL)
        see.clicked.connect(self.soughtAt)
        box.flow.addWidget(see)
        if row.asked and row.near:
            for child in row.near:  # as near at hand as the answer that lets it out
                it_is = Button(words.say("videoui.it-is", name=child.name), kind=ButtonKind.SMALL)
                it_is.setObjectName(f"it-is-{child.id}")
                it_is.clicked.connect(partial(self.answered.emit, Choice(Decision.OPTED_OUT, child.id)))
                box.flow.addWidget(it_is)
            names = ", ".join(child.name for child in row.near)
            no = self.no = Button(words.say("videoui.not-child", name=names), kind=ButtonKind.SMALL)
            choice = Choice.none_of([child.id for child in row.near])
            no.block([words.say("videoui.look-first")])
            no.clicked.connect(lambda: self.answered.emit(choice))
            self.beside.when_whole(self._begin_looking)
            box.flow.addWidget(no)
        who = Button(words.say("videoui.is-child"), kind=ButtonKind.SMALL)
        who.clicked.connect(lambda: self._offer(who))
        box.flow.addWidget(who)
        return box

    def _begin_looking(self) -> None:
        if self.no is not None:
            Looking((self.face, *self.beside.faces), self).over.connect(self.no.allow)

    def _offer(self, button: Button) -> None:
        """Offer the children who may not be shown, those that it looks like first."""
        menu = QMenu(button)
        first = [child.id for child in self.row.near]
        for child in (*self.row.near, *(one for one in self._children if one.id not in first)):
            choice = Choice(Decision.OPTED_OUT, child.id)
            action = menu.addAction(for_button(f"{child.name} ({', '.join(child.groups)})"))
            action.triggered.connect(partial(self.answered.emit, choice))
        if not self._children:
            menu.addAction(for_button(self._words.say("videoui.no-children"))).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
