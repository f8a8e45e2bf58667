"""Comments of accounts as the record has them: what was decided, which rounds there were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

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

Said = Mapping[int, Mapping[str, Any]]
"""What rows say, by their places."""

_UNREADABLE = (KeyError, TypeError, ValueError)
TOLD_ROUNDS = 5
"""Of so many of the newest rounds the parts are opened: who looked where."""


def watched_in(proven: Proven, account: AccountId, today: date, now: datetime) -> Watched:
    """Tell how an account's comments stand: the newest word on them, and the newest rounds."""
    return watched_among(proven, [account], today, now)[account]


def watched_among(
    proven: Proven, accounts: Sequence[AccountId], today: date, now: datetime, *, told: int = TOLD_ROUNDS
) -> Mapping[AccountId, Watched]:
    """Tell the same of several accounts; their parts are read in one go.

    Args:
        proven: the record.
        accounts: which.
        today: the school's own day.
        now: UTC.
        told: of so many of each one's newest rounds it is told who looked where; of the newest one always
            when it was.
    """
    rows = {one: proven.about(Noun.ROUNDS, one) for one in accounts}
    decided = [fact for facts in rows.values() for fact in facts if fact.body.act == Act.DECIDE_COMMENTS]
    ended = {one: [fact for fact in facts if fact.body.act == Act.END_ROUND] for one, facts in rows.items()}
    newest = [fact for facts in ended.values() for fact in facts[len(facts) - min(told, len(facts)) :]]
    said = {**proven.parts(DECISION_PART, decided), **proven.parts(ROUND_PART, newest)}
    return {
        one: replace(
            _decided(proven, one, facts, today, said),
            rounds=tuple(_rounds(ended[one][-TOLD_ROUNDS:], said)),
            begun=tuple(_begun(facts, now)),
        )
        for one, facts in rows.items()
    }


def decision_of(proven: Proven, account: AccountId, today: date) -> Decision | None:
    """Tell whether an account's comments are on, and who looks."""
    facts = proven.about(Noun.ROUNDS, account)
    return _decided(proven, account, facts, today, proven.parts(DECISION_PART, facts)).decision


def _decided(proven: Proven, account: AccountId, facts: Sequence[Fact], today: date, said: Said) -> Watched:
    asked = [one for one in proven.about(Noun.ACCOUNTS, account) if one.body.act == Act.ASK_ACCOUNT]
    since = asked[-1].seq if asked else -1
    for fact in reversed(facts):
        if fact.body.act != Act.DECIDE_COMMENTS or fact.seq < since:
            continue
        try:
            decision = Decision.from_plain(said[fact.seq])
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


def _rounds(facts: Sequence[Fact], said: Said) -> Iterator[Round]:
    """Give rounds; of those whose part wasn't read only who and when."""
    for fact in facts:
        try:
            spots, note = round_of(said[fact.seq]) if fact.seq in said else ((), "")
        except _UNREADABLE:  # signed, and yet no round
            continue
        if fact.seq in said and not spots:  # whoever looked nowhere made none
            continue
        yield Round(fact.body.person, fact.moment, spots, note)


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
