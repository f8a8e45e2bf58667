"""How long the window can't answer while a screen opens; `python3 dev.py bench blocks`.

A timer that should ring every 2 ms runs in the window's event loop; the longest time between two rings is
what a person feels. Each screen and each page of an account is opened in fresh windows on the sample school;
what counts is the shortest, for the others waited for something else that this computer did. Beside it
stands how long the window's own thread worked in the longest such time: where that is far less, it was busy.
Figure: 50 ms, at the first opening and when it is opened again.
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from smadmin.app.screens import SCREENS
from smadmin.app.stage import Stage, make_stage_application, staged
from smadmin.ui.accounts.pages import PAGES
from tests.sample import sample_office, sit

WINDOWS = 3
MOST_MS = 50.0
_RING_MS = 2
_DRAWN_MS = 150
WHO = ("maya-ortega", "ellen-whitcomb")

Kept = dict[tuple[str, str], list[tuple[float, float]]]
"""By who and what: the longest silence, and the most work of the window's thread between two, in ms."""


class Heartbeat(QObject):
    """Measures the longest silence of the event loop."""

    def __init__(self) -> None:
        """Ring from now on."""
        super().__init__()
        self.begin()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._timer.start(_RING_MS)

    def begin(self) -> None:
        """Forget what was."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.longest_ms = self.work_ms = 0.0

    def _ring(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - _RING_MS)
        self.work_ms = max(self.work_ms, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


def main() -> int:
    """Open everything in fresh windows and print the figures; 1 where one isn't met."""
    application, beat = make_stage_application(), Heartbeat()
    kept: Kept = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for who in WHO:
            office = sample_office(Path(folder) / who)
            sit(office, who)
            for _ in range(WINDOWS):
                with staged(office, application, language="en") as stage:
                    measure(stage, beat, who, kept)
                    measure_pages(stage, beat, who, kept, account=office.accounts.all()[0].id)
            office.close()
    met = True
    for (who, deed), measured in kept.items():
        shortest, work = (min(column) for column in zip(*measured, strict=True))
        met = met and shortest <= MOST_MS
        word = "met" if shortest <= MOST_MS else "NOT MET"
        told = f"{shortest:>7.0f} ms  at most {MOST_MS:.0f}  {word:<9}worked {work:.0f} ms"
        print(f"{who:<16}{deed:<28}{told}")
    return 0 if met else 1


def measure(stage: Stage, beat: Heartbeat, who: str, kept: Kept) -> None:
    """Open every screen twice."""
    for deed in ("first", "again"):
        for screen in SCREENS:
            beat.begin()
            stage.open(screen)
            stage.rest(_DRAWN_MS)
            kept[who, f"{screen}, {deed}"].append((beat.longest_ms, beat.work_ms))


def measure_pages(stage: Stage, beat: Heartbeat, who: str, kept: Kept, *, account: str) -> None:
    """Open every page of an account twice."""
    for deed in ("first", "again"):
        for page in PAGES:
            beat.begin()
            stage.open("accounts", f"{page}:{account}")
            stage.rest(_DRAWN_MS)
            kept[who, f"account's {page}, {deed}"].append((beat.longest_ms, beat.work_ms))


if __name__ == "__main__":
    sys.exit(main())
