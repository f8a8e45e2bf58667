"""What Today says of questions that were asked first: to who answers, and to who asked."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import Content
from smadmin.domain.questions import Answer, Question
from smadmin.services.questions import QuestionBrief, QuestionSheet
from smadmin.services.today.view import TodayView
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Deed, Need
from smadmin.ui.today.needs import needs_of
from tests.today_views import view

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


def only(shown: TodayView, beside: Beside) -> Need:
    (found,) = needs_of(shown, beside)
    return found


def step_of(need: Need) -> tuple[Deed, str, str | None]:
    assert need.step is not None
    return need.step.deed, need.step.screen, need.step.subject


def test_a_question_leads_to_its_answer_and_an_answer_back_to_the_draft() -> None:
    asked = Question("q", PostId("p"), PersonId("maya"), NOON, Content(text="Book fair"), "May we?", 3)
    told = replace(asked, answer=Answer(PersonId("ellen"), NOON, "Yes, on Thursday."))
    waits, done = (QuestionSheet(one, "Maya", "Ellen", (), (), changed=False) for one in (asked, told))

    need = only(view(Role.PRINCIPAL), Beside(questions=QuestionBrief(waiting=(waits,))))
    assert step_of(need) == (Deed.OPEN, "approvals", "question:q")
    assert need.note == say("today.sentence", sentence="May we?")

    need = only(view(Role.ADMINISTRATOR), Beside(questions=QuestionBrief(answered=(done,))))
    assert step_of(need) == (Deed.OPEN, "compose", "p")
    assert need.note == say("today.sentence", sentence="Yes, on Thursday.")


@pytest.mark.demand("WIC-P11")
def test_a_question_that_waits_stands_with_who_asked_and_says_by_when() -> None:
    asked = Question("q", PostId("p"), PersonId("maya"), NOON, Content(text="Book fair"), "May we?", 3)
    due = QuestionSheet(asked, "Maya", "", (), (), changed=False, due_on=date(2026, 11, 18))
    late = replace(due, late_days=2)

    need = only(view(Role.ADMINISTRATOR), Beside(questions=QuestionBrief(asked=(due,))))
    assert step_of(need) == (Deed.OPEN, "compose", "p")
    assert need.title.id == "questionui.today-asked"
    assert need.note is not None
    assert need.note.values["first"] == say("questionui.due", day=date(2026, 11, 18))

    need = only(view(Role.PRINCIPAL), Beside(questions=QuestionBrief(waiting=(late,))))
    assert need.state is State.STOP
    assert need.note is not None
    assert need.note.values["first"] == say("questionui.due-late", day=date(2026, 11, 18))
