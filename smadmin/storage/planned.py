"""The plan by plain columns alone: on which days something is planned, and what went out for it.

Answered from indexes, whatever the length of the history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from smadmin.domain.ids import AccountId, PostId, SchoolId, SlotId
from smadmin.domain.publications import PublicationStep
from smadmin.storage import schema

_AT_ONCE = 500
"""So many ids are named in one question; SQLite takes no more than 999 in old versions."""


@dataclass(frozen=True)
class OutFor:
    """A post that went out for a planned one; `at` is UTC."""

    account: AccountId
    slot: SlotId
    at: datetime
    post: PostId | None


class PlannedShelf:
    """The planned posts of one school, in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school

    def days(self, first: date, last: date) -> tuple[tuple[AccountId, date], ...]:
        """Give on which days from the first to the last something is planned for which account."""
        slot = schema.slot.c
        query = sa.select(slot.account_id, slot.day).where(
            slot.school_id == self._school, slot.day.between(first.isoformat(), last.isoformat())
        )
        return tuple(
            (AccountId(str(account)), date.fromisoformat(str(day)))
            for account, day in self._connection.execute(query)
        )

    def out_for(self, slots: Sequence[SlotId]) -> tuple[OutFor, ...]:
        """Give what went out for some planned posts, whenever it did."""
        out, found = schema.publication.c, list[OutFor]()
        query = sa.select(out.account_id, out.slot_id, out.published_at, out.post_id).where(
            out.school_id == self._school,
            out.step == PublicationStep.CONFIRMED.value,
            out.published_at.is_not(None),
        )
        for start in range(0, len(slots), _AT_ONCE):
            some = query.where(out.slot_id.in_(slots[start : start + _AT_ONCE]))
            found += [
                OutFor(AccountId(account), SlotId(slot), datetime.fromisoformat(at), post)
                for account, slot, at, post in self._connection.execute(some)
            ]
        return tuple(found)
