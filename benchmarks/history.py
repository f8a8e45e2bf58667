"""How fast past posts come in, and how long anybody waits for the store meanwhile.

`python3 dev.py bench history`. A list of 100,000 posts with links and words, and an archive of as many, are
read by the real worker, held against their account and taken; meanwhile a second thread does deeds of its own
on the same store. Then the list is told again, which brings nothing, and its import is taken back whole.
"""

import json
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.importing.past_posts.reading import PastReader
from smadmin.services.past_posts import PastPosts, Told
from tests.road import Road, make_road

POSTS = 100_000
LEAST_A_SECOND = 10_000
LONGEST_TURN_S = 0.4
"""Anybody else's deed waits that long at most: SQLite asks for its turn ten times a second."""
_WORDS = "Join us for the science fair in the gym on Thursday. " * 4
_FIRST = datetime(2016, 1, 4, 15, 0, tzinfo=UTC)


@dataclass
class Waits:
    """Another thread's deeds on the store, each timed."""

    road: Road
    by: Actor
    longest_s: float = 0.0
    deeds: int = 0

    def watch(self, over: threading.Event) -> None:
        """Do deeds until it is over."""
        while not over.is_set():
            begun = time.perf_counter()
            with self.road.school.desk.deed(self.by) as deed:
                deed.unit.accounts.get(self.road.x)
            self.longest_s = max(self.longest_s, time.perf_counter() - begun)
            self.deeds += 1
            time.sleep(0.01)


def moments() -> Iterator[tuple[int, datetime]]:
    """Give the posts' numbers and moments, about 27 a day for ten years."""
    return ((number, _FIRST + timedelta(minutes=53 * number)) for number in range(POSTS))


def written_list(folder: Path) -> Path:
    """Write the list."""
    path = folder / "past.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Account handle,Publish time,Permalink,Message\n")
        for number, at in moments():
            link = f"https://x.com/lincoln_hs/status/{10_000_000 + number}"
            file.write(f'@lincoln_hs,{at:%m/%d/%Y %H:%M},{link},"{_WORDS}"\n')
    return path


def written_archive(folder: Path) -> Path:
    """Write Facebook's archive, 10,000 posts a file."""
    path = folder / "archive.zip"
    posts = [{"timestamp": int(at.timestamp()), "data": [{"post": _WORDS}]} for _, at in moments()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for start in range(0, POSTS, 10_000):
            name = f"posts/profile_posts_{start // 10_000 + 1}.json"
            archive.writestr(name, json.dumps(posts[start : start + 10_000]))
    return path


def compared(road: Road, past: PastPosts, by: Actor, path: Path, *, facebook: bool) -> tuple[Told, float]:
    """Read a file and hold it against its account; gives the seconds too."""
    begun = time.perf_counter()
    told = past.compare(by, road.facebook if facebook else road.x, past.read(path))
    took = time.perf_counter() - begun
    print(f"{path.name}: read and compared in {took:.2f} s, {len(told.new)} new")
    return told, took


def taken(past: PastPosts, by: Actor, told: Told, waits: Waits) -> float:
    """Take it while others work, and give the seconds."""
    over = threading.Event()
    other = threading.Thread(target=waits.watch, args=(over,))
    other.start()
    begun = time.perf_counter()
    for _ in past.take(by, told):
        pass
    took = time.perf_counter() - begun
    over.set()
    other.join()
    print(f"  taken in {took:.2f} s; {waits.deeds} other deeds, the longest {waits.longest_s * 1000:.0f} ms")
    return took


def measured(folder: Path) -> list[str]:
    """Measure everything, and give what is too slow."""
    road = make_road(folder)
    handle = road.reader.policy  # the platforms' facts are read before the clock starts
    slow: list[str] = []
    with PastReader() as files:
        past, by = PastPosts(road.school.desk, files, handle.judge_link), road.by("ana")
        with road.school.desk.look() as unit:
            mine = unit.accounts.get(road.x).handle
        path = written_list(folder)
        path.write_text(path.read_text().replace("lincoln_hs", mine))
        for place, facebook in ((path, False), (written_archive(folder), True)):
            told, read_s = compared(road, past, by, place, facebook=facebook)
            waits = Waits(road, by)
            took = read_s + taken(past, by, told, waits)
            print(f"  {POSTS / took:,.0f} rows a second in all")
            if len(told.new) != POSTS or took * LEAST_A_SECOND > POSTS:
                slow.append(f"{place.name}: {len(told.new)} posts, {POSTS / took:.0f} a second")
            if waits.longest_s > LONGEST_TURN_S:
                slow.append(f"{place.name}: somebody waited {waits.longest_s:.2f} s for the store")
        again, _ = compared(road, past, by, path, facebook=False)
        if again.new:
            slow.append(f"{len(again.new)} posts came twice")
        slow += all_taken_back(road, past, by)
    return slow


def all_taken_back(road: Road, past: PastPosts, by: Actor) -> list[str]:
    """Take the list's import back."""
    (found,) = past.imports(road.x)
    begun = time.perf_counter()
    for _ in past.take_back(by, found.id):
        pass
    print(f"taken back in {time.perf_counter() - begun:.2f} s")
    with road.school.desk.look() as unit:
        left = len(tuple(unit.past_posts.of_account(road.x)))
    return [f"{left} posts are left"] if left else []


def main() -> int:
    """Measure; 1 where a figure is missed."""
    with tempfile.TemporaryDirectory() as folder:
        slow = measured(Path(folder))
    for one in slow:
        print("MISSED", one)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
