"""A record of 1,000,000 rows: proving, giving out, searching; `python3 dev.py bench records [PART]`.

All parts unless one is named. `chain [rows]`: rows signed for real (`_long_record.py`), their stored bytes
linked and parsed anew, beside bare `hashlib` and `json` over the same bytes; signatures and all else apart.
`export`: the package of a records request with 1,000 and with 10,000 pictured posts, each in a process of its
own, from what was found on. `search`: `_search.py`. `tampering [every]`: `_tampered.py`, all of them or every
so many. Times are this program's own: others may work meanwhile.
"""

import hashlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from benchmarks._long_record import lengthen
from benchmarks._search import measure_search
from benchmarks._tampered import tamper
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.ids import AccountId, MediaId
from smadmin.domain.records import START, Head, links
from smadmin.language.catalogue import Catalogue
from smadmin.services.names_covered import NamesCovered
from smadmin.services.records_found import Found
from smadmin.services.records_gathered import Answer, FileBeside, Gathered
from smadmin.services.records_given import Giving
from smadmin.services.rows_out import taken_out
from smadmin.services.weekly_check import signatures_hold
from smadmin.ui.wording import Wording
from tests.road import Road, make_road
from tests.school import MONDAY

T = TypeVar("T")
ROWS, SIGNATURES = 1_000_000, 20_000
LEAST_A_SECOND = 100_000
FEW, MANY, PICTURE_BYTES, PICTURES, ROWS_A_POST = 1_000, 10_000, 200_000, 40, 4
MOST_MORE_MB = 150
"""So much more memory may ten times as many posts take: their words and rows, and none of their pictures."""
_EXPORT_OF = "export-of"


class Agreeable:
    """Takes every signature: what is left is the rest of proving."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        """Say yes."""
        return bool(public and message and signature)


def main(asked: list[str]) -> int:
    """Measure what was asked for; 1 where a figure is missed."""
    if asked[:1] == [_EXPORT_OF]:
        return export_of(int(asked[1]))
    parts: dict[str, Callable[[], bool]] = {
        "chain": lambda: chain(int(asked[1]) if len(asked) > 1 else ROWS),
        "export": export,
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


def export() -> bool:
    """Give out few and many posts, each in a process of its own; compare what that adds to its memory."""
    few, many = (_peak(posts) for posts in (FEW, MANY))
    met = many - few <= MOST_MORE_MB
    weight = (MANY - FEW) * PICTURE_BYTES / 2**20
    print(
        f"giving out {MANY} posts takes {many - few:.0f} MB more than {FEW}, with {weight:,.0f} MB more of "
        f"pictures ({MOST_MORE_MB} at most: {'met' if met else 'NOT MET'})",
        flush=True,
    )
    return met


def _peak(posts: int) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.records", _EXPORT_OF, str(posts)],
        capture_output=True,
        text=True,
        check=True,
    )
    print(done.stdout.strip(), flush=True)
    return float(done.stdout.split()[-2])


def export_of(posts: int) -> int:
    """Cover and write so many posts with a picture each; say how long it took and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        road = make_road(Path(folder) / "school")
        lengthen(road, posts * ROWS_A_POST)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ana = road.by("ana")
        kept = [road.media.seal(os.urandom(PICTURE_BYTES), "image/jpeg") for _ in range(PICTURES)]
        with road.school.desk.deed(ana) as deed:
            for file in kept:
                deed.unit.media.add(file)
        found = tuple(_found(road, number) for number in range(posts))
        pictures = {
            one.id: (FileBeside(kept[place % PICTURES].sha256, MediaId(kept[place % PICTURES].id), "A fair"),)
            for place, one in enumerate(found)
        }
        with road.school.desk.look(ana) as unit:
            rows = taken_out(unit, lambda _row, _name: None)
            gathered = Gathered(unit.schools.get(unit.school), pictures, {one.id: () for one in found}, rows)
            known = ((), (), road.reader.context(unit))
        wording = Wording(Catalogue.load("en"))
        giving = Giving(gathered, NamesCovered(*known), wording)
        began = time.process_time()
        prepared = giving.prepare(Answer(found, {}))
        package = Path(folder) / "package"
        prepared.write(package, lambda file: road.media.open(ana, file), road.school.desk.now)
        took_s = time.process_time() - began
        size = sum(one.stat().st_size for one in package.rglob("*") if one.is_file()) / 2**20
        road.school.rest()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{posts} posts, a package of {size:,.0f} MB in {took_s:.1f} s, memory {before:.0f} MB before and at "
        f"the peak {peak:.0f} MB, by giving out {peak - before:.0f} MB"
    )
    return 0


def _found(road: Road, number: int) -> Found:
    return Found(
        id=f"post-{number:06}",
        kind="post",
        account=AccountId(road.x),
        account_name="Lincoln Elementary",
        at=MONDAY,
        text=f"The book fair number {number} opens on Thursday at 8 in the library. Everybody is welcome.",
        link=f"https://x.com/lincoln_es/status/19900000000{number:08}",
        post=None,
        gone=None,
        rows=(),
    )


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
