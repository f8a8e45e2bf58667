"""A child's entry that somebody spoilt: named, left out, and nothing is decided or goes out meanwhile."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.services.roles import person_of
from smadmin.storage.disk import FILE_NAME
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.enrolled import make_office
from tests.seeing import CAM, picture


def spoil(room: Darkroom, student: str, table: str = "student") -> None:
    with closing(sqlite3.connect(room.folder / FILE_NAME)) as store, store:
        store.execute(f"UPDATE {table} SET body = x'00' WHERE id = ?", (student,))


def taken_as_it_stands(room: Darkroom) -> None:
    """Let the principal decide to go on with the list as it is."""
    room.school.note()
    room.school.restoring.sign(room.by("pat"))


def test_a_spoilt_entry_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    spoil(room, children["ann"])

    roster = room.students.roster(ana)

    assert {student.id for student in roster.students} == {children["ben"], children["cam"]}
    assert roster.unreadable == (children["ann"],)


def test_while_an_entry_can_t_be_read_photos_are_seen_but_not_finished(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((CAM, 100)))
    room.intake.take_in(ana, FACTS, [room.file("not-searched.pic", picture((CAM, 90)))])
    spoil(room, children["ann"])
    taken_as_it_stands(room)

    view = room.review.photo(ana, photo)

    assert {child.id for child in view.beside} <= {children["ben"], children["cam"]}
    assert {child.id for child in room.review.set(ana, view.set.id).beside} == {c.id for c in view.beside}
    told = (room.looks.blockers(view, person_of(ana)), room.export.blockers(view))
    assert [reasons[0].message.id for reasons in told] == ["students.unreadable"] * 2
    refused_deeds = (
        lambda: room.looks.finish(ana, photo, other_things_fine=True),
        lambda: room.export.export(ana, photo),
        lambda: list(room.finder.run(ana)),
    )
    for refused_deed in refused_deeds:
        with pytest.raises(NotAllowed) as refused:
            refused_deed()
        assert refused.value.happened.id == "students.unreadable"


def test_while_an_entry_can_t_be_read_nobody_says_that_the_list_is_right(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    spoil(room, children["ann"])
    taken_as_it_stands(room)

    with pytest.raises(NotAllowed) as refused:
        room.students.still_right(ana)
    assert refused.value.happened.id == "students.unreadable"


def test_a_spoilt_entry_goes_once_the_principal_took_the_list_as_it_stands(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    room.allow_matching([("ann", children["ann"])])
    portrait = room.student(ana, children["ann"]).portraits[0]
    spoil(room, children["ann"])
    with pytest.raises(Tampered):
        room.students.remove_unreadable(ana, children["ann"])
    taken_as_it_stands(room)
    with pytest.raises(KnownError):
        room.students.remove_unreadable(ana, children["ben"])

    room.students.remove_unreadable(ana, children["ann"])

    with room.school.desk.look(ana) as unit:
        assert unit.students.stored().keys() == {children["ben"], children["cam"]}
        assert unit.templates.stored() == {}
        assert unit.media.maybe(portrait) is None
    assert room.students.roster(ana).unreadable == ()
    room.students.still_right(ana)


def test_a_pattern_that_nobody_can_read_is_erased_with_those_that_ended(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    room.allow_matching([("ann", room.children(by=ana)["ann"])])
    with room.school.desk.look(ana) as unit:
        (pattern,) = unit.templates.all()
    spoil(room, pattern.id, "template")
    taken_as_it_stands(room)

    room.students.expire(ana)

    with room.school.desk.look(ana) as unit:
        assert unit.templates.stored() == {}


def test_no_list_is_taken_over_while_an_entry_can_t_be_read(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    ana = office.room.by("ana")
    children = office.room.children(by=ana)
    spoil(office.room, children["ann"])
    taken_as_it_stands(office.room)
    order = office.order(ana, "Number|First name|Last name\n100|Nell|Newcomer")

    with pytest.raises(NotAllowed) as refused:
        office.take(ana, order)

    assert refused.value.happened.id == "students.unreadable"


def test_every_consent_ends_whatever_cant_be_read(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    room.allow_matching([("ben", children["ben"])])
    spoil(room, children["ann"])
    taken_as_it_stands(room)

    room.consents.end_all(ana)

    assert room.student(ana, children["ben"]).matching_until is None
    with room.school.desk.look(ana) as unit:
        assert unit.templates.stored() == {}
