"""Looks and covered files count only as the record proves them."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.review import Decision, Look, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content, Picture
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.heads import Noted
from smadmin.services.looked import later_reasons, looks_at
from smadmin.services.photos.review import Review
from smadmin.services.proof import Proof
from smadmin.services.students.roster import Students
from tests.darkroom import Darkroom, make_darkroom
from tests.faults.forgeries import put_back, sealed_rows, stored_rows
from tests.road import Road, make_road
from tests.seeing import ANN, CAM, box_at, picture


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


def review(road: Road) -> Review:
    return Review(road.school.desk, mode=RosterMode.OPT_OUT)


@pytest.mark.demand("BAL-B1i1")
def test_an_older_photo_put_back_after_a_face_was_covered_proves_nothing(road: Road) -> None:
    photo = road.photo()
    (older,) = stored_rows(road, "photo")
    face = review(road).photo(road.by("pat"), photo).photo.faces[0].id
    review(road).decide(road.by("pat"), photo, face, Decision.COVERED)

    put_back(road, "photo", older)

    looks = seen(road, photo)
    assert (looks.first, looks.second, looks.exported) == (None, None, None)


@pytest.mark.demand("BAL-B1i1")
def test_a_new_look_at_an_older_photo_put_back_uncovers_nobody(road: Road) -> None:
    photo = road.photo(first=None, second=None)
    (older,) = stored_rows(road, "photo")
    face = review(road).photo(road.by("pat"), photo).photo.faces[0].id
    review(road).decide(road.by("pat"), photo, face, Decision.COVERED)
    put_back(road, "photo", older)

    road.looks.finish(road.by("ana"), photo, other_things_fine=True)

    assert seen(road, photo).first is None


def test_an_older_look_put_back_after_a_newer_one_is_none(road: Road) -> None:
    photo = road.photo(second=None)
    (older,), ana = stored_rows(road, "photo"), road.by("ana")
    face = review(road).photo(ana, photo).photo.faces[0].id
    for decision in (Decision.COVERED, Decision.CLEARED):
        review(road).decide(ana, photo, face, decision)
    road.looks.finish(ana, photo, other_things_fine=True)
    newer = seen(road, photo).first_seq
    assert newer is not None

    put_back(road, "photo", older)

    assert (seen(road, photo).first, seen(road, photo).exported) == (None, None)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_done_in_the_program_is_proven_as_it_stands(tmp_path: Path, seed: int) -> None:
    room, chance = make_darkroom(tmp_path / "data"), random.Random(seed)  # noqa: S311  chance, no secret
    set_id = room.taken(room.by("ana"), picture((ANN, 60), (CAM, 200)), picture((CAM, 60)))
    photos = [photo.id for photo in room.review.set(room.by("ana"), set_id).photos]
    proof = Proof(room.school.desk, lambda: Noted(room.school.heads.kept()))
    looked = 0

    for _ in range(40):
        photo = chance.choice(photos)
        try:
            chance.choice(DEEDS)(room, photo, chance)
        except KnownError:
            continue
        with room.school.desk.look(room.by("ana")) as unit:
            row = unit.photos.get(photo)
            (looks,) = looks_at(unit, proof.now(unit), Content(pictures=(Picture(photo),)))
        first, second = (None if look is None else look.seq for look in (row.first, row.second))
        assert (looks.first_seq, looks.second_seq, looks.exported) == (first, second, row.exported_sha256)
        looked += first is not None

    assert looked


def _decide(room: Darkroom, photo: PhotoId, chance: random.Random) -> None:
    by = room.by(chance.choice(["ana", "bo"]))
    face = chance.choice(room.photo(by, photo).faces).id
    room.review.decide(by, photo, face, chance.choice([Decision.COVERED, Decision.CLEARED, Decision.OPEN]))


def _draw(room: Darkroom, photo: PhotoId, chance: random.Random) -> None:
    room.review.add_face(room.by("ana"), photo, box_at(chance.randrange(300)))


def _undo(room: Darkroom, photo: PhotoId, chance: random.Random) -> None:
    room.review.undo(room.by(chance.choice(["ana", "bo"])), photo)


def _look(room: Darkroom, photo: PhotoId, chance: random.Random) -> None:
    by = room.by(chance.choice(["ana", "bo"]))
    if chance.random() < 0.5:
        room.review.none_of_them(by, [room.photo(by, photo)])
    again = [face.id for face in room.photo(by, photo).faces if face.asks_again]
    room.looks.finish(by, photo, other_things_fine=True, again=again)


def _export(room: Darkroom, photo: PhotoId, _chance: random.Random) -> None:
    room.export.export(room.by("ana"), photo)


def _widen(room: Darkroom, photo: PhotoId, chance: random.Random) -> None:
    if chance.random() < 0.3:
        name = f"N{chance.randrange(10**6)}"
        entry = StudentEntry(name, "Late", ("4b",), frozenset({OptOut.PHOTOS}))
        room.students.add(room.by("ana"), entry)
        for _ in room.finder.run(room.by("ana"), room.photo(room.by("ana"), photo).set):
            pass


DEEDS: list[Callable[[Darkroom, PhotoId, random.Random], None]] = [
    _decide,
    _draw,
    _undo,
    _undo,
    _look,
    _look,
    _look,
    _export,
    _widen,
]
