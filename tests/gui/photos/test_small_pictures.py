"""What goes out covered is covered in every small picture too, at both looks and on the contact sheet."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, picture


def shows_ann(widget: QWidget) -> bool:
    """Tell whether Ann's face, a square of her colour, is seen anywhere on a widget."""
    image = widget.grab().toImage()
    hers = QColor(*ANN).rgb()
    return any(
        image.pixel(x, y) == hers for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def test_the_first_looks_strip_covers_whom_the_photo_covers(studio: Studio) -> None:
    studio.shoot(two=picture((ANN, 140)))
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    strip = studio.screen.decide.strip
    studio.until(lambda: shows_ann(strip))

    studio.screen.decide.cover_all.click()
    studio.sitting.settle()
    studio.type(" ")
    studio.screen.decide.cover_all.click()

    studio.until(lambda: not shows_ann(strip))


def test_the_contact_sheet_covers_whom_the_photo_covers(studio: Studio) -> None:
    studio.take_in()
    sheet = studio.screen.sheet
    studio.until(lambda: shows_ann(sheet.list))
    studio.type(" ")
    studio.press_main()

    studio.screen.decide.cover_all.click()
    studio.sitting.settle()
    studio.type("<")
    studio.sitting.settle()

    studio.until(lambda: not shows_ann(sheet.list))


def test_the_second_looks_strip_covers_whom_the_photo_covers(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    studio.type("cn ")
    studio.second_person()
    strip = studio.screen.second.strip
    thumb = studio.screen.pictures.thumb

    studio.until(lambda: thumb(studio.photos[0].id) is not None)
    studio.sitting.settle()

    assert not shows_ann(strip)
