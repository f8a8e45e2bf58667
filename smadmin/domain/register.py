"""The register as a list that is searched, filtered, sorted and handed on (WIC-P5), without secrets. Pure.

An entry is made ready once (its searched words folded), so that 2,000 accounts are sifted between two keys.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountStage, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.policy.reading import fold


class Lack(StrEnum):
    """What can be missing, as the list is filtered by it."""

    ANY = "any"
    PRINCIPAL = "principal"
    ADMINISTRATOR = "administrator"
    CONTACT = "contact"
    ADDRESS = "address"
    LOG_IN = "log-in"
    CONFIRMATION = "confirmation"
    OFFICE = "office"
    OTHER = "other"


_LACKS: Mapping[str, Lack] = {
    "accounts.no-principal": Lack.PRINCIPAL,
    "accounts.principal-left": Lack.PRINCIPAL,
    "accounts.no-administrator": Lack.ADMINISTRATOR,
    "register.no-phone": Lack.CONTACT,
    "register.no-email": Lack.CONTACT,
    "register.no-name": Lack.CONTACT,
    "accounts.no-handle": Lack.ADDRESS,
    "accounts.no-page": Lack.ADDRESS,
    "accounts.no-log-in-kept": Lack.LOG_IN,
    "accounts.no-holders": Lack.LOG_IN,
    "accounts.login-not-address": Lack.LOG_IN,
    "accounts.login-foreign": Lack.LOG_IN,
    "accounts.login-personal": Lack.LOG_IN,
    "accounts.never-confirmed": Lack.CONFIRMATION,
    "register.office-unconfirmed": Lack.OFFICE,
}


class Order(StrEnum):
    """How the list is sorted."""

    NAME = "name"
    PLATFORM = "platform"
    STAGE = "stage"
    MISSING = "missing"  # those that lack most first
    NEWEST = "newest"


@dataclass(frozen=True)
class Entry:
    """An account with who answers for it, who administers it, what is missing, and who gets in today.

    `due` is when its list with a day, from when it was adopted, is due, where something of it is open.
    """

    account: Account
    principal: Person | None
    administrators: tuple[Person, ...]
    missing: tuple[Reason, ...]
    openers: tuple[Person, ...] = ()
    due: date | None = None

    @cached_property
    def folded(self) -> str:
        """What a search looks at: names, handle, page, and whoever has to do with it or gets in."""
        one = self.account
        people = [person.name for person in (*self.administrators, *self.openers)]
        principal = "" if self.principal is None else self.principal.name
        words = (one.name, f"@{one.handle}", one.page, PLATFORM_NAMES[one.platform], principal, *people)
        return fold(" ".join(words))

    @cached_property
    def lacks(self) -> frozenset[Lack]:
        """What kinds of things are missing; one that is only asked for, or closed, lacks nothing."""
        if self.account.stage in {AccountStage.ASKED, AccountStage.CLOSED}:
            return frozenset()
        lacks = {_LACKS.get(one.message.id, Lack.OTHER) for one in self.missing}
        lacks |= {Lack.OTHER} if self.due is not None else set()
        return frozenset(lacks | {Lack.ANY} if lacks else lacks)


@dataclass(frozen=True)
class Wanted:
    """What is looked for; None and the empty text stand for all."""

    text: str = ""
    platform: Platform | None = None
    stage: AccountStage | None = None
    kind: AccountKind | None = None
    lack: Lack | None = None
    order: Order = Order.NAME

    @property
    def everything(self) -> bool:
        """Tell whether nothing is left out."""
        return not self.text.strip() and (self.platform, self.stage, self.kind, self.lack) == (None,) * 4


_STAGES = tuple(AccountStage)
_ORDERS: Mapping[Order, Callable[[Entry], tuple[object, ...]]] = {
    Order.NAME: lambda one: (),
    Order.PLATFORM: lambda one: (PLATFORM_NAMES[one.account.platform].casefold(),),
    Order.STAGE: lambda one: (_STAGES.index(one.account.stage),),
    Order.MISSING: lambda one: (-len(one.missing) if one.lacks else 1,),
    Order.NEWEST: lambda one: (),
}


def sift(entries: Sequence[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """Give the entries that hold every word and fit every filter, in order; those alike by name.

    Args:
        entries: oldest first.
        wanted: what is looked for.
    """
    words = [fold(word) for word in wanted.text.split()]
    found = [one for one in entries if _fits(one, wanted) and all(word in one.folded for word in words)]
    if wanted.order is Order.NEWEST:
        return tuple(reversed(found))
    key = _ORDERS[wanted.order]
    return tuple(sorted(found, key=lambda one: (*key(one), one.account.name.casefold())))


def contact_gaps(people: Sequence[Person]) -> tuple[Reason, ...]:
    """List what communications can't reach an account's administrators by (WIC-P5)."""
    return tuple(
        Reason(say(f"register.no-{lacking}", name=one.name or "?"), "WIC-P5", f"person:{one.id}")
        for one in people
        for lacking in _not_given(one)
    )


def _not_given(person: Person) -> tuple[str, ...]:
    given = {"name": person.name, "phone": person.phone, "email": person.email}
    return tuple(name for name, value in given.items() if not value.strip())


def _fits(one: Entry, wanted: Wanted) -> bool:
    account = one.account
    return (
        (wanted.platform is None or account.platform is wanted.platform)
        and (wanted.stage is None or account.stage is wanted.stage)
        and (wanted.kind is None or account.kind is wanted.kind)
        and (wanted.lack is None or wanted.lack in one.lacks)
    )
