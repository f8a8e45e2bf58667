"""Whoever may let an account go on sees first that one was stopped, wherever they were led."""

from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened


def led_to_a_release(opened: Opened, qtbot: QtBot) -> None:
    opened.shell.hand_over("approvals", "a-post")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Ellen Whitcomb")


def stopped(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    live = next(one for one in opened.office.accounts.all() if one.stage is AccountStage.LIVE)
    opened.office.wrong_identities.report(opened.office.session.actor, live.id, "@somebody_else")


def settle(opened: Opened, qtbot: QtBot) -> None:
    came: list[object] = []
    opened.performer.perform(lambda: None, done=came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=10_000)


def test_the_principal_who_is_led_to_a_release_sees_the_stop_first_and_once(
    opened: Opened, qtbot: QtBot
) -> None:
    stopped(opened, qtbot)

    led_to_a_release(opened, qtbot)
    qtbot.waitUntil(lambda: opened.frame.current == "today", timeout=10_000)

    opened.shell.give_back()
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
