"""Return begins a paragraph like the one before it; a long text that still comes leaves the cursor alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.editor import PORTION, WritingEditor


def test_two_returns_leave_a_line_free_and_all_lines_stand_equally_far_apart(
    window: QWidget, appearance: Appearance
) -> None:
    editor = WritingEditor(window)
    editor.show_voice("", "")  # type: ignore[arg-type]  # whose words they are is all one here
    window.show()

    QTest.keyClicks(editor, "First")
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Second")

    block, heights = editor.document().begin(), set()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert editor.words == "First\n\nSecond"
    assert len(heights) == 1


def test_whoever_goes_elsewhere_while_a_long_text_comes_stays_there(
    window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    del appearance
    editor, text, here = WritingEditor(window), "The larks sing.\n" * (PORTION // 8), 960
    editor.show_voice("", text)  # type: ignore[arg-type]  # as above
    cursor = editor.textCursor()
    cursor.setPosition(here)
    editor.setTextCursor(cursor)
    assert editor.words != text

    qtbot.waitUntil(lambda: editor.words == text)

    assert editor.textCursor().position() == here
