"""The weekly page tells of excuses, and has no line to sign where nothing is left to sign."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.messages import say
from smadmin.domain.weekly_page import WeeklyPage
from smadmin.ui.plan.weekly import weekly_model
from tests.unit.ui.plan.test_weekly import account, empty, html_of, post, text_of

APPROVED = ("Ellen Whitcomb", datetime(2026, 11, 13, 16, tzinfo=UTC))
TO_SIGN = ("To sign on paper", "Approved, but for what is struck:")


@pytest.mark.parametrize(("why", "told"), [("Music teacher on leave", " (Music teacher on leave)"), ("", "")])
def test_an_excused_account_is_named_and_not_counted_as_it_should_be(why: str, told: str) -> None:
    excused = account(1, "Lincoln Music", CadenceStage.EXCUSED)
    cadence = replace(excused.cadence, excused_until=date(2026, 12, 7))
    page = replace(empty(), accounts=(replace(excused, cadence=cadence, why=why),))
    fine = replace(page, accounts=(*page.accounts, account(2, "Larks", CadenceStage.ON_TIME)))

    (part,) = (one for one in weekly_model(fine).parts if one.title.id == "weekly.accounts")

    assert f"Excused until Dec 7, 2026{told}" in text_of(html_of(page))
    assert [one.said for one in part.lines[1:]] == [say("weekly.accounts-fine", n=1)]


def approved(*, unsigned: bool) -> WeeklyPage:
    return replace(empty(), signed=APPROVED, posts=(replace(post(1, "Chess"), unsigned=unsigned),))


def test_an_approved_page_has_no_line_to_sign_until_something_comes_after_it() -> None:
    for page, signs in ((empty(), True), (approved(unsigned=False), False), (approved(unsigned=True), True)):
        said = text_of(html_of(page))

        assert [one in said for one in TO_SIGN] == [signs] * 2
