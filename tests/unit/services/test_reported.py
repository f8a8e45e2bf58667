"""Accounts that pretend to be the school's are reported, looked after and closed (SOC-C2)."""

from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.reported import Found, Report, ReportState, Step
from smadmin.services.reported import ReportedAccounts
from tests.faults.forgeries import sql
from tests.road import Road, make_road

FAKE = Report("https://x.com/lincoln_es_fans", "Lincoln Fans", Found.UNOFFICIAL, "Uses our logo.")
MONDAY = date(2026, 11, 16)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def reported(road: Road) -> ReportedAccounts:
    return ReportedAccounts(road.school.desk, road.proof)


def step(road: Road, state: ReportState, again: date | None = date(2026, 11, 23), note: str = "") -> Step:
    return Step(state, note, road.school.people["pat"], again)


@pytest.mark.demand("SOC-C2")
def test_what_anybody_found_is_followed_with_a_state_and_dates_until_it_is_closed(
    road: Road, reported: ReportedAccounts
) -> None:
    found = reported.report(road.by("bo"), FAKE).value
    (first,) = reported.due(road.by("cem"))
    reported.note(road.by("cem"), found, step(road, ReportState.PLATFORM_TOLD))
    assert (reported.due(road.by("cem")), reported.due(road.by("pat"))) == ((), ())
    road.school.clock.forward(days=7)

    (again,) = reported.due(road.by("pat"))
    reported.note(road.by("pat"), found, step(road, ReportState.GONE, None, "Taken down."))

    assert (first.found_by, first.after) == ("Bo Lindqvist", "Cem Aydin")
    assert again.reported.now.state is ReportState.PLATFORM_TOLD
    (closed,) = reported.all(road.by("ana"))
    assert reported.due(road.by("pat")) == ()
    assert not closed.reported.open
    assert [one.state for one in closed.reported.steps] == ["reported", "platform-told", "gone"]
    assert [one.on for one in closed.reported.steps] == [MONDAY, MONDAY, date(2026, 11, 23)]
    assert closed.step_names == ("Bo Lindqvist", "Cem Aydin", "Pat Winters")


@pytest.mark.demand("SOC-C2")
def test_an_end_says_how_and_anything_else_who_looks_again_and_when(
    road: Road, reported: ReportedAccounts
) -> None:
    found = reported.report(road.by("ana"), FAKE).value
    cases = {
        "sites.ending-why": step(road, ReportState.GONE, None),
        "sites.again-missing": step(road, ReportState.LOOKED_INTO, MONDAY),
        "sites.after-missing": Step(ReportState.OWNER_ASKED, "", None, date(2026, 11, 30)),
    }

    for why, wrong in cases.items():
        with pytest.raises(NotAllowed) as refused:
            reported.note(road.by("pat"), found, wrong)
        assert [reason.message.id for reason in refused.value.reasons] == [why]
    reported.note(road.by("pat"), found, step(road, ReportState.LEFT, None, "A parents' group."))
    with pytest.raises(NotAllowed):
        reported.note(road.by("pat"), found, step(road, ReportState.GONE, None, "x"))


def test_an_official_account_is_not_reported_however_its_address_is_written(
    road: Road, reported: ReportedAccounts
) -> None:
    with road.school.desk.look() as unit:
        page = unit.accounts.get(road.x).page

    for written in (page, page.upper(), page.replace("https://", "http://www.") + "/"):
        with pytest.raises(NotAllowed) as refused:
            reported.report(road.by("bo"), Report(written, "", Found.DOUBLE))
        assert refused.value.reasons[0].message.id == "sites.it-is-ours"


def test_a_report_changed_in_the_store_is_noticed(road: Road, reported: ReportedAccounts) -> None:
    reported.report(road.by("bo"), FAKE)
    sql(
        road,
        "UPDATE record_row SET body = CAST(replace(CAST(body AS TEXT), '2026', '2025') AS BLOB) "
        "WHERE noun = 'reported-accounts'",
    )
    with pytest.raises(Tampered):
        reported.all(road.by("ana"))
    with pytest.raises(KnownError):
        reported.report(road.by("ana"), FAKE)
