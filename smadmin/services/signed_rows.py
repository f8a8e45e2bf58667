"""Rows as they were proven, for whoever reads them beside a deed and has no proof of their own.

A part that isn't as it was signed stops whoever reads it, and then everybody (`Proven.part_bytes`). Until
somebody has signed in nothing is proven: rows are taken as they lie, and no sealed part opens.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from smadmin.domain.ids import PersonId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact
from smadmin.services.proven import Proven
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class SignedRow:
    """A row, and how its parts are read: None for one that was erased, or that nobody here can open.

    Args:
        roles: what its person was in the whole school at its place; None where nobody proved it.
    """

    seq: int
    utc: datetime
    person: PersonId | None
    act: str
    about: str | None
    roles: frozenset[Role] | None
    part: Callable[[str], bytes | None]


def signed_rows(unit: Unit, desk: Desk, *acts: Act) -> Iterator[SignedRow]:
    """Give the rows of some acts that count, oldest first."""
    if desk.proof is None:
        return _lying(unit, desk, unit.record.rows(acts=acts))
    proven = desk.proof(unit)
    facts = (fact for act in acts for fact in proven.acts(act))
    return _proven(proven, sorted(facts, key=lambda fact: fact.seq))


def signed_about(unit: Unit, desk: Desk, noun: Noun, noun_id: str) -> Iterator[SignedRow]:
    """Give the rows about one thing that count, oldest first."""
    if desk.proof is None:
        return _lying(unit, desk, unit.record.about(noun, noun_id))
    proven = desk.proof(unit)
    return _proven(proven, proven.about(noun, noun_id))


def _proven(proven: Proven, facts: Iterable[Fact]) -> Iterator[SignedRow]:
    for fact in facts:
        body = fact.body
        if fact.seq not in proven.faulty:
            part = partial(proven.part_bytes, fact)
            yield SignedRow(fact.seq, body.utc, body.person, body.act, body.id, fact.roles, part)


def _lying(unit: Unit, desk: Desk, rows: Iterable[StoredRow]) -> Iterator[SignedRow]:
    for row in rows:
        if row.seq not in desk.mute:
            person = None if row.person is None else PersonId(row.person)
            utc = datetime.fromisoformat(row.utc)
            part = partial(_content, unit, row.seq)
            yield SignedRow(row.seq, utc, person, row.act, row.noun_id, None, part)


def _content(unit: Unit, seq: int, name: str) -> bytes | None:
    part = unit.record.part(seq, name)
    return None if part is None else part.content
