"""Who holds an account that has no password of its own: named, confirmed once a year, and signed.

The table is for finding; what counts is the newest signed row, and a list that isn't as it was signed is
none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.holdings import Holder, RoleHolding, holding_blockers
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

LIST_PART = "holders"


@dataclass(frozen=True)
class Held:
    """A list of holders as it stands today.

    Args:
        holding: what the table says.
        signed: whether it is what the newest row says; what isn't counts for nothing.
        due: whether it must be looked up again on the platform.
        gone: who is named and may not hold it any more.
    """

    holding: RoleHolding
    signed: bool
    due: bool
    gone: frozenset[PersonId]


class RoleHoldings:
    """The lists of holders of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def get(self, by: Actor, account: AccountId) -> Held | None:
        """Give an account's list, or None."""
        with self._desk.look(by) as unit:
            holding = unit.role_holdings.maybe(account)
            return None if holding is None else self._held(unit, self._proof.now(unit), holding)

    def all(self, by: Actor) -> tuple[Held, ...]:
        """Give every list."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return tuple(self._held(unit, proven, one) for one in unit.role_holdings.all())

    def blockers(
        self, by: Actor, account: AccountId, holders: Iterable[Holder] | None = None
    ) -> tuple[Reason, ...]:
        """List why this person may not name holders, or not these."""
        with self._desk.look() as unit:
            return self._blockers(unit, unit.trust.read(), by, account, holders)

    def name(self, by: Actor, account: AccountId, holders: Iterable[Holder]) -> Changes:
        """Name who holds an account; whoever names them has just looked at the platform's own list (a deed).

        Raises:
            NotAllowed: for whom it isn't, or with a list that isn't sound (`holding_blockers`).
        """
        named = tuple(Holder(one.person, one.profile.strip()) for one in holders)
        with self._desk.deed(by) as deed:
            if reasons := self._blockers(deed.unit, deed.trust, by, account, named):
                raise NotAllowed(reasons)
            today, old = today_of(deed.unit, self._desk), deed.unit.role_holdings.maybe(account)
            fresh = RoleHolding(account, self._desk.school, named, today, old.version if old else 1)
            self._put(deed, fresh, old)
            deed.record(Act.NAME_HOLDERS, Noun.CREDENTIALS, account, parts={LIST_PART: _part(named)})
        return Changes.of("credentials", [account])

    def confirm(self, by: Actor, account: AccountId) -> Changes:
        """Say that the platform's own list is still this one (a deed).

        Raises:
            NotAllowed: for whom it isn't, or where somebody on it is gone.
            KnownError: where there is no list.
        """
        with self._desk.deed(by) as deed:
            old = deed.unit.role_holdings.maybe(account)
            if old is None:
                raise KnownError(say("holders.none"), remedy=say("holders.name-first"))
            if reasons := self._blockers(deed.unit, deed.trust, by, account, old.holders):
                raise NotAllowed(reasons)
            fresh = RoleHolding(
                account,
                self._desk.school,
                old.holders,
                today_of(deed.unit, self._desk),
                old.version,
            )
            self._put(deed, fresh, old)
            part = _part(old.holders)
            deed.record(Act.CONFIRM_HOLDERS, Noun.CREDENTIALS, account, parts={LIST_PART: part})
        return Changes.of("credentials", [account])

    def _put(self, deed: Deed, fresh: RoleHolding, old: RoleHolding | None) -> None:
        if old is None:
            deed.unit.role_holdings.add(fresh)
        else:
            deed.unit.role_holdings.change(fresh)

    def _held(self, unit: Unit, proven: Proven, holding: RoleHolding) -> Held:
        acts = (Act.NAME_HOLDERS, Act.CONFIRM_HOLDERS)
        rows = [fact for fact in proven.about(Noun.CREDENTIALS, holding.id) if fact.body.act in acts]
        part = proven.part(rows[-1], LIST_PART) if rows else None
        told = part is not None and part.get("holders") == _part(holding.holders)["holders"]
        school, today = unit.schools.get(self._desk.school), today_of(unit, self._desk)
        signed = told and school.local(rows[-1].body.utc).date() == holding.confirmed_on
        gone = frozenset(
            one.person
            for one in holding.holders
            if not proven.trust.roles(one.person, today, holding.id) & HOLDERS
        )
        return Held(holding, signed, holding.due(today), gone)

    def _blockers(
        self,
        unit: Unit,
        trust: Trust,
        by: Actor,
        account: AccountId,
        holders: Iterable[Holder] | None,
    ) -> tuple[Reason, ...]:
        today = today_of(unit, self._desk)
        mine = frozenset() if by.person is None else trust.roles(by.person, today, account)
        if not mine & HOLDERS:
            return (Reason(say("vault.not-yours")),)
        if holders is None:
            return ()
        roles = {one: trust.roles(one, today, account) & HOLDERS for one in trust.people}
        return holding_blockers(tuple(holders), people=trust.people, roles=roles)


def _part(holders: Iterable[Holder]) -> dict[str, Plain]:
    return {"holders": [one.to_plain() for one in holders]}
