"""Which photos are nearly the same (a burst, a second copy): stacked on the contact sheet, never removed.

The mark tells brightness steps of a tiny picture, 64 of them; it says nothing about who is in it.
"""

from collections.abc import Sequence

import numpy as np

from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.domain.photos.review import Photo

_COLUMNS, _ROWS = 9, 8
ALIKE_AT_MOST = 8
"""Differing steps of 64 up to which two photos are stacked."""


def likeness(picture: Picture) -> str:
    """Give a picture's mark (16 hex letters): whether each patch is brighter than its right neighbour."""
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    step = max(1, min(picture.width, picture.height) // 256)
    grey = pixels[::step, ::step].mean(axis=2)
    rows = np.array_split(grey, _ROWS) if grey.shape[0] >= _ROWS else [grey] * _ROWS
    patches = [
        [part.mean() for part in np.array_split(row, _COLUMNS, axis=1)]
        if row.shape[1] >= _COLUMNS
        else [row.mean()] * _COLUMNS
        for row in rows
    ]
    brighter = np.diff(np.array(patches), axis=1) < 0
    return np.packbits(brighter).tobytes().hex()


def alike(one: str, other: str) -> bool:
    """Tell whether two marks are those of nearly equal pictures."""
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= ALIKE_AT_MOST


def stacks(photos: Sequence[Photo]) -> tuple[tuple[PhotoId, ...], ...]:
    """Group photos with nearly equal ones, in the order they came; a photo without a mark stands alone."""
    found: list[list[PhotoId]] = []
    firsts = np.zeros(len(photos), dtype=np.uint64)  # the marks that each next one is held against at once
    marked: list[list[PhotoId]] = []
    for photo in photos:
        mark = np.uint64(int(photo.likeness or "0", 16))
        steps = np.bitwise_count(firsts[: len(marked)] ^ mark)
        near = np.flatnonzero(steps <= ALIKE_AT_MOST)
        if photo.likeness and near.size:
            marked[near[0]].append(photo.id)
            continue
        found.append([photo.id])
        if photo.likeness:
            firsts[len(marked)] = mark
            marked.append(found[-1])
    return tuple(tuple(stack) for stack in found)
