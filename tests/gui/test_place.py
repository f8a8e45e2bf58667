"""A place on a screen: taken, and gone back to on one that was made anew."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.place import Place
from smadmin.ui.rows import Row, RowList
from smadmin.ui.screen import Screen


class Filled(Screen):
    """A list, a search line and a text, each found by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList("rows", title="Rows")
        self.text, self.line = QPlainTextEdit(), QLineEdit()
        self.text.setObjectName("words")
        self.line.setObjectName("search")
        for part in (self.list, self.line, self.text):
            self.page.addWidget(part)

    def fill(self) -> None:
        self.loaded(lambda: self.list.show_rows([Row(str(n), f"Row {n}") for n in range(60)], ""))
        self.text.setPlainText("\n".join(f"line {n}" for n in range(90)))


def shown(qtbot: QtBot, window: QWidget) -> Filled:
    screen = Filled()
    screen.setParent(window)
    screen.resize(600, 500)
    window.show()
    screen.show()
    qtbot.waitExposed(window)
    return screen


def test_list_scroll_and_cursor_are_found_again_once_they_are_there(qtbot: QtBot, window: QWidget) -> None:
    first = shown(qtbot, window)
    first.fill()
    first.list.choose("40")
    first.text.setFocus()
    cursor = first.text.textCursor()
    cursor.setPosition(300)
    first.text.setTextCursor(cursor)
    place = Place.of(first)
    assert dict(place.chosen) == {"rows": "40"}
    first.hide()
    first.setParent(None)
    first.deleteLater()

    again = shown(qtbot, window)
    chosen: list[str] = []
    again.list.rowChosen.connect(chosen.append)
    again.come_back(place)
    assert again.list.chosen != "40"
    again.fill()

    qtbot.waitUntil(lambda: again._left is None, timeout=5_000)
    assert chosen[-1] == again.list.chosen == "40"
    assert again.text.textCursor().position() == 300
    assert Place.of(again).scrolled == place.scrolled


def test_a_page_that_is_still_laid_out_is_scrolled_as_it_was_once_it_is(
    qtbot: QtBot, window: QWidget
) -> None:
    first = shown(qtbot, window)
    first.fill()
    first.text.setFixedHeight(300)
    qtbot.waitUntil(lambda: first.text.height() == 300)
    first.text.setFocus()
    cursor = first.text.textCursor()
    cursor.setPosition(300)  # the last line in sight
    first.text.setTextCursor(cursor)
    place = Place.of(first)
    first.hide()
    first.setParent(None)
    first.deleteLater()

    again = shown(qtbot, window)
    again.text.setFixedHeight(90)  # there is no room yet to see that line in
    again.fill()
    again.come_back(place)
    qtbot.waitUntil(lambda: again._left is None, timeout=5_000)
    again.text.setFixedHeight(300)
    qtbot.waitUntil(lambda: again.text.height() == 300)

    now = Place.of(again)
    assert (now.scrolled, now.cursor) == (place.scrolled, place.cursor)


def test_whoever_types_meanwhile_is_left_where_they_are(qtbot: QtBot, window: QWidget) -> None:
    screen = shown(qtbot, window)
    screen.fill()
    screen.text.setFocus()
    place = replace(Place.of(screen), cursor=(300, 300))

    screen.come_back(place)
    qtbot.waitUntil(lambda: screen.text.textCursor().position() == 300)
    QTest.keyClick(screen.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: screen._left is None, timeout=5_000)
    assert screen.text.textCursor().atEnd()


def test_what_is_gone_is_given_up(qtbot: QtBot, window: QWidget) -> None:
    screen = shown(qtbot, window)
    screen.fill()

    screen.come_back(Place("nowhere", (("rows", 0, 0),), chosen=(("rows", "gone"),)))

    qtbot.waitUntil(lambda: screen._left is None, timeout=5_000)
    assert screen.list.chosen != "gone"
