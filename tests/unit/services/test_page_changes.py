"""What the weekly page counts of the time since."""

from pathlib import Path

import pytest

from smadmin.services.page_changes import changes_said
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def told(road: Road) -> dict[str, object]:
    with road.school.desk.look(road.by("pat")) as unit:
        proven = road.proof.now(unit)
        every = (proven.at(seq) for seq in range(1, proven.head.seq + 1))
        return {one.id: one.values["n"] for one in changes_said([one for one in every if one is not None])}


def test_posts_that_were_taken_out_again_arent_said_to_be_planned(road: Road) -> None:
    ana, before = road.by("ana"), told(road)["weekly.changed-planned"]
    kept, taken = (road.plan.add(ana, road.x, WEEK, topic).value for topic in ("Chess", "Raffle"))

    road.plan.remove(ana, taken.id)

    assert kept.id != taken.id
    assert (before, told(road)["weekly.changed-planned"]) == (2, 3)
