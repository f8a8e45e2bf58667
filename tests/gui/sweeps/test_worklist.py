"""The worklist by single keys: covered, kept with a reason, not this child; what goes is asked once more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.sweeps import Decided
from smadmin.ui.sweeps.found import found_of
from smadmin.ui.sweeps.work import WorkPage
from smadmin.ui.wording import Wording
from tests.gui.sweeps.drawn import DrawnPictures
from tests.unit.ui.sweeps.made import NAMED, TOLD, UNSURE, decided, in_library, line, view_of

ALL = found_of(view_of(line(NAMED), line(TOLD), in_library(UNSURE)))


@pytest.fixture
def answers() -> list[tuple[str, Decided, str]]:
    return []


@pytest.fixture
def page(window: QWidget, words: Wording, qtbot: QtBot, answers: list[tuple[str, Decided, str]]) -> WorkPage:
    made = WorkPage(words, DrawnPictures(window))
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitExposed(window):
        window.show()
    made.decided.connect(lambda *answer: answers.append(answer))
    made.show_items(ALL, ())
    made.begin()
    return made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.demand("BAL-B1i1")
def test_one_key_answers_and_leads_to_the_next(
    page: WorkPage, answers: list[tuple[str, Decided, str]]
) -> None:
    page.list.choose(TOLD.key)
    page.list.rowChosen.emit(TOLD.key)
    press(Qt.Key.Key_C)
    assert answers == [(TOLD.key, Decided.COVER, "")]

    covered = decided(TOLD, Decided.COVER)
    page.show_items(found_of(view_of(line(NAMED), line(covered, done=True), in_library(UNSURE))), ())
    assert page.current is not None
    assert page.current.key == UNSURE.key
    press(Qt.Key.Key_N)
    assert answers[1:] == [(UNSURE.key, Decided.NOT_THIS_CHILD, "")]


def test_what_is_kept_asks_why_and_takes_a_ready_reason_by_its_number(
    page: WorkPage, words: Wording, answers: list[tuple[str, Decided, str]]
) -> None:
    press(Qt.Key.Key_K)
    assert answers == []
    press(Qt.Key.Key_2)
    assert answers == [(NAMED.key, Decided.KEEP, words.say("sweepui.keep-not-to-be-told"))]


def test_a_reason_of_ones_own_keeps_its_letters_and_must_be_said(
    page: WorkPage, answers: list[tuple[str, Decided, str]]
) -> None:
    press(Qt.Key.Key_K)
    line_edit = page.item.answers.line
    line_edit.setFocus()
    press(Qt.Key.Key_Return)
    assert answers == []
    assert page.item.answers.why.error
    QTest.keyClicks(line_edit, "not t1 k")
    press(Qt.Key.Key_Return)
    assert answers == [(NAMED.key, Decided.KEEP, "not t1 k")]


def test_what_goes_is_asked_once_more_and_goes_by_enter(
    page: WorkPage, qtbot: QtBot, answers: list[tuple[str, Decided, str]]
) -> None:
    press(Qt.Key.Key_T)
    assert answers == []
    assert page.item.answers.down_button.hasFocus()
    qtbot.waitUntil(lambda: not page.item.answers.down_button.settling)
    press(Qt.Key.Key_Return)
    assert answers == [(NAMED.key, Decided.TAKE_DOWN, "")]


def test_words_cant_be_covered_and_say_why(page: WorkPage, answers: list[tuple[str, Decided, str]]) -> None:
    press(Qt.Key.Key_C)
    assert answers == []
    assert not page.item.answers.buttons[Decided.COVER].isEnabled()


def test_a_reading_from_before_the_answer_doesnt_keep_it_from_going_on(
    page: WorkPage, answers: list[tuple[str, Decided, str]]
) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    page.item.answers.given.emit(Decided.TAKE_DOWN, "")
    page.show_items(ALL, ())
    gone = decided(NAMED, Decided.TAKE_DOWN)
    page.show_items(found_of(view_of(line(gone), line(TOLD))), ())

    assert page.current is not None
    assert page.current.key == TOLD.key
    page.show_items(found_of(view_of(line(gone))), ())
    assert opened[-1] == NAMED.key


def test_nothing_is_answered_about_a_picture_that_isnt_seen_yet(
    window: QWidget, words: Wording, qtbot: QtBot
) -> None:
    pictures = DrawnPictures(window, "told")
    page = WorkPage(words, pictures)
    QVBoxLayout(window).addWidget(page)
    with qtbot.waitExposed(window):
        window.show()
    page.show_items(found_of(view_of(line(TOLD))), ())
    cover = page.item.answers.buttons[Decided.COVER]
    assert not cover.isEnabled()

    pictures.arrive("told")

    assert cover.isEnabled()


def test_after_the_last_answer_it_is_over(
    page: WorkPage, qtbot: QtBot, answers: list[tuple[str, Decided, str]]
) -> None:
    page.show_items(found_of(view_of(line(TOLD))), ())
    press(Qt.Key.Key_C)
    with qtbot.waitSignal(page.finished):
        page.show_items(found_of(view_of(line(decided(TOLD, Decided.COVER), done=True))), ())


def test_what_is_decided_can_be_decided_anew(page: WorkPage, answers: list[tuple[str, Decided, str]]) -> None:
    page.show_items(found_of(view_of(line(decided(TOLD, Decided.COVER), done=True))), ())
    assert not page.item.answers.buttons[Decided.KEEP].isVisible()
    press(Qt.Key.Key_U)
    press(Qt.Key.Key_N)
    assert answers == [(TOLD.key, Decided.NOT_THIS_CHILD, "")]


def test_who_may_not_decide_sees_why(page: WorkPage, answers: list[tuple[str, Decided, str]]) -> None:
    page.show_items(ALL, ("Only who keeps the list decides.",))
    press(Qt.Key.Key_N)
    assert answers == []
    assert not page.item.answers.buttons[Decided.NOT_THIS_CHILD].isEnabled()
