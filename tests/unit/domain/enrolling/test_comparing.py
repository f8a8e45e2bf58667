"""What taking a list would do; above all, that no opt-out is ever weakened by a list alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.enrolling.comparing import Comparison, Match, compare, merged, new_child, weakening
from smadmin.domain.enrolling.entries import Entries, Entry
from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import MatchingConsent, OptOut, Student

SCHOOL = SchoolId("school")
ANN = Student(StudentId("ann"), SCHOOL, "Ann", "Ash", ("4b",), frozenset({OptOut.PHOTOS}), number="7")
BEN = Student(StudentId("ben"), SCHOOL, "Ben", "Bay", ("4b",), number="8")
ALL = frozenset(OptOut)
OUT, IN = RosterMode.OPT_OUT, RosterMode.OPT_IN
CONSENT = MatchingConsent(date(2026, 9, 1), date(2027, 9, 1), "Ida Ash")


def row(student: Student, line: int = 2, **more: object) -> Entry:
    """Make the row that says of a child what is known."""
    entry = Entry(line, student.number, student.first_name, student.last_name)
    return replace(entry, **more)  # type: ignore[arg-type]  # any of the entry's own fields


def held(*entries: Entry, children: tuple[Student, ...] = (ANN, BEN), mode: RosterMode = OUT) -> Comparison:
    return compare(Entries(entries, (), ()), children, mode=mode)


def test_a_child_is_found_by_number_whatever_form_of_the_name() -> None:
    found = held(row(ANN, first_name="Annabel", number="007"))

    assert [match.student for match in found.matched] == [ANN]
    assert (found.added, found.changed) == ((), 1)


def test_a_row_of_the_same_things_changes_nothing() -> None:
    found = held(row(ANN, groups=("4b",)), row(BEN, 3))

    assert (found.changed, found.weakenings, found.missing, found.rows) == (0, (), (), 2)


def test_an_unknown_number_is_a_new_child() -> None:
    found = held(Entry(2, "9", "Cam", "Cole"))

    assert [entry.name for entry in found.added] == ["Cam Cole"]
    assert found.missing == (ANN, BEN)


def test_a_child_typed_in_without_number_is_found_by_name_and_gets_the_number() -> None:
    typed = replace(ANN, number="")

    (match,) = held(row(typed, number="7", first_name="ANN"), children=(typed,)).matched

    assert merged(match, mode=OUT, weaken=False).number == "7"


def test_of_two_namesakes_without_number_no_row_is_taken() -> None:
    one, two = replace(ANN, number=""), replace(ANN, id=StudentId("other"), number="")

    found = held(row(ANN), children=(one, two))

    assert (found.rows, [told.what.id for told in found.refused]) == (0, ["enrolling.name-on-two"])


def test_two_rows_of_one_name_without_numbers_are_not_taken() -> None:
    cam = Entry(2, "", "Cam", "Cole")

    found = held(cam, replace(cam, line=3))

    assert (found.rows, len(found.refused)) == (0, 2)


def test_two_namesakes_with_numbers_are_two_children() -> None:
    found = held(Entry(2, "20", "Cam", "Cole"), Entry(3, "21", "Cam", "Cole"))

    assert len(found.added) == 2


def test_a_number_that_two_children_have_says_so() -> None:
    found = held(row(ANN), children=(ANN, replace(BEN, number="07")))

    assert [told.what.id for told in found.refused] == ["enrolling.number-on-two"]


def test_a_new_number_for_the_name_of_an_opted_out_child_is_doubtful() -> None:
    found = held(row(ANN, number="99"))

    assert [entry.number for entry in found.added] == ["99"]
    assert [told.what.id for told in found.doubts] == ["enrolling.namesake"]


def test_who_is_missing_is_told_once_and_who_left_is_not_missing() -> None:
    left = replace(BEN, left_on=date(2026, 6, 1))

    assert held(row(ANN), children=(ANN, left)).missing == ()
    assert held(row(ANN)).missing == (BEN,)


def test_a_list_without_an_opt_out_that_is_known_is_asked_about() -> None:
    (less,) = held(row(ANN, spoken_of=ALL)).weakenings

    assert (less.student, less.gone) == (ANN.id, frozenset({OptOut.PHOTOS}))


def test_a_list_that_doesnt_speak_of_opt_outs_takes_none_away() -> None:
    assert held(row(ANN)).weakenings == ()


def test_everything_is_more_than_photos() -> None:
    more = row(ANN, said_no=frozenset({OptOut.EVERYTHING}), spoken_of=ALL)
    match = Match(ANN, more)

    assert weakening(match, mode=OUT) is None
    assert merged(match, mode=OUT, weaken=False).no_photos


def test_a_yes_to_photos_leaves_a_no_to_everything_alone() -> None:
    strict = replace(ANN, opt_outs=frozenset({OptOut.EVERYTHING}))
    match = Match(strict, row(ANN, spoken_of=frozenset({OptOut.PHOTOS}), photos_yes=True))

    assert merged(match, mode=OUT, weaken=True).opt_outs == {OptOut.EVERYTHING}


def test_a_person_may_decide_that_the_list_counts() -> None:
    match = Match(ANN, row(ANN, spoken_of=ALL))

    assert merged(match, mode=OUT, weaken=False).opt_outs == {OptOut.PHOTOS}
    assert merged(match, mode=OUT, weaken=True).opt_outs == set()


def test_in_an_opt_in_district_a_new_yes_to_photos_is_asked_about() -> None:
    match = Match(BEN, row(BEN, photos_yes=True))

    assert weakening(match, mode=OUT) is None
    assert weakening(match, mode=IN) is not None
    assert not merged(match, mode=IN, weaken=False).photo_consent
    assert merged(match, mode=IN, weaken=True).photo_consent


def test_a_no_to_photos_ends_a_yes_at_once() -> None:
    match = Match(replace(BEN, photo_consent=True), row(BEN, photos_yes=False))

    assert not merged(match, mode=IN, weaken=False).photo_consent


def test_a_consent_to_matching_is_asked_about_and_never_shortened() -> None:
    match = Match(ANN, row(ANN, matching=CONSENT))
    longer = replace(ANN, matching_until=date(2027, 10, 1), guardian="Ole Ash")

    less = weakening(match, mode=OUT)
    assert less is not None
    assert less.matching == CONSENT.until
    assert merged(match, mode=OUT, weaken=False).matching_until is None
    taken = merged(match, mode=OUT, weaken=True)
    assert (taken.matching_from, taken.matching_until, taken.guardian) == (
        CONSENT.given_on, CONSENT.until, "Ida Ash",
    )  # fmt: skip
    assert merged(Match(longer, match.entry), mode=OUT, weaken=True) == longer


def test_a_no_to_matching_ends_the_consent_at_once() -> None:
    match = Match(replace(ANN, matching_until=CONSENT.until), row(ANN, matching_ended=True))

    assert merged(match, mode=OUT, weaken=False).matching_until is None


def test_notes_and_classes_stay_where_the_list_has_none() -> None:
    noted = replace(ANN, notes="by hand")

    assert merged(Match(noted, row(ANN, notes="")), mode=OUT, weaken=False) == noted
    assert merged(Match(noted, row(ANN, groups=())), mode=OUT, weaken=False).groups == ()


def test_who_comes_back_has_not_left() -> None:
    back = Match(replace(ANN, left_on=date(2026, 6, 1)), row(ANN))

    assert merged(back, mode=OUT, weaken=False).left_on is None


def test_who_left_keeps_the_opt_out() -> None:
    gone = Match(ANN, row(ANN, left_on=date(2026, 10, 1)))

    child = merged(gone, mode=OUT, weaken=False)
    assert (child.left_on, child.no_photos) == (date(2026, 10, 1), True)


def test_a_new_child_is_as_the_row_says() -> None:
    entry = Entry(2, "9", "Cam", "Cole", ("4b",), frozenset({OptOut.NAMES}), ALL, True, CONSENT, notes="n")

    child = new_child(entry, StudentId("cam"), SCHOOL)

    assert (child.number, child.groups, child.opt_outs, child.notes) == (
        "9",
        ("4b",),
        frozenset({OptOut.NAMES}),
        "n",
    )
    assert (child.photo_consent, child.matching_until, child.guardian) == (True, CONSENT.until, "Ida Ash")


KINDS = st.frozensets(st.sampled_from(OptOut))
ROWS = st.builds(
    Entry,
    line=st.just(2),
    number=st.just("7"),
    first_name=st.just("Ann"),
    last_name=st.just("Ash"),
    said_no=KINDS,
    spoken_of=KINDS,
    photos_yes=st.sampled_from([None, True, False]),
    matching=st.sampled_from([None, CONSENT]),
    matching_ended=st.booleans(),
)
CHILDREN = st.builds(
    replace,
    st.just(ANN),
    opt_outs=KINDS,
    photo_consent=st.booleans(),
    matching_until=st.sampled_from([None, date(2027, 1, 1), date(2028, 1, 1)]),
)


def shown(student: Student, mode: RosterMode) -> tuple[bool, ...]:
    """Tell what may be published of a child, and whether a pattern may be made: each yes is a risk."""
    kinds = [kind not in student.opt_outs and OptOut.EVERYTHING not in student.opt_outs for kind in OptOut]
    return (*kinds, not student.not_shown(mode), not student.no_name, student.may_match(date(2027, 6, 1)))


@given(CHILDREN, ROWS, st.sampled_from(RosterMode))
@pytest.mark.demand("BAL-B1i1")
def test_no_list_alone_ever_shows_more_of_a_child(child: Student, entry: Entry, mode: RosterMode) -> None:
    match = Match(child, entry)

    after = merged(match, mode=mode, weaken=False)

    assert all(was or not is_now for was, is_now in zip(shown(child, mode), shown(after, mode), strict=True))


@given(CHILDREN, ROWS, st.sampled_from(RosterMode))
def test_whatever_a_list_would_take_away_is_asked_about(
    child: Student, entry: Entry, mode: RosterMode
) -> None:
    match = Match(child, entry)
    taken = merged(match, mode=mode, weaken=True)

    more = any(is_now and not was for was, is_now in zip(shown(child, mode), shown(taken, mode), strict=True))

    assert not more or weakening(match, mode=mode) is not None
