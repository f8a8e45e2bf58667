"""Return begins a paragraph like the one before it, also on an empty line."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.editor import WritingEditor


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
