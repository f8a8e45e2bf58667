"""The outbox: what goes out with nobody signed in, as sealed files by publication (`keys.md`, Unattended).

Whose file it is a signed row says by its digest; here lie the bytes alone. `secure_delete` overwrites what is
dropped.
"""

import sqlalchemy as sa

from smadmin.domain.ids import PublicationId, SchoolId
from smadmin.storage import schema
from smadmin.storage.shelf import raw


class OutboxShelf:
    """One school's outbox in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection, self._school = connection, school

    def ids(self) -> tuple[PublicationId, ...]:
        """Name the publications that have a file."""
        table = schema.outbox
        query = sa.select(table.c.id).where(table.c.school_id == self._school).order_by(table.c.id)
        return tuple(PublicationId(str(one)) for one in self._connection.execute(query).scalars())

    def has(self, publication: PublicationId) -> bool:
        """Tell whether there is a file; the file itself, which may hold pictures, isn't read."""
        query = sa.select(schema.outbox.c.id).where(*self._at(publication))
        return self._connection.execute(query).first() is not None

    def sealed(self, publication: PublicationId) -> bytes | None:
        """Give a file, or None."""
        found = self._connection.execute(
            sa.select(schema.outbox.c.sealed).where(*self._at(publication))
        ).first()
        return None if found is None else raw(found.sealed)

    def put(self, publication: PublicationId, sealed: bytes) -> None:
        """Lay a file there, in place of an older one."""
        self.drop(publication)
        values = {"school_id": self._school, "id": publication, "sealed": sealed}
        self._connection.execute(sa.insert(schema.outbox).values(values))

    def drop(self, publication: PublicationId) -> None:
        """Shred a file; one that isn't there is no error."""
        self._connection.execute(sa.delete(schema.outbox).where(*self._at(publication)))

    def _at(self, publication: PublicationId) -> tuple[sa.ColumnElement[bool], ...]:
        return (schema.outbox.c.school_id == self._school, schema.outbox.c.id == publication)
