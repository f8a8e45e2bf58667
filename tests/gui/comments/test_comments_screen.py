"""The comment desk on the screen: a round from the cards to its end, a question from entry to answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.comments import ClosedAs, CommentKind
from smadmin.domain.rounds import Decision, Spot
from smadmin.ui.buttons import Button
from smadmin.ui.comments.beside import CARDS, ENTER
from smadmin.ui.comments.further_parts import AdvicePart, ClosePart
from smadmin.ui.comments.model import ROUND
from smadmin.ui.comments.screen import CommentsScreen
from smadmin.ui.labels import PlainLabel
from smadmin.ui.typed import typed_words
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

MAYA = "maya-ortega"


seat = seat_of(MAYA)


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> CommentsScreen:
    made = CommentsScreen(seat.around)
    seat.show(made, window)
    return made


def said(widget: QWidget, above: QWidget) -> str:
    shown = (one for one in widget.findChildren(PlainLabel) if one.isVisibleTo(above))
    return "\n".join(one.whole_text for one in shown)


def chips(screen: CommentsScreen) -> list[str]:
    return [one.chip for one in screen.list.rows]


def open_round(screen: CommentsScreen, seat: Seat) -> str:
    """Open the round of an account on X."""
    account = seat.accounts()["x"].id
    screen.open_subject(account)
    return account


@pytest.mark.demand("BAL-B1f1")
@pytest.mark.demand("BAL-B1f5")
@pytest.mark.demand("SOC-R1")
def test_who_looks_is_decided_the_cards_are_read_and_a_round_is_done(
    screen: CommentsScreen, seat: Seat
) -> None:
    account = open_round(screen, seat)
    panel = screen.beside.rounds
    panel.decide_button.click()
    panel.form.comments.setCurrentIndex(0)
    panel.form.monitor.setCurrentIndex(panel.form.monitor.findText("Maya Ortega"))
    panel.form.button.click()
    seat.settle()
    row = next(one for one in screen.list.rows if one.key == ROUND + account)
    assert row.chip == "On time"
    assert not panel.start_button.isEnabled()
    assert panel.lacks.isVisible()
    assert "Read the cards for emergencies first" in panel.lacks.whole_text

    panel.cards_button.click()
    assert "Call 911" in said(screen.beside.cards, screen)
    screen.beside.cards.read_button.click()
    seat.settle()
    panel.start_button.click()
    seat.settle()
    assert panel.look.isVisibleTo(screen)
    assert next(one for one in screen.list.rows if one.key == ROUND + account).chip == "Under way"
    assert not panel.lacks.isVisible()
    assert "Never a chat with a student" in said(panel.look, screen)
    for spot in (Spot.COMMENTS, Spot.MENTIONS):
        panel.look.ticks[spot].click()
    assert not panel.look.finish_button.isEnabled()
    panel.look.ticks[Spot.MESSAGES].click()
    panel.look.note.setText("All friendly.")
    panel.look.finish_button.click()
    seat.settle()

    assert not panel.look.isVisibleTo(screen)
    assert "All friendly." in said(panel, screen)
    assert "Maya Ortega looked last on" in panel.last.whole_text


def enter(screen: CommentsScreen, seat: Seat, kind: CommentKind, text: str) -> None:
    screen.open_subject(ENTER)
    form = screen.beside.form
    form.kind.setCurrentIndex(form.kind.findData(kind.value))
    form.account.setCurrentIndex(form.account.findData(seat.accounts()["x"].id))
    form.text.setPlainText(text)
    form.author.setText("A parent")
    form.link.setText("https://x.com/parent/status/1")
    form.button.click()
    seat.settle()


@pytest.mark.demand("BAL-B1e2")
def test_a_question_is_entered_answered_and_stands_below(
    screen: CommentsScreen, seat: Seat, qtbot: QtBot
) -> None:
    screen.main.click()
    screen.beside.form.button.click()
    seat.settle()
    assert screen.beside.form.fields["text"].error == "Paste what was written."
    enter(screen, seat, CommentKind.QUESTION, "When does the book fair begin?")
    assert screen.list.rows[0].title == "Question: When does the book fair begin?"
    assert screen.list.rows[0].chip.startswith("Due")
    reply = screen.beside.comment.reply
    assert not reply.done_button.isEnabled()

    QTest.keyClicks(reply.text, "You are full of shit.")
    qtbot.waitUntil(lambda: bool(reply.found.count()))
    assert not reply.done_button.isEnabled()
    reply.text.setPlainText("On Thursday at 8 in the library.")
    seat.settle()
    reply.copy_button.click()
    assert QGuiApplication.clipboard().text() == "On Thursday at 8 in the library."
    QTest.keyClick(reply.done_button, Qt.Key.Key_Space)
    seat.settle()

    assert "Answered" in chips(screen)
    assert "On Thursday at 8 in the library." in said(screen.beside.comment, screen)
    assert not reply.isVisibleTo(screen)


def test_what_is_said_of_a_comment_is_no_wider_than_its_column(screen: CommentsScreen, seat: Seat) -> None:
    enter(screen, seat, CommentKind.QUESTION, "When does the book fair begin?")

    area = screen.beside.currentWidget()

    assert isinstance(area, QScrollArea)
    assert screen.beside.comment.wrong_button.isVisible()
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.demand("BLO-A7")
def test_criticism_waits_and_advice_is_asked_for(screen: CommentsScreen, seat: Seat) -> None:
    enter(screen, seat, CommentKind.CRITICISM, "You never answer the phone!")
    panel = screen.beside.comment
    assert "don't answer in haste" in panel.means.whole_text
    panel.reply.text.setPlainText("We do.")
    assert "isn't answered in haste" in panel.reply.field.error
    assert not panel.reply.done_button.isEnabled()

    advice = next(one for one in panel.parts if isinstance(one, AdvicePart))
    advice.button.click()
    advice.ask_button.click()
    seat.settle()
    assert advice.fields["question"].error
    advice.question.setPlainText("What do we say?")
    advice.ask_button.click()
    seat.settle()

    assert chips(screen)[0] == "Waits for advice"
    assert "What do we say?" in said(advice, screen)


@pytest.mark.demand("SOC-R1")
def test_a_students_message_gets_the_set_text_at_a_press(screen: CommentsScreen, seat: Seat) -> None:
    enter(screen, seat, CommentKind.STUDENT, "")
    reply = screen.beside.comment.reply
    assert reply.text.isReadOnly()

    assert "we don't write privately with students" in reply.text.toPlainText()
    assert reply.done_button.isEnabled()
    reply.language.setFocus()
    QTest.keyClick(reply.language, Qt.Key.Key_Down)
    assert reply.text.toPlainText().startswith("Gracias por escribir.")
    assert reply.done_button.isEnabled()


def test_a_comment_is_closed_or_its_entry_put_right(screen: CommentsScreen, seat: Seat) -> None:
    enter(screen, seat, CommentKind.OTHER, "Lovly!")
    panel = screen.beside.comment
    panel.change_button.click()
    panel.form.text.setPlainText("Lovely!")
    panel.form.button.click()
    seat.settle()
    assert screen.list.rows[0].title == "Something else: Lovely!"
    close = next(one for one in panel.parts if isinstance(one, ClosePart))
    close.buttons[ClosedAs.NONE_NEEDED].click()
    seat.settle()

    assert "Closed" in chips(screen)
    assert "It needs no answer" in said(panel, screen)
    next(one for one in screen.window().findChildren(Button) if one.text() == "Undo").click()
    seat.settle()
    assert "Closed" not in chips(screen)
    assert panel.reply.isVisibleTo(screen)


def test_what_is_typed_into_an_answer_is_kept_at_lock_and_while_another_is_read(
    screen: CommentsScreen, seat: Seat
) -> None:
    enter(screen, seat, CommentKind.QUESTION, "When?")

    reply = screen.beside.comment.reply
    question = screen.list.chosen
    QTest.keyClicks(reply.text, "On Thursday")
    open_round(screen, seat)
    enter(screen, seat, CommentKind.OTHER, "Lovely!")
    assert reply.text.toPlainText() == ""

    screen.open_subject(question)

    assert reply.text.toPlainText() == "On Thursday"
    assert "On Thursday" in dict(typed_words(screen)).values()


def test_comments_off_is_as_good_as_on(screen: CommentsScreen, seat: Seat) -> None:
    account = open_round(screen, seat)
    seat.office.rounds.decide(seat.by(MAYA), seat.accounts()["x"].id, Decision(comments=False))
    screen.load()
    seat.settle()
    screen.open_subject(account)

    assert "Comments off" in chips(screen)
    assert not screen.beside.rounds.start_button.isVisibleTo(screen)
    screen.open_subject(CARDS)
    assert screen.beside.cards.isVisibleTo(screen)


def test_nothing_is_decided_for_anybody_and_who_decides_is_proposed_to_look(
    screen: CommentsScreen, seat: Seat
) -> None:
    open_round(screen, seat)
    panel = screen.beside.rounds
    panel.decide_button.click()
    assert not panel.form.button.isEnabled()

    panel.form.comments.setCurrentIndex(0)

    assert panel.form.button.isEnabled()
    assert panel.form.monitor.currentText() == "Maya Ortega"


def test_a_press_on_the_open_row_leads_back_from_the_cards(screen: CommentsScreen, seat: Seat) -> None:
    open_round(screen, seat)
    screen.cards_button.click()
    area = screen.beside.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().value() == 0
    place = next(i for i, one in enumerate(screen.list.rows) if one.key == screen.list.chosen)
    middle = screen.list.visualRect(screen.list.model().index(place, 0)).center()

    QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert screen.beside.rounds.isVisible()


def test_a_threat_is_called_one_and_no_answer_is_asked_for(screen: CommentsScreen, seat: Seat) -> None:
    enter(screen, seat, CommentKind.OTHER, "I will kill you all at school tomorrow")
    panel = screen.beside.comment
    assert "These words look like: A threat." in said(panel, screen)
    assert not panel.means.isVisibleTo(screen)

    enter(screen, seat, CommentKind.QUESTION, "When does the book fair begin?")

    assert "These words look like" not in said(panel, screen)


def test_whoever_is_asked_for_advice_finds_its_field_first_and_no_deed_under_the_keyboard(
    screen: CommentsScreen, seat: Seat, window: QWidget
) -> None:
    enter(screen, seat, CommentKind.CRITICISM, "Nobody was asked.")
    panel = screen.beside.comment
    advice = next(one for one in panel.parts if isinstance(one, AdvicePart))
    assert panel.reply.y() < advice.y()
    advice.button.click()
    advice.question.setPlainText("Was it cancelled?")
    advice.ask_button.setFocus()
    QTest.keyClick(advice.ask_button, Qt.Key.Key_Space)
    seat.settle()
    assert window.focusWidget() is screen.list

    seat.by("ellen-whitcomb")
    screen.load()
    seat.settle()

    assert advice.y() < panel.reply.y()
