"""Looks for what a test may leave behind: threads, child processes, windows, running timers.

Qt is only asked where the test has loaded it. What is about to end gets a second's grace. Qt has no list
of timers, so Python's objects are walked for them; walking all of them twice a test took more than half
of the unit tests' time. So what is there before a test is frozen out of the collector's sight, and only
what came since is walked; `let_go` thaws it, or rubbish would stay for ever.
"""

import gc
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

GRACE_S = 1.0
STEP_S = 0.02
LIVES_AS_LONG_AS_WE = ("resource_tracker", "forkserver")
"""Processes that multiprocessing starts once and keeps."""


@dataclass(frozen=True)
class Seen:
    """What there was at one moment, each under an id and with a name for people."""

    threads: dict[int, str]
    processes: dict[int, str]
    windows: dict[int, str]
    timers: dict[int, str]


_looking: list[Seen] = []
"""What was seen before the test that runs (and before what looks within it). Python would tell as well
whether something is frozen, but counts all of it for the answer."""

_TIMERS: "WeakSet[QTimer]" = WeakSet()
"""The timers met so far, running or not: one that an earlier test made may be started by a later one."""


def look() -> Seen:
    """See what there is before a test; what Python holds now is not walked again until `let_go`."""
    _looking.append(_now())
    gc.freeze()
    return _looking[-1]


def let_go() -> None:
    """Let the collector see again what `look` took out of its sight."""
    _looking.clear()
    gc.unfreeze()


def _now() -> Seen:
    threads = {thread.ident or 0: thread.name for thread in threading.enumerate()}
    return Seen(threads, _children(), _windows(), _timers())


def left_since(before: Seen) -> list[str]:
    """Give names for what has come since and stays."""
    left = _new(before, _now())
    if left:  # mostly a window that Qt is about to delete, which needs no walk through all memory
        _let_qt_delete()
    deadline = time.monotonic() + GRACE_S
    while (left := _new(before, _now())) and time.monotonic() < deadline:
        _let_qt_delete()
        gc.collect()
        time.sleep(STEP_S)
    return left


def _new(before: Seen, now: Seen) -> list[str]:
    return [
        f"{kind} {name}"
        for kind, old, new in (
            ("thread", before.threads, now.threads),
            ("process", before.processes, now.processes),
            ("window", before.windows, now.windows),
            ("timer", before.timers, now.timers),
        )
        for key, name in new.items()
        if key not in old
    ]


def _children() -> dict[int, str]:
    """Give our child processes by id, with their command lines; Linux only."""
    found = {}
    for listing in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        for pid in _read(listing).split():
            command = _read(Path(f"/proc/{pid}/cmdline")).replace("\0", " ").strip()
            if not any(name in command for name in LIVES_AS_LONG_AS_WE):
                found[int(pid)] = command or f"{pid} (ended, not waited for)"
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:  # it ended while we looked
        return ""


def _windows() -> dict[int, str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  tests without Qt must not load it

    return {
        id(widget): type(widget).__name__
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


def _timers() -> dict[int, str]:
    if "PySide6.QtCore" not in sys.modules:
        return {}
    from PySide6.QtCore import QTimer  # noqa: PLC0415  see _windows
    from shiboken6 import isValid  # noqa: PLC0415  see _windows

    if _looking:
        _TIMERS.update(thing for thing in gc.get_objects() if type(thing) is QTimer)
    return {
        id(timer): f"{timer.objectName() or 'without a name'} of {_owner(timer)}"
        for timer in _TIMERS
        if isValid(timer) and timer.isActive()
    }


def _owner(timer: "QTimer") -> str:
    """Tell whose timer it is and how often it rings: a name alone never told where to look."""
    parent = timer.parent()
    name = "" if parent is None or not parent.objectName() else f" {parent.objectName()}"
    return f"{type(parent).__name__}{name}, {timer.interval()} ms"


def _let_qt_delete() -> None:
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  see _windows

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
