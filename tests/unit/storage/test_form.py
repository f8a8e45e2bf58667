"""A store's file is worked with only in the form that the migrations gave it."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.engine import Corrupt
from smadmin.storage.store import Store
from tests.school import make_school

DELETES = "DELETE FROM student WHERE id = 'a'"
TRIGGER = f"CREATE TRIGGER t AFTER UPDATE ON student BEGIN {DELETES}; END"
FORMS = {
    "a trigger": [TRIGGER],
    "a view": ["CREATE VIEW v AS SELECT * FROM student"],
    "a view in a table's place": [
        "ALTER TABLE student RENAME TO hidden",
        "CREATE VIEW student AS SELECT * FROM hidden",
    ],
    "a table": ["CREATE TABLE more (id TEXT REFERENCES student (id) ON DELETE CASCADE)"],
    "a column": ["ALTER TABLE student ADD COLUMN more TEXT REFERENCES photo (id) ON DELETE CASCADE"],
    "an index": ["CREATE UNIQUE INDEX one ON student (version)"],
}


def change_form(folder: Path, statements: list[str]) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_fresh_store_has_the_form_of_this_version(tmp_path: Path) -> None:
    """Fails when a migration is added: its form joins `FORMS`."""
    Store.open(tmp_path).close()

    Store.open(tmp_path).close()


@pytest.mark.parametrize("statements", FORMS.values(), ids=FORMS.keys())
def test_a_file_of_another_form_is_not_opened(tmp_path: Path, statements: list[str]) -> None:
    Store.open(tmp_path).close()
    change_form(tmp_path, statements)

    with pytest.raises(Corrupt, match=r"store\.other-form"):
        Store.open(tmp_path)


@pytest.mark.parametrize("statements", FORMS.values(), ids=FORMS.keys())
def test_a_form_changed_while_the_store_is_open_ends_the_work_in_it(
    tmp_path: Path, statements: list[str]
) -> None:
    school = make_school(tmp_path, staff=("ana",))
    change_form(tmp_path, statements)

    with pytest.raises(Corrupt, match=r"store\.other-form"), school.desk.deed(school.by("ana")):
        pass
    with pytest.raises(Corrupt, match=r"store\.other-form"), school.desk.look(school.by("ana")):
        pass


def test_a_trigger_that_hides_that_the_form_changed_has_no_effect(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    ana = school.by("ana")
    with school.desk.look(ana) as unit:
        version = unit._connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    insert = "INSERT INTO meta VALUES ('planted', 'x')"
    change_form(
        tmp_path,
        [
            f"CREATE TRIGGER t AFTER INSERT ON record_row BEGIN {insert}; END",
            f"PRAGMA schema_version = {version}",
        ],
    )

    with suppress(Corrupt), school.desk.deed(ana) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        assert file.execute("SELECT count(*) FROM meta WHERE name = 'planted'").fetchone() == (0,)
    with pytest.raises(Corrupt, match=r"store\.other-form"):
        Store.open(tmp_path)
