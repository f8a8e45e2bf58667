"""What a row says of a child, what is read with doubt, and what can't be taken."""

from datetime import date

import pytest

from smadmin.domain.enrolling.columns import is_known, recognised
from smadmin.domain.enrolling.entries import Entries, Entry, read_entries
from smadmin.domain.enrolling.tables import table_of
from smadmin.domain.students import OptOut

TODAY = date(2026, 11, 16)
ALL = frozenset(OptOut)


def read(text: str) -> Entries:
    """Read a list that is typed with bars between its cells."""
    table = table_of([line.split("|") for line in text.strip().splitlines()], is_known)
    return read_entries(table, recognised(table.titles), today=TODAY)


def only(text: str) -> Entry:
    entries = read(text)
    (entry,) = entries.taken
    assert entries.doubts == ()
    return entry


def test_a_plain_row_is_a_child() -> None:
    entry = only("Student Number|First name|Last name|Class|Clubs\n00123|Ann|Ash|4b|Chess; Choir")

    assert (entry.line, entry.number, entry.name) == (2, "00123", "Ann Ash")
    assert entry.groups == ("4b", "Chess", "Choir")
    assert (entry.said_no, entry.spoken_of, entry.photos_yes, entry.notes) == (
        frozenset(),
        frozenset(),
        None,
        None,
    )


def test_a_whole_name_is_split_and_a_grade_stands_in_for_a_class() -> None:
    entry = only("LastFirst|Grade|Notes\nAsh, Ann Lee|4|sits in front")

    assert (entry.first_name, entry.last_name, entry.groups) == ("Ann Lee", "Ash", ("4",))
    assert entry.notes == "sits in front"


@pytest.mark.parametrize(
    ("title", "text", "no", "spoken"),
    [
        ("Opted out", "yes", {OptOut.EVERYTHING}, ALL),
        ("Opted out", "", set(), ALL),
        ("Opted out", "no", set(), ALL),
        ("Opted out", "photos, names", {OptOut.PHOTOS, OptOut.NAMES}, ALL),
        ("No photos", "x", {OptOut.PHOTOS}, {OptOut.PHOTOS}),
        ("Photo release", "N", {OptOut.PHOTOS}, {OptOut.PHOTOS}),
        ("Photo release", "Y", set(), {OptOut.PHOTOS}),
        ("Photo release", "", set(), set()),
        ("Media release", "no", {OptOut.PHOTOS, OptOut.MEDIA}, {OptOut.PHOTOS, OptOut.MEDIA}),
        ("Directory release", "no", {OptOut.EVERYTHING}, ALL),
        ("Opted out", "n/a", set(), ALL),
    ],
)
def test_opt_outs_are_read_from_either_side(
    title: str, text: str, no: set[OptOut], spoken: frozenset[OptOut]
) -> None:
    entry = only(f"First name|Last name|{title}\nAnn|Ash|{text}")

    assert (entry.said_no, entry.spoken_of) == (frozenset(no), spoken)


def test_an_explicit_yes_to_photos_is_told_from_silence() -> None:
    assert only("First name|Last name|Photo release\nAnn|Ash|Y").photos_yes is True
    assert only("First name|Last name|Photo release\nAnn|Ash|N").photos_yes is False
    assert only("First name|Last name|Photo release\nAnn|Ash|").photos_yes is None
    assert only("First name|Last name|Photo release|Opted out\nAnn|Ash|Y|yes").photos_yes is False


@pytest.mark.parametrize(
    ("title", "no"),
    [("Opted out", OptOut.EVERYTHING), ("No photos", OptOut.PHOTOS), ("Photo release", OptOut.PHOTOS)],
)
def test_what_cant_be_read_about_consent_counts_as_a_no_and_is_told(title: str, no: OptOut) -> None:
    entries = read(f"First name|Last name|{title}\nAnn|Ash|see office")

    assert entries.taken[0].said_no == {no}
    assert entries.doubts[0].what.id == "enrolling.read-as-no"
    assert (entries.doubts[0].line, entries.doubts[0].name) == (2, "Ann Ash")


HEAD = "First name|Last name|Matching consent|Matching until|Guardian\n"


def test_a_consent_to_matching_has_a_day_a_guardian_and_an_end() -> None:
    found = only(HEAD + "Ann|Ash|9/1/2026|6/30/2027|Ida Ash").matching

    assert found is not None
    assert (found.given_on, found.until, found.guardian) == (date(2026, 9, 1), date(2027, 6, 30), "Ida Ash")


@pytest.mark.parametrize("until", ["", "2030-01-01"])
def test_a_consent_ends_after_a_year_at_the_latest(until: str) -> None:
    found = only(HEAD + f"Ann|Ash|2026-09-01|{until}|Ida Ash").matching

    assert found is not None
    assert found.until == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("cells", "doubt"),
    [
        ("2026-09-01||", "enrolling.consent-by-nobody"),
        ("2024-09-01||Ida Ash", "enrolling.consent-over"),
        ("2026-12-24||Ida Ash", "enrolling.consent-over"),
        ("yes||Ida Ash", "enrolling.not-a-day"),
    ],
)
def test_a_consent_that_doesnt_hold_is_none_and_is_told(cells: str, doubt: str) -> None:
    entries = read(HEAD + f"Ann|Ash|{cells}")

    assert entries.taken[0].matching is None
    assert [told.what.id for told in entries.doubts] == [doubt]


def test_a_no_to_matching_ends_it() -> None:
    entry = only(HEAD + "Ann|Ash|No||")

    assert entry.matching is None
    assert entry.matching_ended


def test_who_left_is_noted_once_the_day_has_come() -> None:
    assert only("First name|Last name|Exit date\nAnn|Ash|10/1/2026").left_on == date(2026, 10, 1)
    assert only("First name|Last name|Exit date\nAnn|Ash|6/12/2027").left_on is None


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("7||Ash", "enrolling.no-name"),
        ("7|Ann|", "enrolling.no-name"),
        ("7|=cmd()|Ash", "enrolling.formula"),
        ("=1+1|Ann|Ash", "enrolling.formula"),
        ("#REF!|Ann|Ash", "enrolling.formula"),
        ("7|" + "A" * 200 + "|Ash", "enrolling.too-long"),
    ],
)
def test_a_row_that_cant_be_taken_says_why_with_its_line(row: str, why: str) -> None:
    entries = read("Number|First name|Last name\n8|Ben|Bay\n" + row)

    assert [entry.name for entry in entries.taken] == ["Ben Bay"]
    assert [(told.line, told.what.id) for told in entries.refused] == [(3, why)]


def test_a_number_that_stands_twice_is_taken_once() -> None:
    entries = read("Number|First name|Last name\n07|Ann|Ash\n7|Ben|Bay")

    assert [entry.name for entry in entries.taken] == ["Ann Ash"]
    assert entries.refused[0].what.values["line"] == 2


@pytest.mark.parametrize(
    ("titles", "cells", "no"),
    [
        ("Opt out|Opted out", "|yes", OptOut.EVERYTHING),
        ("Opt out|Opted out", "yes|no", OptOut.EVERYTHING),
        ("Opt out|Opted out", "no|photos", OptOut.PHOTOS),
        ("Photo release|Photo permission", "Y|N", OptOut.PHOTOS),
        ("Photo release|Photo permission", "N|Y", OptOut.PHOTOS),
        ("Photo release|Photo permission", "Y|N/A", None),
    ],
)
def test_of_two_columns_of_one_consent_each_no_counts(titles: str, cells: str, no: OptOut | None) -> None:
    entry = only(f"First name|Last name|{titles}\nEve|Eames|{cells}")

    assert entry.said_no == (frozenset() if no is None else frozenset({no}))
    assert entry.photos_yes is not True or no is None


def test_a_no_in_a_childs_second_row_counts() -> None:
    entries = read("Number|First name|Last name|Opt out\n7|Eve|Eames|no\n07|Eve|Eames|photos\n7|Dan|Dole|yes")

    (entry,) = entries.taken
    assert entry.said_no == {OptOut.PHOTOS}
    assert [told.what.id for told in entries.refused] == ["enrolling.number-twice"] * 2


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("cell", ["#N/A", "=VLOOKUP(A2,B:B,1,0)"])
def test_an_opt_out_that_could_not_be_worked_out_counts_and_is_told(cell: str) -> None:
    entries = read(f"Number|First name|Last name|Class|Notes|Opted out\n7|Ann|Ash|#REF!|#N/A|{cell}")

    (entry,) = entries.taken
    assert entry.said_no == {OptOut.EVERYTHING}
    assert (entry.groups, entry.notes) == ((), "")
    assert [told.what.id for told in entries.doubts] == ["enrolling.read-as-no"]
