"""The plan by plain columns alone: on which days something is planned, and what went out for it.

Answered from indexes, whatever the length of the history.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from json import loads
from typing import Any

import sqlalchemy as sa

from smadmin.domain.ids import AccountId, PostId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.publications import PublicationStep
from smadmin.domain.school_days import days_of
from smadmin.storage import schema
from smadmin.storage.shelf import Shelf

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

    def __init__(self, connection: sa.Connection, school: SchoolId, shelf: Shelf[Slot]) -> None:
        """Stand on a transaction, beside the shelf of the same posts."""
        self._connection = connection
        self._shelf = shelf
        self._school = school

    def slots(self, first: date, last: date) -> tuple[Slot, ...]:
        """Give what is planned from the first to the last day, for showing.

        Thousands are read in the time that a shelf takes for hundreds; what decides something asks the shelf.

        Raises:
            Tampered: a row was edited by hand.
        """
        table = schema.slot.c
        query = sa.select(table.id, table.version, table.body).where(
            table.school_id == self._school, table.day.between(first.isoformat(), last.isoformat())
        )
        rows = self._connection.execute(query).all()
        plains = _read_together([body for _, _, body in rows])
        known = {day.isoformat(): day for day in days_of(first, last)}
        return tuple(
            self._slot(one, version, plain, known)
            for (one, version, _), plain in zip(rows, plains, strict=True)
        )

    def _slot(self, slot: SlotId, version: int, plain: Any, days: Mapping[str, date]) -> Slot:
        try:
            if plain["id"] != slot:
                return self._shelf.get(slot)
            at, series = plain.get("at"), plain.get("series")
            return Slot(
                slot,
                self._school,
                plain["account"],
                days[plain["day"]],
                plain["topic"],
                version,
                None if at is None else time.fromisoformat(at),
                series,
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return self._shelf.get(slot)  # which says what is wrong with it

    def days(self, first: date, last: date) -> tuple[tuple[AccountId, date], ...]:
        """Give on which days from the first to the last something is planned for which account."""
        slot = schema.slot.c
        query = sa.select(slot.account_id, slot.day).where(
            slot.school_id == self._school, slot.day.between(first.isoformat(), last.isoformat())
        )
        return tuple(
            (AccountId(str(account)), date.fromisoformat(str(day)))
            for account, day in self._connection.execute(query).all()
        )

    def has_any(self, first: date, last: date) -> bool:
        """Tell whether anything is planned from the first to the last day."""
        slot = schema.slot.c
        query = sa.select(slot.id).where(
            slot.school_id == self._school, slot.day.between(first.isoformat(), last.isoformat())
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def out_for(self, slots: Sequence[SlotId]) -> tuple[OutFor, ...]:
        """Give what went out for some planned posts, whenever it did."""
        out, found = schema.publication.c, list[OutFor]()
        # Sifted by step here: asked for it too, SQLite may take the index that holds the whole history.
        query = sa.select(out.account_id, out.slot_id, out.published_at, out.post_id, out.step)
        for start in range(0, len(slots), _AT_ONCE):
            some = query.where(
                out.school_id == self._school, out.slot_id.in_(slots[start : start + _AT_ONCE])
            )
            found += [
                OutFor(AccountId(account), SlotId(slot), datetime.fromisoformat(at), post)
                for account, slot, at, post, step in self._connection.execute(some).all()
                if step == PublicationStep.CONFIRMED.value and at is not None
            ]
        return tuple(found)


def _read_together(bodies: Sequence[bytes]) -> Sequence[Any]:
    """Read many bodies as one list, in a third of the time; None for each where that fails."""
    try:
        read: list[Any] = loads(b"[" + b",".join(bodies) + b"]")
    except (TypeError, ValueError):
        read = []
    return read if len(read) == len(bodies) else [None] * len(bodies)
