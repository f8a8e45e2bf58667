"""Wished posts as the record has them: who asked for what, and the first answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from smadmin.domain.ids import PostId
from smadmin.domain.post_requests import ANSWER_PART, WISH_PART, PostRequest, PostWish, WishStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven

_UNREADABLE = (KeyError, TypeError, ValueError)
_ENDS = {
    Act.TAKE_POST: WishStage.TAKEN,
    Act.DECLINE_POST: WishStage.DECLINED,
    Act.TAKE_BACK: WishStage.TAKEN_BACK,
}

Said = Mapping[int, Mapping[str, Any]]
"""What rows say, by their places."""


def requests_in(
    proven: Proven, *, answered_since: datetime | None = None, only: str | None = None
) -> tuple[PostRequest, ...]:
    """Give wishes as the record has them, oldest first, each with its first answer.

    Args:
        proven: the record.
        answered_since: of answered ones those answered since then are given; None: all. No part of the others
            is opened.
        only: this one alone.
    """
    rows: dict[str, list[Fact]] = {}
    for fact in proven.about(Noun.POST_REQUESTS, only):
        rows.setdefault(fact.body.id or "", []).append(fact)
    told = (_asked_and_answered(one) for one in rows.values())
    wanted = [
        (asked, answer)
        for asked, answer in told
        if asked is not None and (answer is None or answered_since is None or answer.moment >= answered_since)
    ]
    wishes = proven.parts(WISH_PART, [asked for asked, _ in wanted])
    answers = proven.parts(ANSWER_PART, [answer for _, answer in wanted if answer is not None])
    found = (_request(asked, answer, wishes, answers) for asked, answer in wanted)
    return tuple(one for one in found if one is not None)


def _asked_and_answered(rows: list[Fact]) -> tuple[Fact | None, Fact | None]:
    """Give a wish's own row and its first answer; only who handed it in takes it back."""
    asked = next((one for one in rows if one.body.act == Act.ASK_POST), None)
    if asked is None:
        return None, None
    later = (one for one in rows if one.seq > asked.seq and one.body.act in _ENDS)
    by = asked.body.person
    return asked, next((one for one in later if one.body.act != Act.TAKE_BACK or one.body.person == by), None)


def _request(asked: Fact, answer: Fact | None, wishes: Said, answers: Said) -> PostRequest | None:
    try:
        wish = PostWish.from_plain(wishes[asked.seq])
    except _UNREADABLE:  # signed, and yet no wish
        return None
    made = PostRequest(asked.body.id or "", asked.body.person, asked.moment, wish)
    return made if answer is None else _answered(made, answer, answers.get(answer.seq, {}))


def _answered(one: PostRequest, fact: Fact, part: Mapping[str, Any]) -> PostRequest:
    post = part.get("post")
    return replace(
        one,
        stage=_ENDS[Act(fact.body.act)],
        answered_by=fact.body.person,
        answered_at=fact.moment,
        post=PostId(post) if isinstance(post, str) else None,
        reason=str(part.get("reason", "")),
    )
