"""Who could look at an account's comments."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.keys import KeyKind
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


def test_whoever_sits_down_with_a_code_alone_signs_no_round(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    with road.school.desk.look(road.by("ana")) as unit:
        trust = unit.trust.read()
    bo, today = road.school.people["bo"], trust.day_of(road.school.desk.now)
    assert bo in staff_of(staff_by_account(trust, today), road.x)

    keys = {id_: replace(one, kind=KeyKind.REVIEWER) for id_, one in trust.keys.items() if one.person == bo}
    by_code = replace(trust, keys={**trust.keys, **keys})

    assert bo not in staff_of(staff_by_account(by_code, today), road.x)
