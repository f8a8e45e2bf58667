"""Notes of a store about itself, by name: not about any school, never secret, not part of the record."""

from collections.abc import Iterable

import sqlalchemy as sa

from smadmin.storage import schema


class NoteShelf:
    """The notes in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Stand on a transaction."""
        self._connection = connection

    def all(self) -> dict[str, str]:
        """Give every note by its name."""
        query = sa.select(schema.meta.c.name, schema.meta.c.value)
        return {str(row.name): str(row.value) for row in self._connection.execute(query)}

    def remove(self, names: Iterable[str]) -> None:
        """Forget notes."""
        self._connection.execute(sa.delete(schema.meta).where(schema.meta.c.name.in_(tuple(names))))
