"""Nearly equal photos stand as one tile; what is picked is never hidden."""

from dataclasses import replace

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.stacking import folded, stacks_of
from tests.unit.ui.photos.album import photo, sheet

ALIKE, OTHER = "00ff00ff00ff00ff", "ff00ff00ff00ff00"


def tiles(*picked: str) -> tuple[Tile, ...]:
    """Give a, b and c, of which a and c are alike, and d and e, which are alike too."""
    marks = {"a": ALIKE, "b": "", "c": ALIKE, "d": OTHER, "e": OTHER}
    made = (replace(photo(name, picked=name in picked), likeness=mark) for name, mark in marks.items())
    return sheet(*made).tiles


def names(seen: tuple[Tile, ...]) -> list[str]:
    return [f"{tile.id}{tile.alike}" if tile.folded else str(tile.id) for tile in seen]


def test_a_stack_is_one_tile_with_its_count_until_it_is_opened() -> None:
    assert names(folded(tiles(), ())) == ["a2", "b", "d2"]
    assert names(folded(tiles(), {PhotoId("a")})) == ["a", "c", "b", "d2"]


def test_the_picked_photo_stands_for_its_stack() -> None:
    assert names(folded(tiles("c"), ())) == ["c2", "b", "d2"]


def test_a_stack_of_which_several_are_picked_lies_open() -> None:
    assert names(folded(tiles("d", "e"), ())) == ["a2", "b", "d", "e"]
    assert stacks_of(tiles("d", "e")) == {"a"}
