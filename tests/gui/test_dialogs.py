"""Dialogs: the safe answer has the keyboard, and a report can be taken along."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.ui.appearance import Appearance
from smadmin.ui.crash import CrashDialog, CrashReport
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.frame import Frame
from smadmin.ui.wording import Wording

QUESTION = Question(
    say("shell.official-accounts-in-draft", n=3),
    say("shell.crash-kept"),
    say("shell.deed-cut"),
    say("shell.dismiss"),
)


def test_return_keeps_everything(frame: Frame, words: Wording, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(QUESTION, words, frame)
    dialog.open()

    with qtbot.waitSignal(dialog.declined), qtbot.assertNotEmitted(dialog.confirmed):
        QTest.keyClick(dialog.keep_button, Qt.Key.Key_Return)


def test_escape_keeps_everything(frame: Frame, words: Wording, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(QUESTION, words, frame)
    dialog.open()

    with qtbot.waitSignal(dialog.declined), qtbot.assertNotEmitted(dialog.confirmed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_only_its_own_button_does_it(frame: Frame, words: Wording, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(QUESTION, words, frame)
    dialog.open()

    with qtbot.waitSignal(dialog.confirmed), qtbot.assertNotEmitted(dialog.declined):
        QTest.mouseClick(dialog.do_button, Qt.MouseButton.LeftButton)


def test_the_crash_dialog_shows_and_gives_the_report(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    dialog = CrashDialog(CrashReport(("smadmin 0.1.0", "ValueError")), words)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.shown.toPlainText() == "smadmin 0.1.0\nValueError"
    with qtbot.waitSignal(dialog.reportCopied):
        QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "smadmin 0.1.0\nValueError"
