"""A frame that a person drew gets another size: before a look any, after it only a larger one."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, picture

DRAWN = Box(10, 10, 40, 40)


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path / "data")


def drawn(room: Darkroom) -> tuple[PhotoId, FaceId]:
    """Take a photo in that a person drew one frame on."""
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())
    return photo, room.review.add_face(ana, photo, DRAWN).value


def refused(room: Darkroom, photo: PhotoId, face: FaceId, box: Box) -> list[str]:
    with pytest.raises(NotAllowed) as why:
        room.review.resize(room.by("ana"), photo, face, box)
    return [reason.message.id for reason in why.value.reasons]


def test_a_drawn_frame_gets_another_size_and_undo_gives_the_old_one_back(room: Darkroom) -> None:
    ana = room.by("ana")
    photo, face = drawn(room)

    room.review.resize(ana, photo, face, Box(300, 5, 999, 999))

    (changed,) = room.photo(ana, photo).faces
    assert (changed.box, changed.decision) == (Box(300, 5, 320, 120), Decision.COVERED)
    room.review.undo(ana, photo)
    assert [one.box for one in room.photo(ana, photo).faces] == [DRAWN]


def test_after_a_look_a_frame_only_grows_and_the_look_holds(room: Darkroom) -> None:
    ana, bo = room.by("ana"), room.by("bo")
    photo, face = drawn(room)
    room.looks.finish(ana, photo, other_things_fine=True)

    assert refused(room, photo, face, Box(10, 10, 40, 39)) == ["photos.resize-shows-more"]
    room.review.resize(bo, photo, face, Box(5, 5, 60, 60))

    seen = room.photo(ana, photo)
    assert seen.faces[0].box == Box(5, 5, 60, 60)
    assert seen.first is not None
    assert seen.exported is None


def test_the_engines_own_boxes_and_places_outside_are_refused(room: Darkroom) -> None:
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    found = room.photo(ana, photo).faces[0].id
    own = room.review.add_face(ana, photo, DRAWN).value

    assert refused(room, photo, found, Box(1, 1, 9, 9)) == ["photos.resize-drawn-only"]
    assert refused(room, photo, own, Box(900, 900, 950, 950)) == ["photos.outside"]
