"""How much a worker may have, and which fences can stand around it."""

from dataclasses import dataclass
from enum import IntFlag

GIB = 1 << 30


@dataclass(frozen=True)
class Limits:
    """What a kind of worker may use.

    Args:
        memory: bytes of address space, or 0 for no limit.
        cpu_s: seconds of processor time for one job, or 0 for no limit.
        wall_s: seconds that the parent waits for one answer.
        start_s: seconds that the parent waits for the worker to be ready.
        jobs: after so many jobs a worker is buried and another one takes its place.
        yields: whether it works only with what others leave: nobody sits there and waits for it.
    """

    memory: int
    cpu_s: int
    wall_s: float
    start_s: float
    jobs: int
    yields: bool = False


class Fences(IntFlag):
    """What stands around a worker; a platform without one of them goes without."""

    NONE = 0
    MEMORY = 1
    CPU = 2
    NO_FILE_GROWS = 4
    NO_CORE = 8
    NO_PATHS = 16  # landlock: no path can be opened
    FEW_CALLS = 32  # seccomp: no socket, process, signal to others, or any call that isn't on the list
    NOT_TRACEABLE = 64


EVERY_FENCE = Fences(127)
