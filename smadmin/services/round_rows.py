"""Comments of accounts as the record has them: what was decided, which rounds there were."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from smadmin.domain.handing_over import hand_over_of
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.rounds import (
    DECISION_PART,
    ROUND_PART,
    UNDER_WAY,
    Begun,
    Decision,
    Round,
    Watched,
    round_of,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.life_rows import life_rows, request_of
from smadmin.services.proof import Fact, Proven

_UNREADABLE = (KeyError, TypeError, ValueError)
_TOLD_ROUNDS = 5
"""Of so many of the newest rounds the parts are opened: who looked where."""


def watched_in(proven: Proven, account: AccountId, today: date, now: datetime) -> Watched:
    """Tell how an account's comments stand: the newest word on them, and the newest rounds."""
    facts = proven.about(Noun.ROUNDS, account)
    watched = _decided(proven, account, facts, today)
    rounds = tuple(_rounds(proven, [one for one in facts if one.body.act == Act.END_ROUND][-_TOLD_ROUNDS:]))
    return replace(watched, rounds=rounds, begun=tuple(_begun(facts, now)))


def decision_of(proven: Proven, account: AccountId, today: date) -> Decision | None:
    """Tell whether an account's comments are on, and who looks."""
    return _decided(proven, account, proven.about(Noun.ROUNDS, account), today).decision


def _decided(proven: Proven, account: AccountId, facts: Sequence[Fact], today: date) -> Watched:
    asked = [one for one in proven.about(Noun.ACCOUNTS, account) if one.body.act == Act.ASK_ACCOUNT]
    since = asked[-1].seq if asked else -1
    for fact in reversed(facts):
        if fact.body.act != Act.DECIDE_COMMENTS or fact.seq < since:
            continue
        try:
            decision = Decision.from_plain(proven.part(fact, DECISION_PART) or {})
        except _UNREADABLE:  # signed, and yet no decision
            continue
        return Watched(account, _handed(proven, account, decision, fact.seq), _day(proven, fact))
    request = request_of(proven, account, today)
    if request is None:
        return Watched(account)
    return Watched(account, Decision(request.comments, request.monitor), _day(proven, asked[-1]))


def _handed(proven: Proven, account: AccountId, decision: Decision, since: int) -> Decision:
    """Let whoever took the account over from its monitor look from then on."""
    facts = [
        one
        for one in proven.about(Noun.ACCOUNTS, account)
        if one.body.act == Act.HAND_OVER and one.seq > since
    ]
    for row in life_rows(proven, facts):
        handed = hand_over_of(row)
        if handed is not None and handed.takers and handed.giver == decision.monitor:
            decision = replace(decision, monitor=handed.takers[0])
    return decision


def _rounds(proven: Proven, facts: Sequence[Fact]) -> Sequence[Round]:
    found = []
    for fact in facts:
        try:
            spots, note = round_of(proven.part(fact, ROUND_PART) or {})
        except _UNREADABLE:  # signed, and yet no round
            continue
        found.append(Round(fact.body.person, fact.moment, spots, note))
    return found


def _begun(facts: Sequence[Fact], now: datetime) -> Iterator[Begun]:
    """Give the rounds that were started lately and not finished since by the same person, newest first."""
    told: set[PersonId | None] = set()
    for fact in reversed(facts):
        lately = fact.moment > now - UNDER_WAY and fact.body.person not in told
        if fact.body.act == Act.START_ROUND and lately:
            yield Begun(fact.body.person, fact.moment)
        if fact.body.act in {Act.START_ROUND, Act.END_ROUND}:
            told.add(fact.body.person)


def _day(proven: Proven, fact: Fact) -> date:
    return proven.trust.day_of(fact.moment)
