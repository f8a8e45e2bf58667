"""Whoever is back after a lock or somebody else's turn sees what they left off at."""

import pytest
from pytestqt.qtbot import QtBot

from smadmin.ui.shell.places import STILL_THERE
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened, Tiny

FAIR = "019aa000-0000-7000-8000-000000000001"


def sit(opened: Opened, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, name)


def lock(opened: Opened, qtbot: QtBot) -> None:
    opened.shell.lock()
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)


def shown(opened: Opened) -> tuple[str, str]:
    seen = opened.frame.seen
    assert isinstance(seen, Tiny)
    return opened.frame.current, seen.subject


def test_after_a_lock_the_same_person_is_where_they_were(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("photos", FAIR)

    lock(opened, qtbot)
    sit(opened, qtbot, "Daniel Reyes")
    assert shown(opened) == ("today", "")
    lock(opened, qtbot)
    sit(opened, qtbot, "Maya Ortega")

    assert shown(opened) == ("photos", FAIR)


def test_what_was_begun_isnt_begun_once_more(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("photos", "new")

    lock(opened, qtbot)
    sit(opened, qtbot, "Maya Ortega")

    assert shown(opened) == ("photos", "")


def test_the_chair_comes_back_to_where_it_was_handed_over(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("plan", "2026-11-16")

    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    sit(opened, qtbot, "Daniel Reyes")
    assert shown(opened)[0] == "approvals"
    opened.shell.open("photos", "another")
    opened.shell.give_back()

    assert shown(opened) == ("plan", "2026-11-16")


def test_a_chair_that_was_kept_after_all_stays_where_it_was(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("photos", FAIR)
    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)

    opened.shell._seating.gate.back.click()

    qtbot.waitUntil(lambda: opened.frame.current != GATE, timeout=10_000)
    assert shown(opened) == ("photos", FAIR)


def test_somebody_new_at_the_door_is_no_place_to_come_back_to(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("photos", FAIR)
    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    opened.shell.open("newcomer")
    opened.shell.hand_over("approvals")  # once they are let in
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)

    opened.shell._seating.gate.back.click()

    qtbot.waitUntil(lambda: opened.frame.current != GATE, timeout=10_000)
    assert shown(opened) == ("photos", FAIR)


def test_long_afterwards_the_day_begins_at_today(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(opened, qtbot, "Maya Ortega")
    opened.shell.open("photos", FAIR)
    lock(opened, qtbot)

    monkeypatch.setattr("smadmin.ui.shell.places.STILL_THERE", -STILL_THERE)
    sit(opened, qtbot, "Maya Ortega")

    assert opened.frame.current == "today"
