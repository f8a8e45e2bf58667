"""For whom consents stand on the page: however many say no, each can be found and what is typed stays."""

from datetime import date

from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Roster, Student
from smadmin.ui.enrolling.consent_rows import AT_ONCE, ConsentRow, consent_rows, rows_shown

TODAY = date(2026, 11, 20)


def rows(many: int) -> tuple[ConsentRow, ...]:
    return tuple(
        ConsentRow(StudentId(f"{place:03}"), 1, f"Child {place:03}", "4b" if place % 2 else "Año 5")
        for place in range(many)
    )


def test_only_who_is_looked_for_and_has_no_consent_stands_there() -> None:
    no_photos = frozenset({OptOut.PHOTOS})
    listed = {
        "shown": Student(StudentId("shown"), SchoolId("s"), "A", "A"),
        "wanted": Student(StudentId("wanted"), SchoolId("s"), "B", "B", ("4b",), no_photos),
        "agreed": Student(StudentId("agreed"), SchoolId("s"), "C", "C", (), no_photos, matching_until=TODAY),
        "left": Student(StudentId("left"), SchoolId("s"), "D", "D", (), no_photos, left_on=TODAY),
    }
    roster = Roster.of(listed.values(), today=TODAY, age_days=30)

    assert [one.student for one in consent_rows(roster, RosterMode.OPT_OUT, TODAY)] == ["wanted"]


def test_behind_a_hundred_who_never_agree_the_others_are_found_by_name_or_class() -> None:
    many = rows(AT_ONCE + 3)

    first, more = rows_shown(many, "", ())
    assert (len(first), more) == (AT_ONCE, 3)
    (last,), none = rows_shown(many, f"child {AT_ONCE + 2}", ())
    assert (last, none) == (many[-1], 0)
    assert {one.groups for one in rows_shown(many, "ano", ())[0]} == {"Año 5"}


def test_what_is_typed_stays_in_sight_whatever_is_searched_for() -> None:
    many = rows(AT_ONCE + 3)

    shown, _ = rows_shown(many, "nobody", {many[-1].student})

    assert shown == (many[-1],)
