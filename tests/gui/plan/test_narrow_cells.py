"""The calendar's cells where they are too narrow for words, as with large text: days and shapes."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from smadmin.ui.appearance import Appearance
from smadmin.ui.plan.cells import Cell
from smadmin.ui.plan.painting import Style, paint_cell, places
from smadmin.ui.plan.table import Kind
from smadmin.ui.theme import TEXT_SCALES
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


def test_with_the_largest_text_three_accounts_of_a_week_are_seen_whole(
    at: AtCalendar, appearance: Appearance
) -> None:
    """In what a window of 1280x800 leaves for the plan; else one account was seen at a time."""
    at.plan.resize(963, 637)
    at.show(Kind.WEEK)
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    at.wait()
    grid = at.page.grid

    def seen() -> list[int]:
        height, rows = grid.viewport().height(), range(grid.sheet.rowCount())
        place = [(grid.rowViewportPosition(row), grid.rowHeight(row)) for row in rows]
        return [row for row, (top, high) in enumerate(place) if top >= 0 and top + high <= height]

    at.sitting.qtbot.waitUntil(lambda: len(seen()) >= 3)
    style = grid.style_of_cells()
    cell = QRectF(0, 0, grid.columnWidth(0), grid.rowHeight(0))
    spots = list(places(cell, 2, style))
    assert spots
    assert all(cell.contains(spot) for spot in spots), "nothing of a cell is cut"
    assert grid.rowHeight(0) >= style.head_px + style.line_px
