"""One main button a screen, and words for why it is grey."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.header import ScreenHeader


@pytest.fixture
def header(qtbot: QtBot, appearance: Appearance) -> ScreenHeader:
    made = ScreenHeader("Photos")
    qtbot.addWidget(made)
    made.set_main("Pass to second person")
    made.show()
    return made


def test_what_is_missing_stands_beside_the_button_and_in_its_description(header: ScreenHeader) -> None:
    header.show_missing(["2 faces to decide", "Right of use is missing"], and_more="and 1 more")

    assert header.main is not None
    assert not header.main.isEnabled()
    assert header.missing == "2 faces to decide and 1 more"
    assert "Right of use is missing" in header.main.accessibleDescription()


def test_nothing_missing_allows_the_button(header: ScreenHeader, qtbot: QtBot) -> None:
    header.show_missing(["2 faces to decide"])

    header.show_missing([])

    assert header.main is not None
    assert header.missing == ""
    with qtbot.waitSignal(header.mainChosen):
        QTest.mouseClick(header.main, Qt.MouseButton.LeftButton)


def test_a_second_main_button_is_refused(header: ScreenHeader) -> None:
    with pytest.raises(ValueError, match="one main button"):
        header.set_main("Send")


def test_a_button_is_never_disabled_without_a_reason(qtbot: QtBot) -> None:
    button = Button("Send")
    qtbot.addWidget(button)

    with pytest.raises(ValueError, match="says why"):
        button.block([])


def test_return_presses_a_focused_button(qtbot: QtBot, appearance: Appearance) -> None:
    button = Button("Send")
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_with_large_text_the_buttons_get_their_own_line(header: ScreenHeader) -> None:
    header.add_button(Button("Cover everybody"))
    header.resize(1000, 60)
    assert header.main is not None
    beside = header.main.mapTo(header, header.main.rect().topLeft()).y()

    header.resize(300, 120)

    assert header.main.mapTo(header, header.main.rect().topLeft()).y() > beside


def test_no_button_is_squeezed_by_the_others(header: ScreenHeader, qtbot: QtBot) -> None:
    others = [Button("Use in a post"), Button("Details…"), Button("Send for a second look by somebody else…")]
    for other in others:
        header.add_button(other)
    assert header.main is not None
    needed = sum(one.sizeHint().width() for one in (*others, header.main))

    for width in (needed - 60, needed + 400, needed // 2 + 120, needed - 60):
        header.resize(width, 200)
        qtbot.wait(10)
        squeezed = [one.text() for one in (*others, header.main) if one.width() < one.sizeHint().width()]
        assert squeezed == []


def test_what_is_missing_is_read_whole_with_large_text(header: ScreenHeader, qtbot: QtBot) -> None:
    header.add_button(Button("Cover everybody"))
    header.show_missing(["6 faces are still to be decided."])

    header.resize(header._right.sizeHint().width() - 40, 160)

    qtbot.waitUntil(lambda: header._missing.text() == "6 faces are still to be decided.")
    assert header._said.geometry().bottom() <= header._right.geometry().top()


def test_what_is_missing_returns_beside_the_button_where_there_is_room(header: ScreenHeader) -> None:
    header.show_missing(["6 faces are still to be decided."])
    header.resize(200, 160)
    header.resize(1000, 60)

    assert header.main is not None
    middle = header.main.mapTo(header, header.main.rect().center()).y()
    assert abs(header._missing.mapTo(header, header._missing.rect().center()).y() - middle) <= 1


def test_buttons_stay_below_the_title_once_nothing_is_missing_where_the_lines_are_kept(
    header: ScreenHeader, qtbot: QtBot
) -> None:
    assert header.main is not None
    said = ["Click the circle of each photo you want."]
    header.resize(header._buttons_width() + header._left.sizeHint().width() + 60, 160)
    places = []

    header.keep_lines()
    for missing in (said, [], said):
        header.show_missing(missing)
        qtbot.wait(10)
        places.append(header.main.mapTo(header, header.main.rect().topLeft()).y())
    header.show_missing([])
    header.resize(header.width() + 300, 160)
    qtbot.wait(10)

    assert places[0] == places[1] == places[2] > header.title.geometry().bottom()
    assert header.main.mapTo(header, header.main.rect().topLeft()).y() < places[0]


def test_a_long_title_leaves_the_note_whole(header: ScreenHeader, qtbot: QtBot) -> None:
    """Of a departure the count is what one looks for: "1 d…" beside a long name says nothing."""
    header.title.show_text("Maria-Magdalena Featherstonehaugh de la Encarnación leaves")
    header.note.show_text("1 of 17 done")

    header.resize(420, 200)
    qtbot.wait(20)
    narrow = header.note.text()
    beside = header.title.isVisible() and header.note.mapTo(header, header.note.rect().topLeft()).y()
    header.resize(1600, 200)
    qtbot.wait(20)

    assert narrow == "1 of 17 done"
    assert beside > header.title.geometry().bottom()
    assert header.note.parentWidget() is header.title.parentWidget()


def test_a_note_that_says_what_one_looks_at_is_never_cut_for_the_buttons(qtbot: QtBot) -> None:
    cut, whole = ScreenHeader("Plan"), ScreenHeader("Plan", whole_note=True)
    for header in (cut, whole):
        qtbot.addWidget(header)
        header.note.show_text("November 2026")
        header.add_button(Button("Weekly page"))
        header.add_button(Button("Read the page"))
        header.show()
        room = header._buttons_width() + header._title_line
        header.resize(room - header.note.sizeHint().width() // 3, 200)
        qtbot.wait(20)

    assert cut.note.text() != "November 2026"
    assert whole.note.text() == "November 2026"
