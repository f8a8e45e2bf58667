"""The same face in several photos: looked for where it is lawful, kept in memory, decided once, separable."""

from pathlib import Path

from smadmin.domain.ids import FaceId, PhotoId, PhotoSetId
from smadmin.domain.law import LawDecision
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.recurring import CROP_PX, Recurring
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, BEN, CAM, STRANGER, picture

CLEARED = Choice(Decision.CLEARED)
"""Ann can be compared and Ben can't, so each face that isn't Ann's is open and found."""


def room_with(tmp_path: Path, *, matching: bool = True) -> Darkroom:
    room = make_darkroom(tmp_path / "data")
    known = room.children(by=room.by("ana"))
    if matching:
        room.allow_matching([("ann", known["ann"])])
    return room


def service(room: Darkroom) -> Recurring:
    return Recurring(
        room.school.desk, room.media, room.eyes, mode=RosterMode.OPT_OUT, at_once=1, thresholds=Thresholds()
    )


def taken(room: Darkroom, *pictures: Picture) -> tuple[PhotoSetId, tuple[Photo, ...]]:
    ana = room.by("ana")
    made = room.taken(ana, *pictures)
    room.review.pick(ana, [photo.id for photo in room.review.set(ana, made).photos])
    return made, photos_of(room, made)


def photos_of(room: Darkroom, made: PhotoSetId) -> tuple[Photo, ...]:
    return tuple(sorted(room.review.set(room.by("ana"), made).photos, key=lambda photo: photo.name))


def look(room: Darkroom, strips: Recurring, made: PhotoSetId) -> int:
    return len(list(strips.look(room.by("ana"), made)))


def together(strips: Recurring, made: PhotoSetId, photo: Photo, face: FaceId) -> list[tuple[PhotoId, FaceId]]:
    return [(photo.id, face), *((crop.photo, crop.face) for crop in strips.group_of(made, face))]


TWO = picture((CAM, 20), (ANN, 200)), picture((STRANGER, 20), (CAM, 200))


def test_a_face_in_two_photos_is_one_group_with_the_other_cut_out(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    made, (first, second) = taken(room, *TWO)
    strips = service(room)

    look(room, strips, made)

    (crop,) = strips.group_of(made, first.faces[0].id)
    assert (crop.photo, crop.face) == (second.id, second.faces[1].id)
    assert max(crop.picture.width, crop.picture.height) <= CROP_PX
    assert strips.group_of(made, second.faces[0].id) == ()


def test_where_matching_is_not_decided_on_no_face_is_described(tmp_path: Path) -> None:
    room = room_with(tmp_path, matching=False)
    made, (first, _) = taken(room, *TWO)
    strips, before = service(room), room.eyes.described

    assert look(room, strips, made) == 0

    assert strips.group_of(made, first.faces[0].id) == ()
    assert room.eyes.described == before == 0


def test_where_nobody_may_be_compared_no_face_is_described(tmp_path: Path) -> None:
    room = room_with(tmp_path, matching=False)
    room.law.decide(room.by("pat"), LawDecision("TX", "Pat Winters, principal", "policy", matching=True))
    made, _ = taken(room, *TWO)

    assert look(room, service(room), made) == 0

    assert room.eyes.described == 0


def test_one_answer_decides_the_face_in_all_its_photos_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    made, (first, second) = taken(room, *TWO)
    strips = service(room)
    look(room, strips, made)
    faces = together(strips, made, first, first.faces[0].id)

    room.review.decide_together(room.by(ana), faces, CLEARED)

    decisions = [[face.decision for face in photo.faces] for photo in photos_of(room, made)]
    assert decisions == [[Decision.CLEARED, Decision.OPEN], [Decision.OPEN, Decision.CLEARED]]
    room.review.undo(room.by(ana), second.id)
    assert all(face.decision is Decision.OPEN for photo in photos_of(room, made) for face in photo.faces)


def test_undo_leaves_alone_what_was_decided_or_looked_at_since(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    made, (first, second) = taken(room, *TWO)
    strips = service(room)
    look(room, strips, made)
    room.review.decide_together(room.by(ana), together(strips, made, first, first.faces[0].id), CLEARED)
    room.review.decide(room.by(ana), second.id, second.faces[0].id, Decision.COVERED)

    room.review.undo(room.by(ana), first.id)

    decisions = [[face.decision for face in photo.faces] for photo in photos_of(room, made)]
    assert decisions == [[Decision.OPEN, Decision.OPEN], [Decision.COVERED, Decision.CLEARED]]


def test_who_looks_like_a_child_never_follows_a_clearing_of_somebody_in_doubt(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    made, (first, _) = taken(room, *TWO)
    cam, ann = first.faces

    room.review.decide_together(room.by(ana), [(first.id, cam.id), (first.id, ann.id)], CLEARED)

    (now, _) = photos_of(room, made)
    assert [face.decision for face in now.faces] == [Decision.CLEARED, Decision.OPEN]


def test_an_opted_out_child_in_three_photos_is_covered_by_one_answer(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    made, photos = taken(room, picture((ANN, 20)), picture((ANN, 90)), picture((ANN, 160), (BEN, 20)))
    strips = service(room)
    look(room, strips, made)
    ann = photos[0].faces[0]

    choice = Choice(Decision.OPTED_OUT, ann.near[0])
    room.review.decide_together(room.by(ana), together(strips, made, photos[0], ann.id), choice)

    now = photos_of(room, made)
    assert [sum(face.decision is Decision.OPTED_OUT for face in photo.faces) for photo in now] == [1, 1, 1]


def test_a_face_can_be_taken_out_of_its_group_and_put_back(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    made, (first, _) = taken(room, *TWO)
    strips = service(room)
    look(room, strips, made)
    (crop,) = strips.group_of(made, first.faces[0].id)

    strips.turn_apart([crop.face])
    assert strips.apart(crop.face)
    strips.turn_apart([crop.face])

    assert not strips.apart(crop.face)


def test_locking_forgets_and_the_next_sitting_finds_the_same(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    made, (first, _) = taken(room, *TWO)
    strips = service(room)
    look(room, strips, made)
    found = strips.group_of(made, first.faces[0].id)

    strips.forget()

    assert strips.group_of(made, first.faces[0].id) == ()
    look(room, strips, made)
    assert strips.group_of(made, first.faces[0].id) == found


def test_what_a_job_finds_after_the_window_locked_is_dropped(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    made, (first, _) = taken(room, *TWO)
    strips = service(room)
    steps = strips.look(room.by("ana"), made)
    next(steps)

    strips.forget()

    assert len(list(steps)) == 1
    assert strips.group_of(made, first.faces[0].id) == ()


def test_nothing_is_described_twice_until_another_face_is_open(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    made, (first, _) = taken(room, *TWO)
    strips = service(room)
    look(room, strips, made)
    before = room.eyes.described

    room.review.decide(room.by(ana), first.id, first.faces[0].id, Decision.COVERED)

    assert look(room, strips, made) == 0
    assert room.eyes.described == before


def test_a_photo_that_cannot_be_opened_now_has_no_face_in_a_group(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    made, photos = taken(room, *TWO, picture((CAM, 90)))
    with room.school.desk.look(room.by("ana")) as unit:
        gone = unit.media.get(photos[2].original)
    room.media.shred([gone])
    strips = service(room)

    look(room, strips, made)

    assert [crop.photo for crop in strips.group_of(made, photos[0].faces[0].id)] == [photos[1].id]


def test_of_several_portraits_the_one_that_a_face_resembles_most_is_known_until_the_window_locks(
    tmp_path: Path,
) -> None:
    room = room_with(tmp_path)
    pat, near_ann = room.by("pat"), (250, 40, 10)
    room.eyes.people = (ANN, CAM, STRANGER, near_ann)
    child = next(one for one in room.students.roster(pat).students if one.first_name == "Annabel").id
    room.portraits.add(pat, child, room.file("second.pic", picture((near_ann, 100))))
    made, (photo,) = taken(room, picture((near_ann, 20), (ANN, 200)))
    strips = service(room)

    look(room, strips, made)

    first, second = room.student(pat, child).portraits
    found = [strips.portrait(made, face.id, child) for face in photo.faces]
    assert found == [second, first]
    strips.forget()
    assert strips.portrait(made, photo.faces[0].id, child) is None
