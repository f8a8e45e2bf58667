"""What comes in later (photos, findings, what is missing) moves nothing that is about to be pressed."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.ui.composer.heads import Step
from smadmin.ui.composer.readiness import ReadyLine
from smadmin.ui.theme import State
from tests.gui.composer.conftest import Sitting

MUCH = tuple(ReadyLine(State.DOUBT, say("compose.alt-for", number=number)) for number in range(1, 60))


def test_what_is_read_of_the_photos_moves_no_description(at_compose: Sitting) -> None:
    write_about_four_photos(at_compose)
    tiles = at_compose.screen.writing.tiles.tiles
    before = [place(tile.alt) for tile in tiles]

    much_is_missing(at_compose)

    assert [place(tile.alt) for tile in tiles] == before


def test_pictures_stand_right_below_a_short_text(at_compose: Sitting) -> None:
    write_about_four_photos(at_compose)
    much_is_missing(at_compose)

    writing = at_compose.screen.writing
    far = place(writing.tiles.tiles[0]).y() - place(writing.editor).y()
    assert far <= 10 * writing.editor.fontMetrics().lineSpacing()


def test_reading_back_begins_at_the_top_however_far_down_the_writing_was(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.write("Doors open at six.")
    at_compose.screen.resize(1080, 300)
    at_compose.until_saved()
    bar = at_compose.screen._scroller.verticalScrollBar()
    at_compose.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5_000)
    bar.setValue(bar.maximum())

    at_compose.screen.read_back()
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.READ_BACK, timeout=5_000)

    assert bar.value() == 0


def write_about_four_photos(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("The choir sang.")
    at_compose.screen.write.add_pictures(tuple(PhotoId(name) for name in ("one", "two", "three", "four")))
    at_compose.until_saved()
    at_compose.qtbot.wait(50)


def much_is_missing(at_compose: Sitting) -> None:
    """Let the column beside the text grow far beyond the window."""
    page = at_compose.screen.writing
    high = page.height()
    page.show_ready(MUCH)
    at_compose.qtbot.waitUntil(lambda: page.height() > high, timeout=2_000)


def place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))


def test_saving_takes_neither_the_keyboard_nor_the_cursor_nor_the_selection(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("One two three")
    editor = at_compose.screen.writing.editor
    editor.setFocus()
    at_compose.qtbot.waitUntil(editor.hasFocus, timeout=5_000)
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)

    at_compose.until_saved()
    at_compose.screen.write.read_again()
    at_compose.settle()

    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "two"
