"""What one answer about faces writes, and how it is taken back."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import FaceId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.decisions import last_decision
from smadmin.services.photos.saying import face_of, say_together, seen_photo, take_back
from smadmin.services.roles import person_of
from tests.darkroom import make_darkroom
from tests.seeing import CAM, picture


def test_an_answer_gives_the_places_of_its_rows_and_is_taken_back_by_one(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((CAM, 60)))
    (face,) = room.photo(ana, photo).faces
    cleared = Choice(Decision.CLEARED)

    with room.school.desk.deed(ana) as deed:
        pairs = ((photo, face.id),)
        said = say_together(deed, person_of(ana), pairs, cleared, mode=RosterMode.OPT_OUT)
        again = say_together(deed, person_of(ana), pairs, cleared, mode=RosterMode.OPT_OUT)
        row = last_decision(deed.unit, photo)
        assert row is not None
        take_back(deed, photo, row)

    assert (said.photos, said.rows) == ((photo,), (row.seq,))
    assert again.rows == ()
    assert room.photo(ana, photo).faces == (face,)


def test_a_face_that_is_gone_is_answered_for_by_nobody(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((CAM, 60)))

    with room.school.desk.deed(ana) as deed, pytest.raises(NotAllowed):
        face_of(seen_photo(deed, photo), FaceId("gone"))
