"""The nearest portrait for the second look: where it is lawful, anew for each question, kept by nobody."""

from pathlib import Path

import pytest

from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.nearest import Nearest
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, picture

ALSO_ANN = (ANN[0] - 30, ANN[1], ANN[2])


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    """Give a school where Ann has two portraits, the second in another light."""
    made = make_darkroom(tmp_path / "data")
    made.eyes.people = (*made.eyes.people, ALSO_ANN)
    children = made.children(by=made.by("ana"))
    made.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    made.portraits.add(made.by("pat"), children["ann"], made.file("second.pic", picture((ALSO_ANN, 100))))
    return made


def ann(room: Darkroom) -> StudentId:
    return next(one.id for one in room.students.roster(room.by("ana")).students if len(one.portraits) > 1)


def service(room: Darkroom) -> Nearest:
    return Nearest(room.school.desk, room.media, room.eyes, mode=RosterMode.OPT_OUT)


def test_the_portrait_that_a_face_resembles_most_is_found_long_after_the_search(room: Darkroom) -> None:
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 20), (ALSO_ANN, 200)))
    first, second = room.student(ana, ann(room)).portraits

    found = [service(room).portraits(ana, photo, face.id) for face in room.photo(ana, photo).faces]

    assert found == [{ann(room): first}, {ann(room): second}]
    assert service(room).portraits(ana, photo, FaceId("gone")) == {}


def test_where_it_is_no_longer_lawful_no_face_is_described(room: Darkroom) -> None:
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 20)))
    (face,) = room.photo(ana, photo).faces
    room.end_consent(room.by("pat"), ann(room))
    before = room.eyes.described

    assert service(room).portraits(ana, photo, face.id) == {}

    assert room.eyes.described == before
