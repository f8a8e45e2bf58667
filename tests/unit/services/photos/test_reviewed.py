"""A photo that was reviewed before is recognised by its bytes; a changed one is reviewed anew."""

from pathlib import Path

from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.students import OptOut, StudentEntry
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.seeing import ANN, CAM, picture

SEEN = picture((ANN, 20), (CAM, 200))
OTHER = picture((ANN, 21), (CAM, 200))


def reviewed(tmp_path: Path) -> tuple[Darkroom, PhotoId]:
    """Review a photo: Ann is covered, Cam is cleared, the first look is finished."""
    room, ana = make_darkroom(tmp_path / "data"), "ana"
    known = room.children(by=room.by(ana))
    photo = room.one_photo(room.by(ana), SEEN)
    ann, cam = room.photo(room.by(ana), photo).faces
    room.review.decide(room.by(ana), photo, ann.id, Decision.OPTED_OUT, known["ann"])
    room.review.decide(room.by(ana), photo, cam.id, Decision.CLEARED)
    room.looks.finish(room.by(ana), photo, other_things_fine=True)
    return room, photo


def decisions(photo: Photo) -> list[Decision]:
    return [face.decision for face in sorted(photo.faces, key=lambda face: face.box)]


def test_the_same_bytes_bring_what_was_decided_and_ask_for_a_look(tmp_path: Path) -> None:
    room, earlier = reviewed(tmp_path)

    photo = room.photo(room.by("ana"), room.one_photo(room.by("ana"), SEEN))

    assert photo.again == earlier
    assert decisions(photo) == [Decision.OPTED_OUT, Decision.CLEARED]
    assert (photo.first, photo.second, photo.exported) == (None, None, None)
    old = {face.id for face in room.photo(room.by("ana"), earlier).faces}
    assert not old & {face.id for face in photo.faces}


def test_what_was_taken_over_can_be_taken_back_and_the_earlier_photo_stays(tmp_path: Path) -> None:
    room, earlier = reviewed(tmp_path)
    photo = room.one_photo(room.by("ana"), SEEN)

    room.review.undo(room.by("ana"), photo)

    assert decisions(room.photo(room.by("ana"), photo)) == [Decision.OPEN, Decision.OPEN]
    assert decisions(room.photo(room.by("ana"), earlier)) == [Decision.OPTED_OUT, Decision.CLEARED]


def test_who_was_cleared_is_asked_about_again_when_more_children_are_looked_for(tmp_path: Path) -> None:
    room, _ = reviewed(tmp_path)
    room.students.add(
        room.by("ana"), StudentEntry("Noa", "Newcomer", ("4b",), frozenset({OptOut.EVERYTHING}))
    )

    photo = room.photo(room.by("ana"), room.one_photo(room.by("ana"), SEEN))

    assert decisions(photo) == [Decision.OPTED_OUT, Decision.OPEN]


def test_a_changed_photo_is_reviewed_anew(tmp_path: Path) -> None:
    room, _ = reviewed(tmp_path)

    photo = room.photo(room.by("ana"), room.one_photo(room.by("ana"), OTHER))

    assert photo.again is None
    assert decisions(photo) == [Decision.OPEN, Decision.OPEN]


def test_a_photo_nobody_finished_looking_at_brings_nothing(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    first = room.one_photo(room.by("ana"), SEEN)
    room.review.cover_everybody(room.by("ana"), [first])

    photo = room.photo(room.by("ana"), room.one_photo(room.by("ana"), SEEN))

    assert photo.again is None
    assert decisions(photo) == [Decision.OPEN, Decision.OPEN]


def test_an_earlier_photo_that_was_removed_meanwhile_brings_nothing(tmp_path: Path) -> None:
    room, earlier = reviewed(tmp_path)
    ana = room.by("ana")
    made = room.intake.take_in(ana, FACTS, [room.file("IMG_9.pic", SEEN)]).value
    room.intake.remove(ana, [earlier])

    list(room.finder.run(ana, made.set))

    (photo,) = room.review.set(ana, made.set).photos
    assert decisions(photo) == [Decision.OPEN, Decision.OPEN]


def test_reopening_shows_the_decisions_as_they_were_made(tmp_path: Path) -> None:
    room, photo = reviewed(tmp_path)
    before = room.photo(room.by("ana"), photo)

    list(room.finder.run(room.by("ana"), before.set))

    assert room.photo(room.by("ana"), photo) == before
