"""Children: what their opt-outs mean, how long a consent runs, and how old the list may get."""

from datetime import date, timedelta
from typing import Any

import pytest

from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import (
    CONSENT_DAYS,
    MatchingConsent,
    OptOut,
    Roster,
    Student,
    consent_blockers,
    name_blockers,
    roster_blockers,
)

TODAY = date(2026, 11, 16)


def child(first: str = "Ann", last: str = "Ash", **more: Any) -> Student:
    return Student(StudentId(f"{first}-{last}"), SchoolId("s"), first, last, **more)


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize(
    ("kind", "photos", "names"),
    [
        (OptOut.EVERYTHING, True, True),
        (OptOut.PHOTOS, True, False),
        (OptOut.NAMES, False, True),
        (OptOut.CREATIVE_WORK, False, False),
        (OptOut.MEDIA, False, False),
    ],
)
def test_an_opt_out_covers_what_it_says(kind: OptOut, photos: bool, names: bool) -> None:
    student = child(opt_outs=frozenset({kind}))

    assert (student.no_photos, student.no_name) == (photos, names)
    assert student.not_shown(RosterMode.OPT_OUT) is photos


@pytest.mark.demand("SOC-O1")
def test_in_an_opt_in_district_a_child_without_a_yes_is_not_shown() -> None:
    silent, said_yes = child(), child(photo_consent=True)
    both = child(photo_consent=True, opt_outs=frozenset({OptOut.PHOTOS}))

    shown = [not one.not_shown(RosterMode.OPT_IN) for one in (silent, said_yes, both)]

    assert shown == [False, True, False]


def test_a_child_is_looked_for_in_photos_of_its_groups_and_of_the_whole_school() -> None:
    student = child(groups=("4b", "Chess Club"))

    assert student.in_any(["chess club", "5a"])
    assert student.in_any([])
    assert not student.in_any(["5a"])


@pytest.mark.demand("BAL-B1i1")
def test_a_child_of_whom_no_class_is_known_may_be_in_any() -> None:
    typed = child(opt_outs=frozenset({OptOut.PHOTOS}))

    assert typed.in_any(["5a"])
    assert child(groups=(" ",)).in_any(["5a"])


@pytest.mark.demand("BAL-B1i1")
def test_a_class_is_the_same_however_it_is_spaced() -> None:
    assert child(groups=("4 B",)).in_any(["4b"])
    assert child(groups=("4-b",)).in_any(["4b"])
    assert not child(groups=("14b",)).in_any(["4b"])


def test_a_consent_to_matching_ends_after_its_last_day() -> None:
    student = child(matching_until=TODAY)

    assert student.may_match(TODAY)
    assert not student.may_match(TODAY + timedelta(days=1))
    assert not child().may_match(TODAY)


def test_a_consent_to_matching_runs_a_year_at_the_longest() -> None:
    longest = TODAY + timedelta(days=CONSENT_DAYS)

    def why(given: date, until: date, guardian: str = "Ida Ash") -> list[str]:
        consent = MatchingConsent(given, until, guardian)
        return [reason.message.id for reason in consent_blockers(consent, TODAY)]

    assert why(TODAY, longest) == []
    assert why(TODAY, longest + timedelta(days=1)) == ["students.consent-too-long"]
    assert why(TODAY - timedelta(days=1), longest) == ["students.consent-too-long"]
    assert why(TODAY, TODAY - timedelta(days=1)) == ["students.consent-too-long"]
    assert why(TODAY + timedelta(days=1), longest) == ["students.consent-not-yet"]
    assert why(TODAY, longest, " ") == ["students.guardian-missing"]


def test_the_list_is_sorted_by_last_name_whatever_the_accents() -> None:
    roster = Roster.of(
        [child("Zoe", "Álvarez"), child("Ann", "Baker"), child("Abe", "alvarez")], today=TODAY, age_days=30
    )

    assert [student.name for student in roster.students] == ["Abe alvarez", "Zoe Álvarez", "Ann Baker"]


def test_searching_finds_names_and_groups_without_accents() -> None:
    roster = Roster.of(
        [child("José", "Peña", groups=("4b",)), child("Joe", "Penny", groups=("5a",))],
        today=TODAY,
        age_days=30,
    )

    assert [student.first_name for student in roster.search("jose PEN")] == ["José"]
    assert [student.first_name for student in roster.search("5a")] == ["Joe"]
    assert len(roster.search("")) == 2
    assert roster.groups == ("4b", "5a")


def test_the_list_is_as_old_as_its_oldest_entry() -> None:
    old, new = TODAY - timedelta(days=31), TODAY
    entries = [child("A", "A", checked_on=new), child("B", "B", checked_on=old)]

    roster = Roster.of(entries, today=TODAY, age_days=30)

    assert roster.checked_on == old
    assert roster.must_check
    assert not Roster.of(entries, today=TODAY, age_days=31).must_check


def test_a_list_nobody_ever_checked_must_be_checked() -> None:
    assert Roster.of([child()], today=TODAY, age_days=365).must_check
    assert Roster.of([], today=TODAY, age_days=365).must_check
    assert not Roster.of([], today=TODAY, age_days=30, list_checked_on=TODAY).must_check


def test_only_a_child_with_an_opt_out_is_listed_as_opted_out() -> None:
    said_no = child("A", "A", opt_outs=frozenset({OptOut.MEDIA}))
    roster = Roster.of([said_no, child("B", "B")], today=TODAY, age_days=30)

    assert roster.opted_out == (said_no,)
    assert roster.get(said_no.id) == said_no
    assert roster.get(StudentId("nobody")) is None


def test_a_reviewer_may_not_change_the_list() -> None:
    reasons = roster_blockers(frozenset({Role.REVIEWER}), sample=True, envelope_open=False)

    assert [reason.message.id for reason in reasons] == ["students.not-your-role"]


def test_no_real_child_is_entered_before_the_envelope_was_read_back() -> None:
    roles = frozenset({Role.ADMINISTRATOR})

    assert roster_blockers(roles, sample=False, envelope_open=True)
    assert roster_blockers(roles, sample=True, envelope_open=True) == ()
    assert roster_blockers(roles, sample=False, envelope_open=False) == ()


def test_a_child_has_two_names() -> None:
    assert [reason.place for reason in name_blockers(" ", "")] == ["first_name", "last_name"]
    assert name_blockers("Ann", "Ash") == ()
