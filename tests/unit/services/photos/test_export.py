"""The file that goes out: what is covered is gone, and a later decision voids it."""

from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from tests.darkroom import make_darkroom
from tests.seeing import ANN, CAM, Eyes, picture


def test_a_photo_goes_from_the_camera_to_a_covered_file_by_two_people(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    left, right = room.photo(ana, photo).faces

    room.review.decide(ana, photo, left.id, Decision.OPTED_OUT, children["ann"])
    room.review.none_of_them(ana, [photo])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)
    room.export.export(ana, photo)

    shown = Eyes().find(Eyes().decode(room.export.content(ana, photo)))
    assert [face.box for face in shown] == [right.box]
    assert room.school.records.verify(by=ana).whole
