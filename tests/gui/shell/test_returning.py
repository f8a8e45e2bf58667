"""What stood in an open form when the window locked is given back to who typed it, and to nobody else."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.fields import Field
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.shell.returning import FORMS
from smadmin.ui.shell.seating import GATE
from smadmin.ui.typed import keep_words, typed_words
from tests.gui.shell.tiny import Opened


def open_form(above: QWidget, *, kept: bool = True) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
    """Open a form with a line to type in, one that is filled already, and a secret one."""
    form = QWidget(above)
    typed, filled, secret = QLineEdit(), QLineEdit("was here"), QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    column = QVBoxLayout(form)
    for name, line in (("Topic", typed), ("Account", filled), ("Secret", secret)):
        column.addWidget(Field(name, line))
    if kept:
        keep_words(form)
    form.show()
    QTest.keyClicks(typed, "Book fair")
    QTest.keyClicks(secret, "hidden")
    return typed, filled, secret


def sit(opened: Opened, qtbot: QtBot, name: str) -> set[str]:
    """Let somebody sit down; gives the keys of the banners that they see."""
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, name)
    return {model.key for model in opened.frame.banners.models}


def lock(opened: Opened, qtbot: QtBot) -> None:
    opened.shell.lock()
    qtbot.waitUntil(lambda: opened.frame.current == GATE)


def test_words_come_back_to_their_writer_alone(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    screen = next(one for one in opened.frame.screens() if one.isVisible())
    open_form(screen)

    lock(opened, qtbot)
    assert FORMS not in sit(opened, qtbot, "Daniel Reyes")
    lock(opened, qtbot)
    assert FORMS in sit(opened, qtbot, "Maya Ortega")
    model = next(one for one in opened.frame.banners.models if one.key == FORMS)
    opened.frame.bannerActed.emit(model)

    sheet = opened.shell._returning.sheet
    assert sheet is not None
    assert [line.text() for line in sheet.lines if isinstance(line, QLineEdit)] == ["Book fair"]
    with qtbot.waitSignal(sheet.destroyed):
        sheet.close_button.click()
    lock(opened, qtbot)


def test_whatever_goes_wrong_on_the_way_it_locks(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError

    sit(opened, qtbot, "Maya Ortega")
    monkeypatch.setattr(opened.shell._returning, "put_away", broken)

    with pytest.raises(RuntimeError):
        opened.shell.lock()

    qtbot.waitUntil(lambda: opened.frame.current == GATE)


def test_whoever_gets_the_chair_finds_no_words_and_the_writer_gets_them_back(
    opened: Opened, qtbot: QtBot
) -> None:
    sit(opened, qtbot, "Maya Ortega")
    said = SentenceWords("Send back", "What is to change?", "", "Do it", "Leave", "Say why")
    form = SentenceForm(said, parent=next(one for one in opened.frame.screens() if one.isVisible()))
    form.show()
    form.unfold()
    QTest.keyClicks(form.line, "Ask her mother first")

    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)

    assert form.line.text() == ""
    assert FORMS not in sit(opened, qtbot, "Ellen Whitcomb")
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.shell.give_back()
    assert FORMS in {model.key for model in opened.frame.banners.models}


def test_only_what_was_typed_in_a_form_that_keeps_it_counts(qtbot: QtBot) -> None:
    whole, other = QWidget(), QWidget()
    for one in (whole, other):
        qtbot.addWidget(one)
        one.show()
    open_form(whole)
    open_form(other, kept=False)

    assert typed_words(whole) == (("Topic", "Book fair"),)
    assert typed_words(other) == ()
