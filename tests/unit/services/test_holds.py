"""Who stopped an account, as the rows about it say."""

from pathlib import Path

from smadmin.services.accounts import Accounts
from smadmin.services.holds import Holds, holds_on
from tests.road import Road, make_road


def held(road: Road) -> Holds:
    with road.school.desk.look(road.by("ana")) as unit:
        return holds_on(road.proof.now(unit), road.x)


def test_what_communications_stopped_the_school_lets_go_on_for_itself_alone(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    accounts = Accounts(road.school.desk)  # as a changed program: nobody asks whose hold it is
    assert held(road) == Holds()

    accounts.hold(road.by("pat"), road.x, why="strange")
    assert held(road) == Holds(school=True)
    accounts.go_on(road.by("pat"), road.x, why="fine")
    accounts.hold(road.by("cem"), road.x, why="stop")
    accounts.go_on(road.by("pat"), road.x, why="fine")

    assert (held(road), held(road).any) == (Holds(district=True), True)
