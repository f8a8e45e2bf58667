"""How a school stands: what its tables hold, and whether everything in it is whole."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.errors import KnownError
from smadmin.services.places import Place
from smadmin.services.soundness import Soundness
from smadmin.storage import schema
from tests.faults.desk_deeds import Stand


@dataclass(frozen=True)
class State:
    """How many rows each table has, and which acts the record."""

    tables: tuple[tuple[str, int], ...]
    acts: tuple[str, ...]


def state(folder: Path) -> State:
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        tables = tuple(
            (name, connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0])
            for name in sorted(schema.metadata.tables)
        )
        acts = connection.execute("SELECT act FROM record_row ORDER BY seq").fetchall()
    return State(tables, tuple(act for (act,) in acts))


def unsound(stand: Stand) -> list[str]:
    """Sign in and prove all there is: the rows, the database, the files that rows name."""
    school, by = stand.road.school, stand.by("pat")
    wrong = [fault.message.id for fault in school.records.verify(by=by).faults]
    wrong += [one.id for one in Soundness(Place(stand.folder, stand.folder)).database()]
    with school.desk.look(by) as unit:
        files = [one.id for one in unit.media.all()]
        proven = stand.road.proof.now(unit)
    wrong += [] if proven.whole else ["the record isn't proven"]
    for file in files:
        try:
            stand.road.media.open(by, file)
        except KnownError as error:
            wrong.append(error.happened.id)
    return wrong
