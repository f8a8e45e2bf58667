"""Whoever may let an account go on sees first that one was stopped, wherever they were led."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import AccountId
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened


def led_to_a_release(opened: Opened, qtbot: QtBot) -> None:
    opened.shell.hand_over("approvals", "a-post")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Ellen Whitcomb")


def live_account(opened: Opened, qtbot: QtBot, who: str) -> AccountId:
    """Let somebody sit down; gives an account that is live."""
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, who)
    return next(one.id for one in opened.office.accounts.all() if one.stage is AccountStage.LIVE)


def stopped(opened: Opened, qtbot: QtBot) -> None:
    live = live_account(opened, qtbot, "Maya Ortega")
    opened.office.wrong_identities.report(opened.office.session.actor, live, "@somebody_else")


def stopped_by_communications(opened: Opened, qtbot: QtBot) -> None:
    live = live_account(opened, qtbot, "Samuel Okoye")
    opened.office.accounts.hold(opened.office.session.actor, live, why="Wait for us.")


def settle(opened: Opened, qtbot: QtBot) -> None:
    came: list[object] = []
    opened.performer.perform(lambda: None, done=came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=10_000)


@pytest.mark.demand("BAL-B1f4")
@pytest.mark.parametrize("stop", [stopped, stopped_by_communications])
def test_the_principal_who_is_led_to_a_release_sees_the_stop_first_and_once(
    opened: Opened, qtbot: QtBot, stop: Callable[[Opened, QtBot], None]
) -> None:
    stop(opened, qtbot)

    led_to_a_release(opened, qtbot)
    qtbot.waitUntil(lambda: opened.frame.current == "today", timeout=10_000)

    opened.shell.give_back()
    led_to_a_release(opened, qtbot)
    settle(opened, qtbot)
    assert opened.frame.current == "approvals"


def test_what_the_school_itself_put_on_hold_leads_nobody_away(opened: Opened, qtbot: QtBot) -> None:
    live = live_account(opened, qtbot, "Maya Ortega")
    opened.office.accounts.hold(opened.office.session.actor, live, why="A pause.")

    led_to_a_release(opened, qtbot)
    settle(opened, qtbot)

    assert opened.frame.current == "approvals"


def test_where_nothing_was_stopped_the_principal_goes_where_they_were_led(
    opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    led_to_a_release(opened, qtbot)
    settle(opened, qtbot)

    assert opened.frame.current == "approvals"
