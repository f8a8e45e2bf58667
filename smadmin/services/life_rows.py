"""The proven rows about an account, as its life is told from them (`domain/lives.py`)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import steps_of
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import KnownError
from smadmin.domain.handing_over import HAND_OVER_PART, with_hand_overs
from smadmin.domain.ids import AccountId
from smadmin.domain.lives import (
    ACCOUNT_PART,
    REQUEST_PART,
    SOON,
    TICK_PART,
    YES_PART,
    Life,
    LifeRow,
    due_on,
    life_of,
)
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import Pack
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.kept_rows import KeptRow, readers_of
from smadmin.services.proof import Fact, Proven

_PARTS: Mapping[str, tuple[str, ...]] = {
    Act.ADOPT: (ACCOUNT_PART,),
    Act.CHANGE: (ACCOUNT_PART,),
    Act.ASK_ACCOUNT: (REQUEST_PART, ACCOUNT_PART),
    Act.APPROVE_ACCOUNT: (YES_PART,),
    Act.DECLINE_ACCOUNT: (YES_PART,),
    Act.TICK: (TICK_PART,),
    Act.UNTICK: (TICK_PART,),
    Act.HAND_OVER: (HAND_OVER_PART,),
}


def life_in(proven: Proven, account: AccountId, pack: Pack, today: date) -> Life:
    """Tell one account's life."""
    facts = (*proven.about(Noun.ACCOUNTS, account), *proven.about(Noun.CREDENTIALS, account))
    return life_told(proven, facts, pack, today)


def life_told(proven: Proven, facts: Iterable[Fact], pack: Pack, today: date) -> Life:
    """Tell a life from the proven rows about an account and its log-in."""
    return life_by(pack, life_rows(proven, facts, today))


def life_by(pack: Pack, rows: Iterable[LifeRow]) -> Life:
    """Tell a life by the steps and the platforms of a policy."""
    told = tuple(rows)
    return with_hand_overs(life_of(told, steps_of(pack.opening.approvals), pack.platforms), told)


def life_rows(proven: Proven, facts: Iterable[Fact], today: date | None = None) -> list[LifeRow]:
    """Give proven rows about one account and its log-in as the domain takes them, oldest first.

    A kept log-in counts where communications gets in by it `today`: a key of theirs opens what lies here.
    """
    rows = sorted(facts, key=lambda one: one.seq)
    kept = next((one for one in reversed(rows) if one.body.act == Act.KEEP_LOG_IN), None)
    told = kept is not None and today is not None and _reaches_communications(proven, kept, today)
    return [
        LifeRow(fact.seq, fact.body.act, fact.body.person, fact.roles, fact.moment, _part(proven, fact))
        for fact in rows
        if fact.body.act != Act.KEEP_LOG_IN or told
    ]


def request_of(proven: Proven, account: AccountId, today: date) -> AccountRequest | None:
    """Give the newest answers about an account, with whoever took it over."""
    facts = proven.about(Noun.ACCOUNTS, account)
    if all(one.body.act != Act.ASK_ACCOUNT for one in facts):
        return None  # of most accounts no part need be opened
    rows = life_rows(proven, facts, today)
    life = with_hand_overs(life_of(rows, ()), rows)
    return None if life.asked is None else life.asked.request


def taken_in(facts: Sequence[Fact]) -> datetime | None:
    """Give when an account was taken in as one that existed already, as `Life.adopted_at` has it."""
    asked = next((fact.seq for fact in facts if fact.body.act == Act.ASK_ACCOUNT), None)
    adopted = [fact for fact in facts if fact.body.act == Act.ADOPT and (asked is None or fact.seq < asked)]
    return adopted[-1].moment if adopted else None


def asked_for(facts: Iterable[Fact]) -> bool:
    """Tell whether anybody ever answered the questions about an account."""
    return any(fact.body.act == Act.ASK_ACCOUNT for fact in facts)


def rests(proven: Proven, facts: Sequence[Fact], pack: Pack, today: date) -> bool:
    """Tell whether nobody waits for anything: it existed already, nothing is asked, its day is far."""
    since = taken_in(facts)
    return since is not None and not asked_for(facts) and list_due(proven, pack, since) - today > SOON


def list_due(proven: Proven, pack: Pack, adopted: datetime) -> date:
    """Give the day when the list of an account that existed already is due, by the school's own days."""
    return due_on(proven.trust.day_of(adopted), pack.opening.adoption_days)


def minutes_asked(proven: Proven, facts: Iterable[Fact]) -> int | None:
    """Give how many minutes a week an account was said to take, the last time it was asked for.

    Of 2,000 accounts nothing else need be opened, to say how much a school carries.
    """
    asked = [one for one in facts if one.body.act == Act.ASK_ACCOUNT]
    if not asked:
        return None
    request = proven.part(max(asked, key=lambda one: one.seq), REQUEST_PART)
    return AccountRequest.from_plain(request or {}).minutes


def _reaches_communications(proven: Proven, kept: Fact, today: date) -> bool:
    account = AccountId(kept.body.id or "")
    readers = readers_of(proven, KeptRow.of(proven, kept), account, today)
    return any(Role.COMMUNICATIONS in proven.trust.roles(one, today, account) for one in readers)


def grouped_facts(proven: Proven) -> Mapping[str, list[Fact]]:
    """Give the rows about all accounts and their log-ins, by account."""
    grouped: dict[str, list[Fact]] = {}
    for fact in (*proven.about(Noun.ACCOUNTS), *proven.about(Noun.CREDENTIALS)):
        grouped.setdefault(fact.body.id or "", []).append(fact)
    return grouped


def _scan_kept(proven: Proven, said: Mapping[str, Plain]) -> bool:
    """Tell whether the store holds the scan that was signed; where nobody is signed in it can't be asked."""
    try:
        kept = proven.unit.media.maybe(str(said.get("scan") or ""))
    except KnownError:
        return True
    return kept is not None and kept.sha256 == said.get("sha256")


def _part(proven: Proven, fact: Fact) -> Mapping[str, Plain] | None:
    """Give what a row says; of a request both its parts, each under its name.

    A hand-over that nobody signed who might says nothing. A yes from outside has its scan only where
    that lies here, as it was when it was entered.
    """
    if fact.body.act == Act.ENTER_APPROVAL:
        said = proven.part(fact, YES_PART)
        return said if said is None or _scan_kept(proven, said) else {**said, "scan": None}
    if fact.body.act == Act.HAND_OVER and fact.seq in proven.faulty:
        return None
    names = _PARTS.get(fact.body.act, ())
    if len(names) == 1:
        return proven.part(fact, names[0])
    found = {name: proven.part(fact, name) for name in names}
    return {name: part for name, part in found.items() if part is not None}
