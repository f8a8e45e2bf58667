"""Photo workers without processes or models: a photo is a line of text, a face a colour in it.

A fake file reads `photo 100 80 Ada Ben`: its size, and whose faces it shows from left to right. A name with
`~` in front is somebody who looks a little like that person. Anything else can't be read.
"""

import zlib
from collections.abc import Sequence

from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import Descriptor, FoundFace
from smadmin.domain.photos.pictures import ImageFormat, Picture, PictureFacts
from smadmin.domain.photos.ports import EngineName, PhotoUnreadable

FACE_PX = 64
A_LITTLE = 0.605
"""The distance of a likeness that is possible, not more."""


class FakePhotoWorkers:
    """Sees what is written."""

    def __init__(self) -> None:
        self._shown: dict[bytes, list[str]] = {}
        self.encoded: list[tuple[Picture, ImageFormat]] = []
        self.shrunk: list[int] = []

    def decode(self, untrusted_file: bytes) -> Picture:
        words = untrusted_file.decode("utf-8", "replace").split()
        if words[:1] != ["photo"]:
            raise PhotoUnreadable(say("imaging.not-a-photo"))
        width, height = int(words[1]), int(words[2])
        pixels = (untrusted_file + bytes(width * height * 3))[: width * height * 3]
        self._shown[pixels] = words[3:]
        return Picture(width, height, pixels, PictureFacts(ImageFormat.JPEG))

    def preview(self, untrusted_file: bytes, *, longest_px: int) -> Picture:
        return self.shrink(self.decode(untrusted_file), longest_px=longest_px)

    def encode(self, picture: Picture, image_format: ImageFormat, *, quality: int = 90) -> bytes:
        self.encoded.append((picture, image_format))
        return b"clean " + picture.pixels[:10]

    def shrink(self, picture: Picture, *, longest_px: int) -> Picture:
        self.shrunk.append(longest_px)
        if max(picture.width, picture.height) <= longest_px:
            return picture
        side = min(longest_px, picture.width, picture.height)
        return Picture(side, side, bytes(side * side * 3))

    def name(self) -> EngineName:
        return EngineName("reads names", "letters")

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        return tuple(
            FoundFace(Box(place * FACE_PX, 0, (place + 1) * FACE_PX, FACE_PX), 0.9)
            for place, _ in enumerate(self._shown.get(bytes(picture.pixels), []))
        )

    def find_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        names = self._shown.get(bytes(picture.pixels), [])
        return tuple(
            FoundFace(face.box, face.confidence, pattern(name))
            for face, name in zip(self.find(picture), names, strict=True)
        )

    def find_as_it_stands(self, picture: Picture) -> tuple[FoundFace, ...]:
        return self.find(picture)

    def find_as_it_stands_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        return self.find_and_describe(picture)

    def describe(self, picture: Picture, boxes: Sequence[Box]) -> tuple[Descriptor, ...]:
        names = self._shown.get(bytes(picture.pixels), [])
        return tuple(pattern(names[box.left // FACE_PX]) for box in boxes)


def pattern(name: str) -> Descriptor:
    """Give a name's pattern: different names lie far apart."""
    numbers = [0.0] * 128
    numbers[zlib.crc32(name.removeprefix("~").encode()) % 100] = 2.0
    numbers[127] = A_LITTLE if name.startswith("~") else 0.0
    return tuple(numbers)
