"""A folder of large photos dropped on the window; `python3 dev.py bench scan [PHOTOS]`.

Measures the time to the first result, how late the window's event loop is meanwhile, beside a bare window in
a process of its own on the same computer, photos per second, and the memory of all processes together.
The photos are the drawn school's, made 12 megapixels large; 200 of them unless told otherwise.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.lateness import Lateness, at_share
from smadmin import resources
from smadmin.app.stage import Stage, make_stage_application, staged
from smadmin.domain.media import RightOfUse
from smadmin.ui.photos.facts import Offered
from smadmin.ui.photos.screen import PhotosScreen
from tests.sample import sample_office, sit

PHOTOS = 200
LARGE = (4000, 3000)
FIRST_S, LATE_MS, EVER_MS, MEMORY_GB = 1.5, 50.0, 200.0, 2.5
SHARE = 0.999
PATIENCE_S = 3600.0
_WARM_S = 4.0
_CALM_S = 5.0
"""So long nothing is searched any more before all is over: the next lot may still be taken in."""
_PRESSES_MS = 60_000


@dataclass(frozen=True)
class Scanned:
    """What was measured while a folder was scanned.

    Args:
        count: how many photos.
        first_s: to the first result, from the drop.
        all_s: to the last one.
        memory_gb: the most that was held at a time.
        late_ms: by how much each ring of the timer was late.
    """

    count: int
    first_s: float
    all_s: float
    memory_gb: float
    late_ms: list[float]


def main() -> int:
    """Scan, print the figures; 1 where one isn't met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS
    application = make_stage_application()
    with tempfile.TemporaryDirectory() as folder:
        photos = Path(folder) / "photos"
        make_photos(photos, count)
        office = sample_office(Path(folder) / "school")
        office.grounds.photos_at_once = 2
        sit(office, "maya-ortega")
        try:
            with staged(office, application, language="en") as stage, bare_heart() as theirs:
                scanned = scan(stage, photos, count)
        finally:
            office.close()
    return report(scanned, theirs)


def make_photos(folder: Path, count: int) -> None:
    """Make large photos, each a little different, so that none is taken for a copy of another."""
    folder.mkdir()
    drawn = [
        file for file in sorted((resources.find("sample") / "photos").iterdir()) if file.suffix == ".jpg"
    ]
    large = [Image.open(file).convert("RGB").resize(LARGE) for file in drawn]
    for number, image in zip(range(count), itertools.cycle(large), strict=False):
        image.putpixel((number % LARGE[0], 0), (number % 256, 1, 2))
        image.save(folder / f"IMG_{number:04}.jpg", quality=88)


def scan(stage: Stage, photos: Path, count: int) -> Scanned:
    """Drop the folder and wait until every photo was looked at; lots are searched one after the other."""
    screen = cast("PhotosScreen", stage.open("photos"))
    turn(_WARM_S)
    screen.take(Offered((photos,), event="Sports day", right=RightOfUse.STAFF))
    stage.rest()
    with memory_asked() as memory:
        awake = somebody_there(stage)
        late, begun, first_s, busy_s = Lateness(), time.monotonic(), 0.0, 0.0
        screen.facts.take_in()
        while busy_s == 0.0 or time.monotonic() - begun - busy_s < _CALM_S:
            turn(0.02)
            last = screen.finding.last
            if last is not None and last.done and not first_s:
                first_s = time.monotonic() - begun
            if screen.finding.running or not first_s:
                busy_s = time.monotonic() - begun
            if busy_s > PATIENCE_S:
                break
        awake.stop()
    read = screen.sheet.read
    seen = 0 if read is None else sum(photo.looked_for for photo in read.view.photos)
    if seen != count:
        raise RuntimeError(f"{seen} of {count} photos were looked at")
    return Scanned(count, first_s, busy_s, max(memory), late.kept_ms)


def somebody_there(stage: Stage) -> QTimer:
    """Press a key now and then, as somebody would: a window that is left alone locks, and the search ends."""
    timer = QTimer()
    timer.setInterval(_PRESSES_MS)
    timer.timeout.connect(lambda: QTest.keyClick(stage.frame.windowHandle(), Qt.Key.Key_Shift))
    timer.start()
    return timer


def turn(seconds: float) -> None:
    """Run the event loop."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


@contextmanager
def bare_heart() -> Iterator[list[float]]:
    """Run a bare window beside; the list is filled when the block ends."""
    kept: list[float] = []
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks._heart"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield kept
    finally:
        kept += json.loads(process.communicate("")[0])


@contextmanager
def memory_asked() -> Iterator[list[float]]:
    """Ask beside how much memory all processes hold; the list is filled when the block ends.

    Not on a thread of this process: while the system counts its pages, no other of its threads gets any.
    """
    kept: list[float] = []
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks._memory", str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield kept
    finally:
        kept += json.loads(process.communicate("")[0])


def report(scanned: Scanned, bare: list[float]) -> int:
    """Print each figure beside its limit."""
    figures = (
        ("first result, s", scanned.first_s, FIRST_S),
        (
            f"late at {SHARE:.1%} beyond a bare window, ms",
            at_share(scanned.late_ms, SHARE) - at_share(bare, SHARE),
            LATE_MS,
        ),
        ("ever late, ms", max(scanned.late_ms), EVER_MS),
        ("memory of all processes, GB", scanned.memory_gb, MEMORY_GB),
    )
    for name, value, most in figures:
        print(f"{name:<42}{value:>8.2f}  at most {most:g}  {'met' if value <= most else 'NOT MET'}")
    pace = f"{scanned.count / scanned.all_s:.2f} a second"
    print(f"{scanned.count} photos of {LARGE[0] * LARGE[1] / 1e6:.0f} megapixels: {pace}")
    print(f"a bare window meanwhile: {at_share(bare, SHARE):.1f} ms at {SHARE:.1%}, {max(bare):.1f} ever")
    return 0 if all(value <= most for _, value, most in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
