"""What a worker can do: verbs by number, given and answered in numbers and bytes.

A trade is a module with a function `prepare()`; it runs in the worker before the fences go up, so it is the
place to load plug-ins and models. Nothing of ours crosses the border as text: no path, no name, no sentence.
What a file holds as text (a list's cells) comes back as bytes, to be checked like any others.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

DONE = 0
"""The code of an answer that holds what was asked for."""
FAILED = 1
"""The code of an answer to a job in which something unforeseen was raised."""
OUT_OF_MEMORY = 2
"""The code of an answer to a job that needed more memory than the worker may have."""
FIRST_OWN_CODE = 16
"""Refusals that a trade names itself start here."""

Bytes = bytes | bytearray | memoryview


@dataclass(frozen=True)
class Reply:
    """What a job gave: whole numbers and bytes."""

    numbers: tuple[int, ...] = ()
    body: Bytes = b""


class Refusal(Exception):
    """The job can't be done, for a reason that the trade has a number for."""

    def __init__(self, code: int) -> None:
        """Take the reason's number, `FIRST_OWN_CODE` or more."""
        super().__init__(code)
        self.code = code


Job = Callable[[Sequence[int], bytearray], Reply]


class Trade(Protocol):
    """The module behind a worker."""

    def prepare(self) -> Mapping[int, Job]:
        """Load what is needed and give the verbs."""
        ...
