"""Labels show text letter by letter and say all of it to screen readers."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import Fold, PlainLabel


def test_markup_is_shown_not_obeyed(qtbot: QtBot) -> None:
    label = PlainLabel("<b>bold</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"
    assert label.accessibleName() == "<b>bold</b>"


def test_direction_controls_never_reach_the_screen(qtbot: QtBot) -> None:
    label = PlainLabel("photo\u202egpj.exe")
    qtbot.addWidget(label)

    assert label.text() == "photogpj.exe"
    assert label.accessibleName() == "photogpj.exe"


def test_a_text_that_is_too_long_is_shortened_with_a_tooltip_and_said_in_full(
    qtbot: QtBot, appearance: Appearance
) -> None:
    label = PlainLabel("Cottonwood Elementary School, Parents and Teachers", fold=Fold.SHORTEN)
    qtbot.addWidget(label)
    label.resize(90, 24)
    label.show()

    assert label.text().endswith("…")
    assert "Parents and Teachers" in label.toolTip()
    assert label.accessibleName() == "Cottonwood Elementary School, Parents and Teachers"


def test_a_shortened_text_comes_back_when_there_is_room(qtbot: QtBot, appearance: Appearance) -> None:
    label = PlainLabel("Cottonwood Elementary", fold=Fold.SHORTEN)
    qtbot.addWidget(label)
    label.resize(40, 24)
    label.show()

    label.resize(600, 24)

    assert label.text() == "Cottonwood Elementary"
    assert label.toolTip() == ""
