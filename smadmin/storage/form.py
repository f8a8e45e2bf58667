"""Holds a store's file to the form that the migrations gave it.

Whoever can write the file can also teach the database to change rows by itself: a trigger, a view in place
of a
table, a reference that deletes along. Such a part would act inside an honest person's deed, and they would
sign the result. So nothing is read or written in a file that has any part of another form.
"""

import hashlib
import json

import sqlalchemy as sa

from smadmin.domain.messages import say
from smadmin.storage.engine import Corrupt

FORMS = frozenset({"10aa08d2174222acf0ec194da20b55e13a3b9a3d4c5c57e1eeda1448cb85a5af"})
"""SHA-256 of what `form_of` reads, for each way in which a store of this version can have come about."""
_SEEN = "smadmin.form"


def form_of(connection: sa.Connection) -> str:
    """Digest (hex) what a file is made of: tables, columns, indexes, references, triggers, views.

    By meaning, not by the words that made them, which differ with the version of the library that wrote them;
    but for the indexes of words, whose every setting stands in those words, which the migration wrote.
    """
    parts: list[object] = []
    query = (
        "SELECT type, name, tbl_name, sql LIKE '%ON CONFLICT%',"
        " CASE WHEN sql LIKE 'CREATE VIRTUAL%' THEN sql END FROM sqlite_master ORDER BY type, name"
    )
    for kind, name, table, replaces, module in connection.exec_driver_sql(query).all():
        parts.append([kind, name, table, replaces or 0, *(() if module is None else (module,))])
        if kind == "table":
            parts += _asked(
                connection, 'SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?)', name
            )
            references = 'SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?)'
            parts += sorted(_asked(connection, references, name), key=str)
        if kind == "index":
            parts += _asked(connection, 'SELECT cid, name, "key" FROM pragma_index_xinfo(?)', name)
    indexes = (
        'SELECT m.name, i.name, i."unique", i.origin, i.partial'
        " FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' ORDER BY 1, 2"
    )
    parts += [list(row) for row in connection.exec_driver_sql(indexes)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _asked(connection: sa.Connection, query: str, name: str) -> list[list[object]]:
    return [list(row) for row in connection.exec_driver_sql(query, (name,))]


def require_form(connection: sa.Connection) -> None:
    """Refuse a file of another form, at the beginning of each transaction.

    The form is read once for each connection and again when the file says that it changed. A change that
    keeps that quiet has no effect on a connection that is open already.

    Raises:
        Corrupt: if somebody changed the form.
    """
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    if connection.info.get(_SEEN) == version:
        return
    if form_of(connection) not in FORMS:
        raise Corrupt(
            say("store.other-form"), kept=say("store.nothing-lost"), remedy=say("store.corrupt-remedy")
        )
    connection.info[_SEEN] = version
