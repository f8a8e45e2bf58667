"""The life of an account, told by the signed rows about it: asked, approved in order, shared, set up.

Pure: whoever proves the record gives the rows, with the roles that each signer had at its place. A yes that
came out of its turn, from the wrong hand, or for what was asked before, counts for nothing. It asks no table.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import Steps, steps_elsewhere
from smadmin.domain.approved_as import ApprovedAs
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act

REQUEST_PART, ACCOUNT_PART, YES_PART, TICK_PART = "request", "account", "approval", "item"
RIGHTS = "rights"
"""Beside the approvals, the one thing that communications may have said outside: that they can get in."""

SOON = timedelta(days=30)
"""So long before its day somebody is reminded of what an account lacks that existed already."""


@dataclass(frozen=True)
class LifeRow:
    """A proven row about the account; `part` is what it says, None where it can't be read (any more)."""

    seq: int
    act: str
    person: PersonId | None
    roles: frozenset[Role]
    at: datetime
    part: Mapping[str, Plain] | None = None


@dataclass(frozen=True)
class Yes:
    """An approval.

    Args:
        person: who signed it, or entered what was given outside.
        said_by: who gave it outside, by name; empty where it was given here.
        how: by e-mail, letter or paper; empty as above.
        day: on which it was given outside.
        scan: a picture of it, or None.
    """

    person: PersonId | None
    at: datetime
    said_by: str = ""
    how: str = ""
    day: date | None = None
    scan: MediaId | None = None


@dataclass(frozen=True)
class Declined:
    """Who sent the request back, and why; until it is asked anew nobody's yes counts."""

    person: PersonId | None
    at: datetime
    why: str


@dataclass(frozen=True)
class Asked:
    """What was asked for, and by whom."""

    seq: int
    by: PersonId | None
    roles: frozenset[Role]
    at: datetime
    request: AccountRequest


@dataclass(frozen=True)
class Life:
    """How far an account has come.

    Args:
        steps: whose yes the policy asks for.
        adopted_at: when it was taken in as one that existed already, UTC; None where it was asked for.
        asked: the newest answers.
        yeses: the approvals that count, in order.
        declined: that it was sent back since it was asked, or None.
        rights: who made sure that communications can get in.
        ticks: what of the set-up list is done.
        platform_agreed: whether communications said yes to it as it is now, platform and all.
    """

    steps: Steps
    adopted_at: datetime | None = None
    asked: Asked | None = None
    yeses: tuple[Yes, ...] = ()
    declined: Declined | None = None
    rights: Yes | None = None
    ticks: Mapping[str, Yes] = field(default_factory=dict)
    platform_agreed: bool = False

    @property
    def adopted(self) -> bool:
        """Whether it existed before the register."""
        return self.adopted_at is not None

    @property
    def approved(self) -> bool:
        """Whether everybody whom the policy names has said yes to what is asked now."""
        return self.asked is not None and not self.declined and len(self.yeses) == len(self.steps)

    @property
    def next_step(self) -> frozenset[Role]:
        """Whose yes is waited for now; nobody's where nothing is asked or all have said it."""
        if self.asked is None or self.declined or self.approved:
            return frozenset()
        return self.steps[len(self.yeses)]


def life_of(rows: Iterable[LifeRow], steps: Steps, offered: Collection[str] = ()) -> Life:
    """Tell an account's life from the rows about it and its log-in, oldest first.

    On a platform that isn't among those `offered`, where there are any, it takes communications.
    """
    told = _Telling(steps, offered)
    for row in rows:
        told.take(row)
    return told.life


def due_on(adopted: date, days: int) -> date:
    """Give the day by which what is missing of an account shall be there, by the school's day of adoption."""
    return adopted + timedelta(days=days)


class _Telling:
    """Takes row after row."""

    def __init__(self, steps: Steps, offered: Collection[str]) -> None:
        self.named, self.offered = steps, offered
        self.adopted_at: datetime | None = None
        self.asked: Asked | None = None
        self.yeses: list[Yes] = []
        self.declined: Declined | None = None
        self.rights: Yes | None = None
        self.ticks: dict[str, Yes] = {}
        self.known: ApprovedAs | None = None
        self.asked_as: ApprovedAs | None = None  # what it was when who asked for it last saw it
        self.given: dict[ApprovedAs, list[Yes]] = {}  # since it was asked for, for when a change is undone
        self.agreed = set[ApprovedAs]()  # to what communications said yes

    @property
    def steps(self) -> Steps:
        elsewhere = bool(self.offered) and not self._platform <= set(self.offered)
        return steps_elsewhere(self.named) if elsewhere else self.named

    @property
    def _platform(self) -> set[str]:
        """Where it is now; nothing where no row that can be read says so."""
        return set() if self.known is None else {self.known.platform}

    @property
    def life(self) -> Life:
        return Life(
            steps=self.steps,
            adopted_at=self.adopted_at,
            asked=self.asked,
            yeses=tuple(self.yeses),
            declined=self.declined,
            rights=self.rights,
            ticks=dict(self.ticks),
            platform_agreed=self.known in self.agreed,
        )

    def take(self, row: LifeRow) -> None:
        deeds: Mapping[str, Callable[[LifeRow], None]] = {
            Act.ADOPT: self._adopt,
            Act.CHANGE: self._change,
            Act.ASK_ACCOUNT: self._ask,
            Act.APPROVE_ACCOUNT: self._approve,
            Act.DECLINE_ACCOUNT: self._decline,
            Act.ENTER_APPROVAL: self._enter,
            Act.CONFIRM_OFFICE: self._let_in,
            Act.KEEP_LOG_IN: self._let_in,
            Act.TICK: self._tick,
            Act.UNTICK: self._untick,
        }
        if row.act in deeds:
            deeds[row.act](row)

    def _adopt(self, row: LifeRow) -> None:
        if self.asked is None:
            self.adopted_at, self.known = row.at, ApprovedAs.from_plain(row.part or {})

    def _approve(self, row: LifeRow) -> None:
        if self.asked is not None and _of(row, "asked") == self.asked.seq:
            self._say_yes(row.roles, Yes(row.person, row.at))

    def _let_in(self, row: LifeRow) -> None:
        self.rights = Yes(row.person, row.at)

    def _tick(self, row: LifeRow) -> None:
        self.ticks[str(_of(row, "item"))] = Yes(row.person, row.at)

    def _untick(self, row: LifeRow) -> None:
        self.ticks.pop(str(_of(row, "item")), None)

    def _ask(self, row: LifeRow) -> None:
        request = _of(row, REQUEST_PART)
        answers = AccountRequest.from_plain(request if isinstance(request, dict) else {})
        self.asked, self.yeses = Asked(row.seq, row.person, row.roles, row.at, answers), []
        self.declined, self.given = None, {}
        account = _of(row, ACCOUNT_PART)
        if isinstance(account, dict):
            self.known = ApprovedAs.from_plain(account)
        self.asked_as = self.known
        self._own_yeses()

    def _decline(self, row: LifeRow) -> None:
        """Take a no from who would have to say yes now."""
        if self.asked is not None and _of(row, "asked") == self.asked.seq and row.roles & self.life.next_step:
            self.declined, self.yeses = Declined(row.person, row.at, str(_of(row, "why") or "")), []
            self.agreed -= {self.known} if self.known and Role.COMMUNICATIONS in row.roles else set()

    def _change(self, row: LifeRow) -> None:
        """Another platform, kind, name or handle is another account: nobody said yes to that one.

        With another platform it was let in and set up elsewhere, too.
        """
        if row.part is None:
            return
        before, self.known = self.known, ApprovedAs.from_plain(row.part)
        if before is None or self.known.platform != before.platform:
            self.rights, self.ticks = None, {}
        if self.asked is not None and row.person == self.asked.by:
            self.asked_as = self.known
        if before is not None and before.covers(self.known):
            self.asked_as = self.known if self.asked_as == before else self.asked_as
            self.agreed = {self.known if one == before else one for one in self.agreed}
            return
        if before is not None:
            self.given[before] = self.yeses
        self.yeses = self.given.get(self.known, [])
        self._own_yeses()

    def _enter(self, row: LifeRow) -> None:
        """Take what was given outside; never from who asked for the account, and no yes without its scan."""
        if self.asked is None or row.person == self.asked.by or row.part is None:
            return
        if row.part.get("asked") != self.asked.seq:
            return
        given = _outside(row)
        if row.part.get("step") == RIGHTS:
            self.rights = given
        elif given.scan is not None and row.part.get("step") in set(Role):
            self._say_yes(frozenset({Role(str(row.part["step"]))}), given)

    def _say_yes(self, roles: frozenset[Role], said: Yes) -> None:
        if roles & self.life.next_step:
            self._count(roles, said)
            self._own_yeses()

    def _own_yeses(self) -> None:
        """Take the asking itself for the yes of who would have to say it now, to what they asked for."""
        asked = self.asked if self.known == self.asked_as else None
        while asked and len(self.yeses) < len(self.steps) and asked.roles & self.steps[len(self.yeses)]:
            self._count(asked.roles, Yes(asked.by, asked.at))

    def _count(self, roles: frozenset[Role], said: Yes) -> None:
        self.yeses.append(said)
        self.agreed |= {self.known} if self.known and Role.COMMUNICATIONS in roles else set()


def _outside(row: LifeRow) -> Yes:
    scan, day = _of(row, "scan"), str(_of(row, "day"))
    try:
        given_on: date | None = date.fromisoformat(day)
    except ValueError:
        given_on = None
    return Yes(
        row.person,
        row.at,
        said_by=str(_of(row, "said_by") or ""),
        how=str(_of(row, "how") or ""),
        day=given_on,
        scan=MediaId(scan) if isinstance(scan, str) else None,
    )


def _of(row: LifeRow, name: str) -> Plain:
    return None if row.part is None else row.part.get(name)


def opened_by_somebody(rows: Sequence[LifeRow]) -> bool:
    """Tell whether anybody who may approved what was asked for: by any policy, in whatever order."""
    life = life_of(rows, (LEADING,))
    return life.adopted or life.asked is None or life.approved
