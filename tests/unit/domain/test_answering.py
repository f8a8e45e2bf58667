"""What keeps a comment from being entered, answered, handed on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.answering import (
    advise_blockers,
    ask_blockers,
    form_blockers,
    is_wording,
    reply_blockers,
)
from smadmin.domain.comments import Advice, Closed, ClosedAs, Comment, CommentForm, CommentId, CommentKind
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import ReplyKind
from smadmin.domain.rounds import Spot
from tests.policies import packs

LOCAL = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001  the school's own time
NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
RULES = packs()["bloomington-mn"].comments
FORM = CommentForm(AccountId("x"), CommentKind.QUESTION, Spot.COMMENTS, "When?", "A parent", "", LOCAL)
COMMENT = Comment(CommentId("c"), FORM, None, NOW)
CRITICISM = replace(COMMENT, form=replace(FORM, kind=CommentKind.CRITICISM))
BOTH = (Role.PRINCIPAL, Role.COMMUNICATIONS)


def reasons(comment: Comment, text: str, *, now: datetime = NOW, writes: bool = True) -> list[str]:
    return [one.message.id for one in reply_blockers(comment, text, RULES, now=now, writes=writes)]


def wording(kind: ReplyKind, language: str = "en") -> str:
    reply = RULES.reply(kind)
    assert reply is not None
    return reply.told.said(language)


def filled(kind: ReplyKind, language: str = "en") -> str:
    before, _, rest = wording(kind, language).partition("\u2039")
    return before + "952-555-0100" + rest.partition("\u203a")[2]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"account": AccountId("y")}, "account"),
        ({"text": " "}, "text"),
        ({"text": "a" * 5001}, "text"),
        ({"author": "a" * 201}, "author"),
        ({"link": "lincoln"}, "link"),
        ({"found_at": LOCAL + timedelta(minutes=1)}, "time"),
        ({"found_at": LOCAL + timedelta(days=1)}, "day"),
    ],
)
def test_what_a_comment_lacks_is_said_at_its_field(change: dict[str, object], place: str) -> None:
    assert form_blockers(FORM, {"x"}, LOCAL) == ()
    assert [one.place for one in form_blockers(replace(FORM, **change), {"x"}, LOCAL)] == [place]  # type: ignore[arg-type]  # one field of any kind


@pytest.mark.demand("SOC-R1")
def test_a_students_words_need_not_be_copied_and_get_the_set_text_alone() -> None:
    student = replace(COMMENT, form=replace(FORM, kind=CommentKind.STUDENT, spot=Spot.MESSAGES, text=""))

    assert form_blockers(student.form, {"x"}, LOCAL) == ()
    assert reasons(student, "Hi Ana, sure!") == ["comments.student-only-set"]
    assert reasons(student, wording(ReplyKind.STUDENT) + " See you at 3.") == ["comments.student-only-set"]
    assert reasons(student, wording(ReplyKind.STUDENT)) == []
    assert reasons(student, wording(ReplyKind.STUDENT, "es")) == []


@pytest.mark.demand("BLO-A7")
def test_criticism_waits_for_a_calm_hour_or_advice_unless_a_meeting_is_suggested() -> None:
    later = NOW + timedelta(hours=4)
    asked = Advice(None, NOW, Role.PRINCIPAL, "What do we say?")
    waits, told = replace(CRITICISM, advice=asked), replace(CRITICISM, advice=replace(asked, said_at=NOW))

    assert reasons(CRITICISM, "You are wrong.") == ["comments.in-haste"]
    assert reasons(CRITICISM, "We looked into it.", now=later) == []
    assert reasons(CRITICISM, filled(ReplyKind.MEETING)) == []
    assert reasons(CRITICISM, filled(ReplyKind.WRITE, "es")) == []
    assert reasons(CRITICISM, filled(ReplyKind.SOURCE)) == ["comments.in-haste"]
    assert reasons(waits, "We looked into it.", now=later) == ["comments.advice-waits"]
    assert reasons(waits, filled(ReplyKind.MEETING)) == []
    assert reasons(told, "We looked into it.") == []


@pytest.mark.demand("BAL-B1e2")
def test_a_question_waits_for_nobody_even_where_somebody_was_asked() -> None:
    asked = Advice(None, NOW, Role.PRINCIPAL, "Is it at 6?")

    assert reasons(COMMENT, "At 6 p.m.") == []
    assert reasons(replace(COMMENT, advice=asked), "At 6 p.m.") == []


def test_an_answer_is_somebodys_who_speaks_for_the_account_whole_and_given_once() -> None:
    closed = replace(COMMENT, closed=Closed(None, NOW, ClosedAs.NONE_NEEDED))

    assert reasons(COMMENT, "At 6.", writes=False) == ["comments.not-yours"]
    assert reasons(COMMENT, " ") == ["comments.reply-missing"]
    assert reasons(COMMENT, "a" * 5001) == ["comments.too-long"]
    assert reasons(COMMENT, wording(ReplyKind.WRITE)) == ["comments.blank-left"]
    assert reasons(closed, "At 6.") == ["comments.closed-already"]


def test_words_beside_a_wording_make_it_another_answer() -> None:
    meeting = RULES.reply(ReplyKind.MEETING)

    assert is_wording(meeting, f"  {filled(ReplyKind.MEETING)}\n")
    assert not is_wording(meeting, wording(ReplyKind.MEETING))
    assert not is_wording(meeting, filled(ReplyKind.MEETING) + " You are wrong.")
    assert not is_wording(None, "Anything.")


def test_advice_is_asked_of_somebody_else_who_is_here_and_given_by_them() -> None:
    asked = replace(COMMENT, advice=Advice(None, NOW, Role.PRINCIPAL, "What do we say?"))

    def asks(comment: Comment, of: Role, question: str) -> list[str | None]:
        return [one.place for one in ask_blockers(comment, of, question, advisers=(Role.PRINCIPAL,))]

    def advises(comment: Comment, sentence: str, role: Role, *, own: bool = False) -> list[str]:
        found = advise_blockers(comment, sentence, roles={role}, own=own)
        return [one.message.id for one in found]

    assert asks(COMMENT, Role.PRINCIPAL, "What do we say?") == []
    assert asks(COMMENT, Role.COMMUNICATIONS, "?") == ["of", "question"]
    assert asks(COMMENT, Role.PRINCIPAL, "a" * 1001) == ["question"]
    assert asks(asked, Role.PRINCIPAL, "What do we say?") == [None]
    assert advises(asked, "Say that we look into it.", Role.DEPUTY) == []
    assert advises(asked, "Say so.", Role.COMMUNICATIONS) == ["comments.not-your-advice"]
    assert advises(asked, "Say so.", Role.PRINCIPAL, own=True) == ["comments.not-your-advice"]
    assert advises(asked, " ", Role.PRINCIPAL) == ["comments.sentence-missing"]
    assert advises(asked, "a" * 1001, Role.PRINCIPAL) == ["comments.too-long"]
    assert advises(COMMENT, "Say so.", Role.PRINCIPAL) == ["comments.not-asked"]
