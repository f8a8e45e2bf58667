"""Late rounds through the comments: in the icon's menu and the day's one message, and where they lead."""

from datetime import date

import pytest

from smadmin.app.choosing import subject_of, window_arguments
from smadmin.app.reminding import place_of
from smadmin.domain.accounts import Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.warned import LateRound
from tests.gui.tray.watched import Watch

ID = "0199c82c-c013-7000-8000-000000000013"
ROUND = LateRound(AccountId(ID), "X @lincoln", date(2026, 11, 16))


@pytest.mark.demand("BAL-B1f2")
def test_a_late_round_is_in_the_day_s_message_and_leads_to_its_comments(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 2}, rounds=(ROUND,))

    tray.look()

    title, body, subject = tray.notifier.shown[0]
    assert (title, subject) == ("1 late round through comments", f"comments:{ID}")
    assert body == "X @lincoln: a round through its comments was due on Nov 16, 2026"
    assert body in tray.lines()
    assert "comments" in tray.tray.icon.toolTip()
    assert place_of(subject) == ("comments", ID)
    assert subject_of(window_arguments(None, subject)) == subject


def test_accounts_that_need_a_post_come_first(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 11}, rounds=(ROUND,))

    tray.look()

    title, body, subject = tray.notifier.shown[0]
    assert title == "1 account needs a post"
    assert body.splitlines()[1].startswith("X @lincoln: a round")
    assert subject.startswith("account:")


def test_it_is_snoozed_by_itself_and_said_in_spanish(watch: Watch) -> None:
    tray = watch("es", quiet={Platform.X: 2}, rounds=(ROUND,))
    tray.look()
    (line,) = [one for one in tray.lines() if one.startswith("X @lincoln: debía hacerse")]

    tray.action("25 nov 2026", within=line).trigger()

    assert line not in tray.lines()
