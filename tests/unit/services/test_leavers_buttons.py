"""What who is on the way out no longer does is said beside its button, before anybody presses it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.departures import How, LineKind
from smadmin.domain.errors import Reason
from smadmin.domain.plan import monday_of
from smadmin.services.plan import Plan
from smadmin.services.policies import Policies
from smadmin.services.policy import Policy
from smadmin.services.reading import Reader
from smadmin.services.reviewers import Reviewers
from tests.drill import Drill

pytestmark = pytest.mark.demand("BAL-B1b3")
ENDS = date(2027, 6, 30)


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def buttons(drill: Drill) -> dict[str, Callable[[Actor], tuple[Reason, ...]]]:
    """Ask what the screens ask for the button of each act."""
    desk, policy = drill.school.desk, Policy.shipped()
    plan = Plan(desk, Reader(desk, policy), drill.proof)
    reviewers = Reviewers(desk, drill.proof)
    policies = Policies(desk, policy, drill.proof, lambda _school: None)
    monday = monday_of(drill.school.clock.at.date())
    return {
        "week": lambda by: plan.sign_blockers(by, monday),
        "list": lambda by: reviewers.blockers(by, ("Robin Vega",), ENDS),
        "policy": lambda by: policies.blockers(
            by, policies.read_shipped(by, "wichita-ks", language="en"), "the board"
        ),
        "sites": drill.sites.blockers,
    }


@pytest.mark.parametrize("button", ["week", "list", "policy", "sites"])
def test_the_button_says_that_who_stays_does_it(drill: Drill, button: str) -> None:
    ask, school = buttons(drill)[button], drill.school
    before = [one.message.id for one in ask(school.by("pat"))]
    assert "departures.leaves-oneself" not in before

    departure = drill.leave(by="cem", who="pat", to="kim")
    assert [one.message.id for one in ask(school.by("pat"))] == ["departures.leaves-oneself"]

    stays = LineKind.RIGHTS.value
    drill.departures.settle(school.by("cem"), departure, stays, How.WAIVED, reason="they stay")
    assert [one.message.id for one in ask(school.by("pat"))] == before
