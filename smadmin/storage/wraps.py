"""School keys, wrapped to each key that may open them (`keys.md`, School key)."""

import sqlalchemy as sa

from smadmin.domain.ids import KeyId, SchoolId
from smadmin.storage import schema


class WrapShelf:
    """The wraps of one school in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school

    def keep(self, *, wrap_id: str, number: int, key: KeyId, sealed: bytes) -> None:
        """Write a wrap: a school key sealed to one key."""
        values = {"id": wrap_id, "school_id": self._school, "version": 1, "body": sealed}
        self._connection.execute(sa.insert(schema.key_wrap).values(key_no=number, key_id=key, **values))

    def of(self, key: KeyId) -> dict[int, bytes]:
        """Give the wraps for a key, by the school key's number."""
        table = schema.key_wrap
        query = sa.select(table.c.key_no, table.c.body).where(
            table.c.school_id == self._school, table.c.key_id == key
        )
        return {row.key_no: bytes(row.body) for row in self._connection.execute(query)}

    def remove(self, key: KeyId, number: int) -> None:
        """Erase one wrap of a retired key."""
        table = schema.key_wrap
        self._connection.execute(
            sa.delete(table).where(
                table.c.school_id == self._school, table.c.key_id == key, table.c.key_no == number
            )
        )

    def remove_number(self, number: int) -> None:
        """Erase the wraps of one number."""
        table = schema.key_wrap
        self._connection.execute(
            sa.delete(table).where(table.c.school_id == self._school, table.c.key_no == number)
        )

    def has_number(self, number: int) -> bool:
        """Tell whether there is a wrap of a number."""
        table = schema.key_wrap
        query = sa.select(table.c.id).where(table.c.school_id == self._school, table.c.key_no == number)
        return self._connection.execute(query).first() is not None

    def numbers(self) -> frozenset[int]:
        """Give the numbers that any wrap is of."""
        table = schema.key_wrap
        query = sa.select(table.c.key_no).where(table.c.school_id == self._school).distinct()
        return frozenset(self._connection.execute(query).scalars())

    def holders(self, number: int) -> frozenset[KeyId]:
        """Give the keys that a number is wrapped to."""
        table = schema.key_wrap
        query = sa.select(table.c.key_id).where(table.c.school_id == self._school, table.c.key_no == number)
        return frozenset(KeyId(one) for one in self._connection.execute(query).scalars())
