"""The looking list, and what is left to do."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Found, key_of
from smadmin.services.sweeps import Sweeps
from tests.swept import Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_a_picture_is_looked_through_once_and_who_is_seen_becomes_a_thing_to_decide(swept: Swept) -> None:
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert {one.photo for one in looking.waiting} == {first, second}
    assert (looking.left, looking.left_in_all, looking.total) == (2, 2, 2)

    swept.sweeps.look_through(swept.ana, sweep, [first, second], [second])
    swept.sweeps.look_through(swept.ana, sweep, [first], [])  # pressed twice: nothing is written twice

    assert swept.acts(sweep) == ["begin-sweep", "look-sweep"]
    view = swept.sweeps.view(swept.ana, sweep)
    assert [(one.item.key, one.item.found) for one in view.lines] == [(key_of(photo=second), Found.SEEN)]
    assert swept.sweeps.looking(swept.ana, sweep).waiting == ()
    # After a restart it goes on where it stopped.
    anew = Sweeps(swept.road.school.desk, swept.road.proof, mode=RosterMode.OPT_OUT)
    assert anew.view(swept.ana, sweep).sweep == view.sweep


def test_the_looking_list_is_narrowed_by_days_and_folder(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert looking.days is not None
    day, _ = looking.days
    ((folder, event),) = looking.events

    def left(**narrowed: object) -> tuple[int, int]:
        found = swept.sweeps.looking(swept.ana, sweep, **narrowed)  # type: ignore[arg-type]  # as named
        assert all(one.photo == photo for one in found.waiting)
        return found.left, found.left_in_all

    assert event == "Fair"
    assert left(since=day, until=day, event=folder) == (1, 1)
    assert left(since=day + timedelta(days=1)) == (0, 1)
    assert left(until=day - timedelta(days=1)) == (0, 1)
