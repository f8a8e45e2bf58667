"""The answers on Today about a clock that doesn't agree with the record are signed, and the question goes."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from smadmin.domain.vocabulary import Act, Noun
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.today.clock import KEY
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting
from tests.school import MovableClock
from tests.unasked import record_unasked


def asked(screen: TodayScreen) -> Button | None:
    return next((row.button for row in screen.rows if row.objectName() == KEY), None)


def answer(screen: TodayScreen) -> None:
    button = asked(screen)
    assert button is not None
    button.click()


def test_a_date_is_said_to_be_right_and_entries_ahead_to_be_wrong(
    qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance
) -> None:
    del appearance
    ellen = Sitting(qtbot, tmp_path, words, "ellen-whitcomb")
    ellen.office.begin_work(ellen.actor)
    desk = ellen.office.desk
    real = desk.clock
    desk.clock = MovableClock(real.now() + timedelta(days=3650))
    screen = TodayScreen(ellen.around)
    ellen.show(screen)

    answer(screen)
    qtbot.waitUntil(lambda: asked(screen) is None)
    with desk.deed(ellen.actor) as deed:
        record_unasked(deed, Act.OVERRIDE, Noun.POSTS, "a-post")

    desk.clock = real
    screen.load()
    qtbot.waitUntil(lambda: asked(screen) is not None)
    answer(screen)
    assert screen.clock.dialog is not None
    screen.clock.dialog.do_button.click()
    qtbot.waitUntil(lambda: asked(screen) is None)

    assert ellen.doors.passphrases == 1
    assert ellen.unheard == []
    ellen.close()
