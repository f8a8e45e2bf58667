"""The one form in which jobs and answers cross a pipe: a head of fixed size, numbers, bytes.

The head is checked before a byte of what it announces is read or room is made for it.
"""

import struct
from dataclasses import dataclass

MARK = b"smJ1"
HEAD = struct.Struct("<4sQHHQ")
"""Mark, job, code (verb or outcome), how many numbers, how many bytes follow them."""
MOST_NUMBERS = 4096
NUMBER_BYTES = 8


class NonsenseError(ValueError):
    """What came over the pipe isn't what was agreed."""


@dataclass(frozen=True)
class Head:
    """What a frame announces."""

    job: int
    code: int
    numbers: int
    body: int

    @property
    def rest(self) -> int:
        """Bytes that follow the head."""
        return self.numbers * NUMBER_BYTES + self.body


def pack(job: int, code: int, numbers: tuple[int, ...], body_bytes: int) -> bytes:
    """Make everything of a frame that comes before its bytes."""
    head = HEAD.pack(MARK, job, code, len(numbers), body_bytes)
    return head + struct.pack(f"<{len(numbers)}q", *numbers)


def parse_head(untrusted: bytes | bytearray | memoryview, *, largest: int) -> Head:
    """Read a head.

    Args:
        untrusted: `HEAD.size` bytes.
        largest: the most bytes that a body may have here.

    Raises:
        NonsenseError: if the mark is wrong or more is announced than may come.
    """
    mark, job, code, numbers, body = HEAD.unpack(untrusted)
    if mark != MARK:
        raise NonsenseError("no frame starts here")
    if numbers > MOST_NUMBERS or body > largest:
        raise NonsenseError("more is announced than was agreed")
    return Head(job, code, numbers, body)


def parse_numbers(untrusted: bytes | bytearray | memoryview, count: int) -> tuple[int, ...]:
    """Read the numbers that follow a head (64 bits each, signed)."""
    return struct.unpack_from(f"<{count}q", untrusted)
