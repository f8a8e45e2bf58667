"""What the record says of a release, in the words of the post's sheet."""

from dataclasses import replace
from datetime import timedelta

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.services.sheets import MandateSheet
from smadmin.services.week_given import Paper
from tests.unit.ui.approvals.cases import (
    DANIEL,
    MAYA,
    NOW,
    OTHER_SEAT,
    WEEK,
    WROTE,
    model,
    released,
    sheet,
)


def test_the_record_says_at_whose_computer_the_passphrase_was_typed() -> None:
    same, other, unknown = (model(sheet(seat=seat)) for seat in (WROTE.seat, OTHER_SEAT, None))

    ids = [one.proves.id for one in (same, other, unknown) if one.proves is not None]
    assert ids == ["approvalui.will-prove-same", "approvalui.will-prove-other", "approvalui.will-prove"]
    assert same.proves_note == say("approvalui.one-computer")
    assert other.proves_note is None


def test_a_reviewers_pin_is_no_passphrase_in_the_records_words() -> None:
    will = model(sheet(seat=WROTE.seat, pin=True))
    was = model(released(pin=True), person=MAYA, name="Maya Ortega")

    assert will.proves == say("approvalui.will-prove-pin-same", name="Daniel Reyes")
    assert will.proves_note == say("approvalui.one-computer-pin")
    assert was.proves == say("approvalui.was-prove-pin-same", name="Daniel Reyes")


def test_a_week_that_was_entered_from_paper_is_told_as_one() -> None:
    paper = Paper("paper", NOW.date(), DANIEL, "Samuel Okoye", NOW, MediaId("scan"))
    assert WEEK.given is not None
    owed, done = (
        replace(WEEK, given=replace(WEEK.given, paper=replace(paper, countersigned=by)))
        for by in (None, ("Ellen Whitcomb", NOW))
    )

    rights = [model(sheet(mandate=one)).right for one in (owed, done)]

    assert [one.id for one in rights if one is not None] == [
        "approvalui.right-week-paper-owed",
        "approvalui.right-week-paper",
    ]
    assert all(one is not None and one.values["by"] == "Samuel Okoye" for one in rights)


def test_after_the_release_the_record_is_quoted_with_who_released() -> None:
    shown = model(released(), person=MAYA, name="Maya Ortega")

    assert shown.proves == say("approvalui.was-prove-same", name="Daniel Reyes")


def test_by_what_right_is_a_sentence_with_name_and_day() -> None:
    rights = {
        "approvalui.right-week": WEEK,
        "approvalui.off-plan-over": replace(WEEK, covers=False),
        "approvalui.right-standing": replace(WEEK, by=ReleaseBy.STANDING),
        "approvalui.right-office": MandateSheet(ReleaseBy.EACH, None),
    }

    said = {expected: model(sheet(mandate=one)).right for expected, one in rights.items()}

    assert all(right is not None and right.id == expected for expected, right in said.items())
    week = said["approvalui.right-week"]
    assert week is not None
    assert dict(week.values) == {"name": "Ellen Whitcomb", "on": NOW - timedelta(days=4)}
    assert model(sheet(mandate=None)).right is None
