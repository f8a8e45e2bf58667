"""Comments as the record has them: who entered what, what was advised, answered, closed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from smadmin.domain.answering import advises
from smadmin.domain.comments import (
    ADVICE_PART,
    CLOSED_PART,
    COMMENT_PART,
    REMOVES,
    REPLY_PART,
    Advice,
    Closed,
    ClosedAs,
    Comment,
    CommentForm,
    CommentId,
    Replied,
)
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.moderated_rows import removed_when
from smadmin.services.proof import Fact, Proven

_UNREADABLE = (KeyError, TypeError, ValueError)
_ENDS = frozenset({Act.ANSWER_COMMENT, Act.CLOSE_COMMENT}) | REMOVES
_SETTLES = _ENDS | {Act.REOPEN_COMMENT}
_PARTS = (COMMENT_PART, ADVICE_PART, REPLY_PART, CLOSED_PART)

Said = Mapping[int, Mapping[str, Any]]
"""What rows say, by their places."""


def comments_of(
    proven: Proven, *, closed_since: datetime | None = None, only: CommentId | None = None
) -> dict[CommentId, Comment]:
    """Give comments as the record has them, oldest first.

    Args:
        proven: the record.
        closed_since: of closed ones those closed since then are given; None: none.
        only: this one alone, closed or not.
    """
    rows: dict[str, list[Fact]] = {}
    for fact in proven.about(Noun.COMMENTS, only):
        rows.setdefault(fact.body.id or "", []).append(fact)
    rows = _without_empty_words(proven, rows)
    wanted = [one for one in rows.values() if only is not None or _told(one, closed_since)]
    facts = [fact for one in wanted for fact in one]
    said = {name: proven.parts(name, facts) for name in _PARTS}
    told = (_comment(one, said) for one in wanted)
    return {one.id: one for one in told if one is not None}


def _without_empty_words(proven: Proven, rows: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """Leave out rows that say *gone* of what nobody rightly began to remove (YEL-U2)."""
    since = removed_when(proven, rows)

    def counts(one: str, fact: Fact) -> bool:
        return fact.body.act not in REMOVES or (one in since and fact.moment >= since[one])

    return {one: [fact for fact in facts if counts(one, fact)] for one, facts in rows.items()}


def _told(rows: Sequence[Fact], closed_since: datetime | None) -> bool:
    """Tell by the rows alone whether a comment is given: no part of it need be opened for that."""
    last = next((one for one in reversed(rows) if one.body.act in _SETTLES), None)
    opened = last is None or last.body.act == Act.REOPEN_COMMENT
    return opened or (closed_since is not None and last is not None and last.moment >= closed_since)


def _comment(rows: Sequence[Fact], said: Mapping[str, Said]) -> Comment | None:
    found: Comment | None = None
    for fact in rows:
        try:
            found = _with(found, fact, said)
        except _UNREADABLE:  # signed, and yet nothing of the kind
            continue
    return found


def _with(comment: Comment | None, fact: Fact, said: Mapping[str, Said]) -> Comment | None:
    act, by, at = fact.body.act, fact.body.person, fact.moment
    if comment is None:
        if act != Act.ENTER_COMMENT:
            return None
        form = CommentForm.from_plain(said[COMMENT_PART][fact.seq])
        return Comment(CommentId(fact.body.id or ""), form, by, at)
    if act in REMOVES and comment.removed_at is None:  # also what was answered or closed before
        return replace(comment, removed_at=at)
    if act == Act.REOPEN_COMMENT:
        return replace(comment, closed=None)
    return _taken_further(comment, fact, said) if comment.open else comment


def _taken_further(comment: Comment, fact: Fact, said: Mapping[str, Said]) -> Comment:
    act, by, at = fact.body.act, fact.body.person, fact.moment
    if act in {Act.SEEK_ADVICE, Act.GIVE_ADVICE}:
        return replace(comment, advice=_advised(comment.advice, fact, said[ADVICE_PART][fact.seq]))
    if act == Act.CHANGE:
        return replace(comment, form=CommentForm.from_plain(said[COMMENT_PART][fact.seq]))
    if act == Act.ANSWER_COMMENT:
        return replace(comment, reply=Replied(by, at, str(said[REPLY_PART][fact.seq]["text"])))
    if act == Act.CLOSE_COMMENT:
        return replace(comment, closed=Closed(by, at, ClosedAs(said[CLOSED_PART][fact.seq]["why"])))
    return comment


def _advised(advice: Advice | None, fact: Fact, said: Mapping[str, Any]) -> Advice | None:
    """Take advice only from whom was asked, and never from who asked."""
    by = fact.body.person
    if fact.body.act == Act.SEEK_ADVICE:
        return Advice(by, fact.moment, Role(said["of"]), str(said["question"]))
    if advice is None or not advice.waits or by == advice.by or not advises(advice.of, fact.any_roles):
        return advice
    return replace(advice, said_by=by, said_at=fact.moment, sentence=str(said["sentence"]))
