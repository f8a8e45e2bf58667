"""The road without matching: who could be in these, who is here, and opt-in districts by the group."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import StudentId
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act
from tests.darkroom import Darkroom, make_darkroom
from tests.school import MONDAY
from tests.seeing import ANN, BEN, CAM, STRANGER, Eyes, picture

UNTIL = MONDAY.date() + timedelta(days=100)


def dora_of_5a(room: Darkroom) -> StudentId:
    """Enter a child of another class, opted out of photos."""
    entry = StudentEntry("Dora", "Tull", ("5a",), frozenset({OptOut.PHOTOS}))
    return room.students.add(room.by("ana"), entry).value


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.demand("BLO-IV-B4")
def test_without_matching_a_named_child_is_covered_and_one_answer_clears_the_others(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    dora_of_5a(room)
    photo = room.one_photo(ana, picture((ANN, 20), (CAM, 120), (STRANGER, 220)))
    view = room.review.photo(ana, photo)
    assert [child.first_name for child in view.beside] == ["Annabel", "Benedict"]  # who could be in it, of 4b
    assert {face.hint for face in view.photo.faces} == {FaceState.FOUND}

    room.review.decide(ana, photo, view.photo.faces[0].id, Decision.OPTED_OUT, children["ann"])
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)

    shown = Eyes().find(Eyes().decode(room.export.content(ana, photo)))
    assert [face.box.left for face in shown] == [120, 220]
    assert room.eyes.described == 0


@pytest.mark.demand("BAL-B1i1")
def test_no_photo_is_ready_while_one_face_is_unanswered(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    face = room.photo(ana, photo).faces[0]
    room.review.decide(ana, photo, face.id, Decision.OPTED_OUT, children["ann"])

    with pytest.raises(NotAllowed):
        room.looks.finish(ana, photo, other_things_fine=True)
    with pytest.raises(NotAllowed):
        room.export.export(ana, photo)


def test_a_child_of_a_class_that_nobody_named_is_matched_all_the_same(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    dora = dora_of_5a(room)
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"]), ("cam", dora)])
    ana = room.by("ana")

    view = room.review.photo(ana, room.one_photo(ana, picture((CAM, 60), (STRANGER, 200))))

    here, stranger = view.photo.faces
    assert (here.hint, here.near[0]) == (FaceState.MATCH, dora)
    assert stranger.hint is FaceState.NO_MATCH
    assert [child.first_name for child in view.beside] == ["Annabel", "Benedict", "Dora"]
    assert view.near(here.near)[0].id == dora


def test_who_of_another_class_can_be_compared_later_makes_the_photo_be_searched_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    dora = dora_of_5a(room)
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((CAM, 60)))
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    assert room.review.photo(ana, photo).later == 0

    room.allow_matching([("cam", dora)])

    assert room.review.photo(ana, photo).later == 1
    assert list(room.finder.run(ana, room.photo(ana, photo).set))
    assert room.photo(ana, photo).faces[0].hint is FaceState.MATCH


@pytest.mark.demand("SOC-O1")
def test_an_opt_in_photo_is_cleared_by_its_group_in_one_act(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data", mode=RosterMode.OPT_IN)
    ana = room.by("ana")
    children = room.children(by=ana)
    room.students.set_photo_consent(ana, children["cam"], version=1, given=True)
    photo = room.one_photo(ana, picture((ANN, 20), (CAM, 120), (BEN, 220)))
    first = room.photo(ana, photo).faces[0]
    assert len(room.review.photo(ana, photo).covers) == 3
    room.review.decide(ana, photo, first.id, Decision.OPTED_OUT, children["ann"])

    room.review.the_rest_consents(ana, [room.photo(ana, photo)])

    assert [face.decision for face in room.photo(ana, photo).faces] == [
        Decision.OPTED_OUT,
        Decision.CONSENTED,
        Decision.CONSENTED,
    ]
    assert len(room.review.photo(ana, photo).covers) == 1
    with room.school.desk.look(ana) as unit:
        assert len(list(unit.record.rows(acts=(Act.DECIDE_FACES,)))) == 2

    room.review.undo(ana, photo)

    assert len(room.review.photo(ana, photo).covers) == 3


def test_where_families_opt_out_no_consent_is_claimed_for_a_group(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))

    with pytest.raises(NotAllowed):
        room.review.the_rest_consents(ana, [room.photo(ana, photo)])

    assert room.photo(ana, photo).faces[0].decision is Decision.OPEN


def test_a_folder_says_of_whom_there_is_a_pattern(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    room.allow_matching([("ann", children["ann"])])
    room.consent(ana, children["ben"], UNTIL)  # consented, without a portrait

    made = room.taken(ana, picture((ANN, 60)))

    assert room.review.set(ana, made).patterned == {children["ann"]}
