"""A gap in the calendar as painted: its shape, its words and its ground, in both themes."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from smadmin.domain.ids import AccountId
from smadmin.ui.plan.cells import Cell
from smadmin.ui.plan.painting import Style, paint_cell
from smadmin.ui.plan.table import Kind
from smadmin.ui.theme import DARK, LIGHT, Tokens
from tests.gui.plan.at_calendar import AtCalendar

PLACE = QRectF(0, 0, 160, 80)
TUESDAY = date(2026, 5, 12)


def painted(cell: Cell, style: Style, place: QRectF = PLACE) -> QImage:
    image = QImage(place.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(style.tokens.card))
    painter = QPainter(image)
    paint_cell(painter, place, cell, style, chosen=None)
    painter.end()
    return image


def points(image: QImage, colour: str) -> int:
    """Count the points above the line at a cell's foot that have a colour."""
    wanted = QColor(colour).rgb()
    high = image.height() - 4
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(high))


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("account", [AccountId("a"), None])
def test_a_gap_is_drawn_with_its_shape_and_its_words(
    at: AtCalendar, tokens: Tokens, account: AccountId | None
) -> None:
    style = replace(at.page.grid.style_of_cells(), tokens=tokens, head=account is None, ratio=1.0)
    calm = Cell(TUESDAY, account, ())
    gap = replace(calm, gaps=("Lincoln",))

    before, after = painted(calm, style), painted(gap, style)

    shape = round(9 * style.scale)
    assert points(before, tokens.stop) == 0
    assert points(after, tokens.stop) >= shape**2 / 2
    assert inked_to(after, before) > 3 * shape, "the words stand behind the shape"
    assert (points(after, tokens.stop_soft) > PLACE.width() * PLACE.height() / 2) == (account is not None)


def inked_to(after: QImage, before: QImage) -> int:
    """Give how far to the right the line with the day differs in more than its ground."""
    ground = after.pixel(after.width() - 1, after.height() // 2)
    return max(
        x
        for x in range(after.width())
        for y in range(6, after.height() // 2)
        if after.pixel(x, y) not in {ground, before.pixel(x, y)}
    )


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_where_there_is_no_room_for_words_a_gap_is_its_shape(at: AtCalendar, tokens: Tokens) -> None:
    at.show(Kind.ACCOUNTS)
    style = replace(at.page.grid.style_of_cells(), tokens=tokens, head=False, ratio=1.0)
    narrow = QRectF(0, 0, 40, 40)
    gap = Cell(TUESDAY, AccountId("a"), (), gaps=("Lincoln",))

    image = painted(gap, style, narrow)

    assert not style.wide(narrow.width())
    assert points(image, tokens.stop) >= round(9 * style.scale) ** 2 / 2


def test_a_gap_that_began_before_has_its_line_at_the_foot_alone(at: AtCalendar) -> None:
    style = replace(at.page.grid.style_of_cells(), tokens=LIGHT, ratio=1.0)

    image = painted(Cell(TUESDAY, AccountId("a"), (), open_gaps=1), style)

    assert points(image, LIGHT.stop) == 0
    assert image.pixelColor(80, image.height() - 2).name() == LIGHT.stop
