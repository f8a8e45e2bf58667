"""A week's signature for the screens: their own, or what somebody entered from paper."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.page_letters import page_letters
from smadmin.domain.weekly_page import FromPaper
from smadmin.services.week import Weeks
from smadmin.services.week_given import Signature, from_paper
from smadmin.services.week_paper import WeekPaper
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def enter(road: Road, **changes: object) -> WeekPaper:
    """Let Bo enter the page that Pat signed."""
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, WEEK))
    scan = road.media.seal(b"a scan", "image/png")
    paper = WeekPaper(road.school.desk, road.proof)
    paper.enter(road.by("bo"), WEEK, replace(given, **changes), scan)  # type: ignore[arg-type]  # what a test changes
    return paper


def signature(road: Road) -> Signature:
    found = Weeks(road.school.desk, road.reader, road.proof).week(road.by("pat"), WEEK).signature
    assert found is not None
    return found


def test_a_principals_own_signature_is_nobody_elses_entry(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)

    assert (signature(road).name, signature(road).paper, signature(road).owed) == ("Pat Winters", None, False)


def test_what_was_entered_from_paper_names_who_entered_it_and_what_was_struck(road: Road) -> None:
    enter(road, struck=frozenset({road.slot}))

    found = signature(road)

    assert found.owed
    assert found.name == "Pat Winters", "whose page it is"
    assert found.paper is not None
    assert (found.paper.name, found.paper.by) == ("Bo Lindqvist", road.school.people["bo"])
    assert (found.paper.how, found.paper.day) == ("paper", WEEK)
    assert [one.id for one in found.paper.struck] == [road.slot]
    assert from_paper(found) == FromPaper("Bo Lindqvist", WEEK, owed=True)
    with road.school.desk.look(road.by("pat")) as unit:
        assert unit.media.get(found.paper.scan) is not None


def test_after_the_countersignature_it_says_whose_that_is(road: Road) -> None:
    paper = enter(road)
    road.school.clock.forward(days=1)
    paper.countersign(road.by("pat"), WEEK)

    found = signature(road)

    assert not found.owed
    assert found.paper is not None
    assert found.paper.countersigned is not None
    name, at = found.paper.countersigned
    assert (name, at - found.paper.at >= timedelta(days=1)) == ("Pat Winters", True)
