"""Two faces large, side by side: they come closer together."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.ui.photos.portraits import Portrayed
from tests.gui.photos.conftest import Studio


def wheel(widget: QWidget, turned: int) -> None:
    at = QPointF(widget.rect().center())
    none, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), QPoint(0, turned), none, keys, phase, False)
    QApplication.sendEvent(widget, event)


def test_two_faces_that_are_compared_come_closer_and_go_back_together(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    compare = studio.screen.decide.stage.compare

    studio.type("+")
    assert compare.times == 1  # the photo stands large: there is nothing to come closer to
    compare.show_faces(Portrayed(None, "here"), [Portrayed(None, "Ann"), Portrayed(None, "Ben")])
    studio.type("v++")
    assert compare.times == 2
    parts = [one._part(QPixmap(100, 50)) for one in compare.pictures]
    assert parts == [QRectF(25, 12.5, 50, 25)] * 3

    wheel(compare, -120)
    assert compare.times == 1.4
    studio.type("------")
    assert compare.times == 1
