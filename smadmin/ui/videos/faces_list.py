"""The faces that show in a video, each with when it shows, and the answers a person gives."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smadmin.domain.ids import FaceId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.videos.model import FaceRow, VideoModel
from smadmin.ui.wording import Wording

_FACE_PX = 72


class FacesList(Card):
    """The list.

    Signals:
        answered: a tuple of face ids and the `Choice` that is said of each.
        againAsked: faces are to be looked for again.
        soughtAt: a face's id whose moment somebody wants to see.
    """

    answered = Signal(tuple, object)
    againAsked = Signal()
    soughtAt = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without faces."""
        super().__init__(words.say("videoui.who-shows"))
        self._words = words
        self._pixmaps: dict[FaceId, QPixmap] = {}
        self._views: dict[FaceId, PhotoView] = {}
        self._beside: tuple[Student, ...] = ()
        self._shown: tuple[FaceRow, ...] = ()
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.ask = PlainLabel("")
        self.none = Button(words.say("videoui.none-of-them"), kind=ButtonKind.PLAIN, icon="check-check")
        self.none.setObjectName("none-of-them")
        self.again = Button(words.say("videoui.look-again"), kind=ButtonKind.SMALL, icon="refresh-cw")
        self._together: tuple[FaceId, ...] = ()
        self.none.clicked.connect(lambda: self.answered.emit(self._together, Choice(Decision.CLEARED)))
        self.again.clicked.connect(self.againAsked)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX)
        for one in (self.said, self.ask, self.none, self.again):
            self.body.addWidget(one)
        self.body.addLayout(self._rows)

    def show_looking(self, said: str) -> None:
        """Say how far looking for faces is."""
        self.said.show_text(said)
        self.ask.hide()
        self.none.hide()
        self.again.hide()

    def show_not_looked(self) -> None:
        """Say that faces couldn't be looked for, and let somebody try again."""
        self.show_looking(self._words.say("videoui.not-looked"))
        self.again.show()

    def show_model(self, model: VideoModel, beside: tuple[Student, ...], *, later: int) -> None:
        """Show the faces and what is asked about them."""
        self._beside = beside
        words, count = self._words, len(model.rows)
        self.said.show_text(words.say("videoui.faces", n=count) if count else words.say("videoui.faces-none"))
        self._together = model.together
        self.ask.show_text(words.say("videoui.faces-ask", n=len(model.together)))
        self.ask.setVisible(bool(model.together))
        self.none.setVisible(bool(model.together))
        self.again.setVisible(later > 0)
        if model.rows == self._shown:
            return  # while it plays it is read again every few seconds
        self._shown = model.rows
        empty_layout(self._rows)
        self._views.clear()
        for row in model.rows:
            self._rows.addWidget(self._row(row))

    def show_picture(self, face: FaceId, pixmap: QPixmap) -> None:
        """Show a face."""
        self._pixmaps[face] = pixmap
        if face in self._views:
            self._views[face].show_pixmap(pixmap)

    def _row(self, row: FaceRow) -> QWidget:
        words, holder = self._words, QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_PX)
        view = PhotoView(height_px=_FACE_PX)
        view.setFixedWidth(_FACE_PX)
        view.show_pixmap(self._pixmaps.get(row.face))
        self._views[row.face] = view
        across.addWidget(view)
        column = QVBoxLayout()
        column.setSpacing(HALF_SPACE_PX)
        named = words.say("videoui.face", number=row.number, when=row.when)
        column.addWidget(PlainLabel(named, kind=TextKind.STRONG))
        column.addWidget(StateLine(row.state, words(row.says)))
        column.addWidget(self._answers(row))
        across.addLayout(column, 1)
        return holder

    def _answers(self, row: FaceRow) -> QWidget:
        words, box = self._words, FlowBox(gap_px=HALF_SPACE_PX)
        see = Button(words.say("videoui.see-it"), kind=ButtonKind.SMALL)
        see.clicked.connect(lambda: self.soughtAt.emit(row.face))
        box.flow.addWidget(see)
        if row.asked and row.near:
            names = ", ".join(child.name for child in row.near)
            no = Button(words.say("videoui.not-child", name=names), kind=ButtonKind.SMALL)
            choice = Choice.none_of([child.id for child in row.near])
            no.clicked.connect(lambda: self.answered.emit((row.face,), choice))
            box.flow.addWidget(no)
        who = Button(words.say("videoui.is-child"), kind=ButtonKind.SMALL)
        who.clicked.connect(partial(self._offer, row, who))
        box.flow.addWidget(who)
        return box

    def _offer(self, row: FaceRow, button: Button) -> None:
        """Offer the children who may not be shown, those that it looks like first."""
        menu = QMenu(button)
        first = [child.id for child in row.near]
        for child in (*row.near, *(one for one in self._beside if one.id not in first)):
            choice = Choice(Decision.OPTED_OUT, child.id)
            action = menu.addAction(for_button(f"{child.name} ({', '.join(child.groups)})"))
            action.triggered.connect(partial(self.answered.emit, (row.face,), choice))
        if not self._beside:
            menu.addAction(for_button(self._words.say("videoui.no-children"))).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
