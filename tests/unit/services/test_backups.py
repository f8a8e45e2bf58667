"""Backups: what is in them, who opens them, when one is due."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.headers import MOST_RECIPIENTS
from smadmin.credentials.identity import Identity
from smadmin.domain.errors import BadInput, OutsideFailed, Tampered
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.keys import KeyKind
from smadmin.domain.students import OptOut, Student, Template
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backup_files import backups_here
from smadmin.services.backups import Backups, Made, NotProven, recipients
from smadmin.services.keys import public_key
from smadmin.services.places import Place
from smadmin.services.restoring import restore
from smadmin.storage.files import MediaFiles
from tests.school import TinySchool, make_school


def backups_of(school: TinySchool) -> Backups:
    return Backups(school.desk, Place(school.folder, school.folder))


def with_a_child(school: TinySchool) -> None:
    with school.desk.deed(school.by("ana")) as deed:
        child = Student(StudentId("child"), school.id, "Mia", "Lopez", opt_outs=frozenset({OptOut.PHOTOS}))
        deed.unit.students.add(child)
        pattern = Template(
            "pattern", school.id, StudentId("child"), MediaId("portrait"), (0.5,), engine="dlib"
        )
        deed.unit.templates.add(pattern)
        deed.roster_changed()
        deed.record(Act.IMPORT, Noun.STUDENTS, None)


def test_seat_root_and_the_offices_open_a_backup_and_nobody_else(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    made = backups_of(school).make()

    with school.desk.look() as unit:
        keys = {key.id for key in recipients(unit.trust.read(), school.clock.now().date())}

    assert school.seat.identity is not None
    signers = {name: school.by(name).signer.key for name in school.people}
    assert keys == {school.root.key, school.seat.identity.key, signers["pat"], signers["cem"]}
    for number, opener in enumerate((school.seat.identity, school.root)):
        there = Place(tmp_path / f"r{number}", tmp_path / f"r{number}")
        assert restore(there, made.file, opener).head == school.desk.newest
    with pytest.raises(Tampered) as refused:
        restore(Place(tmp_path / "x", tmp_path / "x"), made.file, Identity.new())
    assert refused.value.happened.id == "keys.not-for-this-key"


def test_with_more_seats_than_a_file_has_room_for_root_and_the_offices_still_open_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with school.desk.look() as unit:
        trust = unit.trust.read()
    on = school.clock.now().date()
    few = recipients(trust, on)
    seats = [
        replace(key, public=bytes([number // 256, number % 256] * 16))
        for key in few
        if key.kind is KeyKind.SEAT
        for number in range(400)
    ]

    keys = recipients(replace(trust, keys={**trust.keys, **{key.id: key for key in seats}}), on)

    assert len(keys) == MOST_RECIPIENTS - 1
    assert {key.id for key in few if key.kind is not KeyKind.SEAT} <= {key.id for key in keys}


def test_it_holds_no_face_pattern_and_no_plain_child(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with_a_child(school)
    made = backups_of(school).make()

    restore(Place(tmp_path / "there", tmp_path / "there"), made.file, school.root)

    with closing(sqlite3.connect(tmp_path / "there" / "store.db")) as connection:
        assert connection.execute("SELECT count(*) FROM template").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM student").fetchone() == (1,)
    assert b"Mia" not in (tmp_path / "there" / "store.db").read_bytes()


def test_every_flipped_byte_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    whole, flipped = backups_of(school).make().file.read_bytes(), tmp_path / "flipped"
    there = Place(tmp_path / "there", tmp_path / "there")

    for place in sorted({part * (len(whole) - 1) // 99 for part in range(100)}):
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(Tampered):
            restore(there, flipped, school.root)

    assert not (there.store / "store.db").exists()


def test_a_backup_is_due_after_a_day_and_overdue_when_none_left_for_a_week(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    backups = backups_of(school)

    first = backups.state()
    backups.make()
    made = backups.state()
    school.clock.forward(days=8)
    later = backups.state()
    backups.carried_away()
    backups.make()

    assert [reason.message.id for reason in first.reminders()] == ["store.backup-never"]
    assert made.reminders() == ()
    assert [reason.message.id for reason in later.reminders()] == [
        "store.backup-due",
        "store.backup-not-away",
    ]
    assert backups.state().reminders() == ()


def test_backups_are_kept_for_thirty_five_days(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    backups = backups_of(school)
    first = backups.make().file
    school.clock.forward(days=20)
    second = backups.make().file
    school.clock.forward(days=16)

    third = backups.make().file

    assert [first.exists(), second.exists(), third.exists()] == [False, True, True]
    assert backups_here(Place(tmp_path, tmp_path), now=school.clock.at)[0] == third
    assert not list((tmp_path / "backups").glob(".making-*"))


def test_a_clock_that_is_years_ahead_removes_no_backup(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    backups = backups_of(school)
    good = backups.make().file
    left = tmp_path / "store-before-restore.db"
    left.write_bytes(b"")
    os.utime(left, (school.clock.at.timestamp(), school.clock.at.timestamp()))

    school.clock.forward(days=3650)
    backups.make()
    school.clock.forward(days=-3650 - 60)
    backups.make()

    assert (good.exists(), left.exists()) == (True, True)


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    (tmp_path / "mine").write_text("my diary")

    with pytest.raises(BadInput):
        backups_of(school).write(tmp_path / "mine")

    assert (tmp_path / "mine").read_text() == "my diary"


def test_a_copy_on_the_same_disk_has_not_left(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))

    made = backups_of(school).write(tmp_path / "copy")

    assert made == Made(tmp_path / "copy", away=False)
    assert backups_of(school).state().away is None


def test_what_was_erased_is_noted_by_random_ids_only(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    backups = backups_of(school)

    backups.note_erased("student", ["one"])
    backups.note_erased("student", ["two", "one"])

    noted = json.loads((tmp_path / "backups" / "erased.json").read_text())
    assert noted == {"student": ["one", "two"]}


def test_a_planted_key_gets_no_backup(tmp_path: Path) -> None:
    """Whoever writes the trust table makes an office for a key of theirs; the record knows nothing of it."""
    school = make_school(tmp_path)
    planted = Identity.new()
    key = public_key(planted, KeyKind.PERSON, school.people["pat"], school.seat.id)
    with school.store.deed(school.id) as unit:
        trust = unit.trust.read()
        unit.trust.write(trust, replace(trust, keys={**trust.keys, key.id: key}))

    made = backups_of(school).make()

    with pytest.raises(Tampered) as refused:
        restore(Place(tmp_path / "x", tmp_path / "x"), made.file, planted)
    assert refused.value.happened.id == "keys.not-for-this-key"
    restore(Place(tmp_path / "y", tmp_path / "y"), made.file, school.root)


def test_no_backup_takes_the_place_of_a_good_one_while_the_record_isnt_whole(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    good = backups_of(school).make().file
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE record_row SET noun = 'nothing' WHERE seq = 3")
    school.clock.forward(days=40)

    with pytest.raises(NotProven):
        backups_of(school).make()

    assert good.exists()
    assert backups_here(Place(tmp_path, tmp_path), now=school.clock.at)[0] == good


@pytest.mark.parametrize("name", ["99991231T235959Z", "99999999T999999Z"])
def test_a_planted_name_doesn_t_pass_for_the_last_backup(tmp_path: Path, name: str) -> None:
    school = make_school(tmp_path)
    made = backups_of(school).make()
    (made.file.parent / f"smadmin-{name}.smadmin-backup").write_bytes(b"x")
    school.clock.forward(days=2)

    state = backups_of(school).state()

    assert state.last == school.desk.now - timedelta(days=2)
    assert state.due


@pytest.mark.parametrize("away", ["9999-12-31T00:00:00+00:00", "x", "2026-11-16T00:00:00"])
def test_a_planted_note_silences_no_reminder(tmp_path: Path, away: str) -> None:
    school = make_school(tmp_path)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "backups.json").write_text(json.dumps({"away": away}))
    school.clock.forward(days=8)

    state = backups_of(school).state()

    assert (state.away, state.away_overdue) == (None, True)


def test_what_lies_there_in_other_shapes_is_neither_read_nor_removed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    folder = tmp_path / "backups"
    folder.mkdir()
    os.mkfifo(folder / "backups.json")
    (folder / "smadmin-20200101T000000Z.smadmin-backup").mkdir()
    (folder / ".erased.json.new").symlink_to(tmp_path / "elsewhere")

    backups_of(school).note_erased("student", ["gone"])
    backups_of(school).make()

    assert backups_of(school).state().away is None
    assert not (tmp_path / "elsewhere").exists()
    assert (folder / "smadmin-20200101T000000Z.smadmin-backup").is_dir()


def test_another_logins_file_is_never_packed_through_a_link(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    private, name = tmp_path / "private", "0" * 64
    private.write_bytes(b"somebody's own file")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / name).symlink_to(private)
    os.mkfifo(tmp_path / "media" / ("1" * 64))

    made = backups_of(school).make()
    restore(Place(tmp_path / "there", tmp_path / "there"), made.file, school.root)

    assert not (tmp_path / "there" / "media" / name).exists()
    with pytest.raises(OutsideFailed):
        MediaFiles(tmp_path / "media").read(name)
    with pytest.raises(OutsideFailed):
        MediaFiles(tmp_path / "media").read("1" * 64)
