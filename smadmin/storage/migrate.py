"""Bringing a store up to date: a backup first, then the migrations in order, by Alembic.

Migrations never decrypt: they run before anybody has signed in (`keys.md`, Migrations).
"""

from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from smadmin.storage.backup import snapshot
from smadmin.storage.engine import transaction

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: sa.Engine, file: Path, version: str | None) -> None:
    """Run the migrations that are missing, all of them in one transaction.

    Args:
        engine: the store's.
        file: the database file, copied beside itself before anything changes.
        version: the newest migration that the store has, or None if it is fresh.
    """
    if version is not None:
        snapshot(file, file.with_name(f"{file.stem}-before-{version}.db"))
    scripts = ScriptDirectory(str(SCRIPTS))
    with transaction(engine, deed=True) as connection:
        context = MigrationContext.configure(connection)
        version = context.get_current_revision()  # another process may have been quicker
        for revision in reversed(list(scripts.walk_revisions())):
            if version is not None and revision.revision <= version:
                continue
            with Operations.context(context):
                revision.module.upgrade()
            context.stamp(scripts, revision.revision)
