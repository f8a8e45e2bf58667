"""What stands beside a photo, and whom it is searched for."""

from pathlib import Path

from smadmin.domain.photos.covers import cover_for_face
from smadmin.domain.photos.deciding import PhotoState
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.views import search_for
from tests.darkroom import make_darkroom
from tests.seeing import ANN, box_at, picture


def test_a_found_face_is_covered_with_hair_and_ears(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    (face,) = room.photo(ana, photo).faces
    assert room.review.photo(ana, photo).covers == ()

    room.review.decide(ana, photo, face.id, Decision.COVERED)

    assert face.box == box_at(60)
    assert room.review.photo(ana, photo).covers == (cover_for_face(face.box),)


def test_in_an_opt_in_district_everybody_is_covered_from_the_start(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data", mode=RosterMode.OPT_IN)
    ana = room.by("ana")
    children = room.children(by=ana)

    view = room.review.photo(ana, room.one_photo(ana, picture((ANN, 60))))

    assert len(view.covers) == 1
    assert {student.id for student in view.beside} == set(children.values())


def test_whom_a_face_looks_like_is_given_by_name(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    ana = room.by("ana")

    view = room.review.photo(ana, room.one_photo(ana, picture((ANN, 60))))

    assert view.near(view.photo.faces[0].near)[0].last_name == "Quillfeather"
    assert view.state is PhotoState.OPTED_OUT


def test_a_search_takes_only_patterns_of_its_children_and_its_engine(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("cam", children["cam"])])
    ana = room.by("ana")
    set_id = room.taken(ana, picture())

    with room.school.desk.look(ana) as unit:
        photo_set = unit.photo_sets.get(set_id)
        searches = [
            search_for(unit, room.school.desk, photo_set, RosterMode.OPT_OUT, engine=engine)
            for engine in ("colours", "another", None)
        ]

    assert [[portrait.who for portrait in search.portraits] for search in searches] == [
        [children["ann"]],
        [],
        [],
    ]
    assert {search.sought for search in searches} == {tuple(sorted([children["ann"], children["ben"]]))}
