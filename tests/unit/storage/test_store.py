"""Opening a store: fresh, again, from a newer program, without permission, under two hands."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from smadmin.domain.errors import Conflict, KnownError, OutsideFailed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage import schema
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.engine import Corrupt, open_engine, transaction
from smadmin.storage.migrate import SCRIPTS, migrate
from smadmin.storage.store import SCHEMA_VERSION, Store, only_school
from smadmin.storage.turns import Turns
from tests.school import make_school

_LATER = (
    "pack",
    "video",
    "learnt",
    "role_holding",
    "reviewer_list",
    "past_import",
    "past_post",
    "calendar_days",
    "outbox",
    "sweep_task",
    "sweep_part",
    "public_words",
    "record_words",
)


def test_a_fresh_store_has_an_id_that_stays(tmp_path: Path) -> None:
    made = Store.open(tmp_path / "new" / "folder").id

    assert Store.open(tmp_path / "new" / "folder").id == made
    assert len(made) == 16


def test_a_closed_store_takes_nothing_and_shows_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    school.store.close()

    for opened in (school.store.deed(school.id), school.store.look(school.id)):
        with pytest.raises(KnownError) as refused, opened:
            pass
        assert refused.value.happened.id == "store.closed"
    assert school.store._engine.pool.checkedin() == 0  # type: ignore[attr-defined]  # a queue has it


def test_a_deed_under_way_while_the_store_is_closed_is_not_kept(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    beside = Store.open(tmp_path)
    with beside.look(school.id) as unit:
        before = unit.record.head()

    def write_and_close() -> None:
        with school.desk.deed(school.by("ana")) as deed:
            deed.record(Act.SUBMIT, Noun.POSTS, "post")
            school.store.close()

    with pytest.raises(KnownError) as refused:
        write_and_close()

    assert refused.value.happened.id == "store.closed"
    with beside.look(school.id) as unit:
        assert unit.record.head() == before
    beside.close()


def test_before_a_migration_the_store_is_copied_as_it_was(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    made = store.id

    migrate(store._engine, tmp_path / FILE_NAME, "0000")

    (copy,) = tmp_path.glob("*-before-0000.db")
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT value FROM meta WHERE name = 'store'").fetchone() == (made,)
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_migrations_make_what_the_schema_says(tmp_path: Path) -> None:
    Store.open(tmp_path).close()

    with transaction(open_engine(tmp_path / FILE_NAME, Turns()), deed=False) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)

    # The indexes of words are FTS5's own kind of table, which the schema can't say.
    beside = ("alembic_version", "public_words", "record_words")
    assert [d for d in differences if not any(name in str(d) for name in beside)] == []
    assert max(path.name[:4] for path in (SCRIPTS / "versions").glob("0*.py")) == SCHEMA_VERSION


def test_a_store_of_the_first_version_gets_what_it_lacks_and_is_kept_as_it_was(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as raw:
        for table in _LATER:
            raw.execute(f"DROP TABLE {table}")
        for found_by in ("newest", "days", "planned"):
            raw.execute(f"DROP INDEX ix_publication_{found_by}")
        raw.execute("CREATE INDEX ix_publication_account_id ON publication (account_id)")
        raw.execute("DROP INDEX ix_slot_days")
        raw.execute("CREATE INDEX ix_slot_day ON slot (day)")
        raw.execute("ALTER TABLE publication DROP COLUMN slot_id")
        body = b'{"slot":"the-slot"}'
        raw.execute("INSERT INTO publication (school_id, id, version, body) VALUES ('s', 'p', 1, ?)", (body,))
        raw.execute("UPDATE alembic_version SET version_num = '0001'")

    Store.open(tmp_path).close()

    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        assert raw.execute("SELECT count(*) FROM pack").fetchone() == (0,)
        assert raw.execute("SELECT slot_id FROM publication").fetchone() == ("the-slot",)
    with closing(sqlite3.connect(tmp_path / "store-before-0001.db")) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_the_settings_that_keep_it_whole_are_on(tmp_path: Path) -> None:
    Store.open(tmp_path).close()

    with transaction(open_engine(tmp_path / FILE_NAME, Turns()), deed=False) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }

    assert settings == {"journal_mode": "delete", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_a_store_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(OutsideFailed) as refusal:
        Store.open(tmp_path)

    assert refusal.value.happened.id == "store.newer"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_store_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 100)

    with pytest.raises(Corrupt):
        Store.open(tmp_path)


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root writes everywhere; tests/faults covers it as another user"
)
def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(OutsideFailed):
        Store.open(tmp_path / "inside")


def test_a_store_without_a_school_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        only_school(Store.open(tmp_path))


def test_a_stale_version_is_a_conflict(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    with school.desk.look() as unit:
        stale = unit.schools.get(school.id)
    with school.store.deed(school.id) as unit:
        newer = unit.schools.change(stale)

    with pytest.raises(Conflict), school.store.deed(school.id) as unit:
        unit.schools.change(stale)

    assert newer.version == stale.version + 1


def test_a_deed_that_fails_leaves_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    head = school.records.verify().head

    def fail_midway() -> None:
        with school.desk.deed(school.by("ana")) as deed:
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_midway()

    assert school.records.verify().head == head


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    actor = school.by("ana")

    def write() -> None:
        for _ in range(15):
            with school.desk.deed(actor) as deed:
                deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    writers = [threading.Thread(target=write) for _ in range(3)]
    before = school.records.verify().rows
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    verdict = school.records.verify()
    assert verdict.whole
    assert verdict.rows == before + 45


def test_a_store_whose_id_was_taken_out_is_damaged(tmp_path: Path) -> None:
    store = make_school(tmp_path, staff=("ana",)).store
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("DELETE FROM meta WHERE name = 'store'")
        connection.commit()

    with pytest.raises(Corrupt):
        _ = store.id
