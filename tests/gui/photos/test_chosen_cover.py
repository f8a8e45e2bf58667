"""The chosen face's cover shows whom it covers, and still looks like a cover."""

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover
from smadmin.ui.appearance import Appearance
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.photos.marks import Line, Mark
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

WHITE = 255
FACE = FaceId("face")
BOX = Box(40, 40, 160, 160)


def test_a_chosen_cover_is_dark_over_a_white_face(
    words: Wording, qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    window = QWidget()
    qtbot.addWidget(window)
    canvas = PhotoCanvas(words, window)
    canvas.resize(200, 200)
    photo = QPixmap(200, 200)
    photo.fill(QColor(WHITE, WHITE, WHITE))
    canvas.show_picture(photo, 200, 200, said="")
    canvas.show_marks(
        (Mark(FACE, 1, BOX, State.FINE, say("photoui.cover"), Line.SOLID, Cover((100, 100), (60, 60))),), FACE
    )

    seen = canvas.grab().toImage().pixelColor(100, 100).lightness()

    assert 0 < seen < WHITE * 2 // 5
