"""The children who must not be shown, beside the photo: portrait or initial, name and class, a key each.

Where nothing is compared this is how one is found: choose the face, then the child.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.students import Student
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

KEYS = "123456789"
_FACE_PX = 40


class Children(QWidget):
    """The list. `chosen` carries the id of the child that was clicked."""

    chosen = Signal(str)

    def __init__(self, words: Wording, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Stand empty until `show_children`."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self._faces: dict[str, FacePicture] = {}
        self._buttons: list[KeyButton] = []
        self._blocked = ""
        self._offered = True
        self.children_shown: tuple[Student, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE_PX)
        pictures.arrived.connect(self._came)

    def show_children(self, children: Sequence[Student], others: Sequence[Student] = ()) -> None:
        """Show children of the photo's groups, then others; nothing is made anew where they are the same."""
        shown = (*children, *others)
        if shown == self.children_shown:
            return
        self.children_shown = shown
        self._faces.clear()
        self._buttons.clear()
        empty_layout(self._column)
        for place, child in enumerate(shown):
            if place == len(children):
                other = self._words.say("photoui.other-groups", n=len(others))
                self._column.addWidget(PlainLabel(other, kind=TextKind.STRONG))
            self._column.addWidget(self._row(child, KEYS[place] if place < len(KEYS) else ""))
        if not shown:
            self._column.addWidget(PlainLabel(self._words.say("photoui.no-children"), kind=TextKind.NOTE))
        self.show_blocked(self._blocked)

    def offer(self, *, offered: bool) -> None:
        """Offer a button beside each child, or let the list only be looked at."""
        self._offered = offered
        for button in self._buttons:
            button.setVisible(offered)

    def show_blocked(self, reason: str) -> None:
        """Say why no child can be chosen, for example that there is no face; empty allows it."""
        self._blocked = reason
        for button in self._buttons:
            if reason:
                button.block([reason])
            else:
                button.allow()

    def child_at(self, key: str) -> StudentId | None:
        """Give the child whose key this is, or None."""
        place = KEYS.index(key)
        return self.children_shown[place].id if place < len(self.children_shown) else None

    def _row(self, child: Student, key: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_PX)
        face = FacePicture(_FACE_PX)
        face.stand_square()
        if child.portraits:
            self._faces[child.portraits[0]] = face
            face.show_picture(self._pictures.portrait(child.portraits[0]))
        across.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(child.name, kind=TextKind.STRONG))
        groups = ", ".join(child.groups) or self._words.say("studentui.no-groups")
        words.addWidget(PlainLabel(groups, kind=TextKind.NOTE))
        across.addLayout(words, 1)
        button = KeyButton(self._words.say("photoui.it-is"), key, kind=ButtonKind.SMALL)
        button.setAccessibleName(self._words.say("photoui.is-child", name=child.name))
        button.setObjectName(f"child-{child.id}")
        button.clicked.connect(lambda: self.chosen.emit(child.id))
        self._buttons.append(button)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        button.setVisible(self._offered)  # it has a parent by now: without one it would be a window
        return row

    def _came(self, key: Key) -> None:
        if key.kind == "portrait" and key.of in self._faces:
            self._faces[key.of].show_picture(self._pictures.portrait(MediaId(key.of)))
