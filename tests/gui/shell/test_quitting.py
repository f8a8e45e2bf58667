"""Quitting: what is under way ends at once."""

import threading
from collections.abc import Callable
from pathlib import Path

from tests.gui.shell.conftest import Opened
from tests.school import TinySchool

PATIENCE_S = 5.0


class Busy:
    """Stands for workers that have a photo under way until they are ended."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def close(self) -> None:
        self.ended.set()


def test_quitting_ends_the_photo_under_way_before_it_waits_for_it(
    school: TinySchool, open_on: Callable[[Path], Opened]
) -> None:
    made = open_on(school.folder)
    made.qtbot.waitUntil(lambda: made.window.opened is not None, timeout=20_000)
    assert made.window.opened is not None
    assert made.window.opened.office is not None
    busy, begun, was_ended = Busy(), threading.Event(), list[bool]()
    made.window.opened.office.__dict__["workers"] = busy

    def photo_under_way() -> None:
        begun.set()
        was_ended.append(busy.ended.wait(PATIENCE_S))

    made.window.performer.errand(photo_under_way)
    assert begun.wait(PATIENCE_S)

    made.window.close()

    assert was_ended == [True]
