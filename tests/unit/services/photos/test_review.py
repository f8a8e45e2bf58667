"""Deciding about faces: each decision signed, the last one taken back where that is possible."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import FaceId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import CoverStyle, cover_as_drawn
from smadmin.domain.photos.deciding import PhotoState
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.review import Review
from tests.darkroom import make_darkroom
from tests.seeing import ANN, BEN, CAM, picture


def test_the_contact_sheet_says_what_is_to_be_decided(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    room.children(by=ana)

    view = room.review.set(ana, room.taken(ana, picture((ANN, 60), (CAM, 200)), picture()))

    assert list(view.states.values()) == [PhotoState.TO_DECIDE, PhotoState.NOTHING_TO_DECIDE]
    assert list(view.open.values()) == [2, 0]
    assert [child.last_name for child in view.beside] == ["Quillfeather", "Rookwood"]
    assert not view.matching
    assert room.review.sets(ana) == (view.set,)


def test_a_decision_is_a_row_that_names_the_child_in_a_sealed_part_only(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60)))
    (face,) = room.photo(ana, photo).faces

    room.review.decide(ana, photo, face.id, Decision.OPTED_OUT, children["ann"])

    (decided,) = room.photo(ana, photo).faces
    assert (decided.decision, decided.student, decided.decided_by) == (
        Decision.OPTED_OUT,
        children["ann"],
        ana.person,
    )
    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.DECIDE_FACES,))
    assert (row.noun, row.noun_id, row.person) == (Noun.PHOTOS, photo, ana.person)
    assert children["ann"].encode() not in row.row.body


def test_a_childs_no_is_said_of_a_named_child_only(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60)))
    (face,) = room.review.photo(ana, photo).photo.faces

    with pytest.raises(NotAllowed) as refused:
        room.review.decide(ana, photo, face.id, Decision.OPTED_OUT)

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.who-is-it"]


def test_none_of_them_clears_a_whole_photo_in_one_act(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((BEN, 60), (CAM, 200)))

    room.review.none_of_them(ana, [room.photo(ana, photo)])

    assert {face.decision for face in room.photo(ana, photo).faces} == {Decision.CLEARED}


@pytest.mark.demand("BAL-B1i1")
def test_nobody_said_of_a_face_that_resembles_a_child_by_now_is_refused(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60)))
    shown = room.photo(ana, photo)
    match = replace(shown.faces[0], hint=FaceState.MATCH, near=(children["ann"],))
    with room.school.desk.deed(ana) as deed:
        deed.unit.photos.change(replace(shown, faces=(match, replace(shown.faces[0], id=FaceId("since")))))

    with pytest.raises(NotAllowed) as refused:
        room.review.decide(ana, photo, match.id, Decision.CLEARED)
    room.review.none_of_them(ana, [shown])

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.may-be-others"]
    assert [face.decision for face in room.photo(ana, photo).faces] == [Decision.OPEN, Decision.OPEN]


def test_covering_everybody_is_always_possible(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photos = [
        photo.id
        for photo in room.review.set(ana, room.taken(ana, picture((ANN, 60)), picture((BEN, 60)))).photos
    ]

    room.review.cover_everybody(room.by("bo"), photos)

    assert [[face.covered for face in room.photo(ana, photo).faces] for photo in photos] == [[True], [True]]


def test_a_drawn_face_is_covered_as_drawn_and_cut_to_the_photo(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())

    face = room.review.add_face(ana, photo, Box(-5, 10, 40, 900)).value

    view = room.review.photo(ana, photo)
    assert [(one.id, one.covered, one.added) for one in view.photo.faces] == [(face, True, True)]
    assert view.covers == (cover_as_drawn(Box(0, 10, 40, 120)),)
    with pytest.raises(NotAllowed):
        room.review.add_face(ana, photo, Box(1000, 0, 1040, 40))


def test_marking_a_photo_leaves_no_row(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())
    rows = len(room.school.records.newest())

    room.review.pick(ana, [photo])
    assert room.photo(ana, photo).picked
    room.review.leave_out(ana, [photo])

    assert not room.photo(ana, photo).picked
    assert len(room.school.records.newest()) == rows


def test_the_last_decision_is_taken_back_also_after_a_restart(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    before = room.photo(ana, photo).faces
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    cleared = room.photo(ana, photo).faces
    room.review.add_face(ana, photo, Box(0, 0, 20, 20))
    after_restart = Review(room.school.desk, mode=room.review.photo(ana, photo).mode)

    after_restart.undo(ana, photo)
    assert room.photo(ana, photo).faces == cleared
    after_restart.undo(ana, photo)
    assert room.photo(ana, photo).faces == before

    assert after_restart.photo(ana, photo).undoable is None
    with pytest.raises(NotAllowed):
        after_restart.undo(ana, photo)
    assert room.school.records.verify(by=ana).whole


def test_nobody_takes_back_somebody_elses_decision(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.cover_everybody(ana, [photo])

    with pytest.raises(NotAllowed):
        room.review.undo(room.by("bo"), photo)

    assert room.review.photo(ana, photo).undoable == ana.person


def test_a_finished_look_ends_what_can_be_taken_back(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)

    with pytest.raises(NotAllowed):
        room.review.undo(ana, photo)


def test_taking_back_a_cover_of_the_second_look_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, bo = room.by("ana"), room.by("bo")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)
    looked = room.photo(ana, photo)

    room.review.cover_everybody(bo, [photo])
    room.review.undo(bo, photo)

    assert room.photo(ana, photo).faces == looked.faces
    assert room.photo(ana, photo).first == looked.first


def test_somebody_without_a_role_gives_covers_no_other_look(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.photo(ana, room.one_photo(ana, picture((ANN, 60))))
    room.school.admit("eve", "Eve Stone", set(), by="pat")

    with pytest.raises(NotAllowed) as refused:
        room.review.restyle(room.by("eve"), photo.set, CoverStyle.BLUR)

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.not-your-role"]
    assert room.photo(ana, photo.id).style is photo.style


def test_somebody_without_a_role_decides_nothing(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.school.admit("eve", "Eve Stone", set(), by="pat")

    with pytest.raises(NotAllowed):
        room.review.cover_everybody(room.by("eve"), [photo])
