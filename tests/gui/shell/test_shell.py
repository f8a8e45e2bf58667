"""The window's life: sitting down, wrong passphrases, locking, and the chair of a second person."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.keys import TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Role
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.idle import IDLE_LOCK_MS
from smadmin.ui.shell.passphrase import PassphraseDialog, ask_again
from smadmin.ui.shell.seating import GATE
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.gui.shell.tiny import Opened, Tiny
from tests.sample import sample_office


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Opened]:
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    qtbot.addWidget(frame)
    frame.show()
    made = Opened(sample_office(tmp_path), frame, words)
    made.shell.start()
    qtbot.waitUntil(lambda: made.frame.current == GATE)
    yield made
    made.shell.end()
    made.performer.close()
    made.office.close()


def seen(opened: Opened) -> str:
    screen = opened.frame.open_screen("today")
    assert isinstance(screen, Tiny)
    return screen.label.whole_text


def in_bar(opened: Opened) -> set[str]:
    return {label.whole_text for label in opened.frame.bar.findChildren(PlainLabel)}


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
    assert "Daniel Reyes" in in_bar(opened)

    opened.shell.give_back()

    assert seen(opened) == "Maya Ortega"
    assert "chair" not in {model.key for model in opened.frame.banners.models}


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


def test_the_windows_own_keys_lock_it_from_within_a_dialog(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    dialog = PassphraseDialog("Maya Ortega", opened.shell.around.words, opened.frame)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)

    QTest.keyClick(dialog.field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert opened.office.session.now_acting is None


def test_what_waits_for_the_passphrase_doesnt_go_on_after_locking(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    went_on: list[str] = []
    ask_again(opened.shell.around, "Maya Ortega", lambda: went_on.append("on"), above=opened.frame)
    dialog = opened.frame.findChild(PassphraseDialog)
    assert dialog is not None
    dialog.given.emit(PASSPHRASE)
    time.sleep(1)  # the answer is there, and the window hasn't heard it yet

    opened.shell.lock()

    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    assert went_on == []
    assert opened.office.session.now_acting is None


def test_whoever_types_isnt_locked_out_and_whoever_left_is(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    timer = opened.shell._idle._timer
    assert timer.interval() == IDLE_LOCK_MS
    timer.start(300)
    timer.setInterval(300)
    for _ in range(4):
        qtbot.waitUntil(lambda: timer.remainingTime() < 150)
        QTest.keyClick(opened.frame, Qt.Key.Key_A)
    assert opened.office.session.now_acting is not None

    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)

    assert not timer.isActive()


def test_new_roles_show_at_once(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Ellen Whitcomb")
    office, by = opened.office, opened.office.session.actor
    assert by.person is not None
    assert Role.ADMINISTRATOR not in opened.frame._roles
    person = by.person

    def grant() -> Changes:
        grant = Grant(office.grounds.ids.new(), person, Role.ADMINISTRATOR, starts=date(2020, 1, 1))
        with office.desk.deed(by) as deed:
            deed.record_trust(TrustAct.GRANT, "person", person, {"grant": grant.to_plain()})
        return Changes.of("people", [person])

    opened.performer.perform(grant)

    qtbot.waitUntil(lambda: Role.ADMINISTRATOR in opened.frame._roles, timeout=10_000)


def test_a_chair_that_nobody_gave_back_locks_the_window(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    opened.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Daniel Reyes")
    opened.office.session._chair_until = opened.office.desk.now

    opened.shell._note_head()

    qtbot.waitUntil(lambda: opened.office.session.signed_in is None, timeout=10_000)


@pytest.mark.parametrize("second", ["", "Daniel Reyes"])
def test_nobody_acts_behind_the_gate_when_work_cant_begin(opened: Opened, qtbot: QtBot, second: str) -> None:
    if second:
        with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
            opened.sit(qtbot, "Maya Ortega")
        opened.shell.hand_over("approvals")
        qtbot.waitUntil(lambda: opened.frame.current == GATE)

    class Unread:
        def sweep(self) -> None:
            raise OutsideFailed(say("store.disk-failed"))

    vars(opened.office)["media"] = Unread()
    opened.sit(qtbot, second or "Maya Ortega")

    card = opened.shell._seating.gate.card
    qtbot.waitUntil(lambda: bool(card.trouble.whole_text), timeout=10_000)
    session = opened.office.session
    assert not session.confined
    assert (session.signed_in is not None) == bool(second)
