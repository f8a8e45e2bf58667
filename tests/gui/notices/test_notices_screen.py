"""Notices on the sample school: signed by the principal, sent by who is named, countersigned (YEL-B1)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from smadmin.domain.actors import Actor
from smadmin.domain.posts import PostStage
from smadmin.domain.strategies import Strategy, Topic
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.notices.screen import NoticesScreen
from smadmin.ui.notices.signing import SignForm
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.typed import typed_words
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting

AUTHOR, PRINCIPAL = "maya-ortega", "ellen-whitcomb"


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, PRINCIPAL)
    yield somebody
    somebody.close()


def shown(sitting: Sitting) -> NoticesScreen:
    screen = NoticesScreen(sitting.around)
    sitting.show(screen)
    return screen


def sign_closure(sitting: Sitting, screen: NoticesScreen) -> None:
    assert screen.texts.another is not None
    screen.texts.another.click()
    form = screen.texts.form
    assert isinstance(form, SignForm)
    words = sitting.around.words.say("notices.nobody-named")
    assert words in [label.whole_text for label in form.findChildren(PlainLabel)]
    box(list(form.people.values()), "Maya Ortega").click()
    assert words not in [label.whole_text for label in form.findChildren(PlainLabel)]
    form.give.click()
    sitting.settle()


def box(boxes: list[QCheckBox], words: str) -> QCheckBox:
    return next(one for one in boxes if one.text() == words)


def fill(screen: NoticesScreen, **values: str) -> None:
    for blank, value in values.items():
        control = screen.send.fields[blank].control
        assert isinstance(control, QLineEdit)
        control.setText(value)


def release(sitting: Sitting, screen: NoticesScreen) -> None:
    sitting.qtbot.waitUntil(lambda: not screen.main.settling)
    screen.main.press()
    sitting.settle()


@pytest.mark.demand("YEL-B1")
def test_a_closure_goes_from_the_principals_signature_to_all_accounts_and_back_to_their_eyes(
    sitting: Sitting,
) -> None:
    screen = shown(sitting)
    sign_closure(sitting, screen)
    assert sitting.doors.passphrases == 1

    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)
    assert screen.main.text() == "Release to 4 accounts", "Instagram takes no words alone"
    fill(screen, day="Monday", reason="snow")
    assert "closed on Monday because of snow" in screen.send.preview.whole_text
    screen.send.elsewhere["website"].click()
    release(sitting, screen)
    (opened,) = sitting.doors.opened

    sitting.take_the_seat(PRINCIPAL)
    screen = shown(sitting)
    (row,) = screen.rows
    assert "closed on Monday because of snow" in row.note.whole_text
    assert "Also told by: The school's website" in row.note.whole_text
    assert row.button is not None
    row.button.click()
    sitting.settle()

    assert opened[0] == "publish"
    (post,) = sitting.office.posts.at_stage(sitting.actor, PostStage.RELEASED)[:1]
    assert post.id == opened[1]
    assert screen.rows == []


@pytest.mark.demand("WIC-P4")
def test_the_strategys_other_ways_are_offered_beside_those_of_every_school(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    (line,) = sitting.office.notices.sheet(sitting.actor).lines
    ways = ("Marquee at the front door", "Radio or television", "Sign & banner")
    owner = line.text.people[0]
    strategy = Strategy("Families know", "Families", (Topic("Sports", 50),), owner, 30, ways)
    sitting.office.strategies.write(sitting.actor, line.text.accounts[0], strategy)
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)

    assert list(screen.send.channels) == ["Marquee at the front door", "Sign & banner"]
    screen.send.channels["Sign & banner"].click()
    screen.send.elsewhere["radio"].click()
    screen.load()
    sitting.settle()
    assert screen.send.places == ("Radio or television", "Sign & banner")
    fill(screen, day="Monday", reason="snow")
    release(sitting, screen)

    (sent,) = sitting.office.notices.sent(sitting.actor)[-1:]
    assert sent.elsewhere == ("Radio or television", "Sign & banner")
    assert not any(box.isChecked() for box in screen.send.channels.values())


def test_an_empty_blank_is_said_beside_the_main_button(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)

    fill(screen, day="Monday")
    release(sitting, screen)

    assert "Fill in “reason”." in screen.header.missing
    reason = screen.send.fields["reason"].control
    QTest.keyClicks(reason, "snow")
    screen.send.elsewhere["radio"].click()
    assert dict(typed_words(screen)) == {"Reason": "snow", "Radio or television": "✓"}
    assert sitting.doors.opened == []


@pytest.mark.demand("BAL-B1i3")
def test_what_the_policy_says_of_a_blank_is_read_before_it_goes_out(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)
    doubts = screen.send.doubts

    fill(screen, day="Monday", reason="Lena from 4b being ill")
    sitting.qtbot.waitUntil(doubts.isVisible)
    before = screen.main.isEnabled()
    doubts.stand.click()
    ticked = screen.main.isEnabled()
    fill(screen, reason="Lena Novak from 4b being ill")
    sitting.qtbot.waitUntil(lambda: not doubts.stand.isVisible())
    release(sitting, screen)
    fill(screen, reason="snow")
    sitting.qtbot.waitUntil(doubts.isHidden)

    assert (before, ticked) == (False, True)
    assert screen.main.isEnabled()
    assert sitting.doors.opened == []


def test_the_first_blank_has_the_keyboard_also_on_coming_back(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)
    screen.send.elsewhere["radio"].setFocus()

    screen.shown()

    assert screen.focusWidget() is screen.send.fields["day"].control


def test_what_was_typed_stays_when_the_screen_is_read_again(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)
    fill(screen, day="Monday")

    screen.load()
    sitting.settle()

    assert screen.send.values["day"] == "Monday"


def test_whoever_is_not_named_sees_the_texts_and_nothing_to_send(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))

    screen = shown(sitting)

    assert screen.send.isHidden()
    assert screen.main.isHidden()
    assert screen.texts.another is not None


def test_a_withdrawn_text_is_gone(sitting: Sitting) -> None:
    screen = shown(sitting)
    sign_closure(sitting, screen)
    (line,) = sitting.office.notices.sheet(sitting.actor).lines

    screen.texts.withdrawn.emit(line.text.id)
    sitting.settle()

    assert sitting.office.notices.sheet(sitting.actor).lines == ()


def test_a_proposed_text_changes_with_its_kind_until_somebody_writes(sitting: Sitting) -> None:
    screen = shown(sitting)
    assert screen.texts.another is not None
    screen.texts.another.click()
    form = screen.texts.form
    assert isinstance(form, SignForm)

    form.kind.setCurrentIndex(1)
    proposed = form.text.toPlainText()
    form.text.setPlainText("Our own words, ")
    form.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(form.text, "[day].")
    form.kind.setCurrentIndex(2)

    assert proposed.startswith("School starts at \u2039time\u203a")
    assert form.text.toPlainText() == "Our own words, \u2039day\u203a."


def test_today_leads_everybody_to_notices_and_they_say_what_is_missing(sitting: Sitting) -> None:
    today = TodayScreen(sitting.around)
    sitting.show(today)
    assert not today.notices.isHidden(), "the principal signs them"

    sitting.take_the_seat(AUTHOR)
    today.load()
    sitting.settle()
    assert not today.notices.isHidden()
    today.notices.click()
    assert sitting.doors.opened == [("notices", None)]
    screen = shown(sitting)
    assert not screen.lacking.isHidden()
    assert "The principal signs a text first" in screen.lacking.note.whole_text


def test_today_asks_the_principal_to_countersign(sitting: Sitting) -> None:
    sign_closure(sitting, shown(sitting))
    sitting.take_the_seat(AUTHOR)
    screen = shown(sitting)
    fill(screen, day="Monday", reason="snow")
    release(sitting, screen)
    sitting.take_the_seat(PRINCIPAL)

    today = TodayScreen(sitting.around)
    sitting.show(today)

    assert any("waits for your countersignature" in row.title.whole_text for row in today.rows)


def test_a_text_is_signed_with_the_passphrase_that_was_just_given(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, before, notices = shown(sitting), sitting.around.by, sitting.office.notices
    signed: list[Actor] = []
    real = notices.sign

    def sign(by: Actor, *what: Any, **how: Any) -> Any:
        signed.append(by)
        return real(by, *what, **how)

    def give(then: Callable[[], None]) -> None:
        sitting.office.session.give_passphrase_again(PASSPHRASE)
        then()

    monkeypatch.setattr(sitting.doors, "with_passphrase", give)
    monkeypatch.setattr(notices, "sign", sign)

    sign_closure(sitting, screen)

    assert signed == [sitting.around.by]
    assert signed != [before]
