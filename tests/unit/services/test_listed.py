"""An account as it is listed: with its people of today."""

from pathlib import Path

from smadmin.services.listed import listed_of
from tests.road import make_road


def test_an_account_is_listed_with_who_administers_it_today_by_name(tmp_path: Path) -> None:
    road = make_road(tmp_path)

    with road.school.desk.look() as unit:
        account, trust = unit.accounts.get(road.x), unit.trust.read()
        today = road.reader.today(unit)
        found = listed_of(account, trust, today, domains=("lincoln.example",), log_in_kept=True)

    assert [one.name for one in found.administrators] == ["Ana Brooks", "Dee Okafor"]
    assert found.principal is not None
    assert found.principal.name == "Pat Winters"
    assert "accounts.principal-left" not in [reason.message.id for reason in found.missing]
