"""From *Hand over the chair* to the open review with a code: six acts, and well under a minute."""

import time
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.seats import Seat
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.model import sit_down_model
from smadmin.ui.shell.passphrase import PassphraseDialog
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.sitdown import SitDown
from smadmin.ui.wording import Wording
from tests.gui.shell.tiny import Opened, Tiny, in_bar
from tests.sample import CHEAP, sit

PIN = "402871"


def listed(opened: Opened, *names: str) -> dict[str, str]:
    """Sign a list as the principal, then lock; gives the codes by name."""
    office = opened.office
    ellen = sit(office, "ellen-whitcomb").actor
    ends = office.school.local(office.desk.now).date() + timedelta(days=200)
    prepared = office.reviewers.prepare(ellen, names, ends, costs=CHEAP)
    office.reviewers.sign(ellen, prepared)
    office.lock()
    opened.shell._seating.ask()
    return {one.name: one.code for one in prepared.codes}


def card_of(opened: Opened, qtbot: QtBot) -> SitDown:
    card = opened.shell._seating.gate.card
    qtbot.waitUntil(lambda: opened.frame.current == GATE and bool(card.names._people), timeout=10_000)
    return card


def name_button(card: SitDown, name: str) -> None:
    button = next(one for one in card.names._group.buttons() if name in one.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(card: SitDown, code: str, pin: str = PIN, again: str = PIN) -> None:
    QTest.keyClicks(card.arriving.code, code)
    QTest.keyClick(card.arriving.code, Qt.Key.Key_Return)
    QTest.keyClicks(card.arriving.pin, pin)
    QTest.keyClicks(card.arriving.again, again)
    QTest.keyClick(card.arriving.again, Qt.Key.Key_Return)


def test_six_acts_lead_from_handing_over_to_the_open_review(opened: Opened, qtbot: QtBot) -> None:
    code = listed(opened, "Robin Vega", "Kim Osei")["Robin Vega"]
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    began = time.process_time()

    opened.shell.hand_over("approvals", "a-post")  # 1: one button
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")  # 2
    with qtbot.waitSignal(opened.shell.opened, timeout=30_000):
        type_in(card, f"{code[:5].lower()} {code[5:].lower()}")  # 3 code, 4 PIN, 5 PIN again, 6 Enter

    took = time.process_time() - began
    assert opened.frame.current == "approvals"
    shown = opened.frame.open_screen("approvals")
    assert isinstance(shown, Tiny)
    assert shown.subject == "a-post"
    assert {"Robin Vega", "in the chair of Maya Ortega"} <= in_bar(opened)
    assert {entry.name for entry in opened.frame.sidebar._navigation.entries} == {"photos", "approvals"}
    assert card.arriving.code.text() == card.arriving.pin.text() == ""
    assert took < 20  # of the processor, real cost of the lock included; the rest of a minute is for typing


def test_at_the_gate_they_are_told_who_opens_what(opened: Opened, qtbot: QtBot) -> None:
    code = listed(opened, "Robin Vega")["Robin Vega"]
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")
    type_in(card, code)

    gate = opened.shell._seating.gate
    qtbot.waitUntil(lambda: "Robin Vega is ready" in gate.explained.whole_text, timeout=30_000)

    person = next(one.person for one in opened.office.session.sitters() if one.name == "Robin Vega")
    card.choose(person)
    assert not card.passphrase.isVisible()
    assert "Hand over the chair" in card.beside.whole_text
    assert opened.office.session.now_acting is None


def test_a_wrong_code_and_an_odd_pin_are_said_beside_their_fields(opened: Opened, qtbot: QtBot) -> None:
    listed(opened, "Robin Vega")
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")

    type_in(card, "0000000000", "123456", "123456")
    assert "tries" in card.arriving.fields["pin"].error
    card.arriving.forget()
    type_in(card, "0000000000", PIN, "402872")
    assert card.arriving.fields["again"].error
    card.arriving.forget()
    type_in(card, "0000000000")

    qtbot.waitUntil(lambda: bool(card.arriving.fields["code"].error), timeout=10_000)
    assert card.isEnabled()
    assert (card.arriving.pin.text(), card.arriving.again.text()) == (PIN, PIN), "only the code was wrong"
    card.arriving.left.emit()
    assert (card.arriving.code.text(), card.arriving.pin.text(), card.arriving.again.text()) == ("", "", "")


def test_tab_leads_from_the_six_digits_to_the_same_again(opened: Opened, qtbot: QtBot) -> None:
    listed(opened, "Robin Vega")
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")
    form, gate = card.arriving, opened.shell._seating.gate
    form.pin.setFocus()
    QTest.keyClicks(form.pin, PIN)

    assert card.window().focusWidget() is form.pin
    QTest.keyClick(form.pin, Qt.Key.Key_Tab)
    assert card.window().focusWidget() is form.again
    assert gate.with_code.isHidden(), "nobody is new at the gate without somebody in the chair"


def test_whoever_has_a_code_is_told_where_beside_the_other_way(opened: Opened, qtbot: QtBot) -> None:
    listed(opened, "Robin Vega")
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")

    opened.shell.hand_over("approvals", "a-post")
    card_of(opened, qtbot)

    assert opened.shell._seating.gate.with_code.isVisible()


def test_many_names_are_a_list_that_opens(opened: Opened, qtbot: QtBot) -> None:
    listed(opened, *(f"Robin Vega {letter}" for letter in "ABCDEFGH"))
    card = card_of(opened, qtbot)

    assert card.names.many.isVisible()

    card.names.many.setCurrentIndex(3)
    card.names.many.activated.emit(3)

    assert "Robin Vega C" in card.heading.whole_text
    assert card.arriving.isVisible()
    card.arriving.left.emit()
    assert card.names.many.isVisible()
    assert card.names.many.currentIndex() == 0


def test_without_a_keyring_it_says_that_pins_are_off(opened: Opened, qtbot: QtBot) -> None:
    listed(opened, "Robin Vega")
    card_of(opened, qtbot)
    opened.office.seat = Seat(None)
    opened.shell._seating.ask()

    said = opened.shell._seating.gate.findChildren(PlainLabel)
    qtbot.waitUntil(lambda: any("PINs are off" in one.whole_text for one in said), timeout=10_000)
    assert not opened.shell._seating.gate.card.names.isVisible()


def test_many_reviewers_with_a_pin_are_a_list_that_opens(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    del appearance
    card = SitDown(words)
    qtbot.addWidget(card)
    ids = [PersonId(letter) for letter in "ABCDEF"]
    people = [(one, f"Robin {one}", frozenset({Role.REVIEWER})) for one in ids]
    title, by_pin = say("session.who-takes-chair"), frozenset(ids)
    card.show_model(sit_down_model(title, people, without=PersonId("x"), by_pin=by_pin))
    card.show()
    tried: list[tuple[str, str]] = []
    card.tried.connect(lambda person, typed: tried.append((person, typed)))

    assert not card._group.buttons()
    card.pins.setCurrentIndex(2)
    card.pins.activated.emit(2)
    card.passphrase.setText(PIN)
    card.button.click()

    assert card.passphrase.placeholderText() == "PIN"
    assert tried == [("B", PIN)]


def test_before_a_release_they_are_asked_for_the_pin(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    del appearance
    dialog = PassphraseDialog("Robin Vega", words, pin=True)
    qtbot.addWidget(dialog)

    assert "PIN" in dialog.windowTitle()
    assert dialog.field.accessibleName() == "PIN"


def test_the_passphrase_is_asked_for_what_was_pressed(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    del appearance
    dialog = PassphraseDialog("Robin Vega", words, what=say("loginui.make-letters"))
    qtbot.addWidget(dialog)

    said = [one.whole_text for one in dialog.findChildren(PlainLabel)]
    assert any("“Make a password” counts in your name, Robin Vega" in one for one in said)
