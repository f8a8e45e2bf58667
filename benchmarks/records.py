"""A record of 1,000,000 rows: proving, giving out, searching; `python3 dev.py bench records [PART]`.

All parts unless one is named. `chain [rows]`: rows signed for real (`_long_record.py`), their stored bytes
linked and parsed anew, beside bare `hashlib` and `json` over the same bytes; signatures and all else apart.
`export`: a records request answered with 1,000 and with 10,000 pictured posts (`_answered.py`). `search`:
`_search.py`. `tampering [every]`: `_tampered.py`, all of them or every so many. Times are this program's own:
others may work meanwhile.
"""

import hashlib
import json
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from benchmarks._answered import ANSWER_OF, answer_of, answered
from benchmarks._long_record import lengthen
from benchmarks._search import measure_search
from benchmarks._tampered import tamper
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.records import START, Head, links
from smadmin.services.weekly_check import signatures_hold
from tests.road import Road, make_road

T = TypeVar("T")
ROWS, SIGNATURES = 1_000_000, 20_000
LEAST_A_SECOND = 100_000


class Agreeable:
    """Takes every signature: what is left is the rest of proving."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        """Say yes."""
        return bool(public and message and signature)


def main(asked: list[str]) -> int:
    """Measure what was asked for; 1 where a figure is missed."""
    if asked[:1] == [ANSWER_OF]:
        return answer_of(int(asked[1]))
    parts: dict[str, Callable[[], bool]] = {
        "chain": lambda: chain(int(asked[1]) if len(asked) > 1 else ROWS),
        "export": answered,
        "tampering": lambda: tamper(int(asked[1]) if len(asked) > 1 else 1),
        "search": search,
    }
    chosen = asked[:1] or list(parts)
    if unknown := [one for one in chosen if one not in parts]:
        print("There is no", *unknown, "- there are:", *parts)
        return 2
    met = [parts[one]() for one in chosen]  # the next one is measured though one was missed
    return 0 if all(met) else 1


def chain(rows: int) -> bool:
    """Prove a long record in its parts, and print what each takes."""
    with tempfile.TemporaryDirectory() as folder:
        road = make_road(Path(folder))
        made, _ = took(lambda: lengthen(road, rows))
        print(f"{rows} rows made in {made:.0f} s, at load {os.getloadavg()[0]:.1f}", flush=True)
        bare, theirs = min((took(lambda: bare_chain(road)) for _ in range(3)), key=lambda one: one[0])
        linked, ours = min((took(lambda: linked_chain(road)) for _ in range(3)), key=lambda one: one[0])
        checked = signatures(road)
        road.school.desk.verifier = Agreeable()
        whole, verdict = took(road.school.records.verify)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        road.school.rest()
    met = theirs == ours and verdict.whole and rows / linked >= LEAST_A_SECOND
    print(
        f"stored bytes linked and parsed: {rows / linked:,.0f} rows a second (bare hashlib and json "
        f"{rows / bare:,.0f}; {LEAST_A_SECOND:,} at least: {'met' if met else 'NOT MET'})\n"
        f"signatures apart: {checked:.0f} us each\n"
        f"everything else of verifying too (rights, trust, times, columns, parts), without signatures: "
        f"{rows / whole:,.0f} rows a second, {whole:.0f} s, peak memory {peak:,.0f} MB",
        flush=True,
    )
    return met


def bare_chain(road: Road) -> bytes:
    """Link and parse the same bytes with nothing of this program."""
    previous = bytes(32)
    with closing(sqlite3.connect(road.school.folder / "store.db")) as connection:
        for (body,) in connection.execute("SELECT body FROM record_row ORDER BY seq"):
            json.loads(body)
            previous = hashlib.sha256(b"smadmin/1/record\0" + previous + body).digest()
    return previous


def linked_chain(road: Road) -> bytes:
    """Link and parse them as the weekly check does."""
    with road.school.desk.look() as unit:
        newest = deque(links(START, unit.record.signed()), maxlen=1)
    return newest[0][1]


def signatures(road: Road) -> float:
    """Give what a signature takes, in microseconds, over the first rows."""
    desk = road.school.desk
    with desk.look() as unit:
        keys, some = unit.trust.read().keys, min(SIGNATURES, unit.record.head().seq)
        stored = unit.record.at(some)
    if stored is None:
        raise RuntimeError("a row is missing")
    head = Head(some, stored.row.row_hash)
    desk.verifier = Ed25519Verifier()
    with_them, held = took(lambda: signatures_hold(desk, keys, head))
    desk.verifier = Agreeable()
    without, _ = took(lambda: signatures_hold(desk, keys, head))
    if not held:
        raise RuntimeError("a signature doesn't hold")
    return (with_them - without) / some * 1e6


def search() -> bool:
    """Search a long record, and open Records on it."""
    with tempfile.TemporaryDirectory() as folder:
        times = measure_search(Path(folder), ROWS)
    print(f"first results and opening Records: {'met' if times.met else 'NOT MET'}", flush=True)
    return times.met


def took(deed: Callable[[], T]) -> tuple[float, T]:
    """Give how long a deed takes, in seconds of this program's own, and what it gives."""
    began = time.process_time()
    given = deed()
    return time.process_time() - began, given


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
