"""A face engine for tests: coloured squares are faces, and a colour is a person. Nothing opens a real photo.

`picture(...)` paints a scene, `as_file` makes a file of it (a head and raw pixels), `Eyes` decodes, finds,
describes and encodes in this process. It passes the contract of the ports beside the real workers.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, Descriptor, FoundFace
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, ImageFormat, Picture
from smadmin.domain.photos.ports import EngineName, PhotoUnreadable

HEAD = b"PLAINPIC"
WALL = (200, 200, 200)
ANN, BEN, CAM, STRANGER = (250, 10, 10), (10, 250, 10), (10, 10, 250), (120, 90, 60)
SIDE = 64
TOP = 30


def picture(
    *faces: tuple[tuple[int, int, int], int], width: int = 320, height: int = 120, side: int = SIDE
) -> Picture:
    """Paint a wall with faces: a colour and the left edge of each."""
    pixels = bytearray(bytes(WALL) * (width * height))
    for colour, left in faces:
        for row in range(TOP, TOP + side):
            start = (row * width + left) * BYTES_PER_PIXEL
            pixels[start : start + side * BYTES_PER_PIXEL] = bytes(colour) * side
    return Picture(width, height, bytes(pixels))


def box_at(left: int) -> Box:
    """Give where a painted face with this left edge is found."""
    return Box(left, TOP, left + SIDE, TOP + SIDE)


def as_file(seen: Picture) -> bytes:
    """Make a file of a picture."""
    return HEAD + struct.pack("<II", seen.width, seen.height) + seen.pixels


def pattern_of(colour: tuple[int, int, int]) -> Descriptor:
    """Give the pattern of a colour: colours far apart are persons far apart."""
    return (*(part / 100 for part in colour), *([0.0] * (DESCRIPTOR_NUMBERS - 3)))


@dataclass
class Eyes:
    """Decoder, encoder and engine in one; it counts how often patterns were computed."""

    people: Sequence[tuple[int, int, int]] = (ANN, BEN, CAM, STRANGER)
    described: int = 0
    descriptor: str = "colours"
    weaker: bool = False

    def name(self) -> EngineName:
        return EngineName("squares", self.descriptor, weaker=self.weaker)

    def decode(self, untrusted_file: bytes) -> Picture:
        if not untrusted_file.startswith(HEAD):
            raise PhotoUnreadable(say("imaging.not-a-photo"))
        width, height = struct.unpack_from("<II", untrusted_file, len(HEAD))
        return Picture(width, height, untrusted_file[len(HEAD) + 8 :])

    def preview(self, untrusted_file: bytes, *, longest_px: int) -> Picture:
        return self.shrink(self.decode(untrusted_file), longest_px=longest_px)

    def encode(self, picture: Picture, image_format: ImageFormat, *, quality: int = 90) -> bytes:
        return as_file(picture)

    def shrink(self, picture: Picture, *, longest_px: int) -> Picture:
        if max(picture.width, picture.height) <= longest_px:
            return picture
        step = -(-max(picture.width, picture.height) // longest_px)
        rows = [
            b"".join(_pixel(picture, x, y) for x in range(0, picture.width, step))
            for y in range(0, picture.height, step)
        ]
        return Picture(len(rows[0]) // BYTES_PER_PIXEL, len(rows), b"".join(rows))

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        return tuple(FoundFace(box, 0.9) for _, box in self._squares(picture))

    def find_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        found = self._squares(picture)
        self.described += len(found)
        return tuple(FoundFace(box, 0.9, pattern_of(colour)) for colour, box in found)

    def find_as_it_stands(self, picture: Picture) -> tuple[FoundFace, ...]:
        return self.find(picture)

    def find_as_it_stands_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        return self.find_and_describe(picture)

    def describe(self, picture: Picture, boxes: Sequence[Box]) -> tuple[Descriptor, ...]:
        self.described += len(boxes)
        return tuple(pattern_of(_colour(picture, box)) for box in boxes)

    def _squares(self, picture: Picture) -> list[tuple[tuple[int, int, int], Box]]:
        places: dict[tuple[tuple[int, int, int], int], list[tuple[int, int]]] = {}
        for y in range(picture.height):
            run_start = 0
            last: tuple[int, int, int] | None = None
            for x in range(picture.width + 1):
                at = (y * picture.width + x) * BYTES_PER_PIXEL
                here = (
                    None if x == picture.width else _triple(bytes(picture.pixels[at : at + BYTES_PER_PIXEL]))
                )
                if here != last:
                    if last is not None and last in self.people:
                        places.setdefault((last, run_start), []).append((x, y))
                    run_start, last = x, here
        squares = [
            (colour, Box(left, rows[0][1], rows[0][0], rows[-1][1] + 1))
            for (colour, left), rows in places.items()
        ]
        return sorted(squares, key=lambda square: square[1].left)


def _pixel(picture: Picture, x: int, y: int) -> bytes:
    at = (y * picture.width + x) * BYTES_PER_PIXEL
    return bytes(picture.pixels[at : at + BYTES_PER_PIXEL])


def _triple(raw: bytes) -> tuple[int, int, int]:
    red, green, blue = raw
    return red, green, blue


def _colour(picture: Picture, box: Box) -> tuple[int, int, int]:
    return _triple(_pixel(picture, box.left, box.top))
