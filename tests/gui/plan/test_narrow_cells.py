"""The calendar's cells where they are too narrow for words, as with large text: days and shapes."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from smadmin.ui.plan.cells import Cell
from smadmin.ui.plan.painting import Style, paint_cell, places
from smadmin.ui.plan.table import Kind
from tests.gui.plan.at_calendar import AtCalendar


def test_a_month_too_narrow_for_words_still_says_its_days(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    style, cell = at.page.grid.style_of_cells(), at.page.grid.cell
    assert cell is not None
    place = QRectF(0, 0, 60, 120)
    assert not style.wide(place.width())

    heads = [head(replace(cell, day=date(2026, 5, day)), place, style) for day in (12, 13)]

    assert heads[0] != heads[1], "else the days look the same"
    assert all(spot.top() >= style.head_px for spot in places(place, 6, style))


def head(cell: Cell, place: QRectF, style: Style) -> QImage:
    """Paint a cell, and give its head."""
    painted = QImage(place.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(painted)
    paint_cell(painter, place, cell, style, chosen=None)
    painter.end()
    return painted.copy(0, 0, painted.width(), round(style.head_px))
