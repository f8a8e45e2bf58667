"""Addresses of posts that people carried to a platform and that are still to be confirmed, at first sight.

By rows as they lie, unproven: they only tell somebody where to go.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.addresses import AddressDue, address_due
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Awaited:
    """An address that is to be confirmed: of what, how urgent, and the day of its handing out."""

    publication: Publication
    due: AddressDue
    since: date


def awaited_addresses(unit: Unit, now: datetime) -> Iterator[Awaited]:
    """Give them; `now` is UTC."""
    school = unit.schools.get(unit.school)
    for one in unit.publications.find(step=PublicationStep.HANDED_OUT.value):
        at = _handed_out_at(unit, one)
        if at is not None:
            yield Awaited(one, address_due(at, school.local(now)), school.local(at).date())


def _handed_out_at(unit: Unit, one: Publication) -> datetime | None:
    rows = [row for row in unit.record.about(Noun.PUBLICATIONS, one.id) if row.act == Act.HAND_OUT]
    try:
        return datetime.fromisoformat(rows[-1].utc) if rows else None
    except ValueError:  # somebody wrote into the column; proving the record tells of it
        return None
