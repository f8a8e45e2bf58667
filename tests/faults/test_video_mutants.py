"""Mutated videos (I1, a seeded part): each opens or is refused, and no process is lost or late for it."""

import random
import time

from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.imaging.videos import OpenVideo
from tests import films
from tests.faults.test_mutants import mutant

MUTANTS = 120
LATE_S = 10.0
REFUSED = {
    f"videos.{reason}"
    for reason in ("not-a-video", "broken", "too-large", "in-pieces", "cut-inside", "too-long")
} | {"videos.unknown-kind", "videos.no-pictures", "videos.empty"}


def outcome(worker: OpenVideo, untrusted: bytes) -> str:
    """Clean a file and look at all of it."""
    copy = bytearray(untrusted)
    try:
        worker.take_out(copy)
        worker.start(copy)
        while worker.sample(longest_px=160, every_ms=500).picture is not None:
            pass
    except VideoUnreadable as unreadable:
        return unreadable.happened.id
    return "opened"


def test_mutated_videos_open_or_are_refused() -> None:
    chance = random.Random("mutants of a film")  # noqa: S311 - a seed, not a secret
    whole = films.told_by_a_phone(films.film(1.0))
    told, slowest = set(), 0.0

    with OpenVideo() as worker:
        for _ in range(MUTANTS):
            begun = time.perf_counter()
            told.add(outcome(worker, mutant(whole, chance)))
            slowest = max(slowest, time.perf_counter() - begun)

    assert "opened" in told
    assert told - {"opened"} <= REFUSED
    assert len(told) > 2
    assert slowest < LATE_S
