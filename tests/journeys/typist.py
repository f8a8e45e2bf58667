"""Somebody who types until they are killed: a process of its own, on the real window; takes the data folder.

It prints what Compose shows at first as one JSON line, then after each word a line with the time and all
that was typed so far. Times are seconds of this computer's monotonic clock.
"""

import json
import sys
import time
from pathlib import Path

from smadmin.app.application import make_application
from smadmin.ui.composer.screen import ComposeScreen
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

_WORDS = ("the", "lark", "sings", "over", "the", "garden", "and", "everybody", "listens")


def main(folder: Path) -> None:
    """Sit down, open Compose, and type without end."""
    seat = Sitting(make_application(), folder)
    seat.hand.wait("a first screen", lambda: seat.screen)
    if seat.screen == "welcome":
        seat.look_around()
    seat.sit(AUTHOR)
    seat.go("compose")
    writing = seat.shown(ComposeScreen).writing
    _tell(found=writing.editor.words)
    seat.hand.go_to(seat.hand.said("compose.words"))
    for number in range(10_000):
        seat.hand.write(f"{_WORDS[number % len(_WORDS)]}{number} ")
        _tell(at=time.monotonic(), typed=writing.editor.words)


def _tell(**said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
