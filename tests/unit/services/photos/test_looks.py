"""First and second look: by two people, each a row of their own."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.canonical import parse
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.photos.deciding import PhotoState
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act
from smadmin.storage import schema
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.seeing import ANN, BEN, STRANGER, picture


def refusals(room: Darkroom, name: str, photo: PhotoId, *, again: tuple[FaceId, ...] = ()) -> list[str]:
    """Let somebody try to finish a look, and give the reasons why they may not."""
    with pytest.raises(NotAllowed) as refused:
        room.looks.finish(room.by(name), photo, other_things_fine=True, again=again)
    return [reason.message.id for reason in refused.value.reasons]


@pytest.mark.demand("SOC-M4")
def test_two_people_look_and_each_look_is_a_row_with_what_stood_there(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    room.review.none_of_them(ana, [room.photo(ana, photo)])

    room.looks.finish(ana, photo, other_things_fine=True)
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)

    seen = room.photo(ana, photo)
    with room.school.desk.look(ana) as unit:
        first, second = unit.record.rows(acts=(Act.FIRST_LOOK, Act.SECOND_LOOK))
        part = unit.record.part(second.seq, "look")
    assert seen.first is not None
    assert seen.second is not None
    assert (seen.first.by, seen.first.seq) == (first.person, first.seq)
    assert (seen.second.by, seen.second.seq) == (second.person, second.seq)
    assert first.person != second.person
    assert part is not None
    assert parse(part.content)["photo"] == seen.sha256
    assert room.review.photo(ana, photo).state is PhotoState.SEEN_TWICE


@pytest.mark.demand("SOC-M4")
def test_nobody_takes_both_looks(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())
    room.looks.finish(ana, photo, other_things_fine=True)

    assert refusals(room, "ana", photo) == ["photos.second-is-first"]


def test_what_the_screen_asks_is_what_the_deed_refuses(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))
    assert ana.person is not None

    asked = room.looks.blockers(room.review.photo(ana, photo), ana.person)

    assert [reason.message.id for reason in asked] == refusals(room, "ana", photo) == ["photos.faces-open"]


@pytest.mark.demand("BAL-B1i2")
def test_something_else_wrong_ends_no_look(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())

    with pytest.raises(NotAllowed) as refused:
        room.looks.finish(ana, photo, other_things_fine=False)

    assert refused.value.happened.id == "photos.something-wrong"


@pytest.mark.demand("SOC-M4")
def test_faces_that_the_engine_doubted_are_answered_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (STRANGER, 200)))
    ann, _ = room.photo(ana, photo).faces
    room.review.decide(ana, photo, ann.id, Decision.NOT_THIS_CHILD, children["ann"])
    room.looks.finish(ana, photo, other_things_fine=True)

    assert refusals(room, "bo", photo) == ["photos.answer-again"]
    room.looks.finish(room.by("bo"), photo, other_things_fine=True, again=[ann.id])

    assert room.photo(ana, photo).second is not None


def test_the_second_person_covers_more_and_finishes_without_the_first(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (BEN, 200)))
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)
    bo = room.by("bo")

    room.review.decide(bo, photo, room.photo(bo, photo).faces[0].id, Decision.COVERED)
    assert room.photo(bo, photo).exported is None
    room.looks.finish(bo, photo, other_things_fine=True)
    room.export.export(bo, photo)

    seen = room.photo(ana, photo)
    assert seen.first is not None
    assert seen.second is not None
    assert (seen.first.by, seen.second.by) == (ana.person, bo.person)
    assert seen.exported is not None


@pytest.mark.demand("BAL-B1i1")
def test_a_child_listed_meanwhile_blocks_the_look(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture())
    room.students.add(ana, StudentEntry("Ann", "Ash", ("4b",), frozenset({OptOut.PHOTOS})))

    assert refusals(room, "ana", photo) == ["photos.list-changed"]


def test_a_photo_that_was_not_searched_yet_ends_no_look(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.intake.take_in(ana, FACTS, [room.file("a.pic", picture())]).value.photos[0]

    assert refusals(room, "ana", photo) == ["photos.still-looking"]


@pytest.mark.demand("BAL-B1i1")
def test_an_opt_out_deleted_by_sql_stops_look_and_export(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, picture())
    room.looks.finish(ana, photo, other_things_fine=True)
    with room.school.store._engine.connect() as connection, connection.begin():
        connection.execute(sa.delete(schema.student))

    with pytest.raises(Tampered):
        room.looks.finish(room.by("bo"), photo, other_things_fine=True)
    with pytest.raises(Tampered):
        room.export.export(ana, photo)
