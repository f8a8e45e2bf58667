"""Asking first: a draft goes to the principal with a question, the answer comes back (BLO-A4, WIC-P11)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.questions import Questions
from tests.road import TEXT, Road, make_road

MAY_WE = "May we say which day it is?"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def questions(road: Road) -> Questions:
    return Questions(road.school.desk, road.reader, road.proof)


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


@pytest.mark.demand("BLO-A4")
@pytest.mark.demand("WIC-P11")
def test_a_draft_goes_to_the_principal_with_a_question_and_the_writer_is_told(
    road: Road, questions: Questions
) -> None:
    draft = road.draft()

    asked = questions.ask(road.by("ana"), draft.id, MAY_WE).value
    (seen,) = questions.brief(road.by("pat")).waiting
    questions.answer(road.by("pat"), asked, "Yes, the day is public.")
    (told,) = questions.brief(road.by("ana")).answered

    assert (seen.question.sentence, seen.asked_by, seen.question.content.text) == (MAY_WE, "Ana Brooks", TEXT)
    assert [one.id for one in seen.accounts] == [road.x]
    assert told.question.answer is not None
    assert (told.question.answer.sentence, told.answered_by) == ("Yes, the day is public.", "Pat Winters")
    assert questions.brief(road.by("pat")).waiting == ()


@pytest.mark.demand("WIC-P11")
def test_a_question_has_a_day_and_stands_with_both_until_it_is_answered(
    road: Road, questions: Questions
) -> None:
    asked = questions.ask(road.by("ana"), road.draft().id, MAY_WE).value

    (mine,), (theirs,) = (
        questions.brief(road.by("ana")).asked,
        questions.brief(road.by("pat")).waiting,
    )
    assert mine.due_on == theirs.due_on == date(2026, 11, 18)  # two weekdays after a Monday
    assert (mine.late_days, mine.question.id) == (0, asked)

    road.school.clock.forward(days=7)
    (late,) = questions.brief(road.by("pat")).waiting
    assert (late.due_on, late.late_days > 0) == (date(2026, 11, 18), True)
    questions.answer(road.by("pat"), asked, "Yes.")
    assert questions.brief(road.by("ana")).asked == ()


def test_nobody_but_the_office_is_asked_and_answers(road: Road, questions: Questions) -> None:
    asked = questions.ask(road.by("ana"), road.draft().id, MAY_WE).value

    for somebody in ("ana", "bo", "dee", "cem"):
        assert questions.brief(road.by(somebody)).waiting == ()
        with pytest.raises(NotAllowed) as refused:
            questions.answer(road.by(somebody), asked, "Yes.")
        assert "questions.office-only" in why(refused)


def test_only_its_author_asks_about_a_draft_with_a_sentence_one_question_at_a_time(
    road: Road, questions: Questions
) -> None:
    draft = road.draft()
    questions.ask(road.by("ana"), draft.id, MAY_WE)

    with pytest.raises(NotAllowed) as twice:
        questions.ask(road.by("ana"), draft.id, "And the hour?")
    with pytest.raises(NotAllowed) as anothers:
        questions.ask(road.by("dee"), draft.id, MAY_WE)
    with pytest.raises(NotAllowed) as silent:
        questions.ask(road.by("ana"), road.draft().id, "  ")

    assert why(twice) == ["questions.waits"]
    assert "posts.not-the-author" in why(anothers)
    assert why(silent) == ["questions.sentence-missing"]


def test_whoever_leads_the_school_alone_has_nobody_to_ask(road: Road, questions: Questions) -> None:
    assert questions.anybody(road.by("ana"))
    assert not questions.anybody(road.by("pat"))


def test_a_question_is_answered_once_and_a_made_up_one_never(road: Road, questions: Questions) -> None:
    asked = questions.ask(road.by("ana"), road.draft().id, MAY_WE).value
    questions.answer(road.by("pat"), asked, "Yes.")

    with pytest.raises(NotAllowed) as again:
        questions.answer(road.by("pat"), asked, "No.")
    with pytest.raises(KnownError):
        questions.answer(road.by("pat"), "made-up", "Yes.")

    assert why(again) == ["questions.answered"]


def test_what_is_asked_about_is_the_post_as_it_stood_then(road: Road, questions: Questions) -> None:
    draft = road.draft()
    questions.ask(road.by("ana"), draft.id, MAY_WE)
    road.posts.save(road.by("ana"), draft, replace(draft.content, text="Something else altogether."))

    (seen,) = questions.waiting(road.by("pat"))

    assert seen.question.content.text == TEXT
    assert seen.changed


def test_an_answer_that_the_office_did_not_sign_is_none(road: Road, questions: Questions) -> None:
    asked = questions.ask(road.by("ana"), road.draft().id, MAY_WE).value
    with pytest.raises(NotAllowed), road.school.desk.deed(road.by("bo")) as deed:
        deed.record(Act.ANSWER, Noun.QUESTIONS, asked, parts={"answer": {"sentence": "Yes."}})

    (seen,) = questions.waiting(road.by("pat"))

    assert seen.question.answer is None


def test_a_question_makes_no_release_void_and_keeps_no_post_from_it(road: Road, questions: Questions) -> None:
    draft = road.draft()
    asked = questions.ask(road.by("ana"), draft.id, MAY_WE).value
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by("bo"), draft.id)

    questions.answer(road.by("pat"), asked, "Yes.")

    assert road.publications.blockers(road.by("ana"), draft.id, road.x) == ()


def test_odd_rows_about_questions_spoil_nothing(road: Road, questions: Questions) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.ASK, Noun.QUESTIONS, "odd", parts={"question": {"post": "p", "content": 5}})
        deed.record(Act.ASK, Noun.QUESTIONS, "bare")
    asked = questions.ask(road.by("ana"), road.draft().id, MAY_WE).value

    assert [one.question.id for one in questions.waiting(road.by("pat"))] == [asked]
