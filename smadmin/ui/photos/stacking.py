"""Stacks on the contact sheet: nearly equal photos stand as one tile until somebody opens it. Pure.

No picked photo is ever hidden: a stack of which several are picked lies open.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.model import Tile


def folded(tiles: Sequence[Tile], opened: Collection[PhotoId]) -> tuple[Tile, ...]:
    """Give the tiles that are seen: of each stack that isn't opened only one.

    Args:
        tiles: all, those of a stack side by side.
        opened: stacks by their first photo.
    """
    seen: list[Tile] = []
    for stack, together in groupby(tiles, key=lambda tile: tile.stack or tile.id):
        members = tuple(together)
        if stack in opened or not folds(members):
            seen.extend(members)
        else:
            shown = next((tile for tile in members if tile.picked), members[0])
            seen.append(replace(shown, folded=True))
    return tuple(seen)


def folds(members: Sequence[Tile]) -> bool:
    """Tell whether photos may stand as one tile."""
    return len(members) > 1 and sum(tile.picked for tile in members) < 2  # noqa: PLR2004 - several


def stacks_of(tiles: Sequence[Tile]) -> frozenset[PhotoId]:
    """Give the stacks that can be opened and folded."""
    groups = groupby(tiles, key=lambda tile: tile.stack)
    return frozenset(stack for stack, members in groups if stack is not None and folds(tuple(members)))
