"""A drawn frame is resized by dragging one of its corners."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Face
from tests.gui.photos.conftest import Studio

BY_PX = 30


def drawn(studio: Studio) -> Face:
    (face,) = [one for one in studio.photos[0].faces if one.added]
    return face


def drag(studio: Studio, start: QPoint, end: QPoint) -> None:
    canvas = studio.screen.decide.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    studio.sitting.settle()
    studio.sitting.settle()


def test_a_drawn_frame_is_resized_by_its_corner_and_a_found_one_isnt(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    studio.look()
    page = studio.screen.decide
    page.add_face(Box(200, 20, 240, 60))
    studio.sitting.settle()
    studio.sitting.settle()
    page.choose(drawn(studio).id)
    studio.sitting.settle()
    found = {one.id: one.box for one in studio.photos[0].faces if not one.added}

    corner = page.canvas._on_screen(drawn(studio).box).bottomRight().toPoint()
    drag(studio, corner, corner + QPoint(BY_PX, BY_PX))

    larger = drawn(studio).box
    assert (larger.left, larger.top) == (200, 20)
    assert larger.right > 240
    assert larger.bottom > 60
    page.choose(next(iter(found)))
    corner = page.canvas._on_screen(found[next(iter(found))]).bottomRight().toPoint()
    drag(studio, corner, corner + QPoint(BY_PX, BY_PX))
    assert {one.id: one.box for one in studio.photos[0].faces if not one.added} == found
