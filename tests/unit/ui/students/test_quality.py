"""What is said about portraits."""

from dataclasses import replace
from datetime import date

from smadmin.domain.ids import MediaId, SchoolId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos.portraits import Alike, Flaw, PortraitReport
from smadmin.domain.students import Roster, Student
from smadmin.ui.students.quality import alike_lines, notes_of

ONE, TWO = MediaId("one"), MediaId("two")


def child(name: str, *portraits: MediaId) -> Student:
    return Student(StudentId(name.lower()), SchoolId("s"), name, "Lee", portraits=portraits)


ANN, BEA = child("Ann", ONE, TWO), child("Bea")
ROSTER = Roster.of((ANN, BEA), today=date(2026, 11, 20), age_days=30)
TWINS = Alike(ANN.id, BEA.id)


def test_each_portrait_says_what_is_wrong_with_it_or_that_it_is_clear() -> None:
    notes = notes_of(ANN, PortraitReport({ONE: (Flaw.BLURRED, Flaw.DIFFERS), TWO: ()}), ROSTER)

    assert notes.said == {
        ONE: (say("studentui.flaw-blurred"), say("studentui.flaw-differs")),
        TWO: (say("studentui.flaw-none"),),
    }
    assert notes.flawed == {ONE}
    assert notes.unseen == ()


def test_portraits_that_nobody_looked_at_yet_are_offered_to_be_checked() -> None:
    assert notes_of(ANN, PortraitReport({TWO: ()}), ROSTER).unseen == (ONE,)


def test_a_single_portrait_is_said_to_be_few() -> None:
    assert notes_of(replace(ANN, portraits=(ONE,)), PortraitReport(), ROSTER).advice is not None
    assert notes_of(ANN, PortraitReport(), ROSTER).advice is None


def test_both_children_of_a_pair_say_so_by_name_and_so_does_the_list() -> None:
    report = PortraitReport({}, (TWINS,))
    said = say("studentui.alike", one="Ann Lee", other="Bea Lee")

    assert notes_of(ANN, report, ROSTER).doubts == notes_of(BEA, report, ROSTER).doubts == (said,)
    assert alike_lines(report, ROSTER) == (said,)


def test_the_same_file_under_two_names_is_said_to_be_wrong() -> None:
    report = PortraitReport({}, (replace(TWINS, same_file=True),))

    assert alike_lines(report, ROSTER) == (say("studentui.same-file", one="Ann Lee", other="Bea Lee"),)


def test_many_pairs_are_counted() -> None:
    lines = alike_lines(PortraitReport({}, (TWINS,) * 5), ROSTER)

    assert len(lines) == 4
    assert lines[-1] == say("studentui.alike-more", n=2)
