"""Guardians' consents to matching: one, a list, their end with the pattern, and the receipt."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.canonical import parse
from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.ids import StudentId
from smadmin.domain.students import MatchingConsent, OptOut
from smadmin.domain.vocabulary import Act
from tests.darkroom import Darkroom, make_darkroom
from tests.school import MONDAY

TODAY = MONDAY.date()
GIVEN = MatchingConsent(TODAY - timedelta(days=3), TODAY + timedelta(days=200), " Ida  Ash ")


def patterns(room: Darkroom) -> int:
    with room.school.desk.look(room.by("ana")) as unit:
        return len(unit.templates.all())


def both(room: Darkroom) -> dict[str, StudentId]:
    """Let Ann and Ben have portraits, consents and patterns."""
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    return children


def test_a_consent_says_who_gave_it_when_and_until_when(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    room.consents.give(ana, ann, GIVEN, version=1)

    child = room.student(ana, ann)
    assert (child.matching_from, child.matching_until) == (GIVEN.given_on, GIVEN.until)
    assert child.guardian == "Ida  Ash"
    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.MATCHING_CONSENT,))
        part = unit.record.part(row.seq, "student")
    assert part is not None
    assert parse(part.content)["until"] == GIVEN.until.isoformat()


def test_a_list_of_consents_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    children = room.children(by=ana)
    nobody = MatchingConsent(GIVEN.given_on, GIVEN.until, "")

    with pytest.raises(NotAllowed):
        room.consents.give_all(ana, [(children["ann"], 1, GIVEN), (children["ben"], 1, nobody)])
    assert room.student(ana, children["ann"]).matching_until is None

    room.consents.give_all(ana, [(children["ann"], 1, GIVEN), (children["ben"], 1, GIVEN)])
    assert room.student(ana, children["ben"]).may_match(TODAY)
    with room.school.desk.look(ana) as unit:
        assert len(list(unit.record.rows(acts=(Act.MATCHING_CONSENT,)))) == 2


def test_a_child_changed_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    room.students.set_opt_outs(ana, ann, frozenset({OptOut.EVERYTHING}), version=1)

    with pytest.raises(Conflict):
        room.consents.give(ana, ann, GIVEN, version=1)


def test_ending_a_consent_erases_the_pattern_at_once_and_keeps_the_opt_out(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    children = both(room)
    pat = room.by("pat")
    assert patterns(room) == 2

    receipt = room.end_consent(pat, children["ann"])

    child = room.student(pat, children["ann"])
    assert patterns(room) == 1
    assert (child.no_photos, child.matching_until, child.guardian) == (True, None, "")
    assert (receipt.patterns, receipt.copies_end) == (1, None)
    with room.school.desk.look(pat) as unit:
        part = unit.record.part(receipt.row, "student")
    assert part is not None
    assert parse(part.content)["patterns_removed"] == 1


def test_all_consents_end_together_and_no_pattern_comes_back(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    children = both(room)
    pat = room.by("pat")

    done = room.consents.end_all(pat)

    assert (patterns(room), done.value.patterns) == (0, 2)
    assert done.changes.ids("students") == {children["ann"], children["ben"]}
    assert list(room.portraits.make_patterns(pat)) == []
    assert room.student(pat, children["ann"]).no_photos


def test_a_reviewer_enters_and_ends_none(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    children = both(room)
    bo = room.by("bo")

    with pytest.raises(NotAllowed):
        room.consents.give(bo, children["cam"], GIVEN, version=1)
    with pytest.raises(NotAllowed):
        room.consents.end_all(bo)


def test_removing_a_child_gives_a_receipt_with_the_day_the_last_backup_ends(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    children = both(room)

    receipt = room.students.remove(room.by("pat"), children["ann"]).value

    assert (receipt.patterns, receipt.portraits) == (1, 1)
    assert receipt.copies_end == TODAY + timedelta(days=35)
