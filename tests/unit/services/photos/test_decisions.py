"""How decisions are written and taken back, row by row."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.photos.decisions import (
    face_part,
    last_decision,
    taken_back,
    undoable_by,
    write_decision,
)
from smadmin.storage import schema
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, CAM, SIDE, TOP, box_at, picture


def test_nothing_decided_leaves_no_row(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.photo(ana, room.one_photo(ana, picture((ANN, 60))))
    rows = len(room.school.records.newest())

    with room.school.desk.deed(ana) as deed:
        write_decision(deed, photo, photo)

    assert len(room.school.records.newest()) == rows


def test_the_part_says_what_was_decided_and_where(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    (face,) = room.photo(ana, room.one_photo(ana, picture((ANN, 60)))).faces

    assert face_part(face) == {
        "face": face.id,
        "box": [60, TOP, 60 + SIDE, TOP + SIDE],
        "hint": "found",
        "decision": "open",
        "student": None,
    }


def test_decisions_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    for face in room.photo(ana, photo).faces:
        room.review.decide(ana, photo, face.id, Decision.COVERED)

    room.review.undo(ana, photo)

    with room.school.desk.look(ana) as unit:
        row = last_decision(unit, photo)
        assert row is not None
        assert undoable_by(unit, photo) == ana.person
        before = taken_back(unit, unit.photos.get(photo), row)
    assert before is not None
    assert [face.decision for face in room.photo(ana, photo).faces] == [Decision.COVERED, Decision.OPEN]
    assert [face.decision for face in before.faces] == [Decision.OPEN, Decision.OPEN]


def searched_wider(room: Darkroom, photo: PhotoId) -> StudentId:
    """Let Dee, whose pattern is Cam's square, come on the list, and look for faces once more."""
    ana = room.by("ana")
    no_photos = frozenset({OptOut.PHOTOS})
    dee = room.students.add(ana, StudentEntry("Dee", "Dunn", ("4b",), no_photos)).value
    room.allow_matching([("cam", dee)])
    for _ in room.finder.run(ana, room.photo(ana, photo).set):
        pass
    return dee


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("earlier", [Decision.OPEN, Decision.CLEARED])
def test_undo_after_a_wider_search_leaves_a_child_listed_since_to_be_decided(
    tmp_path: Path, earlier: Decision
) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    photo = room.one_photo(ana, picture((CAM, 60)))
    (face,) = room.photo(ana, photo).faces
    assert face.hint is FaceState.NO_MATCH
    if earlier is not Decision.OPEN:
        room.review.decide(ana, photo, face.id, earlier)
    room.review.decide(ana, photo, face.id, Decision.COVERED)
    dee = searched_wider(room, photo)

    room.review.undo(ana, photo)

    (after,) = room.photo(ana, photo).faces
    assert (after.hint, after.near[0], after.decision) == (FaceState.MATCH, dee, Decision.OPEN)
    assert after.must_decide
    assert room.photo(ana, photo).look_blockers()


def test_a_drawn_face_in_which_the_engine_found_a_child_since_is_not_undone_away(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    room.eyes.people = (ANN,)
    photo = room.one_photo(ana, picture((CAM, 60)))
    room.review.add_face(ana, photo, box_at(60))
    room.eyes.people = (ANN, CAM)
    dee = searched_wider(room, photo)

    room.review.undo(ana, photo)

    (after,) = room.photo(ana, photo).faces
    assert (after.near[0], after.decision) == (dee, Decision.OPEN)


def test_a_decision_whose_details_were_erased_cannot_be_taken_back(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.cover_everybody(ana, [photo])
    with room.school.store._engine.connect() as connection, connection.begin():
        connection.execute(sa.delete(schema.record_part).where(schema.record_part.c.name == "faces"))

    with room.school.desk.look(ana) as unit:
        row = last_decision(unit, photo)
        assert row is not None
        assert taken_back(unit, unit.photos.get(photo), row) is None


def test_an_export_that_no_longer_holds_loses_its_row_and_its_key(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.cover_everybody(ana, [photo])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)
    exported = room.photo(ana, photo).exported
    assert exported is not None

    room.review.decide(ana, photo, room.photo(ana, photo).faces[0].id, Decision.CLEARED)

    with room.school.desk.look(ana) as unit:
        assert unit.media.maybe(exported) is None
