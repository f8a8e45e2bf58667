"""Setting aside rows that nobody had a right to: the office decides, and a row of the record names them.

Such a row stays where it lies, with its signature, for whoever reads the record; it counts for nothing. What
else is wrong with a record isn't decided here (`Restoring`), nor by anybody where a row was changed.
"""

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING
from smadmin.domain.records import Body
from smadmin.domain.refused import SETS_ASIDE, places
from smadmin.services.desk import Deed, Desk
from smadmin.services.going import going_at
from smadmin.services.proof import Proof, Proven
from smadmin.storage.unit import Unit

_NAMED = 100
"""So many rows are named one by one in the details; of more the row itself says from where to where."""


class SettingAside:
    """Rows of one school's record that nobody had a right to."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the record as proven."""
        self._desk, self._proof = desk, proof

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not set them aside, or why there is nothing to."""
        with self._desk.look(by) as unit:
            return self._blockers(self._proof.now(unit), by)

    def set_aside(self, by: Actor) -> Changes:
        """Set aside what nobody had a right to, so that work goes on (a deed).

        The tables of trust are written anew from the rows that count: the deed stands on these alone.

        Raises:
            NotAllowed: for anybody but the office, or where that mends nothing.
            Tampered: this key isn't on the record.
        """
        self._proof.catch_up(by)
        with self._desk.on(by, self._stand) as deed:
            proven = self._proof.now(deed.unit)
            if reasons := self._blockers(proven, by):
                raise NotAllowed(reasons)
            rows = proven.to_set_aside
            deed.unit.trust.write_anew(proven.trust)
            named: list[Plain] = [_told(one) for one in rows[:_NAMED]]
            noun, act = SETS_ASIDE
            deed.record(act, noun, places([one.seq for one in rows]), parts={"refused": {"rows": named}})
        return Changes.of("records", [self._desk.school])

    def _stand(self, unit: Unit, by: Actor) -> Deed:
        desk, found = self._desk, self._proof.now(unit)
        told = found.trust, found.head, found.roster, found.timeline.copy()
        return Deed(unit, by, desk.now, *told, desk.verifier, asks=True)

    def _blockers(self, proven: Proven, by: Actor) -> tuple[Reason, ...]:
        today = proven.trust.day_of(self._desk.now)
        roles = frozenset() if by.person is None else proven.trust.roles(by.person, today)
        stays = by.person not in going_at(proven, today)
        # Where the end isn't the noted one, the newest row may be a right one that somebody made another's.
        rows = proven.to_set_aside if proven.head_right else ()
        checks = (
            (bool(rows), Reason(say("records.nothing-to-set-aside"))),
            (bool(roles & LEADING) and stays, Reason(say("records.office-sets-aside"))),
            (by.fresh(self._desk.now), Reason(say("keys.passphrase-again"), None, "passphrase")),
        )
        return tuple(reason for right, reason in checks if not right)


def _told(body: Body) -> dict[str, Plain]:
    return {"seq": body.seq, "act": body.act, "noun": body.noun, "person": body.person, "key": body.key}
