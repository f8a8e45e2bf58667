"""Ids: UUIDv7 as text, each kind a type of its own, so that they can't be mixed up.

An id never changes, also not when a school joins a district.
"""

from typing import NewType, Protocol

SchoolId = NewType("SchoolId", str)
PersonId = NewType("PersonId", str)
KeyId = NewType("KeyId", str)
SeatId = NewType("SeatId", str)
AccountId = NewType("AccountId", str)
PostId = NewType("PostId", str)
StudentId = NewType("StudentId", str)
MediaId = NewType("MediaId", str)
PhotoSetId = NewType("PhotoSetId", str)
PhotoId = NewType("PhotoId", str)
FaceId = NewType("FaceId", str)
SlotId = NewType("SlotId", str)
SeriesId = NewType("SeriesId", str)
PublicationId = NewType("PublicationId", str)
VideoId = NewType("VideoId", str)

_RANDOM_BYTES = 10


class Ids(Protocol):
    """Where new ids come from."""

    def new(self) -> str:
        """Give an id that was never given before (UUIDv7, 36 characters)."""
        ...


def uuid7(unix_ms: int, random: bytes) -> str:
    """Make a UUIDv7 (RFC 9562, 5.7).

    Args:
        unix_ms: milliseconds since 1970, UTC.
        random: 10 random bytes, of which 74 bits are used.

    Returns:
        the id as 36 characters.
    """
    if len(random) != _RANDOM_BYTES:
        raise ValueError("a UUIDv7 takes 10 random bytes")
    number = (unix_ms & (1 << 48) - 1) << 80 | int.from_bytes(random)
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    digits = f"{number:032x}"  # the module uuid would cost the first frame 9 ms
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
