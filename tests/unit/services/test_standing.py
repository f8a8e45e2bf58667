"""Standing permissions are read with names, and only the principal may give one."""

from datetime import date
from pathlib import Path

from smadmin.services.standing import Standing
from tests.road import make_road


def test_a_permission_is_told_with_person_accounts_and_days(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    standing = Standing(road.school.desk, road.reader, road.proof, road.approvals)
    road.approvals.permit(
        road.by("pat"),
        road.school.people["ana"],
        starts=date(2026, 11, 16),
        ends=date(2027, 2, 1),
        accounts=(road.x,),
    )

    sheet = standing.permissions(road.by("ana"))

    (line,) = sheet.lines
    assert (line.person, line.starts, line.ends) == ("Ana Brooks", date(2026, 11, 16), date(2027, 2, 1))
    assert [one.id for one in line.accounts] == [road.x]
    assert not sheet.may_give


def test_the_principal_may_give_one_to_every_administrator(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    standing = Standing(road.school.desk, road.reader, road.proof, road.approvals)

    sheet = standing.permissions(road.by("pat"))

    assert sheet.may_give
    assert [one.name for one in sheet.people] == ["Ana Brooks", "Dee Okafor"]
    assert sheet.lines == ()
    assert {one.id for one in sheet.accounts} == {road.x, road.facebook}
