"""Picking on the contact sheet moves nothing that is about to be clicked."""

from PySide6.QtCore import QPoint

from tests.gui.photos.conftest import Studio


def test_the_first_pick_moves_no_photo_on_the_contact_sheet(studio: Studio) -> None:
    studio.take_in()
    sheet = studio.screen.sheet
    main = sheet.header.main
    assert main is not None
    window = sheet.window()
    for wide in range(1080, 500, -20):  # until what is missing finds no room beside the title
        window.resize(wide, 700)
        studio.sitting.settle()
        if main.mapTo(sheet.header, QPoint()).y() > 20:
            break
    before = sheet.list.mapTo(window, QPoint()).y()

    studio.type(" ")
    studio.sitting.settle()

    assert sheet.header.missing == ""
    assert sheet.list.mapTo(window, QPoint()).y() == before
