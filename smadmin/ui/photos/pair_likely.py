"""The children beside a face on the board: one large, two above each other, more in a row, with their names.

A click on one of several picks that child; of a single child the whole pair takes the click.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from smadmin.domain.ids import StudentId
from smadmin.domain.students import Student
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.pair_places import span_of
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.theme import HALF_SPACE_PX

_TWO = 2


class LikelyChildren(QWidget):
    """The pictures. `columns` is how many places of the page the pair takes."""

    def __init__(self, face_px: int, parent: QWidget | None = None) -> None:
        """Take the least side of a face that stands alone."""
        super().__init__(parent)
        self._face_px = face_px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(HALF_SPACE_PX)
        self._pictures: list[FacePicture] = []
        self._names: list[PlainLabel] = []
        self._children: tuple[Student, ...] = ()

    @property
    def pictures(self) -> tuple[FacePicture, ...]:
        """The pictures that stand there, in the children's order."""
        return tuple(self._pictures[: len(self._children)])

    @property
    def complete(self) -> bool:
        """Whether every child is seen."""
        return bool(self._children) and all(picture.pixmap is not None for picture in self.pictures)

    def show_children(self, children: Sequence[Student], *, columns: int) -> None:
        """Be about these children, none of whom is seen yet."""
        self._children = tuple(children)
        while len(self._pictures) < len(self._children):
            picture = FacePicture(self._face_px // _TWO, parent=self)
            picture.grow()
            self._pictures.append(picture)
            self._names.append(PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN, parent=self))
        across = _across(len(self._children), columns)
        for place, (picture, name) in enumerate(zip(self._pictures, self._names, strict=True)):
            self._grid.removeWidget(picture)
            self._grid.removeWidget(name)
            shown = place < len(self._children)
            picture.show_picture(None)
            picture.setVisible(shown)
            name.setVisible(shown and len(self._children) > 1)
            if shown:
                row, column = 2 * (place // across), place % across
                name.show_text(self._children[place].name)
                self._grid.addWidget(picture, row, column)
                self._grid.addWidget(name, row + 1, column)
        for row in range(2 * len(self._pictures)):
            self._grid.setRowStretch(row, int(row % 2 == 0 and row < 2 * -(-len(self._children) // across)))
        for column in range(len(self._pictures)):
            self._grid.setColumnStretch(column, int(column < across))

    def show_pictures(self, pixmaps: Sequence[QPixmap | None]) -> bool:
        """Show the portraits as far as they came; tells whether any is another than before."""
        changed = False
        for picture, pixmap in zip(self.pictures, pixmaps, strict=False):
            if picture.pixmap is not pixmap:
                picture.show_picture(pixmap)
                changed = True
        return changed

    def child_at(self, place: QPoint) -> StudentId | None:
        """Give which of several children stands at a point of this widget."""
        if len(self._children) <= 1:
            return None
        shown = zip(self._children, self._pictures, self._names, strict=False)
        over = (child.id for child, *parts in shown if any(one.geometry().contains(place) for one in parts))
        return next(over, None)


def _across(children: int, columns: int) -> int:
    """Give how many stand beside one another."""
    if children <= _TWO and columns == 1:
        return 1
    return children if columns >= span_of(children) else _TWO
