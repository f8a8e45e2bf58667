"""A deed stands on proven trust, or doesn't happen."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain, loads, parse
from smadmin.domain.cells import Cells
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.students import OptOut, Student
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.unit import Unit
from tests.school import TinySchool, make_school


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


def by_sql(school: TinySchool, statement: str) -> None:
    raw = sqlite3.connect(school.folder / FILE_NAME)
    raw.execute(statement)
    raw.commit()
    raw.close()


def add_student(school: TinySchool) -> Student:
    student = Student(
        StudentId(school.desk.ids.new()), school.id, "Mia", "Stone", opt_outs=frozenset({OptOut.PHOTOS})
    )
    with school.desk.deed(school.by("ana")) as deed:
        deed.require_roster()
        deed.unit.students.add(student)
        deed.roster_changed()
        deed.record(Act.ADD, Noun.STUDENTS, None, parts={"student": {"id": student.id}})
    return student


def test_a_role_given_by_sql_stops_every_deed(school: TinySchool) -> None:
    by_sql(school, "UPDATE role SET body = replace(body, 'reviewer', 'principal')")

    with pytest.raises(Tampered), school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)


@pytest.mark.parametrize("name", ["student", "why"])
def test_a_part_that_was_laid_where_a_row_is_to_come_spoils_none(school: TinySchool, name: str) -> None:
    """Under the name of a part of its own the deed would fail, under another the row would look changed."""
    with school.desk.look() as unit:
        newest = unit.record.head().seq
    for ahead in (1, 2, 4):
        by_sql(
            school,
            "INSERT INTO record_part (school_id, seq, name, sealed, content)"
            f" SELECT DISTINCT school_id, {newest + ahead}, '{name}', 0, zeroblob(40) FROM record_part",
        )

    for _ in range(4):
        add_student(school)

    assert school.records.verify().whole
    with school.desk.look() as unit:
        names = unit.record.part_names(newest, newest + 100)
    assert names == {place: ["student"] for place in range(newest + 1, newest + 5)}


def test_an_opt_out_removed_by_sql_is_noticed(school: TinySchool) -> None:
    add_student(school)
    by_sql(school, "DELETE FROM student")

    with pytest.raises(Tampered), school.desk.deed(school.by("ana")) as deed:
        deed.require_roster()

    assert [fault.message.id for fault in school.records.verify().faults] == ["records.roster-differs"]


def test_a_deed_in_between_doesnt_launder_a_removed_opt_out(school: TinySchool) -> None:
    add_student(school)
    by_sql(school, "DELETE FROM student")
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    assert not school.records.verify().whole


def test_a_childs_row_copied_into_another_childs_place_doesnt_open(school: TinySchool) -> None:
    student = add_student(school)
    by_sql(school, "UPDATE student SET id = 'other'")

    with school.desk.look(school.by("ana")) as unit, pytest.raises(Tampered):
        unit.students.all()

    assert student.no_photos


def test_nothing_of_a_child_lies_open_in_the_store(school: TinySchool) -> None:
    add_student(school)

    stored = b"".join(path.read_bytes() for path in school.folder.rglob("*") if path.is_file())

    assert b"Stone" not in stored
    assert b"photos" not in stored.replace(b"photos/body", b"").replace(b"photo_set", b"")


def test_the_chain_belongs_to_its_school(school: TinySchool) -> None:
    with school.store.look(SchoolId("another")) as unit:
        assert unit.record.head().seq == 0
        assert unit.trust.read().people == {}


def test_every_part_that_is_an_object_says_its_version(school: TinySchool) -> None:
    ana = school.by("ana")
    with school.desk.deed(ana) as deed:
        parts: dict[str, Plain] = {"new": {"v": 2, "a": 1}, "plain": {"a": 1}, "word": "yes"}
        seq = deed.record(Act.CONFIRM, Noun.ACCOUNTS, None, parts=parts)

    with school.desk.look(ana) as unit:
        found = {name: unit.record.part(seq, name) for name in parts}
        founded = [unit.record.part(row.seq, TRUST_PART) for row in unit.record.rows(acts=(Act.ADMIT,))]

    contents = {name: part.content for name, part in found.items() if part is not None}
    assert contents == {"new": b'{"a":1,"v":2}', "plain": b'{"a":1,"v":1}', "word": b'"yes"'}
    assert founded
    assert all(part is not None and parse(part.content)["v"] == 1 for part in founded)


def test_half_a_letter_in_a_sentence_is_replaced_and_all_the_rest_is_kept(school: TinySchool) -> None:
    why = "Spam\ud83d, and\nnothing else"

    with school.desk.deed(school.by("ana")) as deed:
        parts: dict[str, Plain] = {"why": why, "item": {"words": ["so\udc00"], "n": 1, "none": None}}
        place = deed.record(Act.HOLD, Noun.ACCOUNTS, "1", parts=parts)
        kept = [deed.unit.record.part(place, name) for name in ("why", "item")]

    told = [None if part is None else loads(part.content) for part in kept]
    assert told == [
        "Spam\ufffd, and\nnothing else",
        {"v": 1, "words": ["so\ufffd"], "n": 1, "none": None},
    ]


def test_the_newest_head_never_goes_back_when_an_earlier_deed_ends_later(
    school: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another thread's deed is committed between this one's commit and its own note of the head."""
    plain, ana, later = school.store.deed, school.by("ana"), list[bool]()

    @contextmanager
    def overtaken(school_id: SchoolId, cells: Cells | None = None) -> Iterator[Unit]:
        with plain(school_id, cells) as unit:
            yield unit
        if not later:
            later.append(True)
            with school.desk.deed(ana) as second:
                second.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    monkeypatch.setattr(school.store, "deed", overtaken)
    with school.desk.deed(ana) as first:
        first.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    with school.desk.look() as unit:
        assert school.desk.newest == unit.record.head()
