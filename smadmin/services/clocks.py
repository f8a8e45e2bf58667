"""The computer's clock against the record: what a person is asked, and what they may say (`keys.md`, Clock).

Nobody's program sets a clock. Either the computer's is wrong, then somebody sets it right and nothing is
signed; or it is right, and a signed row says so.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import Ids, PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.rights import who_may
from smadmin.domain.timeline import CLOCK_LEEWAY, Claim, ClockState, Timeline
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof
from smadmin.services.roles import any_roles


@dataclass(frozen=True)
class Dated:
    """Rows of the record that are dated later than this computer's clock.

    Args:
        first: the first of them.
        rows: how many there are.
        latest: the latest time that one of them claims, UTC.
        people: who signed them, by name.
    """

    first: int
    rows: int
    latest: datetime
    people: tuple[str, ...]


@dataclass(frozen=True)
class ClockView:
    """A clock that doesn't agree with the record.

    Args:
        state: behind it, or far ahead of it.
        now: what this computer says, UTC.
        last: the record's own latest time, UTC.
        dated: the rows that are dated later, where the clock is behind.
        may: whether this person may say that the clock is right.
        others: who else may, by name; nobody: only the school's envelope helps.
    """

    state: ClockState
    now: datetime
    last: datetime
    dated: Dated | None
    may: bool
    others: tuple[str, ...]


class Clocks:
    """Looks at the clock, and keeps what people say of it."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk = desk
        self._proof = proof

    def right(self, by: Actor) -> bool:
        """Tell whether anything may end by this clock now."""
        return self.look(by) is None

    def look(self, by: Actor) -> ClockView | None:
        """Say how the clock stands to the record; None: they agree."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
        now, trust, timeline = self._desk.now, proven.trust, proven.timeline
        state = timeline.state(now)
        if state is ClockState.RIGHT or timeline.latest is None:
            return None
        act = Act.CONFIRM_CLOCK if state is ClockState.BEHIND else Act.VOUCH_CLOCK
        can = [person for person in trust.people if _may(trust, timeline, person, now, act)]
        later = timeline.later_than(now)
        return ClockView(
            state=state,
            now=now,
            last=timeline.latest,
            dated=_dated(trust, later) if later else None,
            may=by.person in can,
            others=tuple(sorted(trust.people[one].name for one in can if one != by.person)),
        )

    def confirm(self, by: Actor, first: int) -> Changes:
        """Sign that this clock is right and the rows from `first` on are dated ahead (a deed).

        Raises:
            NotAllowed: for somebody without the office, now or as of the time that the record claims; with
                a passphrase given too long ago; or if other rows are dated ahead than the person saw.
        """
        with self._desk.deed(by) as deed:
            reasons = list(self._confirm_reasons(deed))
            if not by.fresh(deed.now):
                reasons.append(Reason(say("keys.passphrase-again"), None, "passphrase"))
            later = deed.timeline.later_than(deed.now)
            if not reasons and (not later or later[0].seq != first):
                reasons.append(Reason(say("clock.other-rows")))
            if reasons:
                raise NotAllowed(tuple(reasons))
            _set_right(deed, first, self._desk.ids)
        return Changes.of("records", [self._desk.school]) | Changes.of("people", deed.trust.people)

    def vouch(self, by: Actor) -> Changes:
        """Sign that the date is right, though nothing was signed here for long (a deed).

        Raises:
            NotAllowed: for somebody without a role on this date; the date may be wrong.
        """
        with self._desk.deed(by) as deed:
            if not any_roles(deed.trust, by.person, deed.trust.day_of(deed.now)):
                raise NotAllowed((Reason(say("clock.no-role", now=deed.now)),))
            if deed.timeline.state(deed.now) is not ClockState.AHEAD:
                return Changes()
            deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, None)
        return Changes.of("records", [self._desk.school])

    def _confirm_reasons(self, deed: Deed) -> tuple[Reason, ...]:
        if _may(deed.trust, deed.timeline, deed.by.person, deed.now, Act.CONFIRM_CLOCK):
            return ()
        return (Reason(say("clock.who")),)


def seems_behind(desk: Desk) -> datetime | None:
    """Give what the clock says, if a row of the record is dated later; nothing is proven here."""
    with desk.look() as unit:
        latest = unit.record.latest()
    now = desk.now
    return now if latest is not None and now < latest - CLOCK_LEEWAY else None


def set_right_by_envelope(deed: Deed, ids: Ids) -> None:
    """Let root say what time it is, where the typed envelope is what is left (`keys.md`, Recovery).

    Only where the record is ahead of the clock; else there is nothing to set right.
    """
    if deed.timeline.state(deed.now) is ClockState.BEHIND:
        _set_right(deed, deed.timeline.later_than(deed.now)[0].seq, ids)


def _set_right(deed: Deed, first: int, ids: Ids) -> None:
    """Sign what time it is; a role that was given at once by a row that is dated ahead begins today instead.

    Else a school that was founded by a clock that was a year ahead would have nobody for that year. One that
    was to begin later than its row says stays as it is.
    """
    deed.record(Act.CONFIRM_CLOCK, Noun.RECORDS, str(first))
    today, disputed = deed.trust.day_of(deed.now), deed.timeline.confirmed[-1].disputed
    days = {one.seq: deed.trust.day_of(one.utc) for one in disputed}
    rows = deed.unit.record.rows(after=first - 1, acts=(Act.GRANT,))
    at_once = {(row.noun_id, days[row.seq]) for row in rows if row.seq in days}
    for old in tuple(deed.trust.grants.values()):
        if old.starts <= today or (old.person, old.starts) not in at_once:
            continue
        deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, old.person, {"grant": old.id})
        new = replace(old, id=ids.new(), starts=today)
        if deed.trust.second_deputy(new):  # who came after the row stays
            continue
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, old.person, {"grant": new.to_plain()})


def _may(trust: Trust, timeline: Timeline, person: PersonId | None, now: datetime, act: Act) -> bool:
    """Tell whether somebody has one of the roles, now and as of the latest time that the record claims."""
    moments, wanted = (now, max(now, timeline.latest or now)), who_may(Noun.RECORDS, act)
    return all(any_roles(trust, person, trust.day_of(at)) & wanted for at in moments)


def _dated(trust: Trust, later: tuple[Claim, ...]) -> Dated:
    signed = {one.person for one in later}
    people = {person.name for person in trust.people.values() if person.id in signed}
    return Dated(later[0].seq, len(later), max(one.utc for one in later), tuple(sorted(people)))
