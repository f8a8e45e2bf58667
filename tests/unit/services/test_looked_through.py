"""What is in a backup is judged before any of it takes a place, whoever made it and whatever they put in."""

import io
import json
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal_stream
from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.services.looked_through import unpacked
from smadmin.services.places import Place
from smadmin.services.restoring import restore
from smadmin.storage.packed import IDENTITIES, LABEL, STORE
from tests.school import make_school
from tests.unit.services.test_backups import backups_of, with_a_child


@dataclass
class Copies:
    """One honest copy, unpacked, of which others are made for a key that a new computer has."""

    honest: Path
    key: Identity
    folder: Path

    def made(
        self,
        *,
        label: Callable[[bytes], bytes] = bytes,
        sql: tuple[str, ...] = (),
        more: tuple[tuple[str, bytes], ...] = (),
    ) -> Path:
        """Make one that differs in its label, its database, or by files that are in it beside them."""
        self.folder.mkdir(exist_ok=True)
        database, copy = self.folder / "changed.db", self.folder / "copy.smadmin-backup"
        database.write_bytes((self.honest / STORE).read_bytes())
        with closing(sqlite3.connect(database)) as behind, behind:
            for one in sql:
                behind.execute(one)
        files = ((LABEL, label((self.honest / LABEL).read_bytes())), (STORE, database.read_bytes()), *more)
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for name, content in files:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
        packed.seek(0)
        with copy.open("wb") as sealed:
            seal_stream(packed, sealed, [self.key.recipient])
        return copy

    @property
    def place(self) -> Place:
        return Place(self.folder / "new", self.folder / "new")

    def put_back(self, file: Path) -> None:
        restore(self.place, file, self.key, coming=True)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Identity]:
    folder, key = tmp_path_factory.mktemp("honest"), Identity.new()
    school = make_school(folder / "school")
    with_a_child(school)
    file = backups_of(school).write(folder / "copy.smadmin-backup", also=(key.recipient,)).file
    school.store.close()
    (folder / "open").mkdir()
    return unpacked(file, key, folder / "open"), key


@pytest.fixture
def copies(honest: tuple[Path, Identity], tmp_path: Path) -> Copies:
    return Copies(*honest, tmp_path / "made")


def said(**others: object) -> Callable[[bytes], bytes]:
    return lambda label: json.dumps(json.loads(label) | others).encode()


LABELS: dict[str, Callable[[bytes], bytes]] = {
    "no time": said(made=None),
    "words for a time": said(made="soon"),
    "a time without a zone": said(made="2026-01-01T00:00:00"),
    "patterns as a list": said(patterns=[1]),
    "no patterns": said(patterns=None),
    "a pattern that is no digest": said(patterns={"a": "zz"}),
    "a pattern that is a number": said(patterns={"a": 5}),
    "another school": said(school="nobody"),
    "a number for a school": said(school=7),
    "no schema": said(schema=None),
    "a later program": said(schema="9999"),
    "a list": lambda _: b"[]",
    "nothing": lambda _: b"",
    "a nest": lambda _: b"[" * 100_000,
    "a huge number": lambda label: label.replace(b'"v":1', b'"v":' + b"9" * 5_000),
}
CHANGES = {
    "a child without content": (
        "DROP TABLE student",
        "CREATE TABLE student (id, body)",
        "INSERT INTO student VALUES ('a', NULL)",
    ),
    "a child in words": ("UPDATE student SET body = 'words'",),
    "no table of children": ("DROP TABLE student",),
    "a view for a table": ("DROP TABLE student", "CREATE VIEW student AS SELECT id, body FROM account"),
    "a view without an end": (
        "DROP TABLE student",
        "CREATE VIEW student AS WITH RECURSIVE c(id, body) AS (SELECT 1, x'00' UNION ALL SELECT id+1, body"
        " FROM c) SELECT id, body FROM c",
    ),
    "no record": ("DROP TABLE record_row",),
    "a place in words": (
        "CREATE TABLE spoilt AS SELECT * FROM record_row",
        "UPDATE spoilt SET seq = 'a' WHERE seq = 1",
        "DROP TABLE record_row",
        "ALTER TABLE spoilt RENAME TO record_row",
    ),
    "a part that is a number": ("UPDATE record_part SET content = 5",),
    "a signature that is a number": ("UPDATE record_row SET signature = 5",),
    "no school": ("DELETE FROM school",),
    "a school that is a number": ("UPDATE school SET body = 7",),
    "a store without a name": ("DELETE FROM meta",),
}


@pytest.mark.parametrize("name", LABELS)
def test_a_label_that_is_none_is_refused_with_a_sentence(copies: Copies, name: str) -> None:
    file = copies.made(label=LABELS[name])

    with pytest.raises(OutsideFailed):
        copies.put_back(file)

    assert not (copies.place.store / STORE).exists()


@pytest.mark.parametrize("name", CHANGES)
def test_a_database_that_isnt_as_signed_is_refused_and_takes_no_place(copies: Copies, name: str) -> None:
    file = copies.made(sql=CHANGES[name])

    with pytest.raises(KnownError):
        copies.put_back(file)

    assert not (copies.place.store / STORE).exists()


@pytest.mark.parametrize("content", [b'{"v":1,"people":{}}', b"\xff", b"[]"])
def test_no_lock_comes_with_a_copy_though_somebody_put_one_in(copies: Copies, content: bytes) -> None:
    copies.put_back(copies.made(more=((IDENTITIES, content),)))

    assert (copies.place.store / STORE).exists()
    assert not (copies.place.seat / IDENTITIES).exists()


def test_locks_that_nobody_can_read_come_with_no_backup(copies: Copies) -> None:
    restore(copies.place, copies.made(more=((IDENTITIES, b"\xff"),)), copies.key)

    assert (copies.place.store / STORE).exists()
    assert not (copies.place.seat / IDENTITIES).exists()


@pytest.mark.parametrize("name", [STORE, "../x", "media/../x", "other"])
def test_what_no_backup_holds_is_refused(copies: Copies, name: str) -> None:
    file = copies.made(more=((name, b"x"),))

    with pytest.raises(OutsideFailed) as refused:
        copies.put_back(file)

    assert refused.value.happened.id == "store.backup-damaged"


def test_an_honest_one_is_put_back(copies: Copies) -> None:
    copies.put_back(copies.made())

    assert (copies.place.store / STORE).exists()
