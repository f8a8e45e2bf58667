"""The list of children: each change signed, no child named outside a sealed part, tampering noticed."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.canonical import parse
from smadmin.domain.errors import Conflict, NotAllowed, Tampered
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage import schema
from tests.darkroom import Darkroom, make_darkroom
from tests.school import MONDAY
from tests.seeing import ANN, picture

TODAY = MONDAY.date()


def test_a_child_entered_by_hand_is_on_the_list(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")

    done = room.students.add(ana, StudentEntry(" Ann ", "Ash", ("4b", "4b ", ""), frozenset({OptOut.NAMES})))

    (student,) = room.students.roster(ana).students
    assert (student.id, student.name, student.groups) == (done.value, "Ann Ash", ("4b",))
    assert student.no_name
    assert (student.checked_on, student.checked_by) == (TODAY, ana.person)
    assert done.changes.ids("students") == {done.value}


def test_the_record_names_a_child_in_sealed_parts_only(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    student = room.students.add(ana, StudentEntry("Annabel", "Quillfeather")).value

    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.ADD,))
        part = unit.record.part(row.seq, "student")

    assert (row.noun, row.noun_id) == (Noun.STUDENTS, None)
    assert student.encode() not in row.row.body
    assert part is not None
    assert parse(part.content)["student"] == student


def test_an_opt_out_is_changed_with_what_stood_before(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    student = room.children(by=ana)["ann"]

    room.students.set_opt_outs(ana, student, frozenset({OptOut.EVERYTHING}), version=1)

    assert room.student(ana, student).opt_outs == {OptOut.EVERYTHING}
    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.OPT_OUT,))
        part = unit.record.part(row.seq, "student")
    assert part is not None
    assert parse(part.content)["before"] == ["photos"]


def test_name_groups_and_note_are_corrected(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    student = room.children(by=ana)["cam"]

    room.students.rename(
        ana,
        student,
        version=1,
        first_name="Camila",
        last_name="Sandoval Ruiz",
        groups=("5a",),
        notes="  Custody: ask the office first. ",
    )

    assert room.student(ana, student).name == "Camila Sandoval Ruiz"
    assert room.student(ana, student).groups == ("5a",)
    assert room.student(ana, student).notes == "Custody: ask the office first."


def test_two_people_changing_one_child_meet_a_conflict(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    student = room.children(by=ana)["cam"]
    room.students.set_photo_consent(ana, student, version=1, given=True)

    with pytest.raises(Conflict):
        room.students.set_opt_outs(ana, student, frozenset({OptOut.PHOTOS}), version=1)

    assert room.student(ana, student).photo_consent
    assert not room.student(ana, student).opt_outs


def test_a_reviewer_may_read_but_not_change_the_list(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    room.children(by=room.by("ana"))
    bo = room.by("bo")

    with pytest.raises(NotAllowed) as refused:
        room.students.add(bo, StudentEntry("Ann", "Ash"))

    assert refused.value.reasons == room.students.blockers(bo)
    assert len(room.students.roster(bo).students) == 3


def test_a_real_school_enters_no_child_before_the_envelope_was_read_back(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path, sample=False)
    ana = room.by("ana")

    with pytest.raises(NotAllowed) as refused:
        room.students.add(ana, StudentEntry("Ann", "Ash"))

    assert refused.value.happened.id == "students.envelope-first"


def test_the_whole_list_is_said_to_be_right(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    room.children(by=room.by("ana"))
    room.school.clock.forward(days=31)
    pat = room.by("pat")
    assert room.students.roster(pat).must_check

    room.students.still_right(pat)

    roster = room.students.roster(pat)
    assert not roster.must_check
    assert roster.checked_on == TODAY + timedelta(days=31)
    assert {student.checked_by for student in roster.students} == {pat.person}


def test_an_empty_list_can_be_said_to_be_right(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    assert room.students.roster(ana).must_check

    room.students.still_right(ana)

    assert room.students.roster(ana).checked_on == TODAY


def test_removing_a_child_takes_portraits_and_patterns_along(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.children(by=room.by("ana"))["ann"]
    room.allow_matching([("ann", ann)])
    ana = room.by("ana")

    room.students.remove(ana, ann)

    with room.school.desk.look(ana) as unit:
        assert unit.templates.all() == ()
        assert unit.media.all() == ()
    assert room.students.roster(ana).get(ann) is None
    assert list((room.folder / "media").iterdir()) == []
    assert room.school.records.verify(by=ana).whole


def test_ending_the_consent_takes_the_pattern_at_once_and_keeps_the_opt_out(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.children(by=room.by("ana"))["ann"]
    room.allow_matching([("ann", ann)])
    pat = room.by("pat")
    before = room.student(pat, ann)

    room.end_consent(pat, ann)

    with room.school.desk.look(pat) as unit:
        assert unit.templates.all() == ()
    assert room.student(pat, ann).no_photos
    assert room.student(pat, ann).portraits == before.portraits


def test_a_pattern_ends_with_the_consent(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.children(by=room.by("ana"))["ann"]
    room.allow_matching([("ann", ann)])
    assert not room.students.expire(room.by("pat"))
    room.school.clock.forward(days=201)

    changes = room.students.expire(room.by("pat"))

    assert changes.ids("students") == {ann}
    with room.school.desk.look(room.by("pat")) as unit:
        assert unit.templates.all() == ()
    assert room.school.records.verify(by=room.by("pat")).whole


def test_a_consent_longer_than_a_year_is_refused(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    with pytest.raises(NotAllowed):
        room.consent(ana, ann, TODAY + timedelta(days=366))


@pytest.mark.parametrize("attack", ["delete", "roll back"])
def test_an_opt_out_removed_or_rolled_back_by_sql_is_noticed_before_the_next_change(
    tmp_path: Path, attack: str
) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    ann = room.students.add(ana, StudentEntry("Ann", "Ash")).value
    engine = room.school.store._engine
    with engine.connect() as connection:
        old = connection.execute(sa.select(schema.student.c.body)).scalar_one()
    room.students.set_opt_outs(ana, ann, frozenset({OptOut.EVERYTHING}), version=1)
    with engine.connect() as connection, connection.begin():
        if attack == "delete":
            connection.execute(sa.delete(schema.student))
        else:
            connection.execute(sa.update(schema.student).values(body=old, version=1))

    with pytest.raises(Tampered):
        room.students.add(ana, StudentEntry("Ben", "Birch"))


def test_no_childs_name_lies_in_plain_on_the_disk_or_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    room.allow_matching([("ann", children["ann"])])
    room.students.still_right(ana)
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.cover_everybody(ana, [photo])
    room.students.remove(ana, children["ben"])

    assert _files_with(room, b"Quillfeather", b"Rookwood", b"Sandoval", b"Annabel", b"Benedict") == []
    assert not [record for record in caplog.messages if "Quillfeather" in record or "Annabel" in record]


def _files_with(room: Darkroom, *words: bytes) -> list[str]:
    files = [path for path in room.folder.rglob("*") if path.is_file()]
    assert len(files) > 2
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


@pytest.mark.parametrize(
    "name", ["Robert'); DROP TABLE student;--", "<b>Ann</b>", "\u202eAnn", "=1+1", "名前", "🦉"]
)
def test_a_naughty_name_is_kept_as_it_was_typed(tmp_path: Path, name: str) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")

    student = room.students.add(ana, StudentEntry(name, name, (name,))).value

    kept = room.student(ana, student)
    assert (kept.first_name, kept.last_name, kept.groups) == (name, name, (name,))
    assert room.students.roster(ana).search(name.split(maxsplit=1)[0]) == (kept,)
