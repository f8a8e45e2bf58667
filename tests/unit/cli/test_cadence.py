"""`smadmin cadence`: each account's stage for people and programs, and status 1 where one is late."""

import json
from datetime import date

import pytest

from smadmin.services.excuses import Excuses
from smadmin.services.proof import Proof
from tests.unit.cli.desktops import Desktop

DASH = "\N{EN DASH}"


def test_cadence_ends_with_status_1_when_an_account_is_late(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    on_time = desktop.run("cadence")
    late = desktop.run("cadence", "--on", "2027-02-01", "--json")

    out = capsys.readouterr().out
    assert (on_time, late) == (0, 1)
    assert out.startswith(f"X @lincoln_es {DASH} on time {DASH} no post yet")
    assert '"stage": "abandoned"' in out


def test_a_late_account_was_due_and_nothing_is_next(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop.run("cadence", "--on", "2026-12-04")

    told = capsys.readouterr().out
    assert "the first was due by" in told
    assert "the first by" not in told


@pytest.mark.demand("SOC-O3")
def test_cadence_is_one_document_with_each_accounts_stage(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    status = desktop.run("cadence", "--on", "2026-12-04", "--json")

    told = json.loads(capsys.readouterr().out)["accounts"][0]
    keys = {"id", "name", "platform", "stage", "quiet_days", "due_on", "last_post", "excused_until"}
    assert set(told) == keys
    assert (told["stage"], told["quiet_days"], told["excused_until"]) == ("overdue", 18, None)
    assert status == 1


def test_an_excused_account_is_said_to_be_and_ends_with_status_0(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    school, by = desktop.school, desktop.school.by("pat")
    with school.desk.look() as unit:
        excused = [one.id for one in unit.accounts.all() if one.live_since]
    for account in excused:
        Excuses(school.desk, Proof(school.desk, lambda: school.noted)).excuse(
            by, account, until=date(2027, 2, 1), why="The coach is ill"
        )

    status = desktop.run("cadence", "--on", "2027-02-01")

    assert status == 0
    assert "excused by the principal until" in capsys.readouterr().out
