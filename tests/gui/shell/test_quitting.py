"""Quitting: what is under way ends at once."""

import threading
from collections.abc import Callable
from pathlib import Path

from smadmin.domain.vocabulary import Act, Noun
from tests.gui.shell.conftest import Opened
from tests.rings import Ring
from tests.school import TinySchool

PATIENCE_S = 5.0


class Busy:
    """Stands for workers that have a photo under way until they are ended."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def stop(self) -> None:
        self.ended.set()

    def rest(self) -> None:
        """Have nobody idle."""

    def close(self) -> None:
        """Have nothing left to clear away."""


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


def test_quitting_right_after_a_deed_notes_where_the_record_ends(
    school: TinySchool, ring: Ring, open_on: Callable[[Path], Opened]
) -> None:
    made = open_on(school.folder)
    made.sit("Ana Brooks", "ana")
    made.arrive("today")
    assert made.window.shell is not None
    assert made.window.opened is not None
    office = made.window.opened.office
    assert office is not None
    made.window.shell._noting.stop()  # the two seconds are never over
    with office.desk.deed(office.session.actor) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    newest = office.desk.newest
    assert newest is not None

    made.window.close()

    (noted,) = [secret for item, secret in ring.items.items() if "/head/" in item]
    assert noted == f"{newest.seq}:{newest.row_hash.hex()}"
