"""Whom the accounts follow, and why: asked by a short form, answered with the clause (BAL-C1c, BAL-D5).

For an account of the district the pack's kinds decide; for a school's there is advice. Everything stands in
the record alone.
"""

from dataclasses import dataclass

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.following import (
    ENDED_PART,
    FOLLOW_PART,
    Followed,
    FollowForm,
    Guard,
    already_followed,
    follow_blockers,
)
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import roles_for, today_of
from smadmin.storage.unit import Unit

_UNREADABLE = (KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class FollowedSheet:
    """Somebody who is followed, and the name of who entered it."""

    followed: Followed
    by: str


class FollowGuard:
    """Whom the accounts of one school follow."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def guard(self, account: AccountId, language: str) -> Guard:
        """Give by what an account's following is judged, the clause in a language (ISO 639-1)."""
        with self._desk.look() as unit:
            return self._guard(unit, unit.accounts.get(account), language)

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not say whom an account follows."""
        with self._desk.look() as unit:
            return self._not_theirs(unit, unit.trust.read(), by, account)

    def follow(self, by: Actor, account: AccountId, form: FollowForm, *, language: str = "en") -> Changes:
        """Enter whom an account follows, and why (a deed).

        Args:
            by: somebody who works with the account.
            account: which follows.
            form: whom and why.
            language: in which a refusal quotes the clause (ISO 639-1).

        Raises:
            NotAllowed: for people who don't work with the account, for whom the policy doesn't let it follow,
                or for somebody who stands there already.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.accounts.get(account)
            reasons = self._not_theirs(deed.unit, deed.trust, by, account)
            reasons = reasons or follow_blockers(form, self._guard(deed.unit, found, language))
            entered = followed_by(self._proof.now(deed.unit), deed.unit, account)
            if not reasons and already_followed(form.name, entered) is not None:
                reasons = (Reason(say("following.already", name=form.name), None, "name"),)
            if reasons:
                raise NotAllowed(reasons)
            deed.record(Act.FOLLOW, Noun.FOLLOWED, account, parts={FOLLOW_PART: form.to_plain()})
        return Changes.of("accounts", [account])

    def unfollow(self, by: Actor, followed: Followed) -> Changes:
        """Enter that an account follows somebody no longer (a deed).

        Raises:
            NotAllowed: for people who don't work with the account.
            KnownError: if it isn't followed.
        """
        with self._desk.deed(by) as deed:
            if reasons := self._not_theirs(deed.unit, deed.trust, by, followed.account):
                raise NotAllowed(reasons)
            entered = followed_by(self._proof.now(deed.unit), deed.unit, followed.account)
            if followed.seq not in {one.seq for one in entered}:
                raise KnownError(say("following.gone"))
            parts = {ENDED_PART: {"row": followed.seq}}
            deed.record(Act.UNFOLLOW, Noun.FOLLOWED, followed.account, parts=parts)
        return Changes.of("accounts", [followed.account])

    def all(self, by: Actor, account: AccountId) -> tuple[FollowedSheet, ...]:
        """Give whom an account follows, by name.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            found = followed_by(proven, unit, account)
            sheets = (FollowedSheet(one, name_in(proven, one.by)) for one in found)
            return tuple(sorted(sheets, key=lambda one: one.followed.form.name.casefold()))

    def _guard(self, unit: Unit, account: Account, language: str) -> Guard:
        pack = self._reader.pack(unit)
        if account.kind is not AccountKind.DISTRICT or not pack.follow:
            return Guard()
        clause = pack.clauses[pack.follow[0].demands[0]]
        return Guard(pack.follow, clause.demand, clause.number, clause.said(language))

    def _not_theirs(self, unit: Unit, trust: Trust, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        today, allowed = today_of(unit, self._desk), who_may(Noun.FOLLOWED, Act.FOLLOW)
        if roles_for(trust, by.person, today, account) & allowed:
            return ()
        return (Reason(say("accounts.no-role")),)


def followed_by(proven: Proven, unit: Unit, account: AccountId) -> tuple[Followed, ...]:
    """Give whom an account follows now, as the record has it, oldest first."""
    school, found = unit.schools.get(unit.school), dict[int, Followed]()
    for fact in proven.about(Noun.FOLLOWED, account):
        if fact.body.act == Act.UNFOLLOW:
            row = (proven.part(fact, ENDED_PART) or {}).get("row")
            if isinstance(row, int):
                found.pop(row, None)
            continue
        try:
            form = FollowForm.from_plain(proven.part(fact, FOLLOW_PART) or {})
        except _UNREADABLE:  # signed, and yet no form
            continue
        on = school.local(fact.moment).date()
        found[fact.seq] = Followed(fact.seq, account, form, fact.body.person, on)
    return tuple(found.values())
