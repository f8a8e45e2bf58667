"""A time of day is written and typed as the window's language does it."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.language.catalogue import Catalogue
from smadmin.ui.appearance import Appearance
from smadmin.ui.time_field import TimeField, read_time
from smadmin.ui.wording import Wording


@pytest.mark.parametrize(("language", "shown"), [("en", "2:30 PM"), ("es", "14:30")])
@pytest.mark.parametrize("typed", ["2:30p", "2:30 PM", "14:30", "1430", "230p"])
def test_a_time_is_typed_as_people_do_and_shown_as_the_language_does(
    language: str, shown: str, typed: str, qtbot: QtBot, appearance: Appearance
) -> None:
    field = TimeField(Wording(Catalogue.load(language)))
    qtbot.addWidget(field)
    field.show()
    field.show_time(8, 0)

    QTest.keyClicks(field, typed)
    known = field.entered
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert known == "14:30"
    assert field.text().replace("\xa0", " ").upper() == shown


def test_half_a_time_changes_nothing_and_backspace_takes_back(qtbot: QtBot, words: Wording) -> None:
    field = TimeField(words)
    qtbot.addWidget(field)
    field.show_time(15, 30)

    QTest.keyClicks(field, "4:0")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)

    assert field.entered == "16:00"  # the afternoon stays where no half of the day is typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12a", time(0)),
        ("12 pm", time(12)),
        ("8", time(8)),
        ("0930", time(9, 30)),
        ("25:00", None),
        ("pm", None),
    ],
)
def test_what_is_no_time_is_none(typed: str, read: time | None) -> None:
    assert read_time(typed) == read
