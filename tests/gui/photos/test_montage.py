"""A child's portraits in one picture."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from smadmin.ui.photos.montage import montage


def of(colour: Qt.GlobalColor, width: int = 100, height: int = 100) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(colour)
    return pixmap


def test_one_portrait_stays_as_it_is_and_none_is_none(qtbot: QtBot) -> None:
    one = of(Qt.GlobalColor.red)

    assert montage([one]) is one
    assert montage([]) is None


def test_three_portraits_stand_in_a_grid_each_whole(qtbot: QtBot) -> None:
    whole = montage([of(Qt.GlobalColor.red), of(Qt.GlobalColor.green, 50, 100), of(Qt.GlobalColor.blue)])

    assert whole is not None
    image = whole.toImage()
    assert image.width() == image.height()
    quarter = image.width() // 4
    assert image.pixelColor(quarter, quarter) == Qt.GlobalColor.red
    assert image.pixelColor(3 * quarter, quarter) == Qt.GlobalColor.green
    assert image.pixelColor(image.width() // 2 + 20, quarter).alpha() == 0  # beside the narrow one
    assert image.pixelColor(quarter, 3 * quarter) == Qt.GlobalColor.blue
