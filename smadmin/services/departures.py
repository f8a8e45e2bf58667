"""The departure drill: begun without the leaver, done line by line, ended by the principal's signature.

Beginning stops the queue and hands the drafts on in one deed. Ending somebody's rights here retires their
keys and gives the school a new one in another; what follows (cells, locked copies, their lock on this
computer) is a chain whose state stands in the store, so a kill between any two is gone on from (BAL-B1b3).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.departures import (
    BEGINNERS,
    SETTLED_BY,
    Departure,
    How,
    Leaving,
    LineKind,
    begin_blockers,
    end_blockers,
)
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.leaving import lines_of
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Role
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
from smadmin.services.ending import end_grants, hand_on, hold, retire_keys, settle_line
from smadmin.services.leaving import Gone
from smadmin.services.proof import Proof
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

    def begin(self, by: Actor, leaving: Leaving, *, profiles: int = 0) -> Done[str]:
        """Begin a departure: what they released stops, their drafts go to their successor (a deed).

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
            gone = self._gone(deed.unit, leaving)
            lines, held, drafts = (
                lines_of(leaving, gone.known(profiles=profiles)),
                gone.queue(),
                gone.drafts(),
            )
            told: list[Plain] = [line.to_plain() for line in lines]
            part: dict[str, Plain] = {"leaving": leaving.to_plain(), "lines": told}
            deed.record(Act.BEGIN_DEPARTURE, Noun.DEPARTURES, departure, parts={DEPARTURE_PART: part})
            if leaving.person is not None:
                for draft in held:
                    hold(deed, draft, departure)
                for draft in drafts:
                    hand_on(deed, draft.id, leaving)
        touched = [draft.id for draft in (*held, *drafts)]
        return Done(departure, changed(departure) | Changes.of("posts", touched))

    def settle(self, by: Actor, departure: str, key: str, how: How, *, reason: str = "") -> Changes:
        """Say that a line is done, or why it isn't (a deed); `end_rights` ends rights.

        Rights that are left say that they stay after all, or the computer was found: so all else is left too.

        Raises:
            NotAllowed: for who leaves, for a line that is settled, without a reason where it is waived.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            found = self._open(deed.unit, departure)
            line = found.line(key)
            stays = line is not None and line.kind is LineKind.RIGHTS
            if stays and how is not How.WAIVED:
                raise NotAllowed((Reason(say("departures.by-itself")),))
            for one in found.left if stays else (line,):
                settle_line(deed, found, one, how, roles=self._roles(deed), reason=reason)
        return changed(departure)

    def end_rights(self, by: Actor, departure: str) -> Changes:
        """End the roles and keys of who leaves (or the keys of a lost computer), and renew the school's key.

        A deed; `renewal.go_on` and `copies` follow. An account that nobody else administers goes to the
        successor.

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
            orphans = self._gone(deed.unit, found.leaving).orphans()
            settle_line(deed, found, line, SETTLED_BY[LineKind.RIGHTS], roles=self._roles(deed), reason="")
            self._hand_over(deed, orphans, found.leaving.successor)
            end_grants(deed, found.leaving)
            retire_keys(deed, found.leaving)
            begin_new_key(deed, self._desk)
        return (
            changed(departure) | Changes.of("people", [found.leaving.person or ""]) | Changes.of("keys", [""])
        )

    def end(self, by: Actor, departure: str) -> Changes:
        """Sign that a departure is over (a deed).

        Raises:
            NotAllowed: for anybody but the principal, while a line is left, or with an old passphrase.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            found = self._open(deed.unit, departure)
            today = today_of(deed.unit, self._desk)
            principals = principals_today(deed.trust, today)
            reasons = end_blockers(found, by=by.person, roles=self._roles(deed), principals=principals)
            if not by.fresh(deed.now):
                reasons = (*reasons, Reason(say("keys.passphrase-again"), None, "passphrase"))
            refuse(reasons)
            part = {"minutes": found.minutes(deed.now), "lines": len(found.lines)}
            deed.record(Act.END_DEPARTURE, Noun.DEPARTURES, departure, parts={"end": part})
        return changed(departure)

    def _begin_blockers(self, unit: Unit, by: Actor, leaving: Leaving) -> tuple[Reason, ...]:
        proven, today = self._proof.now(unit), today_of(unit, self._desk)
        same = (leaving.person, leaving.seat)
        under_way = any(
            one.open and (one.leaving.person, one.leaving.seat) == same for one in departures_in(proven)
        )
        successor = any_roles(proven.trust, leaving.successor, today) & BEGINNERS
        named = leaving if successor else replace(leaving, successor=None)
        in_use = leaving.seat is not None and leaving.seat == by.seat
        return begin_blockers(
            named,
            by=by.person,
            roles=any_roles(proven.trust, by.person, today),
            here=is_inside(proven.trust, leaving, today) and not in_use,
            open_already=under_way,
        )

    def _gone(self, unit: Unit, leaving: Leaving) -> Gone:
        return Gone(
            unit,
            self._proof.now(unit),
            leaving,
            today=today_of(unit, self._desk),
            platforms=self._platforms(),
        )

    def _open(self, unit: Unit, departure: str) -> Departure:
        found = departure_in(self._proof.now(unit), departure)
        if found is None or not found.open:
            raise NotAllowed((Reason(say("departures.ended-already")),))
        return found

    def _roles(self, deed: Deed) -> frozenset[Role]:
        return any_roles(deed.trust, deed.by.person, today_of(deed.unit, self._desk))

    def _hand_over(self, deed: Deed, accounts: Sequence[AccountId], successor: PersonId | None) -> None:
        if successor is None:
            return
        today = today_of(deed.unit, self._desk)
        for account in accounts:
            grant = Grant(self._desk.ids.new(), successor, Role.ADMINISTRATOR, today, account)
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, successor, {"grant": grant.to_plain()})


def changed(departure: str) -> Changes:
    """Give what a deed on a departure changed."""
    return Changes.of("departures", [departure])
