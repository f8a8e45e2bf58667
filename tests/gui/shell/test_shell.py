"""The window's life: sitting down, wrong passphrases, locking, and the chair of a second person."""

from collections.abc import Mapping

from pytestqt.qtbot import QtBot

from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened, Tiny, in_bar, seen


def test_somebody_sits_down_and_is_named_in_the_bar(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    assert seen(opened) == "Maya Ortega"
    assert "Maya Ortega" in in_bar(opened)


def test_a_wrong_passphrase_is_said_beside_the_field(opened: Opened, qtbot: QtBot) -> None:
    opened.sit(qtbot, "Maya Ortega", "wrong")

    card = opened.shell._seating.gate.card
    qtbot.waitUntil(lambda: bool(card.trouble.whole_text), timeout=10_000)
    assert opened.frame.current == GATE
    assert card.passphrase.text() == ""
    assert card.isEnabled()


def test_locking_saves_first_and_forgets_every_screen(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    before = Tiny.settled

    opened.shell.lock()

    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    assert Tiny.settled > before
    assert opened.office.session.now_acting is None
    assert not opened.frame.has_screen("today")
    assert "Maya Ortega" not in in_bar(opened)


def test_a_second_person_sees_only_the_review_and_gives_the_chair_back(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    opened.shell.hand_over("approvals", "a-post")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Daniel Reyes")

    assert opened.frame.current == "approvals"
    assert {entry.name for entry in opened.frame.sidebar._navigation.entries} == {"photos", "approvals"}
    assert {"Daniel Reyes", "in the chair of Maya Ortega"} <= set(in_bar(opened))
    assert opened.frame.banners.models == ()

    opened.shell.give_back()

    assert seen(opened) == "Maya Ortega"


def test_nobody_sees_in_the_side_bar_what_waited_for_who_sat_there_before(
    opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    qtbot.waitUntil(lambda: opened.frame._waiting.get("today", 0) > 0, timeout=20_000)
    opened.shell.hand_over("approvals", "a-post")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    at_first: list[Mapping[str, int]] = []
    opened.shell.opened.connect(lambda: at_first.append(opened.frame._waiting))
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Daniel Reyes")

    assert at_first == [{}]


def hand_over_to(opened: Opened, qtbot: QtBot, name: str, screen: str) -> set[str]:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    opened.shell.hand_over(screen)
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, name)
    return {entry.name for entry in opened.frame.sidebar._navigation.entries}


def test_the_principal_signs_the_week_from_the_chair(opened: Opened, qtbot: QtBot) -> None:
    assert "plan" in hand_over_to(opened, qtbot, "Ellen Whitcomb", "plan")

    assert opened.frame.current == "plan"


def test_who_cant_sign_the_week_sees_no_plan_from_the_chair(opened: Opened, qtbot: QtBot) -> None:
    assert "plan" not in hand_over_to(opened, qtbot, "Daniel Reyes", "plan")

    opened.shell.open("plan")

    assert opened.frame.current == "approvals"


def test_the_principal_is_led_to_what_waits_for_them(opened: Opened, qtbot: QtBot) -> None:
    """Nothing was named: Today, not a list of posts that may be empty."""
    names = hand_over_to(opened, qtbot, "Ellen Whitcomb", "")

    assert opened.frame.current == "today"
    assert names == {"today", "photos", "approvals", "plan", "accounts"}
    assert not opened.frame.sidebar._more.isVisible()
    opened.shell.open("accounts")
    assert opened.frame.current == "accounts"


def test_who_has_no_office_is_led_to_the_posts(opened: Opened, qtbot: QtBot) -> None:
    hand_over_to(opened, qtbot, "Daniel Reyes", "")

    assert opened.frame.current == "approvals"


def test_the_chair_has_an_accounts_screen_of_its_own(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    first = opened.frame.open_screen("accounts")
    opened.shell.hand_over("")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Ellen Whitcomb")

    second = opened.frame.open_screen("accounts")
    opened.shell.give_back()

    assert len({id(one) for one in (first, second, opened.frame.open_screen("accounts"))}) == 3
    assert len([one for one in opened.frame.screens() if one.objectName() == "screen-accounts"]) == 1


def test_a_reviewers_turn_leaves_the_accounts_screen_alone(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    first = opened.frame.open_screen("accounts")
    opened.shell.hand_over("")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Daniel Reyes")

    opened.shell.give_back()

    assert opened.frame.open_screen("accounts") is first


def test_after_the_chairs_time_giving_it_back_leads_to_the_gate(opened: Opened, qtbot: QtBot) -> None:
    hand_over_to(opened, qtbot, "Daniel Reyes", "approvals")
    opened.office.session._chair_until = opened.office.desk.now

    opened.shell.give_back()

    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    assert opened.office.session.signed_in is None


def test_nobody_takes_the_chair_after_all(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)

    opened.shell._seating.gate.back.click()

    assert opened.frame.current == "today"
    assert seen(opened) == "Maya Ortega"


def test_nobody_is_chosen_for_the_chair_from_an_earlier_time(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)

    assert not opened.shell._seating.gate.card.button.isEnabled()


def test_the_bar_names_the_school_while_nobody_sits(opened: Opened, qtbot: QtBot) -> None:
    assert in_bar(opened) >= {opened.office.school.name}
    assert not opened.frame.bar._person.isVisible()
