"""The faces that show in a video: those that look like a child one by one, the others a few at a time.

Beside what is asked stand the children's portraits; one press answers only for faces that were looked at.
"""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout

from smadmin.domain.ids import FaceId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.composer.images import pixmap_of
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.videos.beside import Beside, Looking
from smadmin.ui.videos.face_row import FaceRowView
from smadmin.ui.videos.model import FaceRow, VideoModel, sorted_rows
from smadmin.ui.wording import Wording


class _Rows(QVBoxLayout):
    """Some rows, made anew only where they are others."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(SPACE_PX)
        self.views: tuple[FaceRowView, ...] = ()
        self._shown: object = None

    def differs(self, shown: object) -> bool:
        """Take what is to stand there; tells whether that is something else than before."""
        changed = shown != self._shown
        self._shown = shown
        return changed


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

    def __init__(self, words: Wording, pictures: Pictures) -> None:
        """Begin without faces."""
        super().__init__(words.say("videoui.who-shows"))
        self._words = words
        self._pictures = pictures
        self._pixmaps: dict[FaceId, QPixmap] = {}
        self._gone: frozenset[FaceId] = frozenset()
        self._model: VideoModel | None = None
        self._children: tuple[Student, ...] = ()
        self._together: tuple[FaceId, ...] = ()
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.again = Button(words.say("videoui.look-again"), kind=ButtonKind.SMALL, icon="refresh-cw")
        self.ask = PlainLabel("")
        self.compare = PlainLabel(words.say("videoui.compare"), kind=TextKind.NOTE)
        self.none = Button(words.say("videoui.none-of-them"), kind=ButtonKind.PLAIN, icon="check-check")
        self.none.setObjectName("none-of-them")
        self.later = PlainLabel("", kind=TextKind.NOTE)
        self.none.clicked.connect(lambda: self.answered.emit(self._together, Choice(Decision.CLEARED)))
        self.again.clicked.connect(self.againAsked)
        self._doubts, self._page, self._rest = _Rows(), _Rows(), _Rows()
        self._gallery = QVBoxLayout()
        self._beside: Beside | None = None
        self._lay_out()
        pictures.arrived.connect(lambda _key: self._refresh())

    def _lay_out(self) -> None:
        for one in (self.said, self.again):
            self.body.addWidget(one)
        self.body.addLayout(self._doubts)
        self.body.addWidget(self.ask)
        self.body.addLayout(self._page)
        self.body.addWidget(self.compare)
        self.body.addLayout(self._gallery)
        for below in (self.none, self.later):
            self.body.addWidget(below)
        self.body.addLayout(self._rest)

    def show_looking(self, said: str) -> None:
        """Say how far looking for faces is."""
        self.said.show_text(said)
        for one in (self.ask, self.compare, self.none, self.later, self.again):
            one.hide()

    def show_not_looked(self) -> None:
        """Say that faces couldn't be looked for, and let somebody try again."""
        self.show_looking(self._words.say("videoui.not-looked"))
        self.again.show()

    def show_model(self, model: VideoModel, beside: tuple[Student, ...], *, later: int) -> None:
        """Show the faces and what is asked about them; while it plays they are read every few seconds."""
        self._model, self._children = model, beside
        words, count = self._words, len(model.rows)
        self.said.show_text(words.say("videoui.faces", n=count) if count else words.say("videoui.faces-none"))
        self.again.setVisible(later > 0)
        self._show_rows(model)

    def show_pictures(self, found: Sequence[tuple[FaceId, Picture]]) -> None:
        """Show the faces' pictures; nobody can answer for one that can't be had."""
        self._pixmaps = {face: pixmap_of(picture) for face, picture in found}
        if self._model is not None:
            self._gone = frozenset(row.face for row in self._model.rows) - self._pixmaps.keys()
            self._show_rows(self._model)
        self._refresh()

    def _show_rows(self, model: VideoModel) -> None:
        sort = sorted_rows(model, self._gone)
        self._fill(self._doubts, sort.doubts)
        new_page = self._fill(self._page, sort.page)
        self._fill(self._rest, sort.rest)
        self._together = tuple(row.face for row in sort.page)
        self.ask.show_text(self._words.say("videoui.faces-ask", n=len(sort.page)))
        self.later.show_text(self._words.say("videoui.faces-later", n=sort.later))
        self.later.setVisible(sort.later > 0)
        for one in (self.ask, self.none):
            one.setVisible(bool(sort.page))
        self.compare.setVisible(bool(sort.page and self._children))
        if new_page:
            self._begin_page()

    def _fill(self, rows: _Rows, shown: tuple[FaceRow, ...]) -> bool:
        gone = self._gone & {row.face for row in shown}
        if not rows.differs((shown, gone, self._children)):
            return False
        empty_layout(rows)
        rows.views = tuple(self._row(row, gone) for row in shown)
        for view in rows.views:
            rows.addWidget(view)
        return True

    def _row(self, row: FaceRow, gone: Collection[FaceId]) -> FaceRowView:
        view = FaceRowView(row, self._children, self._words, self._pictures, gone=row.face in gone)
        view.show_picture(self._pixmaps.get(row.face))
        view.answered.connect(partial(self.answered.emit, (row.face,)))
        view.soughtAt.connect(partial(self.soughtAt.emit, row.face))
        return view

    def _begin_page(self) -> None:
        """Stand before faces that nobody looked at yet, and all the children whom they may be."""
        empty_layout(self._gallery)
        self._beside = None
        self.none.block([self._words.say("videoui.look-first")])
        if self._together:
            beside = self._beside = Beside(self._children, self._words, self._pictures, every=False)
            self._gallery.addWidget(beside)
            beside.when_whole(partial(self._begin_looking, beside))
        self._refresh()

    def _begin_looking(self, beside: Beside) -> None:
        faces = (*(view.face for view in self._page.views), *beside.faces)
        Looking(faces, beside).over.connect(self.none.allow)
        self._refresh()

    def _refresh(self) -> None:
        for rows in (self._doubts, self._page, self._rest):
            for view in rows.views:
                view.show_picture(self._pixmaps.get(view.row.face))
                view.refresh()
        if self._beside is not None:
            self._beside.refresh()
            if self._beside.unshowable:
                self.none.block([self._words.say("videoui.cannot-show")])
