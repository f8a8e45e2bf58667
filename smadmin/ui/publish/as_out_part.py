"""Shows the post as its readers will see it, above what is said of its sending."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.photos.review import Photo
from smadmin.ui.composer.seen_post import SeenPost
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.as_out import AsOut
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class AsOutPart(QWidget):
    """The preview."""

    def __init__(self, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._words = words
        self._shown: AsOut | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF_SPACE_PX)
        column.setSpacing(HALF_SPACE_PX)
        self._caption = PlainLabel("", kind=TextKind.NOTE)
        column.addWidget(self._caption)
        self.post = SeenPost(words, _Covered(pictures))
        column.addWidget(self.post)
        self.hide()

    def show_as_out(self, shown: AsOut | None) -> None:
        """Show what goes out; None where nothing is about to."""
        self.setVisible(shown is not None)
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self._caption.show_text(self._words.say("compose.preview", platform=shown.platform))
        self.post.show_seen(shown.seen, dict(shown.photos))


class _Covered:
    """The pictures as they go out; a place stays empty where one can't be had, and the gate says why."""

    def __init__(self, pictures: CoveredPictures) -> None:
        self._pictures = pictures

    def fetch(self, photo: Photo, show: Callable[[QPixmap], None], *, owner: QObject) -> None:
        """Show a photo as soon as it is there."""
        self._pictures.fetch(photo, show=show, failed=_leave_empty, owner=owner)


def _leave_empty(_error: KnownError) -> None:
    """Show no picture."""
