"""The office makes each service once, and forgets what signing in opened."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.services.backups import erased
from smadmin.services.office import Office
from smadmin.storage.disk import FILE_NAME
from tests.sample import sample_office, sit
from tests.school import MovableClock


def test_a_service_is_made_once(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    assert office.posts is office.posts
    assert office.pack.id == office.school.policy


def test_asking_who_signed_in_doesnt_ask_the_keyring(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    assert office.session_if_any is None
    assert "seat" not in vars(office)

    maya = sit(office, "maya-ortega")

    assert office.session_if_any is maya


def test_work_begins_with_the_notes_that_lie_outside(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")
    office.plan.add(maya.actor, office.accounts.all()[0].id, office.school.local(office.desk.now).date(), "x")
    office.settle()

    office.begin_work(maya.actor)

    assert office.noted.head == office.desk.newest


def test_locking_leaves_nobody_signed_in(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    sit(office, "maya-ortega")

    office.lock()

    assert office.session.now_acting is None
    with pytest.raises(KnownError):
        _ = office.session.actor


def test_the_backup_that_is_due_is_made_once(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    sit(office, "maya-ortega")

    office.tend()
    first = office.backups.state().last
    office.tend()

    assert first is not None
    assert office.backups.state().last == first


def test_an_erased_child_stays_erased_in_a_restored_backup(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")
    child = next(one for one in office.students.roster(maya.actor).students if one.portraits)

    office.students.remove(maya.actor, child.id)

    assert erased(office.grounds.place) == {"student": [child.id], "media": sorted(child.portraits)}


def test_one_spoilt_cell_of_a_child_shuts_nobody_out(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        child, body = raw.execute("SELECT id, body FROM student LIMIT 1").fetchone()
        raw.execute("UPDATE student SET body = ? WHERE id = ?", (body[:-1] + bytes([body[-1] ^ 1]), child))
        raw.commit()

    principal = sit(office, "ellen-whitcomb")

    alarm = office.alarms.look(principal.actor)
    assert alarm is not None
    assert alarm.children


def test_nothing_ends_by_a_date_that_nobody_looked_at(tmp_path: Path) -> None:
    """With the year wrong, a sign-in would erase every photo that nobody picked."""
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")
    office.begin_work(maya.actor)
    photo = _unpicked_years_ago(office, maya.actor)
    before = _photos(office)

    office.begin_work(maya.actor)
    assert _photos(office) == before

    office.vouch_clock(maya.actor)
    assert _photos(office) == before - {photo.id}


def test_under_a_legal_hold_photos_that_nobody_picked_stay(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    principal = sit(office, "ellen-whitcomb").actor
    office.begin_work(principal)
    photo = _unpicked_years_ago(office, principal)
    office.clocks.vouch(principal)
    office.keeping.put_on_hold(principal, "A lawsuit")

    office.begin_work(principal)
    assert photo.id in _photos(office)

    for who in ("ellen-whitcomb", "samuel-okoye"):
        office.keeping.lift_hold(sit(office, who).actor)
    office.begin_work(office.session.actor)
    assert photo.id not in _photos(office)


def _unpicked_years_ago(office: Office, by: Actor) -> Photo:
    """Take a photo in that nobody picks, and let ten years go by."""
    folder = PhotoSet(
        PhotoSetId("f"), office.desk.school, "Fair", "Ana", RightOfUse.STAFF, "news", (), office.desk.now
    )
    kept = office.media.seal(b"a picture", "image/jpeg")
    photo = Photo(PhotoId("p"), office.desk.school, folder.id, "1.jpg", kept.id, "00")
    with office.desk.deed(by) as deed:
        deed.unit.media.add(kept)
        deed.unit.photo_sets.add(folder)
        deed.unit.photos.add(photo)
    office.desk.clock = MovableClock(office.desk.now + timedelta(days=3650))
    return photo


def _photos(office: Office) -> set[str]:
    with office.desk.look(office.session.actor) as unit:
        return {one.id for one in unit.photos.all()}
