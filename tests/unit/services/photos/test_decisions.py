"""How decisions are written and taken back, row by row."""

from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import FaceId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.services.photos.decisions import (
    face_part,
    last_decision,
    still_seen,
    taken_back,
    undoable_by,
    write_decision,
)
from smadmin.storage import schema
from tests.darkroom import make_darkroom
from tests.seeing import ANN, CAM, picture


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
        "box": [60, 30, 100, 70],
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


def test_a_look_still_holds_when_more_is_covered_and_not_when_anything_else_changed() -> None:
    seen = Face(FaceId("a"), Box(0, 0, 9, 9), FaceState.FOUND, decision=Decision.CLEARED)
    covered = replace(seen, decision=Decision.COVERED)
    drawn = replace(covered, id=FaceId("b"), added=True)
    then: list[Plain] = [face_part(seen)]

    assert still_seen(then, [seen])
    assert still_seen(then, [covered, drawn])
    assert not still_seen(then, [replace(seen, decision=Decision.CONSENTED)])
    assert not still_seen(then, [])
    assert not still_seen([face_part(covered)], [seen])
    assert not still_seen(None, [seen])
