"""Asking first: who may ask and answer, and that a question is read as it was signed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SchoolId, SlotId
from smadmin.domain.people import Role
from smadmin.domain.posts import Content, Draft, Override, Picture, PostStage
from smadmin.domain.questions import (
    Answer,
    Question,
    answer_blockers,
    ask_blockers,
    asked_of,
    question_plain,
)

ANA, PAT = PersonId("ana"), PersonId("pat")
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
X = AccountId("x")
CONTENT = Content(
    "The fair is open.",
    (X,),
    {X: "The fair!"},
    (Picture(PhotoId("p"), "A tower"),),
    (Override("claim", "the best", "it is a quote", ANA),),
    SlotId("s"),
)
DRAFT = Draft(PostId("post"), SchoolId("school"), ANA, CONTENT, PostStage.DRAFT, NOON)
ASKED = Question("q", PostId("post"), ANA, NOON, CONTENT, "May we?", 4)
OFFICE = frozenset({Role.PRINCIPAL})


def ids(reasons: tuple[object, ...]) -> list[str]:
    return [one.message.id for one in reasons]  # type: ignore[attr-defined]  # reasons


def test_a_question_is_read_as_it_was_signed() -> None:
    assert asked_of(question_plain(PostId("post"), CONTENT, "May we?")) == ("post", CONTENT, "May we?")


@pytest.mark.parametrize("part", [{}, {"post": "p", "content": 5}, {"post": "p", "content": {"text": ""}}])
def test_anything_else_is_no_question(part: dict[str, object]) -> None:
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        asked_of(part)


def test_only_its_author_asks_while_it_is_a_draft() -> None:
    assert ask_blockers(DRAFT, ANA, "May we?", waits=False, anybody=True) == ()
    assert ids(ask_blockers(DRAFT, PAT, "May we?", waits=False, anybody=True)) == ["posts.not-the-author"]
    handed_in = replace(DRAFT, stage=PostStage.SUBMITTED)
    assert ids(ask_blockers(handed_in, ANA, "?", waits=False, anybody=True)) == ["posts.take-back-first"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"sentence": " "}, "questions.sentence-missing"),
        ({"sentence": "x" * 1001}, "questions.sentence-long"),
        ({"waits": True}, "questions.waits"),
        ({"anybody": False}, "questions.nobody"),
        ({"draft": replace(DRAFT, content=Content("Words"))}, "posts.no-account"),
    ],
)
def test_what_a_question_lacks_has_its_sentence(changed: dict[str, object], expected: str) -> None:
    facts: dict[str, object] = {"draft": DRAFT, "sentence": "May we?", "waits": False, "anybody": True}
    facts |= changed
    draft, sentence = facts.pop("draft"), facts.pop("sentence")

    assert ids(ask_blockers(draft, ANA, sentence, **facts)) == [expected]  # type: ignore[arg-type]  # fields by name


def test_principal_and_deputy_answer_once_and_never_themselves() -> None:
    answered = replace(ASKED, answer=Answer(PAT, NOON, "Yes."))

    assert answer_blockers(ASKED, PAT, OFFICE, "Yes.") == ()
    assert ids(answer_blockers(ASKED, PAT, frozenset({Role.REVIEWER}), "Yes.")) == ["questions.office-only"]
    assert ids(answer_blockers(ASKED, ANA, OFFICE, "Yes.")) == ["questions.own"]
    assert ids(answer_blockers(answered, PAT, OFFICE, "Yes.")) == ["questions.answered"]
    assert ids(answer_blockers(ASKED, PAT, OFFICE, "")) == ["questions.sentence-missing"]


def test_other_words_pictures_or_accounts_are_told_apart_from_what_was_asked_about() -> None:
    assert ASKED.same_words(replace(CONTENT, overrides=(), slot=None))
    assert not ASKED.same_words(replace(CONTENT, wordings={X: "Another"}))
    assert not ASKED.same_words(replace(CONTENT, pictures=()))
    assert not ASKED.same_words(replace(CONTENT, accounts=()))
