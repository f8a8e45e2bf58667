"""Who put their name to something: a PIN is no passphrase, and who enters a week didn't approve it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.page_letters import page_letters
from smadmin.services.sheets import Sheets
from smadmin.services.week_paper import WeekPaper
from tests.reviewing import reviewer
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    made = make_road(tmp_path)
    yield made
    made.school.store.close()


def sheets(road: Road) -> Sheets:
    return Sheets(road.school.desk, road.reader, road.proof, road.approvals)


def test_a_release_by_a_listed_reviewer_was_with_their_pin(road: Road) -> None:
    by, post = reviewer(road), road.submitted()
    before = sheets(road).sheet(by, post)

    road.approvals.release(by, post)

    after = sheets(road).sheet(road.by("ana"), post)
    assert (before.pin, sheets(road).sheet(road.by("ana"), post).pin) == (True, False)
    assert after.release is not None
    assert (after.release.signed.name, after.release.signed.pin) == ("Robin Vega", True)
    assert after.wrote is not None
    assert not after.wrote.pin


def test_who_entered_a_week_from_paper_isnt_told_as_who_approved_it(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, WEEK))
    bo = road.by("bo")
    WeekPaper(road.school.desk, road.proof).enter(bo, WEEK, given, road.media.seal(b"scan", "image/png"))
    post = road.submitted()

    before = sheets(road).sheet(bo, post).mandate
    road.approvals.release(bo, post)
    release = sheets(road).sheet(bo, post).release

    assert before is not None
    assert release is not None
    for told in (before.given, release.mandate.given):
        assert told is not None
        assert told.name == "Pat Winters"
        assert told.paper is not None
        assert (told.paper.name, told.paper.countersigned) == ("Bo Lindqvist", None)
    road.school.store.close()


def test_a_week_that_the_principal_approved_here_was_entered_by_nobody(road: Road) -> None:
    mandate = sheets(road).sheet(road.by("bo"), road.submitted()).mandate

    assert mandate is not None
    assert mandate.given is not None
    assert (mandate.given.name, mandate.given.paper) == ("Pat Winters", None)
