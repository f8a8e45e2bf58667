"""The blanks of a ready-made text in the editor: Tab goes from one to the next, typing fills it."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from smadmin.domain.blanks import BLANK

_BLANK = QRegularExpression(BLANK)


def put_in(editor: QTextEdit, text: str, *, last: bool = False) -> None:
    """Put a ready-made text where the cursor is, or last, on lines of its own, and select its first blank."""
    cursor = editor.textCursor()
    begun = bool(editor.toPlainText().strip())
    if last:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n{text}" if begun else text)
        editor.setTextCursor(cursor)
        editor.setFocus()
        return
    at = cursor.selectionStart()
    cursor.insertText(f"\n{text}\n" if begun else text)
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    select_next(editor)
    editor.setFocus()


def select_next(editor: QTextEdit) -> bool:
    """Select the next blank, after the last one the first; tells whether there is one."""
    document = editor.document()
    found = _from(document, editor.textCursor().selectionEnd())
    if found.isNull():
        found = _from(document, 0)
    if found.isNull():
        return False
    editor.setTextCursor(found)
    editor.ensureCursorVisible()
    return True


def _from(document: QTextDocument, place: int) -> QTextCursor:
    return document.find(_BLANK, place)
