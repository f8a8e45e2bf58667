"""The departure drill: begun without the leaver, done line by line, ended by the principal's signature.

Beginning stops the queue and hands drafts and watching on in one deed. Ending somebody's rights here hands
the accounts over, retires their keys and gives the school a new one in another; what follows (cells, locked
copies, their lock on this computer) is a chain whose state stands in the store, so a kill between any two is
gone on from (BAL-B1b3).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.departing import begin_blockers, end_blockers
from smadmin.domain.departures import (
    BEGINNERS,
    DONE_AT_ONCE,
    SETTLED_BY,
    WITH_RIGHTS,
    Departure,
    How,
    Leaving,
    Line,
    LineKind,
)
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.leavers import roles_with_a_say, taken
from smadmin.domain.leaving import lines_of
from smadmin.domain.messages import say
from smadmin.domain.naming import designation_blockers
from smadmin.domain.people import LEADING, Grant, Role
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import (
    DEPARTURE_PART,
    departure_in,
    departures_in,
    is_inside,
    principals_today,
)
from smadmin.services.desk import Deed, Desk
from smadmin.services.duties import people_named
from smadmin.services.ending import (
    accounts_going,
    confirm_leaving,
    end_grants,
    hand_accounts_over,
    no_longer_leaving,
    pass_on,
    retire_keys,
    set_out,
    settle_line,
    strike_codes,
)
from smadmin.services.leaving import Gone
from smadmin.services.proof import Proof, Proven
from smadmin.services.renewal import begin_new_key
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.storage.unit import Unit


class Departures:
    """The departures of one school."""

    def __init__(
        self, desk: Desk, proof: Proof, platforms: Callable[[], Mapping[Platform, PlatformFacts]]
    ) -> None:
        """Stand on the desk, the proven record and the platforms' facts."""
        self._desk = desk
        self._proof = proof
        self._platforms = platforms

    def begin_blockers(self, by: Actor, leaving: Leaving) -> tuple[Reason, ...]:
        """List why this person may not begin it."""
        with self._desk.look(by) as unit:
            return self._begin_blockers(unit, by, leaving)

    def at_once(self, by: Actor, leaving: Leaving) -> tuple[Line, ...]:
        """Give the lines that beginning settles by itself, with their counts: told before it is done.

        Raises:
            NotAllowed: as `begin`.
        """
        with self._desk.look(by) as unit:
            refuse(self._begin_blockers(unit, by, leaving))
            lines = lines_of(leaving, self._gone(unit, leaving, by).known(here=by.seat, profiles=0))
        return tuple(one for one in lines if one.kind in DONE_AT_ONCE)

    def begin(self, by: Actor, leaving: Leaving, *, profiles: int = 0) -> Done[str]:
        """Begin a departure: what they released stops, drafts and watching go to their successor (a deed).

        Args:
            by: anybody of the school's administrators or office but who leaves.
            leaving: who or what goes.
            profiles: how many browser profiles lie on this computer that they could use.

        Raises:
            NotAllowed: with everything that speaks against it.
        """
        self._proof.catch_up(by)
        departure = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            refuse(self._begin_blockers(deed.unit, by, leaving))
            gone = self._gone(deed.unit, leaving, by)
            lines = lines_of(leaving, gone.known(here=by.seat, profiles=profiles))
            told: list[Plain] = [line.to_plain() for line in lines]
            part: dict[str, Plain] = {"leaving": leaving.to_plain(), "lines": told}
            deed.record(Act.BEGIN_DEPARTURE, Noun.DEPARTURES, departure, parts={DEPARTURE_PART: part})
            touched = set_out(deed, gone, leaving, departure) | pass_on(deed, gone, leaving, departure)
        return Done(departure, changed(departure) | touched)

    def settle(
        self, by: Actor, departure: str, key: str, how: How, *, reason: str = "", opened: bool = False
    ) -> Changes:
        """Say that a line is done, or why it isn't (a deed); `end_rights` ends rights.

        Rights that are left say that they stay after all, or the computer was found: so all else is left too.

        Args:
            by: anybody of the school's administrators or office but who leaves.
            departure: which.
            key: the line's.
            how: what is said of it.
            reason: the sentence, where one is needed.
            opened: whether the platform's page was opened for it.

        Raises:
            NotAllowed: for who leaves, for a line that is settled or whose page wasn't opened, without a
                reason where it is left or was done elsewhere, while something still has nobody.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            found, going = self._open(deed.unit, departure), self._going(deed.unit)
            line = found.line(key)
            stays = line is not None and line.kind is LineKind.RIGHTS
            if stays and how is not How.WAIVED:
                raise NotAllowed((Reason(say("departures.by-itself")),))
            if line is not None and line.kind in WITH_RIGHTS:
                raise NotAllowed((Reason(say("departures.with-rights")),))
            if line is not None and line.kind is LineKind.NOBODY and how is not How.WAIVED:
                self._refuse_nobody(deed.unit, found, by)
            roles = self._roles(deed)
            for one in found.left if stays else (line,):
                settle_line(deed, found, one, how, roles=roles, reason=reason, opened=opened)
            if stays:
                no_longer_leaving(deed, found, going)
        return changed(departure)

    def end_rights(self, by: Actor, departure: str) -> Changes:
        """End the roles and keys of who leaves (or the keys of a lost computer), and renew the school's key.

        A deed; `renewal.go_on` and `copies` follow. What they ran, answered for or read goes to the
        successor, and so does what they wrote or released since the beginning. A successor who is gone
        meanwhile has handed it to theirs.

        Raises:
            NotAllowed: for anybody but the office and communications, or with an old passphrase.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            found = self._open(deed.unit, departure)
            line = next((one for one in found.lines if one.kind is LineKind.RIGHTS), None)
            if not by.fresh(deed.now):
                raise NotAllowed((Reason(say("keys.passphrase-again"), None, "passphrase"),))
            # Asked before the first row: what is read here is proven, and this deed may still fail.
            leaving = replace(found.leaving, successor=self._heir(deed.unit, found.leaving))
            gone = self._gone(deed.unit, leaving, by)
            going, codes = accounts_going(gone), gone.codes(found.seq)
            roles = self._roles(deed)
            settle_line(deed, found, line, SETTLED_BY[LineKind.RIGHTS], roles=roles, reason="", opened=False)
            touched = pass_on(deed, gone, leaving, departure)
            self._designate(deed, going.orphans, leaving)
            hand_accounts_over(deed, going, leaving, since=found.seq)
            end_grants(deed, leaving)
            strike_codes(deed, codes)
            retire_keys(deed, leaving)
            confirm_leaving(deed, found)
            begin_new_key(deed, self._desk)
        people = Changes.of("people", [leaving.person or "", *codes]) | Changes.of("keys", [""])
        accounts = Changes.of("accounts", [one.id for one in going.all])
        return changed(departure) | people | accounts | touched

    def end(self, by: Actor, departure: str) -> Changes:
        """Sign that a departure is over (a deed).

        Raises:
            NotAllowed: for anybody but the principal, while a line is left, or with an old passphrase.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            found, going = self._open(deed.unit, departure), self._going(deed.unit)
            today = today_of(deed.unit, self._desk)
            principals = principals_today(deed.trust, today)
            reasons = end_blockers(found, by=by.person, roles=self._roles(deed), principals=principals)
            reasons = reasons or self._left_without(deed.unit, found, by)
            if not by.fresh(deed.now):
                reasons = (*reasons, Reason(say("keys.passphrase-again"), None, "passphrase"))
            refuse(reasons)
            part = {"minutes": found.minutes(deed.now), "lines": len(found.lines)}
            deed.record(Act.END_DEPARTURE, Noun.DEPARTURES, departure, parts={"end": part})
            no_longer_leaving(deed, found, going)
        return changed(departure)

    def _begin_blockers(self, unit: Unit, by: Actor, leaving: Leaving) -> tuple[Reason, ...]:
        proven, today = self._proof.now(unit), today_of(unit, self._desk)
        roles = roles_with_a_say(proven.trust, by.person, today)
        under_way = any(one.bars(leaving, roles) for one in departures_in(proven))
        named = (
            leaving if self._goes_on(proven, leaving.successor, today) else replace(leaving, successor=None)
        )
        in_use = leaving.seat is not None and leaving.seat == by.seat
        here = is_inside(proven.trust, leaving, today) or leaving.person in people_named(unit, proven, today)
        reasons = begin_blockers(
            named, by=by.person, roles=roles, here=here and not in_use, open_already=under_way
        )
        return reasons or _one_at_a_time(proven.trust, leaving.person, by.person, roles)

    def _goes_on(self, proven: Proven, person: PersonId | None, today: date) -> bool:
        """Tell whether somebody can take over: they work with accounts, and don't leave themselves."""
        leaves = any(one.going and one.leaving.person == person for one in departures_in(proven))
        return bool(any_roles(proven.trust, person, today) & BEGINNERS) and not leaves

    def _heir(self, unit: Unit, leaving: Leaving) -> PersonId | None:
        """Follow the successors of successors who left meanwhile; nobody where the last has no role here."""
        proven, today = self._proof.now(unit), today_of(unit, self._desk)
        to, passed = leaving.successor, {leaving.person}
        after = {one.leaving.person: one.leaving.successor for one in departures_in(proven)}
        while to is not None and to not in passed and not self._goes_on(proven, to, today):
            passed.add(to)
            to = after.get(to)
        return None if to in passed else to

    def _refuse_nobody(self, unit: Unit, found: Departure, by: Actor) -> None:
        left = self._gone(unit, found.leaving, by).duties.nobody()
        refuse(tuple(Reason(say("departures.nobody-yet", what=one)) for one in left[:1]))

    def _left_without(self, unit: Unit, found: Departure, by: Actor) -> tuple[Reason, ...]:
        """Say which account nobody took over, unless it was said that it stays so."""
        receipt = found.receipts.get(LineKind.NOBODY.value)
        if receipt is not None and receipt.how is How.WAIVED:
            return ()
        left = self._gone(unit, found.leaving, by).duties.left_without()
        return tuple(Reason(say("departures.nobody-yet", what=one), "BAL-A2") for one in left[:1])

    def _gone(self, unit: Unit, leaving: Leaving, by: Actor) -> Gone:
        return Gone(
            unit,
            self._proof.now(unit),
            leaving,
            today=today_of(unit, self._desk),
            now=self._desk.now,
            platforms=self._platforms(),
            ender=by.person,
        )

    def _open(self, unit: Unit, departure: str) -> Departure:
        found = departure_in(self._proof.now(unit), departure)
        if found is None or not found.open:
            raise NotAllowed((Reason(say("departures.ended-already")),))
        return found

    def _going(self, unit: Unit) -> frozenset[str]:
        return frozenset(one.id for one in departures_in(self._proof.now(unit)) if one.going)

    def _roles(self, deed: Deed) -> frozenset[Role]:
        return roles_with_a_say(deed.trust, deed.by.person, today_of(deed.unit, self._desk))

    def _designate(self, deed: Deed, accounts: Sequence[Account], leaving: Leaving) -> None:
        """Let the successor administer what nobody else does, where who ends rights may name them for it.

        Else it is nobody's until who may has named somebody (`duties.left_without`).
        """
        today, successor, by = today_of(deed.unit, self._desk), leaving.successor, deed.by.person
        for account in accounts:
            if successor is None or designation_blockers(deed.trust, by, successor, account, today):
                continue
            grant = Grant(self._desk.ids.new(), successor, Role.ADMINISTRATOR, today, account.id)
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, successor, {"grant": grant.to_plain()})


def _one_at_a_time(
    trust: Trust, who: PersonId | None, by: PersonId | None, roles: frozenset[Role]
) -> tuple[Reason, ...]:
    """Say why somebody below the office begins no second one (`leavers.taken`)."""
    if who is None or who not in trust.people or by is None or roles & LEADING or not taken(trust, who, by):
        return ()
    return (Reason(say("departures.one-at-a-time"), None, "who"),)


def changed(departure: str) -> Changes:
    """Give what a deed on a departure changed."""
    return Changes.of("departures", [departure])
