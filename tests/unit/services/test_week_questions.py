"""A week that is sent to be approved: what is refused before it goes, there, and when it comes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, KnownError, NotAllowed
from smadmin.domain.ids import SlotId
from smadmin.domain.people import Role
from smadmin.domain.week_signing import MOST_POSTS, WAITS
from smadmin.services.week_away import WeekAway, WeekVisit
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_week_away import PAGE, answered, forged, out_of_office, sent


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def away(road: Road) -> WeekAway:
    return WeekAway(road.school.desk, road.proof)


def refusal(act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as refused:
        act()
    return refused.value


def why(act: Callable[[], object]) -> list[str]:
    """Give why a rule forbids it."""
    refused = refusal(act)
    assert isinstance(refused, NotAllowed)
    return [one.message.id for one in refused.reasons]


def test_nobody_is_asked_about_a_week_that_is_over_nor_approves_it(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = sent(road, away, tmp_path)
    road.school.clock.forward(days=7)
    while road.school.desk.now.date() < WEEK + timedelta(days=8):
        road.school.clock.forward(days=1)
    waits_on = replace(visit, asked=replace(visit.asked, ends=road.school.desk.now + timedelta(days=1)))

    assert why(lambda: away.ask(road.by("ana"), WEEK, road.school.people["pat"], PAGE)) == ["plan.week-over"]
    assert why(lambda: away.sign(road.by("pat"), waits_on)) == ["plan.week-over"]
    assert [one.message.id for one in road.plan.sign_blockers(road.by("pat"), WEEK)] == ["plan.week-over"]


def test_more_posts_than_one_file_takes_are_refused_before_it_is_written(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    ana, pat = road.by("ana"), road.school.people["pat"]
    slot = road.plan.week(ana, WEEK).slots[0]
    with road.school.desk.deed(ana) as deed:
        for number in range(MOST_POSTS):
            deed.unit.slots.add(replace(slot, id=SlotId(f"{number:032x}"), topic=f"Topic {number}"))

    refused = refusal(lambda: away.ask(ana, WEEK, pat, PAGE))

    assert isinstance(refused, BadInput)
    assert (refused.happened.id, refused.remedy and refused.remedy.id) == (
        "weeksign.too-much",
        "weeksign.on-paper",
    )


def test_a_page_that_nobody_could_read_there_is_not_sent(road: Road, away: WeekAway) -> None:
    title = (("x" * 201, ("a",)),)

    refused = refusal(lambda: away.ask(road.by("ana"), WEEK, road.school.people["pat"], title))

    assert refused.happened.id == "weeksign.too-much"


def test_where_the_clock_is_far_behind_nobody_approves_what_would_be_too_old_at_school(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = sent(road, away, tmp_path)
    asked = visit.asked
    ahead = road.school.desk.now + timedelta(days=30)
    behind = WeekVisit(replace(asked, ends=ahead + WAITS), visit.sender, visit.slots)
    nearly = WeekVisit(
        replace(asked, ends=road.school.desk.now + timedelta(hours=20) + WAITS), visit.sender, visit.slots
    )

    assert why(lambda: away.sign(road.by("pat"), behind)) == ["weeksign.clocks-apart"]
    assert away.sign(road.by("pat"), nearly), "another time zone is no wrong clock"


def test_whoever_strikes_every_post_hears_that_and_not_that_none_is_planned(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = sent(road, away, tmp_path)
    every = frozenset(one.id for one in visit.slots)

    assert why(lambda: away.sign(road.by("pat"), visit, every)) == ["plan.all-struck"]
    assert why(lambda: road.plan.sign_week(road.by("pat"), WEEK, struck=every)) == ["plan.all-struck"]


@pytest.mark.parametrize("strikes", ["another", "all"])
def test_a_statement_that_strikes_what_isnt_in_the_week_or_all_of_it_isnt_taken_in(
    road: Road, away: WeekAway, strikes: str
) -> None:
    slots = road.plan.week(road.by("ana"), WEEK).slots
    struck = ("nonsense",) if strikes == "another" else tuple(sorted(one.id for one in slots))
    reply = forged(road, "pat", struck=struck)

    assert refusal(lambda: away.take_in(road.by("ana"), reply)).happened.id == "weeksign.not-signed"


def test_whose_office_ended_is_named(road: Road, away: WeekAway, tmp_path: Path) -> None:
    reply = answered(road, away, tmp_path)
    road.school.admit("vic", "Vic Deputy", {Role.PRINCIPAL}, by="pat")
    out_of_office(road, "pat", by="vic")

    refused = refusal(lambda: away.take_in(road.by("ana"), reply))

    assert isinstance(refused, NotAllowed)
    (reason,) = refused.reasons
    assert (reason.message.id, dict(reason.message.values)) == (
        "weeksign.office-ended",
        {"name": "Pat Winters"},
    )


def test_whose_only_key_lies_on_this_computer_is_known(road: Road, away: WeekAway) -> None:
    ana = road.by("ana")
    (pat,) = away.signers(ana)

    assert pat.id in away.only_here(ana)
    assert away.only_here(replace(ana, seat=None)) == frozenset(), "without a keyring nobody knows"
