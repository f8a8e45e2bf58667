"""Locking drops what a passphrase opened, from the whole window with its real screens (`keys.md`, Memory)."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.app.screens import SCREENS
from smadmin.credentials.cells import SchoolCells
from smadmin.domain.students import Student
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.session import Unlocked
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.shell import Shell
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.sample import sample_office

LONG_MS = 20_000


OPENED = (SchoolCells, Student, Unlocked)


def alive() -> list[object]:
    """Give what only a passphrase opens and what is in memory."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one) in OPENED]


@pytest.fixture
def shell(
    qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance
) -> Iterator[tuple[Shell, Frame]]:
    office, performer = sample_office(tmp_path), Performer()
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    qtbot.addWidget(frame)
    frame.show()
    shell = Shell(
        frame,
        performer,
        words,
        office=office,
        school=office.school,
        screens=SCREENS,
        pocket=Pocket(),
    )
    shell.start()
    yield shell, frame
    shell.end()
    office.end_workers()  # Photos had them warm up
    performer.close()


def test_nothing_that_was_opened_is_in_memory_once_the_window_is_locked(
    shell: tuple[Shell, Frame], qtbot: QtBot
) -> None:
    window, frame = shell
    of_other_tests = {id(one) for one in alive()}

    def opened() -> set[str]:
        return {type(one).__name__ for one in alive() if id(one) not in of_other_tests}

    card = window._seating.gate.card
    qtbot.waitUntil(lambda: bool(card._group.buttons()), timeout=LONG_MS)
    card.choose(next(one.person for one in window._office.session.sitters() if one.name == "Maya Ortega"))
    card.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=LONG_MS):
        card.button.click()
    for screen in ("students", "photos", "compose", "accounts", "records", "plan", "approvals", "today"):
        window.open(screen)
        qtbot.wait(300)
    while_signed_in = opened()

    window.lock()
    qtbot.waitUntil(lambda: frame.current == GATE, timeout=LONG_MS)

    assert while_signed_in == {"SchoolCells", "Student", "Unlocked"}
    qtbot.waitUntil(lambda: not opened(), timeout=LONG_MS)
