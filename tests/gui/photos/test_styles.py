"""What covers look like is chosen below the photo, by mouse or keyboard, and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.domain.photos.covers import CoverStyle
from tests.gui.photos.conftest import Studio
from tests.seeing import CAM, picture


def deciding(studio: Studio) -> None:
    """Pick everything and open the first photo."""
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()


def choose(studio: Studio, *keys: Qt.Key) -> None:
    """Open the menu by its key, and press keys in it."""
    studio.type("s")
    button = studio.screen.decide.stage.style_button
    menu = button.menu_shown
    assert menu is not None
    for key in keys:
        QTest.keyClick(menu, key)
    studio.until(lambda: button.menu_shown is None)
    studio.sitting.settle()
    studio.sitting.settle()


def test_a_look_is_chosen_by_keyboard_for_the_whole_folder(studio: Studio) -> None:
    deciding(studio)
    button = studio.screen.decide.stage.style_button
    assert "solid" in button.text()

    choose(studio, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert {one.style for one in studio.photos} == {CoverStyle.SHAPE}
    assert "star" in button.text()
    assert all(mark.style is CoverStyle.SHAPE for mark in studio.screen.decide.canvas._marks)


def test_leaving_the_menu_changes_nothing(studio: Studio) -> None:
    deciding(studio)

    choose(studio, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert {one.style for one in studio.photos} == {CoverStyle.SOLID}


def test_the_next_folder_begins_with_the_look_chosen_last(studio: Studio) -> None:
    deciding(studio)
    choose(studio, Qt.Key.Key_Down, Qt.Key.Key_Return)
    for path in studio.camera.iterdir():
        path.unlink()
    studio.shoot(three=picture((CAM, 50)))

    studio.screen.show_folders()
    studio.sitting.settle()
    deciding(studio)

    assert [one.style for one in studio.photos] == [CoverStyle.BLUR]
    assert "blur" in studio.screen.decide.stage.style_button.text()
