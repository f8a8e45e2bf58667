"""The menu *Help*: nothing in it is dead, and the keys it shows are those that work."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin import __version__
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.doctor import Health, Symptom
from smadmin.services.whereabouts import whereabouts
from smadmin.ui.buttons import Button
from smadmin.ui.frame import Frame
from smadmin.ui.help.about import AboutSheet
from smadmin.ui.help.check import CheckSheet
from smadmin.ui.help.guide import WAYS, GuideSheet
from smadmin.ui.help.keys import KeysSheet
from smadmin.ui.help.menu import HelpMenu
from smadmin.ui.help.places import PlacesSheet
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel
from smadmin.ui.menus import MENUS
from smadmin.ui.perform import Performer
from smadmin.ui.wording import Wording

Kind = TypeVar("Kind", bound=Sheet)


@pytest.fixture
def helped(frame: Frame, words: Wording, tmp_path: Path) -> Iterator[Frame]:
    performer = Performer()
    HelpMenu(frame, performer, words, folder=lambda: tmp_path)
    yield frame
    performer.close()


def opened(kind: type[Kind], deed: str, frame: Frame, qtbot: QtBot) -> Kind:
    """Trigger a deed of the menu and give the page that opens."""
    frame.menus.action(deed).trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, kind)
    return sheet


def said(sheet: Sheet) -> str:
    return "\n".join(label.whole_text for label in sheet.findChildren(PlainLabel))


def test_every_line_of_the_help_menu_is_offered(helped: Frame) -> None:
    deeds = [deed.name for deed in MENUS["help"] if deed is not None]

    assert [helped.menus.action(deed).isVisible() for deed in deeds] == [True] * len(deeds)


def test_the_keys_are_read_from_the_menus_and_the_open_screen(helped: Frame, qtbot: QtBot) -> None:
    helped.open_screen("photos")
    sheet = opened(KeysSheet, "keys", helped, qtbot)

    lines = said(sheet).splitlines()

    assert lines[lines.index("Larger text") + 1] == "Ctrl++"
    assert lines[lines.index("Photos") + 1] == "Ctrl+3"
    assert lines[lines.index("Pass to second person") + 1] == "Ctrl+Return"
    assert "New post" not in lines  # nobody has signed in, so nobody offers it
    sheet.close_button.click()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_guide_names_buttons_as_they_are_called(language: str, frame: Frame, qtbot: QtBot) -> None:
    words = Wording(Catalogue.load(language))
    sheet = GuideSheet(words, frame)
    qtbot.addWidget(sheet)

    lines = said(sheet).splitlines()

    for button in ("compose.read-back", "approvalui.release", "photoui.fine", "planui.sign-week"):
        assert any(words.say(button) in line for line in lines)
    for button in ("gridui.copy-week", "daysfile.choose", "schooldays.closed-now"):  # planning, and days off
        assert any(words.say(button) in line for line in lines)
    assert len([line for line in lines if line.startswith("1. ")]) == len(WAYS)


def test_f1_opens_the_guide(helped: Frame, qtbot: QtBot) -> None:
    QTest.keyClick(helped, Qt.Key.Key_F1)

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), GuideSheet))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, GuideSheet)
    sheet.close_button.click()


def test_the_places_are_those_of_the_named_folder(helped: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = opened(PlacesSheet, "places", helped, qtbot)

    assert str(tmp_path) in said(sheet).splitlines()
    assert str(tmp_path / "backups") in said(sheet)
    sheet.close_button.click()


def test_a_folder_that_cant_be_opened_says_so(frame: Frame, words: Wording, tmp_path: Path) -> None:
    asked: list[Path] = []

    def refuse(folder: Path) -> bool:
        asked.append(folder)
        return False

    sheet = PlacesSheet(whereabouts(tmp_path), words, frame, show=refuse)
    trouble = words.say("help.place-closed")
    labels = [label for label in sheet.findChildren(PlainLabel) if label.whole_text == trouble]
    assert not any(label.isVisibleTo(sheet) for label in labels)

    next(one for one in sheet.findChildren(Button) if one is not sheet.close_button).click()

    assert asked == [tmp_path]
    assert labels[0].isVisibleTo(sheet)
    sheet.close_button.click()


def test_about_names_version_licence_and_parts(helped: Frame, qtbot: QtBot) -> None:
    sheet = opened(AboutSheet, "about", helped, qtbot)

    assert __version__ in said(sheet)
    assert "Apache License 2.0" in said(sheet)
    assert "LGPL" in next(line for line in said(sheet).splitlines() if line.startswith("PySide6"))
    sheet.close_button.click()


def test_the_check_says_what_the_doctor_finds_and_can_be_copied(helped: Frame, qtbot: QtBot) -> None:
    sheet = opened(CheckSheet, "check", helped, qtbot)
    qtbot.waitUntil(sheet.copy_button.isEnabled, timeout=20_000)

    sheet.copy_button.click()

    assert __version__ in said(sheet)
    assert __version__ in QApplication.clipboard().text()
    sheet.close_button.click()


@pytest.mark.parametrize(
    ("healths", "first"),
    [
        ((Health.GOOD,), "Nothing is missing."),
        ((Health.GOOD, Health.NOTE), "Nothing is missing, but look at one thing."),
        ((Health.NOTE, Health.MISSING), "One thing is missing."),
    ],
)
def test_the_checks_first_sentence_goes_with_what_stands_below(
    healths: tuple[Health, ...], first: str, frame: Frame, words: Wording, qtbot: QtBot
) -> None:
    sheet = CheckSheet(words, frame)
    qtbot.addWidget(sheet)

    sheet.show_symptoms([Symptom("disk", one, say("help.icons")) for one in healths])

    assert sheet._looking.whole_text == first


def test_the_guide_knows_the_emergencies(words: Wording) -> None:
    titles = {way.title.id for way in WAYS}

    assert {"help.way-out", "help.way-passphrase", "help.way-backup", "help.way-own"} <= titles
    week = next(way for way in WAYS if way.title.id == "help.way-week")
    assert "passphrase" not in words(week.steps)
