"""Rows that say a week was signed on paper are proven anew: a changed program writes them in vain."""

from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import MediaId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week_signing import GivenWeek
from smadmin.services.plan import plan_part
from smadmin.services.week_signatures import COUNTER_PART, GIVEN_PART, PLAN_PART
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def planted(road: Road, by: str, **changes: object) -> None:
    """Write the row of a page that Pat signed, past every refusal."""
    actor = road.by(by)
    slots = road.plan.week(actor, WEEK).slots
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, head.letters)
    told: dict[str, Plain] = {**given.to_plain(MediaId("scan")), **changes}  # type: ignore[dict-item]  # what a test changes
    parts: dict[str, Plain] = {PLAN_PART: plan_part(WEEK, slots, frozenset()), GIVEN_PART: told}
    with road.school.desk.deed(actor) as deed:
        deed.record(Act.ENTER_WEEK, Noun.WEEKS, WEEK.isoformat(), parts=parts)


def in_force(road: Road) -> bool:
    return road.plan.in_force(road.by("ana"), WEEK) is not None


def test_a_page_that_fits_the_record_is_believed(road: Road) -> None:
    planted(road, "bo")

    assert in_force(road)


@pytest.mark.parametrize(
    "changes",
    [{"letters": "0" * 16}, {"seq": 1}, {"seq": 10_000}, {"scan": None}, {"day": "2027-01-01"}, {"how": 1}],
)
def test_a_page_that_doesnt_is_not(road: Road, changes: dict[str, object]) -> None:
    planted(road, "bo", **changes)

    assert not in_force(road)


@pytest.mark.parametrize("who", ["ana", "pat"])
def test_nor_one_that_its_planner_or_signer_entered(road: Road, who: str) -> None:
    planted(road, who)

    assert not in_force(road)


def test_nor_one_signed_by_an_administrator(road: Road) -> None:
    planted(road, "bo", said_by=road.school.people["dee"])

    assert not in_force(road)


def test_an_administrators_row_takes_nobodys_signature_away(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    planted(road, "bo", letters="0" * 16)

    assert in_force(road)


def test_a_countersignature_of_another_row_is_none(road: Road) -> None:
    planted(road, "bo")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": 1}})

    plan = road.plan.in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.owed


def test_who_entered_a_page_doesnt_countersign_it(road: Road) -> None:
    road.school.admit("vic", "Vic Alvarez", {Role.DEPUTY}, by="pat")
    planted(road, "vic")
    with road.school.desk.look() as unit:
        row = unit.record.head().seq

    with road.school.desk.deed(road.by("vic")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": row}})

    plan = road.plan.in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.owed


def test_a_page_from_before_a_post_came_signs_nothing(road: Road) -> None:
    with road.school.desk.look() as unit:
        head = unit.record.head()
    road.plan.add(road.by("ana"), road.x, WEEK, "Raffle")

    planted(road, "bo", seq=head.seq, letters=head.letters)

    assert not in_force(road)
