"""Who could look at an account's comments."""

from pathlib import Path

from smadmin.services.lookers import staff_by_account, staff_of
from tests.road import make_road


def test_whoever_works_with_an_account_or_in_the_whole_school_could_look(
    tmp_path: Path,
) -> None:
    road = make_road(tmp_path)
    with road.school.desk.look(road.by("ana")) as unit:
        trust = unit.trust.read()
    today = trust.day_of(road.school.desk.now)

    found = staff_of(staff_by_account(trust, today), road.x)

    here = [one for one in trust.people.values() if trust.roles_preparing(one.id, today, road.x)]
    assert set(found) == {one.id for one in here}
    assert list(found.values()) == sorted(one.name for one in here)
