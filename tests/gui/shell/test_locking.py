"""Locking from anywhere, and what must not go on behind a locked window."""

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.keys import TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.passphrases import change_passphrase
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.idle import IDLE_LOCK_MS
from smadmin.ui.shell.passphrase import PassphraseDialog, ask_again
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened
from tests.sample import CHEAP


def test_the_windows_own_keys_lock_it_from_within_a_dialog(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    dialog = PassphraseDialog("Maya Ortega", opened.shell.around.words, opened.frame)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)

    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

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
        QTest.keyClick(opened.frame.windowHandle(), Qt.Key.Key_A)
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
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, person, {"grant": grant.to_plain()})
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


def test_after_locking_the_keyboard_is_in_the_passphrase_and_who_sat_here_is_marked(
    opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    opened.shell.lock()

    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)
    card = opened.shell._seating.gate.card
    marked = {button.text().strip(): button for button in card._group.buttons()}
    assert opened.frame.focusWidget() is card.passphrase
    assert card.passphrase.selectedText() == card.passphrase.text()  # so that typing takes its place
    assert [name for name, button in marked.items() if button.isChecked()] == ["Maya Ortega · Administrator"]
    assert _ground(marked["Maya Ortega · Administrator"]) != _ground(marked["Daniel Reyes · Administrator"])


def test_what_was_typed_before_a_name_was_chosen_stays(opened: Opened, qtbot: QtBot) -> None:
    card = opened.shell._seating.gate.card
    qtbot.waitUntil(lambda: bool(card._group.buttons()))
    assert opened.frame.focusWidget() is card.passphrase
    QTest.keyClicks(card.passphrase, "sunny")

    QTest.keyClick(card.passphrase, Qt.Key.Key_Return)

    assert card.passphrase.text() == "sunny"
    assert card.trouble.whole_text == "Choose your name first."
    assert opened.office.session_if_any is None


def _ground(button: QAbstractButton) -> str:
    """Give the colour a button is drawn on, beside its words."""
    return button.grab().toImage().pixelColor(button.width() // 2, button.height() - 7).name()


def test_what_was_read_and_arrives_behind_the_lock_is_no_crash(opened: Opened, qtbot: QtBot) -> None:
    """The store's thread can lock before the window hears of what it read, and that asks who acts."""
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    around, asked = opened.shell.around, list[str]()

    def read(_result: object) -> None:
        asked.append("who acts")
        asked.append(str(around.by.person))

    around.performer.perform(lambda: "what a screen shows", done=read)
    opened.shell.lock()
    time.sleep(0.5)  # the store's thread has read and locked; the window has heard of neither

    with capture_exceptions() as raised:
        qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=10_000)

    assert asked == ["who acts"]
    assert raised == []


def test_nobodys_own_passphrase_is_filled_in_at_the_gate_of_the_sample(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    change_passphrase(
        opened.office, old=PASSPHRASE, new="four quite other words here", costs=CHEAP, floor=CHEAP
    )

    opened.shell.lock()

    gate = opened.frame.open_screen(GATE)
    assert isinstance(gate, GateScreen)
    qtbot.waitUntil(lambda: "but for who changed theirs" in gate.card.note.text(), timeout=10_000)
    sitters = {one.name: one.person for one in opened.office.session.sitters()}
    gate.card.choose(sitters["Maya Ortega"])
    assert not gate.card.passphrase.text()
    gate.card.choose(sitters["Ellen Whitcomb"])
    assert gate.card.passphrase.text() == PASSPHRASE
    assert gate.cant.isVisible(), "whoever forgot theirs has a way, in the sample too"
