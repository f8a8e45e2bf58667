"""A key that may sign something doesn't sign anything: each row is judged by the rights at its place.

The rows are written by a changed program (`record_unasked`): who holds a key of the school and the file.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.students.roster import Students
from tests.road import Road, make_road
from tests.unasked import record_unasked

PAGE = "https://x.com/other_page"


def opted_out_child_taken_off(road: Road, act: Act, noun: Noun, *, who: str = "bo") -> None:
    """Take a child's row away with its no, and sign that as somebody else's act."""
    students = Students(road.school.desk, road.media, roster_age_days=30)
    entry = StudentEntry("Nora", "Quist", ("4a",), frozenset({OptOut.EVERYTHING}))
    child = students.add(road.by("pat"), entry).value
    with road.school.desk.deed(road.by(who)) as deed:
        deed.unit.students.remove(child)
        deed.roster_changed()
        record_unasked(deed, act, noun, None, parts={"student": {"student": child}})
    road.school.note()


def faults(road: Road) -> list[str]:
    return [fault.message.id for fault in road.school.records.verify(by=road.by("pat")).faults]


@pytest.mark.parametrize(
    ("act", "noun"),
    [
        (Act.REMOVE, Noun.STUDENTS),
        (Act.IMPORT, Noun.STUDENTS),
        (Act.EXPIRE_PATTERNS, Noun.STUDENTS),
        (Act.DECIDE_MATCHING, Noun.LAW),
        (Act.RESTORE, Noun.RECORDS),
    ],
)
def test_a_no_taken_away_by_who_has_no_right_to_the_list_is_told_and_stops_releases(
    tmp_path: Path, act: Act, noun: Noun
) -> None:
    road = make_road(tmp_path)
    opted_out_child_taken_off(road, act, noun)
    post = road.submitted()

    reasons = {reason.message.id for reason in road.approvals.blockers(road.by("pat"), post)}

    assert "records.no-right" in faults(road)
    assert "approvals.roster-changed" in reasons
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("pat"), post)


def test_an_administrator_signs_no_restoring_in_the_principals_place(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    opted_out_child_taken_off(road, Act.RESTORE, Noun.RECORDS, who="ana")

    assert "records.no-right" in faults(road)


def test_a_page_signed_by_who_has_no_right_to_the_register_is_told_and_stops_releases(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    with road.school.desk.deed(road.by("bo")) as deed:
        changed = deed.unit.accounts.change(replace(deed.unit.accounts.get(road.x), page=PAGE))
        parts = {"account": changed.to_plain()}
        record_unasked(deed, Act.CHANGE, Noun.ACCOUNTS, road.x, parts=parts)
    road.school.note()
    post = road.submitted()

    assert faults(road) == ["records.no-right"]
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("pat"), post)


@pytest.mark.parametrize(
    ("act", "noun"),
    [
        (Act.GO_LIVE, Noun.ACCOUNTS),
        (Act.ADOPT, Noun.ACCOUNTS),
        (Act.GO_ON, Noun.ACCOUNTS),
        (Act.KEEP_LOG_IN, Noun.CREDENTIALS),
        (Act.SIGN_WEEK, Noun.WEEKS),
        (Act.STANDING_PERMISSION, Noun.PERMISSIONS),
        (Act.USE_ENVELOPE, Noun.KEYS),
        (Act.ERASE, Noun.RECORDS),
        (Act.SUBMIT, Noun.POSTS),
        (Act.CHANGE_SLOT, Noun.SLOTS),
        (Act.TAKE_IN, Noun.PHOTO_SETS),
    ],
)
def test_a_reviewers_key_signs_none_of_what_others_answer_for(tmp_path: Path, act: Act, noun: Noun) -> None:
    road = make_road(tmp_path)
    with road.school.desk.deed(road.by("bo")) as deed:
        record_unasked(deed, act, noun, road.x)

    assert faults(road) == ["records.no-right"]


def test_the_program_itself_writes_no_row_that_its_proof_would_refuse(tmp_path: Path) -> None:
    road = make_road(tmp_path)

    with pytest.raises(NotAllowed), road.school.desk.deed(road.by("bo")) as deed:
        deed.record(Act.GO_LIVE, Noun.ACCOUNTS, road.x)

    assert faults(road) == []


def test_what_was_signed_before_a_role_ended_stays_right(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    road.submitted()
    with road.school.desk.deed(road.by("pat")) as deed:
        theirs = [one.id for one in deed.trust.grants.values() if one.person == road.school.people["ana"]]
        for grant in theirs:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, road.school.people["ana"], {"grant": grant})

    assert faults(road) == []
