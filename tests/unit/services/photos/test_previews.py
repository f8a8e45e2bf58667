"""Pictures for the screen: small, covered where they go out, and in memory only."""

from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.ids import FaceId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from smadmin.services.photos.previews import cut
from tests.darkroom import make_darkroom
from tests.seeing import ANN, CAM, SIDE, TOP, Eyes, picture


def test_the_photo_as_it_was_taken(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))

    assert room.previews.photo(ana, photo, longest_px=1000) == picture((ANN, 60))
    assert room.previews.photo(ana, photo, longest_px=80).width <= 80


def test_the_photo_as_it_goes_out_has_its_covers(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    room.review.decide(ana, photo, room.photo(ana, photo).faces[0].id, Decision.COVERED)

    going_out = room.previews.as_it_goes_out(ana, photo, longest_px=1000)

    assert [face.box.left for face in Eyes().find(going_out)] == [200]


def test_one_face_with_room_around_it(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    (face,) = room.photo(ana, photo).faces

    shown = room.previews.face(ana, photo, face.id, longest_px=1000)

    whole, around = 2 * SIDE, SIDE // 2
    found = Box(around, min(TOP, around), around + SIDE, min(TOP, around) + SIDE)
    assert (shown.width, [seen.box for seen in Eyes().find(shown)]) == (whole, [found])


def test_a_face_that_is_gone_is_said(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())

    with pytest.raises(BadInput):
        room.previews.face(ana, photo, FaceId("gone"), longest_px=100)


def test_looking_leaves_no_file(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    before = sorted(path for path in tmp_path.rglob("*"))

    room.previews.as_it_goes_out(ana, photo, longest_px=50)
    room.previews.photo(ana, photo, longest_px=50)

    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_a_part_of_a_picture_is_cut_out() -> None:
    assert cut(picture((ANN, 60)), Box(60, 30, 62, 31)).pixels == bytes(ANN) * 2
