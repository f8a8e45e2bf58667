"""Reads the screen as a screen reader does, for a journey outside of the program's process.

Run by Debian's own Python, where pyatspi lives: `screen_reader.py NAME SECONDS` waits until something of that
name shows and can be used, and prints where its middle is; else what shows, with status 1.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # Debian's Python has it, ours hasn't
from gi.repository import GLib  # type: ignore[import-not-found]  # comes with it

LOOK_EVERY_S = 0.2


def main(name: str, patience_s: float) -> int:
    """Look for a name; gives the exit status."""
    until = time.monotonic() + patience_s
    names: list[str] = []
    while time.monotonic() < until:
        try:
            shown = list(showing())
            names = [one.name for one in shown if one.name]
            middle = _middle([one for one in shown if one.name == name])
        except GLib.GError:
            middle = None  # a program ended, or a new one isn't up yet, while it was read: look again
        if middle is not None:
            sys.stdout.write(f"{middle[0]} {middle[1]}\n")
            return 0
        time.sleep(LOOK_EVERY_S)
    sys.stdout.write(f"{names}\n")
    return 1


def _middle(found: list[Any]) -> tuple[int, int] | None:
    """Give the middle of the lowest; of two, the upper one is the bar's."""
    boxes = [one.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) for one in found]
    if not boxes:
        return None
    box = max(boxes, key=lambda one: int(one.y))
    return box.x + box.width // 2, box.y + box.height // 2


def showing() -> Iterator[Any]:
    """Give everything of smadmin that shows and can be used."""
    desktop = pyatspi.Registry.getDesktop(0)
    for program in list(desktop):
        if program is not None and program.name == "smadmin":
            yield from _below(program)


def _below(parent: Any) -> Iterator[Any]:
    for number in range(parent.childCount):
        try:
            child = parent.getChildAtIndex(number)
            states = child.getState()
        except (LookupError, AttributeError):
            continue  # it went while it was read
        if states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_ENABLED):
            yield child
        yield from _below(child)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
