"""Nearly equal photos lie in one stack on the contact sheet; space or a click opens it, picks work in it."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.sheet import SheetPage
from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, BEN, picture


@pytest.fixture
def sheet(studio: Studio) -> SheetPage:
    """A folder of a burst of three and one other photo, in which the burst comes first."""
    for old in studio.camera.iterdir():
        old.unlink()
    studio.shoot(
        a=picture((ANN, 20)), b=picture((ANN, 21)), c=picture((ANN, 22)), d=picture((BEN, 100), side=80)
    )
    studio.take_in()
    page = studio.screen.sheet
    marks = {photo.id: photo.likeness for photo in studio.photos}
    assert len(marks) == 4
    assert page.tiles.tiles[0].alike == 3, marks
    return page


def seen(sheet: SheetPage) -> list[str]:
    return [f"{tile.name[0]}{tile.alike}" if tile.folded else tile.name[0] for tile in sheet.tiles.tiles]


def picked(studio: Studio) -> list[str]:
    return [photo.name[0] for photo in studio.photos if photo.picked]


def test_space_opens_a_stack_and_then_picks_in_it(studio: Studio, sheet: SheetPage) -> None:
    assert seen(sheet) == ["a3", "d"]
    assert "Space opens the stack" in sheet.tiles.told(sheet.tiles.tiles[0])

    studio.type(" ")
    assert seen(sheet) == ["a", "b", "c", "d"]
    studio.type("> ")

    assert picked(studio) == ["b"]
    assert sheet.list.currentIndex().row() == 1


def test_a_folded_stack_shows_what_is_picked_of_it_and_never_hides_two(
    studio: Studio, sheet: SheetPage
) -> None:
    studio.type(" > ")

    studio.type("f")
    assert seen(sheet) == ["b3", "d"]
    sheet.picking.pick_all()
    studio.sitting.settle()
    studio.sitting.settle()

    assert picked(studio) == ["a", "b", "c", "d"]
    assert seen(sheet) == ["a", "b", "c", "d"]
    assert not sheet.picking.stacks.isVisible()


def test_a_click_opens_a_stack_and_the_circle_picks_without_opening(studio: Studio, sheet: SheetPage) -> None:
    place = sheet.list.visualRect(sheet.tiles.index(0))
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place.topRight() + QPoint(-24, 24))
    studio.sitting.settle()
    studio.sitting.settle()
    assert (seen(sheet), picked(studio)) == (["a3", "d"], ["a"])

    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    assert seen(sheet) == ["a", "b", "c", "d"]


def test_a_photo_that_lies_in_a_stack_is_found(studio: Studio, sheet: SheetPage) -> None:
    last = next(photo.id for photo in studio.photos if photo.name == "c.jpg")

    sheet.select(last)

    assert seen(sheet) == ["a", "b", "c", "d"]
    assert sheet.list.currentIndex().row() == 2


def test_five_hundred_photos_in_stacks_are_opened_and_folded_smoothly(
    studio: Studio, sheet: SheetPage
) -> None:
    one = replace(sheet.tiles.tiles[0], folded=False)
    many = tuple(
        replace(one, id=PhotoId(str(n)), name=f"{n}.jpg", stack=PhotoId(str(n - n % 5)), folded=False)
        for n in range(500)
    )
    sheet.picking.show_tiles(many)
    times = []

    for _ in range(6):
        began = time.perf_counter()
        sheet.picking.turn_stacks()
        times.append(time.perf_counter() - began)

    assert sorted(times)[3] < 0.05, times
    assert len(sheet.tiles.tiles) == 100
