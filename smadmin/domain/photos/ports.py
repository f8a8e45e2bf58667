"""The ports through which photos are seen. Behind them stand processes of their own.

Each call is an errand: it may take seconds, so never inside a transaction or on the window's thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from smadmin.domain.errors import BadInput, KnownError
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import Descriptor, FoundFace
from smadmin.domain.photos.pictures import ImageFormat, Picture

QUALITY = 90
"""Of a JPEG where nothing else is asked for: people see no difference to the original."""


class PhotoUnreadable(BadInput):
    """This photo can't be used; others are not concerned."""


class WorkersEnded(KnownError):
    """The program is ending, and with it what sees photos; it says nothing about the photo under way."""


@dataclass(frozen=True)
class EngineName:
    """Which engine sees; patterns of different descriptors can't be compared.

    Args:
        weaker: it misses small and turned faces, because the usual one's files aren't there.
    """

    detector: str
    descriptor: str
    weaker: bool = False


class Decoder(Protocol):
    """Opens files that nobody vouches for."""

    def decode(self, untrusted_file: bytes) -> Picture:
        """Give the upright picture, whole.

        Raises:
            PhotoUnreadable: with the reason.
        """
        ...

    def preview(self, untrusted_file: bytes, *, longest_px: int) -> Picture:
        """Give the upright picture with no side longer than asked; faster than `decode`.

        Raises:
            PhotoUnreadable: with the reason.
        """
        ...


class Encoder(Protocol):
    """Makes new files from pixels alone; it never sees the file they came from."""

    def encode(self, picture: Picture, image_format: ImageFormat, *, quality: int = QUALITY) -> bytes:
        """Give a JPEG or PNG file that holds the pixels and nothing else; it was opened again to see that.

        Args:
            picture: what it shows.
            image_format: JPEG or PNG.
            quality: of a JPEG, 1 to 95.

        Raises:
            PhotoUnreadable: if no file could be made of it, or it couldn't be proved.
        """
        ...

    def shrink(self, picture: Picture, *, longest_px: int) -> Picture:
        """Give a smaller picture; one that is small enough comes back as it is.

        Raises:
            PhotoUnreadable: if it could not be made.
        """
        ...


class FaceEngine(Protocol):
    """Finds faces; describes them only when comparing them is allowed."""

    def name(self) -> EngineName:
        """Say which engine this is."""
        ...

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces, from left to right. No face pattern is computed.

        Raises:
            PhotoUnreadable: if the engine failed on this picture.
        """
        ...

    def find_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces and compute their patterns. Only where the law record allows it.

        Raises:
            PhotoUnreadable: if the engine failed on this picture.
        """
        ...

    def find_as_it_stands(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces in part of an upright picture; nobody tries whether it lies on its side.

        Raises:
            PhotoUnreadable: if the engine failed on this picture.
        """
        ...

    def find_as_it_stands_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces in part of an upright picture and compute their patterns. Only where lawful.

        Raises:
            PhotoUnreadable: if the engine failed on this picture.
        """
        ...

    def describe(self, picture: Picture, boxes: Sequence[Box]) -> tuple[Descriptor, ...]:
        """Compute the patterns of faces whose boxes are known. Only where the law record allows it.

        Raises:
            PhotoUnreadable: if the engine failed on this picture.
        """
        ...
