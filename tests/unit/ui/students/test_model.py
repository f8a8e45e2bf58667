"""What the list of children says: chips, searching, age, consent, the decision about matching."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.ids import PersonId, SchoolId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import OptOut, Roster, Student
from smadmin.ui.students.law import law_model
from smadmin.ui.students.model import (
    KINDS,
    ChildrenList,
    Seen,
    child_model,
    groups_typed,
    list_model,
)
from smadmin.ui.theme import State

TODAY = date(2026, 11, 20)
ANA = PersonId("ana")
LAW = LawRecord(
    "law", SchoolId("s"), "TX", "Ana Ruiz", "Board policy", datetime(2026, 9, 1, tzinfo=UTC), matching=True
)


def child(
    first: str, last: str, *opt_outs: OptOut, groups: Iterable[str] = ("4b",), until: date | None = None
) -> Student:
    return Student(
        StudentId(f"{first}-{last}"),
        SchoolId("s"),
        first,
        last,
        tuple(groups),
        frozenset(opt_outs),
        matching_until=until,
        checked_on=TODAY,
        checked_by=ANA,
    )


def seen(*children: Student, mode: RosterMode = RosterMode.OPT_OUT, law: LawRecord | None = LAW) -> Seen:
    roster = Roster.of(children, today=TODAY, age_days=60)
    return Seen(roster, mode, (), law, {ANA: "Ana Ruiz"}, TODAY, 60)


JOSE = child("José", "Núñez", OptOut.PHOTOS, OptOut.NAMES, groups=("4b", "Chess club"))
MIA = child("Mia", "Abbott")


@pytest.mark.demand("SOC-M3")
def test_the_list_says_who_checked_it_and_when() -> None:
    bo, earlier = PersonId("bo"), TODAY - timedelta(days=3)
    by_bo = replace(MIA, checked_by=bo, checked_on=earlier)
    two = (replace(JOSE, checked_on=earlier), by_bo)

    assert list_model(seen(JOSE, MIA)).note.values["who"] == "Ana Ruiz"
    assert list_model(seen(JOSE, MIA)).note.values["day"] == TODAY
    assert list_model(seen(*two)).note.id == "studentui.note"  # two people did, the day is one
    assert list_model(replace(seen(JOSE, by_bo), names={bo: "Bo Day"})).note.values["who"] == "Bo Day"
    assert list_model(seen(replace(MIA, checked_on=None))).note.id == "studentui.note-never"


def test_a_child_is_found_without_accents_by_name_and_club() -> None:
    children = ChildrenList(seen(JOSE, MIA))

    assert [row.name for row in children.rows("nunez chess", only_opted_out=False)] == ["José Núñez"]
    assert children.rows("nobody", only_opted_out=False) == ()


def test_only_the_opted_out_are_shown_where_only_they_are_wanted() -> None:
    children = ChildrenList(seen(JOSE, MIA))

    assert [row.name for row in children.rows("", only_opted_out=True)] == ["José Núñez"]
    assert len(children.rows("", only_opted_out=False)) == 2


def test_a_chip_names_what_was_said_no_to() -> None:
    row = ChildrenList(seen(JOSE)).rows("", only_opted_out=False)[0]

    kinds = (say("studentui.no-photos"), say("studentui.no-names"))
    assert (row.state, row.chip) == (State.STOP, say("studentui.no-these", kinds=kinds))


def test_a_child_without_opt_outs_has_no_state() -> None:
    row = ChildrenList(seen(MIA)).rows("", only_opted_out=False)[0]

    assert (row.state, row.chip) == (None, say("studentui.nothing-opted-out"))


def test_in_an_opt_in_district_a_child_without_a_yes_stands_out() -> None:
    yes = replace(MIA, photo_consent=True)
    without, with_yes = (child_model(one, seen(one, mode=RosterMode.OPT_IN)) for one in (MIA, yes))

    assert (without.state, without.photo_consent) == (State.STOP, False)
    assert (with_yes.state, with_yes.photo_consent) == (State.FINE, True)
    assert child_model(yes, seen(yes)).photo_consent is None


def test_an_old_list_asks_to_be_checked_and_an_empty_one_doesnt() -> None:
    old = replace(MIA, checked_on=TODAY - timedelta(days=61))

    assert list_model(seen(old)).still_right == say("studentui.too-old", n=60)
    assert list_model(seen(MIA)).still_right is None
    assert (list_model(seen()).still_right, list_model(seen()).empty, list_model(seen()).nobody) == (
        None,
        True,
        True,
    )


def test_consent_is_offered_only_where_faces_may_be_compared() -> None:
    assert child_model(MIA, seen(MIA)).consent.offered
    assert not child_model(MIA, seen(MIA, law=None)).consent.offered
    assert not child_model(MIA, seen(MIA, law=replace(LAW, matching=False))).consent.offered


def test_consent_runs_a_year_at_the_longest_and_says_when_it_ended() -> None:
    ended = child("Mia", "Abbott", until=TODAY - timedelta(days=1))

    consent = child_model(ended, seen(ended)).consent
    assert consent.latest == TODAY + timedelta(days=365)
    assert consent.said == say("studentui.consent-ended", day=TODAY - timedelta(days=1))


def test_who_checked_an_entry_is_named() -> None:
    model = child_model(MIA, seen(MIA))

    assert model.checked == say("studentui.checked-by", who="Ana Ruiz", day=TODAY)
    unchecked = replace(MIA, checked_on=None)
    assert child_model(unchecked, seen(unchecked)).checked == say("studentui.never-checked")


def test_every_kind_is_asked_for() -> None:
    assert set(KINDS) == set(OptOut)


def test_classes_are_typed_with_commas() -> None:
    assert groups_typed(" 4b , Chess club,,") == ("4b", "Chess club")


def test_matching_is_off_until_somebody_decided() -> None:
    assert not law_model(None, "Ana Ruiz", today=TODAY).on
    assert say("studentui.law-keyless") not in law_model(LAW, "", today=TODAY).details
    assert law_model(LAW, "", today=TODAY, keyless=True).details[-1] == say("studentui.law-keyless")
    assert law_model(LAW, "Ana Ruiz", today=TODAY).title == say("studentui.law-on")
    assert law_model(replace(LAW, matching=False), "", today=TODAY).title == say("studentui.law-off")
