"""A keyring that is absent, locked, silent, dying, denying, too small or spoiled (S2) is said."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from smadmin.services.phrases import is_made
from smadmin.ui.founding.first_run import SET_UP, WELCOME
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.welcome import WelcomeScreen
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.rings import Mood, Ring
from tests.school import TinySchool

Opener = Callable[[Path], Opened]
OWN_WORK_MS = 400
"""How long the window may work without serving an event: its own time, not what others take of a computer."""
BEAT_MS = 20

UNREADABLE = {
    Mood.ABSENT: "This computer offers no open keyring.",
    Mood.LOCKED: "This computer's keyring is locked.",
    Mood.SILENT: "The keyring doesn't answer; perhaps it waits for its password.",
    Mood.DENIES: "This computer offers no open keyring.",
    Mood.WRONG_VALUE: "This sample school was made at another login, or its keyring was emptied",
}
UNWRITABLE = (Mood.DIES_AFTER_READING, Mood.TOO_LARGE)


@contextmanager
def alive_and_quick(ring: Ring, *, asks: int = 1) -> Iterator[None]:
    """Fail if the window itself waited for the keyring or worked for long, or if it was asked too often.

    Each silence lasts five seconds (`test_secrets`); how long the rest takes is the computer's business.
    """
    gaps, last, silences = [0.0], [time.thread_time()], ring.silences

    def served() -> None:
        gaps.append((time.thread_time() - last[0]) * 1000)
        last[0] = time.thread_time()

    beat = QTimer()
    beat.timeout.connect(served)
    beat.start(BEAT_MS)
    try:
        yield
    finally:
        beat.stop()
    assert not ring.window_waited
    assert ring.silences - silences <= asks
    assert max(gaps) < OWN_WORK_MS


@pytest.mark.parametrize("mood", UNREADABLE)
def test_the_gate_says_that_it_is_the_keyring_and_tries_again(
    school: TinySchool, ring: Ring, open_on: Opener, mood: Mood
) -> None:
    ring.mood = mood
    opened = open_on(school.folder)
    opened.qtbot.waitUntil(lambda: opened.window.shell is not None, timeout=LONG_MS)

    with alive_and_quick(ring):
        opened.arrive(GATE)

    assert opened.window.shell is not None
    gate = opened.window.shell._seating.gate
    assert gate.barred.isVisible()
    assert UNREADABLE[mood] in opened.says()
    assert "passphrase is wrong" not in opened.says()

    ring.mood = Mood.WELL
    ring.let_go.set()
    assert gate.barred.button is not None
    if mood is not Mood.WRONG_VALUE:  # what was read is kept until the program starts anew
        gate.barred.button.click()
        opened.qtbot.waitUntil(gate.barred.isHidden, timeout=LONG_MS)
        opened.sit("Ana Brooks", "ana")
        opened.arrive("today")


@pytest.mark.parametrize("mood", [Mood.ABSENT, Mood.LOCKED, Mood.DENIES])
def test_a_keyring_that_goes_away_before_signing_in_is_said_and_nothing_is_counted(
    school: TinySchool, ring: Ring, open_on: Opener, mood: Mood
) -> None:
    opened = open_on(school.folder)
    opened.arrive(GATE)
    ring.mood = mood

    with alive_and_quick(ring):
        opened.sit("Ana Brooks", "ana")
        opened.arrive("today")

    # The half that was read before is still in memory: nobody is kept out.
    assert not opened.bugs


@pytest.mark.parametrize("mood", [mood for mood in UNREADABLE if mood is not Mood.WRONG_VALUE])
def test_without_a_keyring_the_passphrase_is_made_and_what_is_off_is_said(
    tmp_path: Path, ring: Ring, open_on: Opener, mood: Mood
) -> None:
    ring.mood = mood
    opened = open_on(tmp_path / "data")
    with alive_and_quick(ring):
        screen = set_up(opened)

    assert UNREADABLE[mood] in opened.says()
    assert "Comparing faces, access keys of platforms" in opened.says()
    phrase = screen.person.phrase.phrase
    assert is_made(phrase)
    fill(screen)
    assert screen.header.main is not None
    assert not screen.header.main.isEnabled()

    screen.person.phrase.written.click()
    assert phrase not in opened.says()
    screen.person.phrase.typed.setText("  ".join(phrase.upper().split()))
    screen._look()
    screen.header.main.click()

    opened.qtbot.waitUntil(lambda: opened.window.shell is not None, timeout=2 * LONG_MS)
    opened.arrive("envelope")
    office = opened.window.opened
    assert office is not None
    assert office.office is not None
    assert office.office.seat.identity is None
    assert office.office.session_if_any is not None


@pytest.mark.parametrize("mood", UNWRITABLE)
def test_a_keyring_that_keeps_nothing_is_as_good_as_none(
    tmp_path: Path, ring: Ring, open_on: Opener, mood: Mood
) -> None:
    ring.mood = mood
    opened = open_on(tmp_path / "data")

    with alive_and_quick(ring):
        screen = set_up(opened)

    assert is_made(screen.person.phrase.phrase)
    assert screen.keyring.isVisible()


@pytest.mark.parametrize("mood", [Mood.ABSENT, Mood.LOCKED, Mood.SILENT])
def test_a_keyring_that_goes_away_while_one_types_ends_in_a_made_passphrase(
    tmp_path: Path, ring: Ring, open_on: Opener, mood: Mood
) -> None:
    opened = open_on(tmp_path / "data")
    screen = set_up(opened)
    fill(screen)
    screen.person._passphrase.setText("seven quiet herons wade")
    screen.person._again.setText("seven quiet herons wade")
    screen._look()
    ring.mood = mood
    assert screen.header.main is not None

    # When the banner stands the keyring is asked once more already, beside, to say what is wrong with it.
    with alive_and_quick(ring, asks=2):
        screen.header.main.click()
        opened.qtbot.waitUntil(lambda: bool(opened.frame.banners.models), timeout=LONG_MS)

    opened.qtbot.waitUntil(lambda: bool(screen.person.phrase.phrase), timeout=LONG_MS)
    assert screen.form.name == "Lincoln Elementary School"
    assert opened.window.opened is not None
    assert not opened.window.opened.grounds.founded


def test_a_keyring_that_comes_back_lets_one_choose_a_passphrase(
    tmp_path: Path, ring: Ring, open_on: Opener, qtbot: QtBot
) -> None:
    ring.mood = Mood.LOCKED
    opened = open_on(tmp_path / "data")
    screen = set_up(opened)
    ring.mood = Mood.WELL
    assert screen.keyring.row is not None
    assert screen.keyring.row.button is not None

    screen.keyring.row.button.click()

    qtbot.waitUntil(screen.keyring.isHidden, timeout=LONG_MS)
    assert screen.person._passphrase.isVisible()
    assert screen.person.phrase.phrase == ""


def set_up(opened: Opened) -> SetUpScreen:
    opened.arrive(WELCOME)
    welcome = next(one for one in opened.frame.screens() if isinstance(one, WelcomeScreen))
    welcome.set_up.click()
    opened.arrive(SET_UP)
    return next(one for one in opened.frame.screens() if isinstance(one, SetUpScreen))


def fill(screen: SetUpScreen) -> None:
    screen._name.setText("Lincoln Elementary School")
    screen._domains.setText("lincoln.k12.us")
    screen._policy.setCurrentIndex(0)
    screen._zone.setCurrentIndex(0)
    screen.person._name.setText("Ana Brooks")
    screen.person._employed.setChecked(True)
    screen._look()


def test_a_spoilt_lock_is_named_at_the_gate_and_the_others_sign_in(
    school: TinySchool, open_on: Opener
) -> None:
    file = school.folder / "identities.json"
    kept = json.loads(file.read_text("utf-8"))
    kept["people"][school.people["pat"]]["sealed"] = "zz"
    file.write_text(json.dumps(kept), "utf-8")

    opened = open_on(school.folder)
    opened.arrive(GATE)

    assert "Pat Winters can sign in can't be read any more." in opened.says()
    opened.sit("Ana Brooks", "ana")
    opened.arrive("today")
