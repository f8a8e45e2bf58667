"""Watching a video: which stretches of it somebody has seen, and whether that is all of it (SOC-O7).

Only time that passed on the screen counts: whoever jumps ahead has seen nothing of what lies between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

FASTEST_TENTHS = 15
"""One and a half times the speed, in tenths."""
MISSED_MS = 500
"""So much may be missing altogether: between two frames, and at the very end."""
_MISSED_SHARE = 10
"""Of a very short video no more than a tenth may be missing."""
_LEEWAY_MS = 250
"""So far a clock and a frame's own time may be apart."""
_MOST_APART = 4
"""So many stretches that don't touch get that leeway in one telling; a window tells every few seconds."""
TOLD_AT_ONCE_MS = 10_000
"""No more time is told at once: of a first telling nobody else knows when it began."""
_TOLD_LATE = timedelta(seconds=5)
"""So long what was watched may be under way before it is kept."""


@dataclass(frozen=True)
class Stretch:
    """A part of a video that was watched, in milliseconds from its beginning."""

    start_ms: int
    end_ms: int


def played(before_ms: int, after_ms: int, *, elapsed_ms: int) -> Stretch | None:
    """Give what was watched between two moments of one playing; None for a jump.

    Args:
        before_ms: where the video stood.
        after_ms: where it stands now.
        elapsed_ms: how much time passed on a clock meanwhile.
    """
    forward = after_ms - before_ms
    if forward <= 0 or forward * 10 > elapsed_ms * FASTEST_TENTHS + _LEEWAY_MS * 10:
        return None
    return Stretch(before_ms, after_ms)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Give the same stretches in order, with those that touch or overlap made one."""
    whole: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: (stretch.start_ms, stretch.end_ms)):
        if whole and one.start_ms <= whole[-1].end_ms:
            whole[-1] = Stretch(whole[-1].start_ms, max(whole[-1].end_ms, one.end_ms))
        else:
            whole.append(one)
    return tuple(whole)


def unseen(seen: Sequence[Stretch], length_ms: int) -> tuple[Stretch, ...]:
    """Give what of a video nobody watched in these stretches, in order."""
    whole = joined(seen)
    edges = (Stretch(0, 0), *whole, Stretch(length_ms, length_ms))
    gaps = (Stretch(before.end_ms, after.start_ms) for before, after in pairwise(edges))
    return tuple(gap for gap in gaps if gap.start_ms < gap.end_ms)


def seen_to_end(seen: Sequence[Stretch], length_ms: int) -> bool:
    """Tell whether somebody who watched these stretches has seen the whole video."""
    missing = sum(gap.end_ms - gap.start_ms for gap in unseen(seen, length_ms))
    return length_ms > 0 and missing <= may_miss_ms(length_ms)


def may_miss_ms(length_ms: int) -> int:
    """Give how much of a video of this length may be missing altogether, in milliseconds."""
    return min(MISSED_MS, length_ms // _MISSED_SHARE)


def seen_percent(seen: Sequence[Stretch], length_ms: int) -> int:
    """Give how much of a video was watched, in whole percent; 100 only where it was seen to its end."""
    if seen_to_end(seen, length_ms):
        return 100
    missing = sum(gap.end_ms - gap.start_ms for gap in unseen(seen, length_ms))
    return min(99, 100 * (length_ms - missing) // length_ms) if length_ms > 0 else 0


def resume_at(seen: Sequence[Stretch], length_ms: int) -> int:
    """Give where to go on watching, in milliseconds: the first stretch worth watching; 0 where none is."""
    if seen_to_end(seen, length_ms):
        return 0
    gaps = unseen(seen, length_ms)
    worth = (gap.start_ms for gap in gaps if gap.end_ms - gap.start_ms > _LEEWAY_MS)
    return next(worth, gaps[0].start_ms if gaps else 0)


def least_ms(watched: Sequence[Stretch]) -> int:
    """Give how long watching this takes at least, in milliseconds: told twice, it counts once."""
    return sum(one.end_ms - one.start_ms for one in joined(watched)) * 10 // FASTEST_TENTHS


def believable(watched: Sequence[Stretch], *, took_ms: int) -> bool:
    """Tell whether so much can have been watched in so much time on a clock.

    Each stretch that stands by itself may be off by a frame's time, but not any number of them.
    """
    if took_ms > TOLD_AT_ONCE_MS or any(one.end_ms < one.start_ms for one in watched):
        return False
    apart = min(max(1, len(joined(watched))), _MOST_APART)
    return least_ms(watched) * FASTEST_TENTHS <= took_ms * FASTEST_TENTHS + _LEEWAY_MS * 10 * apart


def accounted(until: datetime | None, now: datetime, *, took_ms: int) -> datetime | None:
    """Give until when somebody's watching is accounted for; None where it asks for more time than has passed.

    Whoever plays a video in two windows at once is told so by the second. Where the clock was set back, what
    was told before isn't known any more: nothing before now counts.

    Args:
        until: what it was before; None where nothing was watched yet.
        now: the moment at which it is kept.
        took_ms: how long it took to watch what is told now.
    """
    took = timedelta(milliseconds=took_ms)
    set_back = until is not None and until > now + _TOLD_LATE
    known = now if set_back else until or now - took
    after = max(known, now - took) + took
    return after if after <= now + _TOLD_LATE else None
