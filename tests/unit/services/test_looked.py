"""Looks and covered files count only as the record proves them."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.review import Decision, Look, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content, Picture
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.looked import later_reasons, looks_at
from smadmin.services.students.roster import Students
from tests.faults.forgeries import sealed_rows
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def seen(road: Road, photo: PhotoId) -> PhotoLooks:
    with road.school.desk.look(road.by("ana")) as unit:
        (looks,) = looks_at(unit, road.proof.now(unit), Content(pictures=(Picture(photo),)))
    return looks


def rewrite(road: Road, photo_id: PhotoId, **fields: object) -> None:
    with sealed_rows(road) as unit:
        photo: Photo = unit.photos.get(photo_id)
        unit.photos.change(replace(photo, **fields))  # type: ignore[arg-type]  # forged fields


def test_two_looks_and_their_file_are_proven(road: Road) -> None:
    looks = seen(road, road.photo())

    assert (looks.first, looks.second) == (road.school.people["ana"], road.school.people["bo"])
    assert looks.exported is not None
    assert looks.students
    assert looks.open_faces == 0


def test_a_photo_that_is_gone_is_open(road: Road) -> None:
    looks = seen(road, PhotoId("gone"))

    assert (looks.first, looks.exported, looks.open_faces) == (None, None, 1)


def test_a_look_that_no_row_says_is_none(road: Road) -> None:
    photo = road.photo(second=None)
    bo = road.school.people["bo"]
    first = seen(road, photo).first_seq
    assert first is not None

    for seq in (first, 1, 9999):
        rewrite(road, photo, second=Look(bo, seq, road.school.clock.now(), other_things_fine=True))
        assert seen(road, photo).second is None


def test_a_look_at_other_faces_is_none(road: Road) -> None:
    photo = road.photo()
    with road.school.desk.look(road.by("ana")) as unit:
        face = unit.photos.get(photo).faces[0]

    rewrite(road, photo, faces=(replace(face, decision=Decision.CONSENTED, student=StudentId("s")),))

    assert (seen(road, photo).first, seen(road, photo).second) == (None, None)


def test_a_file_that_no_row_says_is_none(road: Road) -> None:
    photo = road.photo()

    rewrite(road, photo, exported_sha256="00" * 32)

    assert seen(road, photo).exported is None


def test_a_child_who_came_on_the_list_later_holds_the_photo(road: Road) -> None:
    photo = road.photo()
    entry = StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS}))
    Students(road.school.desk, road.media, roster_age_days=30).add(road.by("pat"), entry)

    with road.school.desk.look(road.by("ana")) as unit:
        reasons = later_reasons(unit, Content(pictures=(Picture(photo),)), RosterMode.OPT_OUT)

    assert [(reason.message.id, reason.place) for reason in reasons] == [
        ("photos.list-changed", f"photo:{photo}")
    ]
