"""One picture of the looking list, large: above it stands whether the child was seen on it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.states import StateLine
from smadmin.ui.sweeps.pictures_kept import BIG, KeptPictures
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording


class LargePicture(QWidget):
    """The picture; it takes the keyboard."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self.seen, self.canvas = StateLine(State.NOTE, ""), PhotoCanvas(words)
        self.setFocusProxy(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(self.seen)
        column.addWidget(self.canvas, 1)

    def show_photo(self, pictures: KeptPictures, photo: PhotoId, *, seen: bool) -> None:
        """Show one, or why it can't be seen; `seen` tells whether the child was said to be on it."""
        said = self._words.say(f"sweepui.look-{'seen' if seen else 'not-seen'}")
        self.seen.show_line(said, State.STOP if seen else State.NOTE)
        pixmap, wrong = pictures.large(photo), pictures.wrong_with(BIG, photo)
        why = self._words.say("sweepui.opening") if wrong is None else self._words(wrong)
        size = (1, 1) if pixmap is None else (pixmap.width(), pixmap.height())
        self.canvas.show_picture(pixmap, *size, said=why)
        self.canvas.setAccessibleName(said)
