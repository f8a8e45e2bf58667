"""On another login: asking to be let in, the letters typed both ways, and the school's envelope instead."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from smadmin.domain.people import Role
from smadmin.services.asking import pending
from smadmin.services.requested import waiting_for
from smadmin.ui.founding.join import JoinScreen
from smadmin.ui.founding.joining import JOIN, PENDING
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.founding.pending import PendingScreen
from smadmin.ui.labels import PlainLabel
from smadmin.ui.screen import Screen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.shell import Shell
from smadmin.ui.shell.staff_first import PAGE
from tests.gui.founding.conftest import LONG_MS, Opener
from tests.logins import PAT, found_shared, login, sit_down
from tests.newcomers import LARKS, asked

NEW = "four calm otters drift"


def form_of(shell: Shell, qtbot: QtBot) -> JoinScreen:
    """Go from the gate to the form."""
    gate = shell._seating.gate
    assert gate.join.isVisible()
    gate.join.click()
    qtbot.waitUntil(lambda: shell._frame.current == JOIN, timeout=LONG_MS)
    screen = shell._frame.open_screen(JOIN)
    assert isinstance(screen, JoinScreen)
    return screen


def fill(screen: JoinScreen, name: str) -> None:
    screen.who.setCurrentIndex(screen.who.findText(name))
    screen.person._passphrase.setText(NEW)
    screen.person._again.setText(NEW)
    screen._look()


def test_where_nobody_has_a_key_the_gate_offers_to_be_let_in(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    found_shared(tmp_path)
    shell = open_at(login(tmp_path, "second"))

    gate = shell._seating.gate
    assert gate.card.isHidden(), "there is no name to choose"
    qtbot.waitUntil(gate.join.hasFocus)
    screen = form_of(shell, qtbot)

    assert [screen.who.itemText(i) for i in range(screen.who.count())] == [
        "Choose your name.",
        "Ana Brooks",
        "Pat Winters",
        "I'm new at this school",
    ]
    assert not screen.main.isEnabled()
    assert not screen.letters.isVisible()


def test_who_forgot_a_passphrase_is_led_to_the_same_form(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    shell = open_at(first)
    gate = shell._seating.gate
    qtbot.waitUntil(gate.cant.isVisible, timeout=LONG_MS)
    assert gate.card.isVisible()
    assert gate.join.isHidden(), "one way there, not two"

    gate.cant.click()

    qtbot.waitUntil(lambda: shell._frame.current == JOIN, timeout=LONG_MS)
    screen = shell._frame.open_screen(JOIN)
    assert isinstance(screen, JoinScreen)
    screen.leftAgain.emit()
    qtbot.waitUntil(lambda: shell._frame.current == GATE, timeout=LONG_MS)


def test_the_envelope_lets_one_in_and_the_name_stands_at_the_gate(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    _, root = found_shared(tmp_path)
    shell = open_at(login(tmp_path, "second"))
    screen = form_of(shell, qtbot)
    fill(screen, "Ana Brooks")
    screen.by_envelope.setChecked(True)
    screen.letters.setText("AGE-SECRET-KEY-1WRONG")
    screen.reason.setText("A login of her own")
    screen._look()
    screen.main.click()
    qtbot.waitUntil(lambda: bool(screen._fields["letters"].error), timeout=LONG_MS)
    assert screen.isEnabled()

    screen.letters.setText(root.secret)
    qtbot.waitUntil(lambda: not screen.main.settling)  # its words changed with the road
    QTest.keyClick(screen.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell._frame.current == GATE, timeout=LONG_MS)

    gate = shell._seating.gate
    qtbot.waitUntil(lambda: bool(gate.card._group.buttons()), timeout=LONG_MS)
    assert screen.letters.text() == ""
    gate.card.passphrase.setText(NEW)
    gate.card.button.click()
    qtbot.waitUntil(lambda: shell._frame.current == PAGE, timeout=LONG_MS)


def test_letters_are_typed_both_ways_and_the_request_outlives_the_window(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    shell = open_at(second)
    screen = form_of(shell, qtbot)
    fill(screen, "Ana Brooks")
    screen.main.click()
    qtbot.waitUntil(lambda: shell._frame.current == PENDING, timeout=LONG_MS)
    waits = shell._frame.open_screen(PENDING)
    assert isinstance(waits, PendingScreen)
    shown = waits.mine.whole_text
    waits.letters.setText("0000")
    waits.main.click()
    qtbot.waitUntil(lambda: bool(waits.field.error), timeout=LONG_MS)

    there = open_at(first)
    sit_down(there._office, "Pat Winters", PAT)
    there._sat_down(there._office.session.signed_in)
    there.open("newcomer")
    granting = there._frame.open_screen("newcomer")
    assert isinstance(granting, NewcomerScreen)
    requests = granting.requests
    qtbot.waitUntil(requests.isVisible, timeout=LONG_MS)
    letters = requests.fields[0].control
    assert isinstance(letters, QLineEdit)
    letters.setText("AAAA")
    requests.buttons[0].click()
    qtbot.waitUntil(lambda: bool(requests.fields[0].error), timeout=LONG_MS)
    letters.setText(shown.lower())
    requests.buttons[0].click()
    qtbot.waitUntil(requests.signed.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not requests.fields, timeout=LONG_MS)
    root = requests.root.whole_text
    assert requests.heading.isHidden(), "nobody waits there any more"
    assert granting._header.main is not None
    assert granting._header.main.isHidden(), "nobody is asked for a role for the form below"
    granting.settle()
    assert requests.isHidden(), "no empty card stays"

    shell._seating.joining.begin()
    qtbot.waitUntil(waits.mine.isHidden, timeout=LONG_MS)
    waits.letters.setText(root)
    waits.main.click()
    qtbot.waitUntil(lambda: shell._frame.current == GATE, timeout=LONG_MS)
    assert pending(shell._office) is None
    assert [one.name for one in shell._office.session.sitters()] == ["Ana Brooks"]


def test_who_lets_in_reads_what_ends_before_signing_and_today_says_who_waits(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"), lost=True)
    shell = open_at(first)
    sit_down(shell._office, "Pat Winters", PAT)
    shell._sat_down(shell._office.session.signed_in)
    today = shell._frame.open_screen("today")
    qtbot.waitUntil(lambda: says(today, "Ana Brooks asks for a key on another login"), timeout=LONG_MS)

    shell.open("newcomer")
    screen = shell._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    qtbot.waitUntil(screen.requests.isVisible, timeout=LONG_MS)

    said = [one.text() for one in screen.requests.findChildren(PlainLabel)]
    assert any("This ends an older key of theirs: one on this login." in one for one in said)
    assert screen.requests.buttons[0].text() == "Let in and end the older key"
    main = screen._header.main
    assert main is not None
    qtbot.waitUntil(main.isHidden, timeout=LONG_MS)  # it would be for somebody else
    screen.person._name.setText("Bo Lindqvist")
    screen.person.edited.emit()
    assert main.isVisible()


def test_nobody_is_principal_before_a_role_was_chosen(tmp_path: Path, qtbot: QtBot, open_at: Opener) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"), "Bo Lindqvist")
    shell = open_at(first)
    sit_down(shell._office, "Pat Winters", PAT)
    shell._sat_down(shell._office.session.signed_in)
    shell.open("newcomer")
    screen = shell._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    qtbot.waitUntil(screen.requests.isVisible, timeout=LONG_MS)

    role = screen.requests.findChildren(QComboBox)[0]

    assert (role.currentText(), screen.person._role.currentText()) == ("Choose…", "Choose…")
    assert screen.person.form.role is None
    letters = screen.requests.fields[0].control
    assert isinstance(letters, QLineEdit)
    letters.setText(waiting_for(shell._office)[0].request.fingerprint)
    screen.requests.buttons[0].click()
    qtbot.waitUntil(lambda: "Choose what" in screen.requests.fields[0].error, timeout=LONG_MS)


def says(screen: Screen, words: str) -> bool:
    return any(words in one.text() for one in screen.findChildren(PlainLabel))


def test_who_comes_back_to_an_open_today_reads_who_waits(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    shell = open_at(first)
    sit_down(shell._office, "Pat Winters", PAT)
    shell._sat_down(shell._office.session.signed_in)
    today = shell._frame.open_screen("today")
    qtbot.waitUntil(lambda: says(today, "backup"), timeout=LONG_MS)
    asked(login(tmp_path, "second"))
    shell._frame.activateWindow()
    qtbot.waitUntil(shell._frame.isActiveWindow, timeout=LONG_MS)

    QApplication.sendEvent(today, QEvent(QEvent.Type.ActivationChange))

    qtbot.waitUntil(lambda: says(today, "Ana Brooks asks for a key on another login"), timeout=LONG_MS)


@pytest.mark.demand("BAL-A2")
def test_who_is_let_in_as_administrator_is_named_for_the_accounts_ticked(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"), "Bo Lindqvist")
    shell = open_at(first)
    office = shell._office
    sit_down(office, "Pat Winters", PAT)
    account = office.accounts.adopt(office.session.actor, LARKS).value
    shell._sat_down(office.session.signed_in)
    shell.open("newcomer")
    screen = shell._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    qtbot.waitUntil(
        lambda: bool(screen.requests.ticks and screen.requests.ticks[0].ticks.rows.accounts), timeout=LONG_MS
    )
    ticks, role = screen.requests.ticks[0], screen.requests.findChildren(QComboBox)[0]
    assert not ticks.isVisible()
    assert not screen.accounts.isVisible()

    role.setCurrentIndex(role.findData(Role.ADMINISTRATOR))
    untold = ticks.note.whole_text
    ticks.ticks.rows.turn(0)

    assert ticks.isVisible()
    assert "submit no post until they are named" in untold
    assert ticks.note.whole_text == "You sign that you name them for this account."
    letters = screen.requests.fields[0].control
    assert isinstance(letters, QLineEdit)
    letters.setText(waiting_for(office)[0].request.fingerprint)
    screen.requests.buttons[0].click()
    qtbot.waitUntil(screen.requests.signed.isVisible, timeout=LONG_MS)
    with office.desk.look() as unit:
        trust = unit.trust.read()
    bo = next(one.id for one in trust.people.values() if one.name == "Bo Lindqvist")
    named = {(one.role, one.account) for one in trust.grants.values() if one.person == bo}
    assert named == {(Role.ADMINISTRATOR, None), (Role.ADMINISTRATOR, account)}


@pytest.mark.demand("BAL-A2")
def test_the_form_beside_shows_accounts_for_an_administrator_alone(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    shell = open_at(first)
    office = shell._office
    sit_down(office, "Pat Winters", PAT)
    account = office.accounts.adopt(office.session.actor, LARKS).value
    shell._sat_down(office.session.signed_in)
    shell.open("newcomer")
    screen = shell._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    qtbot.waitUntil(
        lambda: [one for one, _ in screen.accounts.ticks.rows.accounts] == [account], timeout=LONG_MS
    )

    screen.person.choose_role(Role.REVIEWER)
    as_reviewer = screen.accounts.isVisible()
    screen.person.choose_role(Role.ADMINISTRATOR)

    assert not as_reviewer
    assert screen.accounts.isVisible()
    assert screen.accounts.ticks.rows.index(0).data() == "X @larks"
