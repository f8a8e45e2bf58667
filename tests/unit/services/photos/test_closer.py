"""Looking closer finds what an ordinary search missed, and never loses anything."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.photos.seeking import Search, seen_again
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.jobs import Progress
from smadmin.services.photos.closer import LookedCloser
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.seeing import ANN, BEN, CAM, STRANGER, TOP, Eyes, as_file, picture

SMALL = 30
LEAST_SEEN = 48


class ShortSighted(Eyes):
    """Eyes that see no face lower than 48 px, as an engine that looks at a photo made small."""

    def _squares(self, picture: Picture) -> list[tuple[tuple[int, int, int], Box]]:
        return [(colour, box) for colour, box in super()._squares(picture) if box.height >= LEAST_SEEN]


def crowd(*small: tuple[tuple[int, int, int], int]) -> Picture:
    """Paint Ben large at the left, and small faces."""
    large, little = picture((BEN, 20), width=420), picture(*small, width=420, side=SMALL)
    pixels = bytearray(little.pixels)
    for row in range(TOP, TOP + 64):
        start, end = (row * 420 + 20) * 3, (row * 420 + 84) * 3
        pixels[start:end] = large.pixels[start:end]
    return Picture(420, 120, bytes(pixels))


def room_with(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path / "data", workers=ShortSighted())


def look(room: Darkroom, photo: PhotoId) -> list[Progress]:
    return list(room.finder.closer.run(room.by("ana"), photo))


def lefts(photo: Photo) -> list[int]:
    return sorted(face.box.left for face in photo.faces)


def test_small_faces_are_found_and_the_job_says_how_many(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    room.children(by=room.by("ana"))
    photo = room.one_photo(room.by("ana"), crowd((CAM, 200), (STRANGER, 300)))
    assert len(room.photo(room.by("ana"), photo).faces) == 1

    steps = look(room, photo)

    seen = room.photo(room.by("ana"), photo)
    assert isinstance(steps[-1], LookedCloser)
    assert steps[-1].more == 2
    assert steps[-1].done == steps[-1].total == len(steps)
    assert [abs(left - wanted) <= 1 for left, wanted in zip(lefts(seen), [20, 200, 300], strict=True)]
    assert seen.looked_closer
    assert all(face.must_decide for face in seen.faces)


def test_what_was_decided_and_drawn_stays_as_it_was(tmp_path: Path) -> None:
    room, ana = room_with(tmp_path), "ana"
    room.children(by=room.by(ana))
    photo = room.one_photo(room.by(ana), crowd((CAM, 200)))
    ben = room.photo(room.by(ana), photo).faces[0]
    room.review.decide(room.by(ana), photo, ben.id, Decision.COVERED)
    room.review.add_face(room.by(ana), photo, Box(350, 10, 400, 60))
    before = room.photo(room.by(ana), photo).faces

    look(room, photo)

    after = room.photo(room.by(ana), photo).faces
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_a_finished_look_holds_where_nothing_more_is_found_and_ends_where_a_face_is(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    room.children(by=ana)
    photos = room.review.set(ana, room.taken(ana, crowd(), crowd((CAM, 200)))).photos
    for photo in photos:
        room.review.cover_everybody(ana, [photo.id])
        room.looks.finish(ana, photo.id, other_things_fine=True)

    said = [look(room, photo.id)[-1] for photo in photos]

    assert [step.more for step in said if isinstance(step, LookedCloser)] == [0, 1]
    assert [room.photo(ana, photo.id).first is None for photo in photos] == [False, True]


def test_what_is_found_is_compared_where_that_is_lawful(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    photo = room.one_photo(room.by("ana"), crowd((ANN, 200)))

    look(room, photo)

    found = max(room.photo(room.by("ana"), photo).faces, key=lambda face: face.box.left)
    assert (found.hint, found.near[0]) == (FaceState.POSSIBLE, children["ann"])  # too low to be a match


def test_without_a_law_decision_no_pattern_is_computed(tmp_path: Path) -> None:
    eyes = ShortSighted()
    room = make_darkroom(tmp_path / "data", workers=eyes)
    room.children(by=room.by("ana"))

    look(room, room.one_photo(room.by("ana"), crowd((CAM, 200))))

    assert eyes.described == 0


def test_cancelling_leaves_the_photo_as_it_was(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    room.children(by=room.by("ana"))
    photo = room.one_photo(room.by("ana"), crowd((CAM, 200)))
    before = room.photo(room.by("ana"), photo)

    steps = room.finder.closer.run(room.by("ana"), photo)
    next(steps)
    steps.close()

    assert room.photo(room.by("ana"), photo) == before


def test_children_who_came_on_the_list_later_are_still_asked_for(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, crowd((CAM, 200)))
    room.students.add(ana, StudentEntry("Dora", "Tull", ("4b",), frozenset({OptOut.PHOTOS})))

    look(room, photo)

    assert room.review.photo(ana, photo).later == 1


def test_an_ordinary_search_later_keeps_what_looking_closer_found(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, crowd((CAM, 200)))
    look(room, photo)
    seen = room.photo(ana, photo)

    again = seen_again(seen, seen.faces[:1], seen.sought)

    assert len(again) == len(seen.faces)


def test_a_photo_that_was_never_searched_is_not_looked_at_closer(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    made = room.intake.take_in(ana, FACTS, [room.file("a.pic", as_file(crowd()))]).value
    photo = room.review.set(ana, made.set).photos[0]

    with pytest.raises(NotAllowed):
        look(room, photo.id)


def test_faces_shown_by_two_parts_are_kept_once(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, crowd())
    twice = [FoundFace(Box(200, 30, 230, 60), 0.9), FoundFace(Box(201, 30, 231, 60), 0.8)]

    kept = room.finder.closer.keep(ana, photo, twice, Search(()))

    assert kept.value == 1
