"""What lets accounts rest without anybody having signed it: looked for whenever somebody looks at Today.

The cadence believes the plain tables, for it has no key. Here only days off and accounts that rest are held
against their rows, few of both; past posts are too many, and are asked for where the record is proven.
"""

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import EXCUSE_PART
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message
from smadmin.domain.records import Part
from smadmin.domain.vocabulary import Noun
from smadmin.services.days_rows import DAYS_PART, SignedDays
from smadmin.services.desk import Desk
from smadmin.services.found_rows import with_erased
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.rest_rows import TELLS, SignedRests
from smadmin.storage.unit import Unit

_PARTS = frozenset({DAYS_PART, EXCUSE_PART, TELLS})
_STOPPED = frozenset({AccountStage.ON_HOLD, AccountStage.CLOSED})


class Unsigned:
    """Looks at the tables of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the proven record."""
        self._desk, self._proof = desk, proof

    def look(self, by: Actor) -> tuple[Message, ...]:
        """Say which days off and which accounts' rest nobody signed; ideally nothing."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            days, rests = SignedDays(), SignedRests(unit.schools.get(self._desk.school))
            for fact in proven.about(Noun.SCHOOL_DAYS):
                stored = unit.record.at(fact.seq)
                if stored is not None:
                    days.take(stored, with_erased(stored, _parts(unit, fact), proven.erased))
            for account in _resting(unit):
                _take(rests, unit, proven, account)
            return tuple(one.message for one in (*days.faults(unit), *rests.faults(unit)))


def _resting(unit: Unit) -> tuple[Account, ...]:
    try:
        return tuple(one for one in unit.accounts.all() if one.pauses or one.stage in _STOPPED)
    except KnownError:  # somebody wrote what is no account, which `SignedRests` says
        return ()


def _take(rests: SignedRests, unit: Unit, proven: Proven, account: Account) -> None:
    for stored in unit.record.about(Noun.ACCOUNTS, account.id):
        fact = proven.at(stored.seq)
        if fact is not None:
            rests.take(fact, stored, with_erased(stored, _parts(unit, fact), proven.erased))


def _parts(unit: Unit, fact: Fact) -> dict[str, Part | None]:
    """Give the parts of a row that lie in the store, None where they are sealed to others."""
    found: dict[str, Part | None] = {}
    for name in _PARTS & set(fact.body.parts):
        try:
            part = unit.record.part(fact.seq, name)
            if part is not None or unit.record.has_part(fact.seq, name):
                found[name] = part
        except KnownError:  # a cell that doesn't open, which proving the record names
            found[name] = Part(b"", b"")
    return found
