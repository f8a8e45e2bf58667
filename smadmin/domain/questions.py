"""Asking first: a draft goes to the principal with a question before it is handed in (BLO-A4, WIC-P11).

Question and answer live in the record alone, beside the post and never about it: a row about a post would
void its release. What is asked about is the post as it stood then, whatever becomes of the draft.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.posts import Content, Draft, edit_blockers

QUESTION_PART, ANSWER_PART = "question", "answer"
SENTENCE_MOST = 1_000
"""So long a question or an answer is at most."""


@dataclass(frozen=True)
class Answer:
    """What the principal said, and when (UTC)."""

    by: PersonId | None
    at: datetime
    sentence: str


@dataclass(frozen=True)
class Question:
    """A question about a post.

    Args:
        by: who asked.
        at: when, UTC.
        content: the post as it stood then.
        seq: the record's row that asked.
        answer: None while it waits.
    """

    id: str
    post: PostId
    by: PersonId | None
    at: datetime
    content: Content
    sentence: str
    seq: int
    answer: Answer | None = None

    def same_words(self, content: Content) -> bool:
        """Tell whether a post still says to everybody what was asked about, with the same pictures."""
        then, now = self.content, content
        return (
            then.accounts == now.accounts
            and then.pictures == now.pictures
            and all(then.text_for(one) == now.text_for(one) for one in now.accounts)
        )


def question_plain(post: PostId, content: Content, sentence: str) -> dict[str, Plain]:
    """Give a question as it is signed."""
    return {"post": post, "content": content.to_plain(), "sentence": sentence}


def asked_of(part: Mapping[str, Any]) -> tuple[PostId, Content, str]:
    """Read what `question_plain` gave: the post, its content then, the question.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: signed, and yet no question.
    """
    return PostId(str(part["post"])), Content.from_plain(part["content"]), str(part["sentence"])


def ask_blockers(
    draft: Draft, by: PersonId | None, sentence: str, *, waits: bool, anybody: bool
) -> tuple[Reason, ...]:
    """List why somebody can't ask about a draft.

    Args:
        draft: as it is stored.
        by: who asks.
        sentence: the question.
        waits: whether a question about it waits already.
        anybody: whether the school has somebody who answers.
    """
    reasons = list(edit_blockers(draft, by))
    if not anybody:
        reasons.append(Reason(say("questions.nobody")))
    if waits:
        reasons.append(Reason(say("questions.waits")))
    if not draft.content.accounts:
        reasons.append(Reason(say("posts.no-account"), "BAL-A2", "accounts"))
    return (*reasons, *sentence_blockers(sentence))


def answer_blockers(
    question: Question, by: PersonId | None, roles: frozenset[Role], sentence: str
) -> tuple[Reason, ...]:
    """List why somebody can't answer: only principal and deputy do, once, and never themselves."""
    reasons = []
    if not roles & OFFICE:
        reasons.append(Reason(say("questions.office-only")))
    if by == question.by:
        reasons.append(Reason(say("questions.own")))
    if question.answer is not None:
        reasons.append(Reason(say("questions.answered")))
    return (*reasons, *sentence_blockers(sentence))


def sentence_blockers(sentence: str) -> tuple[Reason, ...]:
    """List what a question or an answer lacks."""
    if not sentence.strip():
        return (Reason(say("questions.sentence-missing"), "BLO-A4", "sentence"),)
    if len(sentence) > SENTENCE_MOST:
        return (Reason(say("questions.sentence-long", n=SENTENCE_MOST), None, "sentence"),)
    return ()
