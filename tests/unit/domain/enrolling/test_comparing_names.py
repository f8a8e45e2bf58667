"""A no, a consent and a portrait stay with their child: a number alone carries none to another name."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.enrolling.comparing import Comparison, Match, compare, merged, new_child
from smadmin.domain.enrolling.entries import Entries, Entry
from smadmin.domain.ids import MediaId, SchoolId, StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student

SCHOOL = SchoolId("school")
ANN = Student(StudentId("ann"), SCHOOL, "Ann", "Ash", ("4b",), frozenset({OptOut.PHOTOS}), number="7")
BEN = Student(StudentId("ben"), SCHOOL, "Ben", "Bay", ("4b",), number="8")
OUT = RosterMode.OPT_OUT


def row(student: Student, line: int = 2, **more: object) -> Entry:
    """Make the row that says of a child what is known."""
    entry = Entry(line, student.number, student.first_name, student.last_name)
    return replace(entry, **more)  # type: ignore[arg-type]  # any of the entry's own fields


def held(*entries: Entry, children: tuple[Student, ...] = (ANN, BEN)) -> Comparison:
    return compare(Entries(entries, (), ()), children, mode=OUT)


def test_a_number_beside_a_strangers_name_moves_no_no_to_it() -> None:
    found = held(Entry(2, "7", "Dan", "Dole"), row(ANN, 3, number="99"))

    assert [(told.line, told.what.id) for told in found.refused] == [(2, "enrolling.number-of-another")]
    assert found.missing == (BEN,)  # of Ann it isn't known that she left


def test_numbers_that_two_siblings_have_exchanged_are_not_taken() -> None:
    bay = replace(ANN, last_name="Bay")

    found = held(row(bay, number=BEN.number), row(BEN, 3, number=bay.number), children=(bay, BEN))

    assert (found.rows, [told.what.id for told in found.refused]) == (0, ["enrolling.number-of-another"] * 2)


def test_a_siblings_name_under_the_number_of_an_opted_out_child_is_asked_about() -> None:
    entry = row(ANN, first_name="Zoe", groups=("5a",), said_no=frozenset({OptOut.NAMES}))

    (less,) = held(entry).weakenings

    match = Match(ANN, entry)
    kept = merged(match, mode=OUT, weaken=False)
    assert (less.student, less.known_as, less.gone) == (ANN.id, "Ann Ash", frozenset())
    assert (kept.name, kept.groups, kept.opt_outs) == (
        "Ann Ash",
        ("4b",),
        frozenset({OptOut.PHOTOS, OptOut.NAMES}),
    )
    assert merged(match, mode=OUT, weaken=True).name == "Zoe Ash"


@pytest.mark.parametrize(
    "at_stake",
    [
        replace(BEN, photo_consent=True),
        replace(BEN, matching_until=date(2027, 9, 1)),
        replace(BEN, portraits=(MediaId("m"),)),
    ],
)
def test_a_consent_or_a_portrait_goes_over_to_no_other_name_unasked(at_stake: Student) -> None:
    (less,) = held(row(at_stake, first_name="Zoe"), children=(at_stake,)).weakenings

    assert less.known_as == "Ben Bay"


def test_a_new_last_name_of_who_has_nothing_to_lose_is_taken() -> None:
    found = held(row(BEN, last_name="Bay-Lee"), row(ANN, 3, last_name="ASH"))

    assert (found.weakenings, found.refused, found.changed) == ((), (), 2)


def test_a_new_child_with_the_name_of_an_opted_out_one_comes_with_the_same_no() -> None:
    found = held(row(ANN, number="99", photos_yes=True), row(BEN, 3, number="7"))

    (entry,) = found.added
    child = new_child(entry, StudentId("new"), SCHOOL)
    assert [told.what.id for told in found.doubts] == ["enrolling.namesake"]
    assert (child.opt_outs, child.photo_consent) == (frozenset({OptOut.PHOTOS}), False)


def test_a_list_whose_numbers_were_sorted_alone_is_refused_whole() -> None:
    school = tuple(
        Student(StudentId(f"s{n}"), SCHOOL, f"First{chr(97 + n)}", f"Last{chr(97 + n)}", number=str(n + 1))
        for n in range(8)
    )
    shifted = [row(one, n, number=str((n + 1) % 8 + 1)) for n, one in enumerate(school)]
    straight = [row(one, n) for n, one in enumerate(school)]

    assert [reason.message.id for reason in held(*shifted, children=school).blockers] == [
        "enrolling.numbers-shifted"
    ]
    assert held(*straight, children=school).blockers == ()
    assert held(*straight[:5], *shifted[5:7], children=school).blockers == ()
