"""The stage: how many faces have a frame, the photo with them or two faces large, and the tools below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from smadmin.domain.photos.review import Photo
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.photos.countbar import CountBar
from smadmin.ui.photos.counting import Closer, HeadCount
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Compared, Portrayed
from smadmin.ui.photos.styles import StyleButton
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_LARGE_PX = 240


class Stage(QWidget):
    """What stands in the middle while somebody decides.

    Signals:
        undoAsked: the last decision is to be taken back.
        stepAsked: another face, that many places to the right.
        closerAsked: the photo is to be searched closer, or no longer.
    """

    undoAsked = Signal()
    closerAsked = Signal()
    stepAsked = Signal(int)

    def __init__(self, words: Wording, strip: QWidget, parent: QWidget | None = None) -> None:
        """Show the photo; the strip of all photos stands below."""
        super().__init__(parent)
        self._words = words
        self.canvas = PhotoCanvas(words)
        self.count = CountBar(words, "photoui.draw-frame")
        self.count.drawAsked.connect(self.turn_drawing)
        self.count.closerAsked.connect(self.closerAsked)
        self.canvas.drawingTurned.connect(lambda drawing: self.count.show_drawing(drawing=drawing))
        self.compare = Compared(_LARGE_PX, large=True, hint=words.say("photoui.zoom-hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX // 2)
        column.addWidget(self.count)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # before it shows its first one, which would be a window of its own
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.compare)
        below = FlowBox(gap_px=0)
        tools = below.flow
        self.next_button = self._tool(tools, "next-face", "→")
        self.next_button.clicked.connect(lambda: self.stepAsked.emit(1))
        self.compare_button = self._tool(tools, "compare", "V")
        self.compare_button.clicked.connect(self.turn_compare)
        self.undo_button = self._tool(tools, "undo", "U")
        self.undo_button.clicked.connect(self.undoAsked)
        self.style_button = StyleButton(words)
        tools.addWidget(self.style_button)
        column.addWidget(below)
        column.addWidget(strip)

    @property
    def comparing(self) -> bool:
        """Tell whether the two faces stand large instead of the photo."""
        return self._stack.currentWidget() is self.compare

    def show_photo(self) -> None:
        """Show the photo, and let no drag draw."""
        self.canvas.draw_face(begin=False)
        self._stack.setCurrentWidget(self.canvas)

    def show_picture(self, photo: Photo, pictures: Pictures) -> None:
        """Show a photo as it was taken, or why it can't be seen."""
        if len(photo.faces) > 1:
            self.next_button.allow()
        else:
            self.next_button.block([self._words.say("photoui.no-other-face")])
        self.style_button.show_style(photo.style)
        wrong = pictures.wrong_with("photo", photo.id)
        said = self._words.say("photoui.opening") if wrong is None else self._words(wrong)
        pixmap = pictures.photo(photo.id)
        if pixmap is not None and photo.width == 0:  # not looked at yet: its own size is all there is
            self.canvas.show_picture(pixmap, pixmap.width(), pixmap.height())
        else:
            self.canvas.show_picture(pixmap, photo.width, photo.height, said=said)

    def show_count(self, count: HeadCount | None, closer: Closer) -> None:
        """Ask above the photo whether anybody is without a frame, and offer to look closer."""
        self.count.show_closer(closer)
        self.count.show_count(count)

    def turn_compare(self) -> None:
        """Show the two faces large, or the photo again."""
        if self.compare_button.isEnabled():
            self._stack.setCurrentWidget(self.canvas if self.comparing else self.compare)

    def zoom(self, steps: int) -> None:
        """Show the two faces closer, or with more around them, where they stand large."""
        if self.comparing:
            self.compare.zoom(steps)

    def turn_drawing(self) -> None:
        """Let the next drag draw a face, or not any more."""
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.draw_face(begin=not self.canvas.drawing)

    def show_faces(self, here: QPixmap | None, likely: Sequence[Portrayed]) -> None:
        """Take what is compared."""
        self.compare.show_faces(Portrayed(here, self._words.say("photoui.in-this-photo")), likely)
        if here is None:
            self.compare_button.block([self._words.say("photoui.no-face")])
        else:
            self.compare_button.allow()

    def show_undo(self, *, mine: bool) -> None:
        """Say whether a decision of one's own can be taken back."""
        if mine:
            self.undo_button.allow()
        else:
            self.undo_button.block([self._words.say("photos.nothing-to-undo")])

    def leave_tool(self) -> bool:
        """End drawing or comparing; tells whether there was anything to end."""
        busy = self.canvas.drawing or self.comparing
        self.show_photo()
        return busy

    def _tool(self, row: FlowLayout, words: str, key: str) -> KeyButton:
        button = KeyButton(self._words.say(f"photoui.{words}"), key, kind=ButtonKind.SMALL)
        button.setObjectName(f"tool-{words}")
        row.addWidget(button)
        return button
