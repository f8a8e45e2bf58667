"""Which patterns may be compared today: those of a decision and a consent that both stand."""

from pathlib import Path

from smadmin.services.students.patterns import drop, law_in_force, lawful, matching_allowed
from tests.darkroom import make_darkroom
from tests.school import MONDAY

TODAY = MONDAY.date()


def test_without_a_decision_nothing_is_allowed(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)

    with room.school.desk.look(room.by("ana")) as unit:
        assert law_in_force(unit, room.school.desk) is None
        assert not matching_allowed(unit, room.school.desk)
        assert lawful(unit, room.school.desk, TODAY) == ()


def test_a_pattern_is_lawful_until_its_consent_ends(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"])])

    with room.school.desk.look(room.by("ana")) as unit:
        now = lawful(unit, room.school.desk, TODAY)
        later = lawful(unit, room.school.desk, TODAY.replace(year=2027))

    assert [template.student for template in now] == [children["ann"]]
    assert later == ()


def test_patterns_are_dropped_by_what_is_asked(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])

    with room.school.desk.deed(room.by("ana")) as deed:
        gone = drop(deed.unit, lambda template: template.student == children["ann"])
        left = [template.student for template in deed.unit.templates.all()]

    assert (gone, left) == (1, [children["ben"]])
