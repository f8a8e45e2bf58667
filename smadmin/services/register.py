"""The register for communications: every account with the people behind it, and what is missing (WIC-P5).

It says who can be reached how, and nothing secret: no log-in, no password.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from smadmin.domain.accounts import AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.policy.enforcement import Enforcer, Means, Step
from smadmin.domain.policy.packs import Pack
from smadmin.domain.register import Entry, contact_gaps
from smadmin.services.accounts import Accounts
from smadmin.services.desk import Desk
from smadmin.services.district_hand import Confirmed, DistrictHand
from smadmin.services.listed import Listed
from smadmin.services.reading import Reader

_NOT_KEPT = "accounts.no-log-in-kept"
_OFFICE_ACCESS = Enforcer(Means.STEP, Step.OFFICE_ACCESS)


class RegisterList:
    """The register of one school, as communications reads it."""

    def __init__(
        self,
        desk: Desk,
        accounts: Accounts,
        reader: Reader,
        hand: DistrictHand,
        *,
        by_roles: Callable[[Platform], bool] = lambda _platform: False,
        opened_by: Callable[[Actor], Mapping[AccountId, frozenset[PersonId]]] = lambda _by: {},
    ) -> None:
        """Stand on the desk, the accounts, the policy and communications' powers.

        Args:
            desk: whose store it is.
            accounts: the accounts.
            reader: the policy in force.
            hand: communications' powers.
            by_roles: whether a platform's pages are held by people's own log-ins.
            opened_by: who gets into which account today, as the proven record tells whoever asks.
        """
        self._desk, self._accounts, self._reader, self._hand = desk, accounts, reader, hand
        self._by_roles, self._opened_by = by_roles, opened_by

    def entries(self, by: Actor | None) -> tuple[Entry, ...]:
        """Give every account, oldest first; what only the opened record says, for who is signed in."""
        listed = tuple(self._as_held(one) for one in self._accounts.register(by))
        if by is not None:
            listed = self._with_openers(by, listed)
        demand = None if by is None else self._asks_for_access()
        if by is None or demand is None:
            return tuple(entry_of(one) for one in listed)
        confirmed = self._hand.confirmed(by)
        return tuple(entry_of(one, _unconfirmed(one, confirmed, demand)) for one in listed)

    def _with_openers(self, by: Actor, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """Name who gets into each, in alphabetical order; nothing that they get in by is told."""
        opened, people = (
            self._opened_by(by),
            {one.person.id: one.person for one in self._accounts.colleagues()},
        )
        found = []
        for one in listed:
            named = (people[who] for who in opened.get(one.account.id, ()) if who in people)
            found.append(replace(one, openers=tuple(sorted(named, key=lambda person: person.name))))
        return tuple(found)

    def _as_held(self, listed: Listed) -> Listed:
        """Ask for the people who hold a page where it has no log-in that could be kept."""
        account = listed.account
        lacks = tuple(one.message.id for one in listed.missing)
        if _NOT_KEPT not in lacks or not self._by_roles(account.platform):
            return listed
        unnamed = Reason(say("accounts.no-holders", account=account.label), None, f"account:{account.id}")
        missing = (unnamed if one.message.id == _NOT_KEPT else one for one in listed.missing)
        return replace(listed, missing=tuple(missing))

    def _asks_for_access(self) -> str | None:
        """Give the clause by which communications must be able to get into each account, if there is one."""
        with self._desk.look() as unit:
            pack: Pack = self._reader.pack(unit)
        asked = (one.demand for one in pack.clauses.values() if _OFFICE_ACCESS in one.enforced_by)
        return next(asked, None)


def entry_of(listed: Listed, further: tuple[Reason, ...] = ()) -> Entry:
    """Give an account's entry: who can't be reached joins what is missing."""
    gaps = contact_gaps(listed.administrators)
    missing = (*listed.missing, *gaps, *further)
    return Entry(listed.account, listed.principal, listed.administrators, missing, listed.openers)


def _unconfirmed(listed: Listed, confirmed: Mapping[AccountId, Confirmed], demand: str) -> tuple[Reason, ...]:
    account = listed.account
    if account.id in confirmed or account.stage is AccountStage.CLOSED:
        return ()
    place = f"account:{account.id}"
    return (Reason(say("register.office-unconfirmed", account=account.label), demand, place),)
