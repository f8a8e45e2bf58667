"""One press stops everything; the banner says so on every screen; the end is asked about."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.crisis import Caught, Crisis, CrisisSheet
from smadmin.domain.ids import AccountId, PostId
from smadmin.ui.banners import Banner
from smadmin.ui.shell.crisis import DEED
from smadmin.ui.shell.crisis_dialogs import EndDialog, SheetDialog
from smadmin.ui.shell.passphrase import PassphraseDialog
from smadmin.ui.shell.seating import GATE
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import texts
from tests.gui.shell.tiny import Opened

PRINCIPAL, ADMINISTRATOR = "Ellen Whitcomb", "Maya Ortega"
LONG_MS = 10_000
AT = datetime(2026, 11, 16, 15, tzinfo=UTC)


def sit(opened: Opened, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=LONG_MS):
        opened.sit(qtbot, name)


def press(opened: Opened) -> None:
    opened.frame.menus.action(DEED).trigger()


def lasting(opened: Opened) -> list[Banner]:
    return [one for one in opened.frame.banners._banners if one.model.lasting]


def stopped(opened: Opened) -> bool:
    shown = lasting(opened)
    return bool(shown) and shown[0].model.happened.id == "crisis.banner"


def sheet_of(opened: Opened, qtbot: QtBot) -> SheetDialog:
    qtbot.waitUntil(lambda: bool(opened.frame.findChildren(SheetDialog)), timeout=LONG_MS)
    return opened.frame.findChildren(SheetDialog)[0]


def test_a_press_stops_everything_and_asks_for_the_reason_only_afterwards(
    opened: Opened, qtbot: QtBot
) -> None:
    sit(opened, qtbot, PRINCIPAL)

    press(opened)
    assert lasting(opened)  # in the same turn, however busy the store is
    qtbot.waitUntil(lambda: stopped(opened), timeout=LONG_MS)
    sheet = sheet_of(opened, qtbot)
    assert not sheet.save.isEnabled()
    sheet.why.setText("A storm is coming.")
    sheet.save.click()

    qtbot.waitUntil(lambda: "A storm is coming." in lasting(opened)[0].accessibleName(), timeout=LONG_MS)
    opened.frame.open_screen("approvals")
    assert lasting(opened)[0].isVisible()
    assert lasting(opened)[0].close_button.isHidden()


def test_pressed_again_it_asks_and_ends_with_a_reason(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, PRINCIPAL)
    press(opened)
    sheet_of(opened, qtbot).reject()

    press(opened)
    qtbot.waitUntil(lambda: bool(opened.frame.findChildren(EndDialog)), timeout=LONG_MS)
    end = opened.frame.findChildren(EndDialog)[0]
    assert not end.main.isEnabled()
    assert stopped(opened)
    end.why.setText("It is over.")
    end.main.click()

    qtbot.waitUntil(lambda: not lasting(opened), timeout=LONG_MS)
    assert opened.office.crises.now(opened.office.session.actor) is None


def test_the_keys_stop_everything_from_within_a_dialog(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, PRINCIPAL)
    dialog = PassphraseDialog(PRINCIPAL, opened.shell.around.words, opened.frame)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog, timeout=LONG_MS)

    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_X, keys)

    qtbot.waitUntil(lambda: stopped(opened), timeout=LONG_MS)
    assert dialog.isVisible()


def test_with_nobody_signed_in_it_stops_the_moment_somebody_is(opened: Opened, qtbot: QtBot) -> None:
    press(opened)
    shown = [one.happened.id for one in opened.frame.banners.models]
    assert shown == ["crisis.signs-in-first"]

    sit(opened, qtbot, PRINCIPAL)

    qtbot.waitUntil(lambda: stopped(opened), timeout=LONG_MS)


def test_a_press_of_long_ago_stops_nothing(opened: Opened, qtbot: QtBot) -> None:
    press(opened)
    crisis = opened.shell._crisis
    assert crisis._pressed_at is not None
    crisis._pressed_at -= timedelta(minutes=6)

    sit(opened, qtbot, PRINCIPAL)

    assert not lasting(opened)


def test_an_administrator_is_told_who_may_and_where_their_own_are(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, ADMINISTRATOR)

    press(opened)

    assert [one.happened.id for one in opened.frame.banners.models] == ["crisis.pressed-by"]
    assert opened.office.crises.now(opened.office.session.actor) is None


def test_what_another_program_stopped_is_said_here_without_a_press_and_stays_locked(
    opened: Opened, qtbot: QtBot
) -> None:
    sit(opened, qtbot, PRINCIPAL)
    opened.office.crises.hold(opened.office.session.actor)

    qtbot.waitUntil(lambda: stopped(opened), timeout=LONG_MS)
    opened.shell.lock()
    qtbot.waitUntil(lambda: opened.frame.current == GATE, timeout=LONG_MS)
    assert stopped(opened)
    assert PRINCIPAL not in lasting(opened)[0].accessibleName()  # nor the reason
    assert lasting(opened)[0].action is None

    sit(opened, qtbot, ADMINISTRATOR)
    assert PRINCIPAL in lasting(opened)[0].accessibleName()
    lasting(opened)[0].actionChosen.emit()
    sheet = sheet_of(opened, qtbot)
    assert sheet.save.isHidden()
    assert sheet.end_button.isHidden()


def test_every_post_that_went_out_is_named_and_leads_to_where_it_is_taken_down(
    window: QWidget, words: Wording
) -> None:
    out = tuple(Caught(PostId(f"p{n}"), AccountId("x"), "X @larks", f"Post {n}") for n in range(5))
    dialog = SheetDialog(CrisisSheet(Crisis(1, PRINCIPAL, AT), out=out), words, window)
    asked: list[str] = []
    dialog.postAsked.connect(asked.append)

    dialog.open()
    said = texts(dialog)
    dialog.looks[4].click()

    assert all(f"“Post {n}”" in said for n in range(5))
    assert asked == ["p4"]


def test_what_waits_at_a_platform_isnt_followed_by_that_nothing_waited(
    window: QWidget, words: Wording
) -> None:
    there = (Caught(PostId("there"), AccountId("x"), "X @larks", "There"),)
    dialog = SheetDialog(CrisisSheet(Crisis(1, PRINCIPAL, AT), there=there), words, window)

    dialog.open()

    assert "“There”" in texts(dialog)
    assert words.say("crisis.sheet-nothing") not in texts(dialog)


def test_what_went_out_in_spite_of_it_comes_before_what_was_out_and_leads_there(
    window: QWidget, words: Wording
) -> None:
    after, before = (Caught(PostId(one), AccountId("x"), "X @larks", one) for one in ("after", "before"))
    sheet = CrisisSheet(Crisis(1, PRINCIPAL, AT), despite=(after,), out=(before,))
    dialog = SheetDialog(sheet, words, window)
    asked: list[str] = []
    dialog.postAsked.connect(asked.append)

    dialog.open()
    said = texts(dialog)
    dialog.looks[0].click()

    assert "Went out in spite of the hold" in said
    assert asked == ["after"]
