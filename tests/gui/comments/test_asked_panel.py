"""Questions about posts stand on the comment desk: for whoever answers, and for whoever asked."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.ui.comments.screen import CommentsScreen
from tests.gui.comments.test_comments_screen import MAYA
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of(MAYA)


def shown(seat: Seat, window: QWidget, slug: str) -> CommentsScreen:
    seat.by(slug)
    screen = CommentsScreen(seat.around)
    seat.show(screen, window)
    return screen


@pytest.mark.demand("WIC-P11")
def test_a_question_stands_there_until_it_is_answered_and_leads_to_its_answer(
    seat: Seat, window: QWidget
) -> None:
    maya, account = seat.by(MAYA), seat.accounts()["x"]
    draft = seat.office.posts.create(maya, (account.id,), text="The library opens at 8.").value
    asked = seat.office.questions.ask(maya, draft.id, "May we name the author?").value

    mine = shown(seat, window, MAYA)
    mine.open_subject(f"question:{asked}")
    assert mine.beside.asked.sentence.whole_text == "May we name the author?"
    assert "waits for its answer" in mine.beside.asked.who.whole_text
    assert "An answer is due by" in mine.beside.asked.due.whole_text
    mine.beside.asked.go.click()
    assert seat.doors.opened[-1] == ("compose", draft.id)
    mine.hide()

    ellen = shown(seat, window, "ellen-whitcomb")
    row = next(one for one in ellen.list.rows if one.key == f"question:{asked}")
    assert "Maya Ortega asks you first" in row.title
    ellen.open_subject(row.key)
    ellen.beside.asked.go.click()
    assert seat.doors.opened[-1] == ("approvals", f"question:{asked}")

    seat.office.questions.answer(seat.by("ellen-whitcomb"), asked, "Yes.")
    ellen.load()
    seat.settle()
    assert all(one.key != f"question:{asked}" for one in ellen.list.rows)
