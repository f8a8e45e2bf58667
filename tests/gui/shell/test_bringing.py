"""A computer on which there is no school yet: somebody has a backup of the one that broke."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.services.backups import Backups
from smadmin.services.places import Place
from smadmin.ui.founding.coming import ComingScreen
from smadmin.ui.founding.first_run import COMING, SET_UP, WELCOME
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.trouble import TroubleScreen
from smadmin.ui.shell.trouble_model import TroubleDeed
from smadmin.ui.shell.welcome import WelcomeScreen
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.rings import Ring
from tests.school import TinySchool

Opener = Callable[[Path], Opened]


@pytest.fixture
def backup(school: TinySchool, ring: Ring, tmp_path: Path) -> Path:
    """A backup on a stick; the computer that made it, and its keyring, are gone."""
    made = Backups(school.desk, Place(school.folder, school.folder)).make().file
    school.rest()
    ring.items.clear()
    return made.rename(tmp_path / "school.smadmin-backup")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "new" / "smadmin"


def welcome(opened: Opened) -> WelcomeScreen:
    opened.arrive(WELCOME)
    screen = opened.frame.open_screen(WELCOME)
    assert isinstance(screen, WelcomeScreen)
    return screen


def choose(opened: Opened, file: Path) -> TroubleScreen:
    """Ask for the page from the first window, and choose a file there."""
    welcome(opened).put_back.click()
    page = opened.trouble
    opened.chosen.a_backup = file
    page.buttons[TroubleDeed.CHOOSE_BACKUP].click()
    return page


def test_a_backup_is_put_back_with_the_envelopes_letters(
    backup: Path, empty: Path, school: TinySchool, open_on: Opener, qtbot: QtBot
) -> None:
    opened = open_on(empty)
    page = choose(opened, backup)
    qtbot.waitUntil(page.field.isVisible, timeout=LONG_MS)
    main = page.buttons[TroubleDeed.PUT_BACK]
    assert main.accessibleName() == "Put the backup back"
    assert "Chosen: school.smadmin-backup" in opened.says()
    assert page.letters.hasFocus()

    page.letters.setText(school.root.secret[:-1] + ("Q" if school.root.secret[-1] != "Q" else "P"))
    main.click()
    qtbot.waitUntil(lambda: "a letter may be wrong" in page.field.error, timeout=LONG_MS)
    page.letters.setText(school.root.secret.lower())
    qtbot.waitUntil(lambda: not main.settling)  # a double click isn't two deeds
    QTest.keyClick(page.letters, Qt.Key.Key_Return)

    opened.arrive(GATE)
    assert opened.window.opened is not None
    assert opened.window.opened.office is not None
    assert opened.window.opened.office.school.name == "Lincoln Elementary"
    assert (empty / "store.db").exists()


def test_what_cannot_be_put_back_is_said_and_the_first_window_is_one_press_away(
    backup: Path, empty: Path, tmp_path: Path, open_on: Opener, qtbot: QtBot
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 dear principal")
    opened = open_on(empty)

    page = choose(opened, letter)
    qtbot.waitUntil(page.wrong.isVisible, timeout=LONG_MS)
    assert page.wrong.whole_text.startswith("This file is no backup of smadmin.")
    assert page.field.isHidden(), "nobody fetches the envelope for nothing"
    assert TroubleDeed.PUT_BACK not in page.buttons, "another file is chosen first"

    opened.chosen.a_backup = backup
    page.buttons[TroubleDeed.CHOOSE_BACKUP].click()
    qtbot.waitUntil(page.field.isVisible, timeout=LONG_MS)
    page.buttons[TroubleDeed.PUT_BACK].click()
    qtbot.waitUntil(lambda: page.field.error == "Type the letters from the envelope.", timeout=LONG_MS)

    page.buttons[TroubleDeed.BACK].click()
    assert welcome(opened).set_up.isEnabled()


def test_who_looked_around_first_finds_it_beside_setting_up(empty: Path, ring: Ring, open_on: Opener) -> None:
    """Whoever comes from the sample school isn't welcomed once more."""
    opened = open_on(empty)
    welcome(opened).set_up.click()
    opened.arrive(SET_UP)
    screen = opened.frame.open_screen(SET_UP)
    assert isinstance(screen, SetUpScreen)

    screen.put_back.click()

    assert opened.trouble.isVisible()
    assert "its name ends in .smadmin-backup" in opened.says()


def test_back_leads_to_this_computers_own_page_where_one_came_from_there(
    empty: Path, ring: Ring, open_on: Opener
) -> None:
    """Its letters and steps are what somebody follows who uses smadmin at school already."""
    opened = open_on(empty)
    welcome(opened).elsewhere.click()
    opened.arrive(COMING)
    screen = opened.frame.open_screen(COMING)
    assert isinstance(screen, ComingScreen)
    screen.put_back.click()

    opened.trouble.buttons[TroubleDeed.BACK].click()

    opened.arrive(COMING)
