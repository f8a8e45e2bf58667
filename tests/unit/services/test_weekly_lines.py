"""Lines of the weekly page from a real record: what waits, what was let stand, and what is due of log-ins."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.log_ins import ApiToken
from smadmin.domain.messages import Message
from smadmin.domain.weekly_page import WeeklyPage
from smadmin.services.accounts import Accounts
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.log_in_tasks import LogInTasks
from smadmin.services.meetings import Meetings
from smadmin.services.role_holdings import RoleHoldings
from smadmin.services.vault import Vault
from smadmin.services.week import Weeks
from smadmin.services.weekly_page import Beside, WeeklyPages
from smadmin.services.yearly import YearlyConfirmations
from smadmin.ui.plan.weekly import weekly_model
from tests.road import Road, make_road
from tests.unit.services.test_vault import SECRET


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def pages(road: Road) -> WeeklyPages:
    desk, proof = road.school.desk, road.proof
    beside = Beside(
        Weeks(desk, road.reader, proof),
        Meetings(desk, proof),
        YearlyConfirmations(desk, proof),
        LogInTasks(desk, LogInStandings(desk, proof), RoleHoldings(desk, proof)),
    )
    return WeeklyPages(desk, road.reader, proof, beside=beside, media=road.media, pictures=None)  # type: ignore[arg-type]  # no post here has any


def lines_of(page: WeeklyPage, title: str) -> list[Message]:
    """Give what the page's reader finds below a heading."""
    return [line.said for part in weekly_model(page).parts if part.title.id == title for line in part.lines]


def test_a_post_waits_there_by_its_topic_and_author_until_it_is_released(
    road: Road, pages: WeeklyPages
) -> None:
    pat, post = road.by("pat"), road.submitted()

    waiting = pages.page(pat)
    road.approvals.release(road.by("bo"), post)
    after = pages.page(pat)

    assert waiting.waiting == (("Book fair", "Ana Brooks"),)
    assert [one.values for one in lines_of(waiting, "weekly.waiting")] == [
        {"topic": "Book fair", "name": "Ana Brooks"}
    ]
    assert after.waiting == ()
    assert lines_of(after, "weekly.waiting") == []


def test_a_post_that_was_not_planned_waits_there_by_its_account(road: Road, pages: WeeklyPages) -> None:
    draft = road.posts.create(road.by("ana"), (road.facebook,), text="Bring a book, take a book.").value
    road.posts.submit(road.by("ana"), draft.id)

    (called,) = (one for one in pages.page(road.by("pat")).accounts if one.account.id == road.facebook)

    assert pages.page(road.by("pat")).waiting == ((called.account.called, "Ana Brooks"),)


def test_what_an_author_let_stand_is_counted_once_it_was_released(road: Road, pages: WeeklyPages) -> None:
    ana, pat = road.by("ana"), road.by("pat")
    draft = road.draft(text="Buy now and save big.")
    finding = road.posts.findings(ana, draft.content)[road.x][0]
    draft = road.posts.override(ana, draft, finding, "The PTA's own sale").value
    road.posts.submit(ana, draft.id)
    before = pages.page(pat)
    road.approvals.release(road.by("bo"), draft.id)

    page = pages.page(pat)

    assert before.overridden == 0
    assert [one.overridden for one in page.released] == [1]
    said = [one for one in lines_of(page, "weekly.released") if one.id == "weekly.overridden"]
    assert [one.values for one in said] == [{"n": 1}]


def test_a_release_with_nothing_let_stand_counts_nothing(road: Road, pages: WeeklyPages) -> None:
    road.released()

    page = pages.page(road.by("pat"))

    assert page.overridden == 0
    assert "weekly.overridden" not in [one.id for one in lines_of(page, "weekly.released")]


@pytest.mark.demand("BAL-B1b4")
def test_a_log_in_to_be_confirmed_stands_there_with_its_day(road: Road, pages: WeeklyPages) -> None:
    pat, vault = road.by("pat"), Vault(road.school.desk, road.school.secrets)
    vault.shelve(vault.keep(road.by("ana"), road.x, SECRET).value)
    fresh = YearlyConfirmations(road.school.desk, road.proof).of(pat, road.x)
    assert fresh is not None
    assert "weekly.log-in-due" not in [one.id for one in pages.page(pat).log_ins]

    road.school.clock.forward(days=(fresh.due - road.school.clock.now().date()).days + 1)

    due = [one for one in pages.page(road.by("pat")).log_ins if one.id == "weekly.log-in-due"]
    assert [one.values["day"] for one in due] == [fresh.due]


def test_a_password_that_somebody_gone_knows_and_a_token_that_ends_stand_there(
    road: Road, pages: WeeklyPages
) -> None:
    school, vault = road.school, Vault(road.school.desk, road.school.secrets)
    accounts, ends = Accounts(school.desk), school.clock.now().date() + timedelta(days=5)
    accounts.designate(school.by("pat"), road.x, school.people["bo"])
    tokens = (ApiToken("poster", "t", ends),)
    vault.shelve(vault.keep(school.by("cem"), road.x, replace(SECRET, tokens=tokens)).value)
    accounts.dismiss(school.by("pat"), road.x, school.people["bo"])

    page = pages.page(road.by("pat"))

    ids = [one.id for one in page.log_ins]
    assert ids == ["weekly.log-in-known", "weekly.log-in-ends"]
    assert page.log_ins[1].values["day"] == ends
    assert set(ids) <= {one.id for one in page.decisions.shown}, "they are to be decided"
