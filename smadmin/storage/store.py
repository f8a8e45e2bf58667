"""The store of one computer: a database file, sealed files beside it, and the way in.

Opening brings an older store up to date (after a backup) and refuses a newer one politely. Services take
`deed()` to change and `look()` to read; nobody else comes in.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from smadmin.domain.cells import Cells
from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.storage import full_text, schema
from smadmin.storage.disk import FILE_NAME, disk_error
from smadmin.storage.engine import Corrupt, open_engine, transaction
from smadmin.storage.form import require_form
from smadmin.storage.presence import Presence
from smadmin.storage.turns import Turns
from smadmin.storage.unit import Unit

SCHEMA_VERSION = "0005"
"""The newest migration; a test holds it against the migrations' folder."""


class Store:
    """An open store."""

    def __init__(self, folder: Path) -> None:
        """Take the data folder; `open` does the rest."""
        self.folder = folder
        self.turns = Turns()
        self._engine = open_engine(folder / FILE_NAME, self.turns)
        self._presence = Presence(folder)
        self._closed = False

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the store in a folder, or make it.

        Raises:
            OutsideFailed: no permission, no space, a newer program's store.
            Corrupt: somebody gave the file another form.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_error(error) from error
        store = cls(folder)
        store._presence.come()
        try:
            store._bring_up_to_date()
            with store._transaction(deed=False) as connection:
                require_form(connection)
        except KnownError:
            store.close()
            raise
        return store

    @classmethod
    @contextmanager
    def peek(cls, folder: Path) -> Iterator["Store"]:
        """Look into the store of a folder as it is, for the length of a block: nothing is brought up to date.

        Raises:
            KnownError: if it can't be read, or has an older program's form.
        """
        store = cls(folder)
        store._presence.come()
        try:
            with store._transaction(deed=False) as connection:
                require_form(connection)
            yield store
        finally:
            store.close()

    def close(self) -> None:
        """Let go of the file for good: what comes later is refused, what is being written isn't kept."""
        self._closed = True  # an errand may still be under way, and the engine would open the file anew
        self._engine.dispose()
        self._presence.go()

    @property
    def id(self) -> str:
        """The store's random id; keyring items start with it.

        Raises:
            Corrupt: if somebody took it out.
        """
        query = sa.select(schema.meta.c.value).filter_by(name="store")
        with self._transaction(deed=False) as connection:
            found = connection.execute(query).scalar_one_or_none()
        if found is None:
            told, kept, remedy = (say(f"store.corrupt{end}") for end in ("", "-kept", "-remedy"))
            raise Corrupt(told, kept=kept, remedy=remedy)
        return str(found)

    def take_id(self, own: str) -> None:
        """Put back the id that this store was made with, which somebody changed or took out."""
        with self._transaction(deed=True) as connection:
            connection.execute(sa.delete(schema.meta).where(schema.meta.c.name == "store"))
            connection.execute(sa.insert(schema.meta).values(name="store", value=own))

    def schools(self) -> tuple[SchoolId, ...]:
        """Give the schools of this store, oldest first; one without a record comes last, if it is any at all.

        A school whose own row is gone is still here: its record puts that back (`TrustShelf`).
        """
        with self._transaction(deed=False) as connection:
            begun = sa.select(schema.record_row.c.school_id).where(schema.record_row.c.seq == 1)
            recorded = set(connection.execute(begun).scalars())
            named = set(connection.execute(sa.select(schema.school.c.id)).scalars())
        ids = sorted(recorded | named, key=lambda one: (one not in recorded, one))
        return tuple(SchoolId(id_) for id_ in ids)

    @contextmanager
    def deed(self, school: SchoolId, cells: Cells | None = None) -> Iterator[Unit]:
        """Change the store: all of it or nothing, one writer at a time."""
        with self._transaction(deed=True) as connection:
            require_form(connection)
            full_text.begin(connection)
            yield Unit(connection, school, cells)
            full_text.settle(connection)

    @contextmanager
    def look(self, school: SchoolId, cells: Cells | None = None) -> Iterator[Unit]:
        """Read the store as it stands at one moment."""
        with self._transaction(deed=False) as connection:
            require_form(connection)
            yield Unit(connection, school, cells)

    def _bring_up_to_date(self) -> None:
        version = self._version()
        if version == SCHEMA_VERSION:
            return
        if version is not None and version > SCHEMA_VERSION:
            raise OutsideFailed(
                say("store.newer"), kept=say("store.nothing-lost"), remedy=say("store.newer-remedy")
            )
        from smadmin.storage.migrate import migrate  # noqa: PLC0415 - Alembic costs a quarter of a second

        migrate(self._engine, self.folder / FILE_NAME, version)
        with self._transaction(deed=True) as connection:
            if connection.execute(sa.select(schema.meta.c.value).filter_by(name="store")).first() is None:
                connection.execute(sa.insert(schema.meta).values(name="store", value=secrets.token_hex(8)))

    @contextmanager
    def _transaction(self, *, deed: bool) -> Iterator[sa.Connection]:
        self._require_open()
        with transaction(self._engine, deed=deed) as connection:
            yield connection
            if deed:
                self._require_open()

    def _require_open(self) -> None:
        if self._closed:
            raise KnownError(
                say("store.closed"), kept=say("store.nothing-lost"), remedy=say("store.closed-remedy")
            )

    def _version(self) -> str | None:
        with self._transaction(deed=False) as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            return None if found is None else str(found)


def only_school(store: Store) -> SchoolId:
    """Give the one school of a computer's own store.

    Raises:
        KnownError: before the first run has made one.
    """
    schools = store.schools()
    if not schools:
        raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
    return schools[0]
