"""The window's side: the offer when it is closed, the sheet of choices, and the start at log-in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.ui.buttons import Button
from smadmin.ui.frame import Frame
from smadmin.ui.labels import PlainLabel
from smadmin.ui.perform import Performer
from smadmin.ui.tray.menu import WarningMenu
from smadmin.ui.tray.offer import WatchOffer
from smadmin.ui.tray.prefs import WarningPrefs, Watch
from smadmin.ui.tray.sheet import WarningSheet
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory

X = AccountId("x")
FRIDAY = date(2026, 11, 20)


@dataclass
class NotedStart:
    """Notes what starts at log-in; a closed one refuses."""

    starts: bool = False
    closed: bool = False
    task_command: str = "smadmin cadence"

    def choose(self, *, on: bool) -> None:
        if self.closed:
            raise OutsideFailed(say("store.no-permission"))
        self.starts = on


@dataclass
class Reminded:
    """A window with its reminders."""

    frame: Frame
    words: Wording
    qtbot: QtBot
    own: bool = True
    tray: bool = True
    start: NotedStart = field(default_factory=NotedStart)

    def __post_init__(self) -> None:
        self.performer = Performer()
        self.prefs = WarningPrefs(KeptInMemory())
        self.menu = WarningMenu(
            self.frame,
            self.performer,
            self.words,
            self.prefs,
            self.start,
            own_school=lambda: self.own,
            names=lambda: {X: "X @lincoln_es"},
            has_tray=lambda: self.tray,
        )

    def sheet(self) -> WarningSheet:
        self.frame.menus.action("reminders").trigger()
        self.qtbot.waitUntil(lambda: bool(self.frame.findChildren(WarningSheet)))
        return self.frame.findChildren(WarningSheet)[0]

    def offer(self) -> WatchOffer:
        self.frame.close()
        assert self.frame.isVisible(), "it stays until somebody answers"
        return self.frame.findChildren(WatchOffer)[0]

    def closed(self) -> None:
        self.qtbot.waitUntil(lambda: not self.frame.isVisible())


Remind = Callable[..., Reminded]


@pytest.fixture
def remind(frame: Frame, words: Wording, qtbot: QtBot) -> Iterator[Remind]:
    made: list[Reminded] = []

    def begin(**changed: object) -> Reminded:
        made.append(Reminded(frame, words, qtbot, **changed))  # type: ignore[arg-type]  # a test names its fields
        return made[-1]

    yield begin
    for one in made:
        one.prefs.choose_watch(Watch.OFF)  # or the frame would ask once more while it is put away
        one.performer.close()


def test_closing_offers_once_and_nothing_starts_at_log_in_that_nobody_ticked(remind: Remind) -> None:
    reminded = remind()

    offer = reminded.offer()
    assert not offer.starts.isChecked()
    offer.main.click()

    reminded.closed()
    assert reminded.prefs.watch is Watch.ON
    assert not reminded.start.starts
    reminded.frame.show()
    reminded.frame.close()
    reminded.closed()


def test_a_tick_starts_it_at_log_in_and_a_no_is_kept(remind: Remind) -> None:
    reminded = remind()
    offer = reminded.offer()
    offer.starts.setChecked(True)

    offer.main.click()

    reminded.closed()
    assert reminded.start.starts
    reminded.prefs.choose_watch(Watch.NEVER_ASKED)
    reminded.frame.show()
    reminded.offer().no.click()
    reminded.closed()
    assert reminded.prefs.watch is Watch.OFF


def test_escape_keeps_window_and_question(remind: Remind) -> None:
    reminded = remind()

    reminded.offer().reject()

    assert reminded.frame.isVisible()
    assert reminded.prefs.watch is Watch.NEVER_ASKED


def test_a_start_at_log_in_that_cant_be_put_there_is_said_in_the_open_window(remind: Remind) -> None:
    reminded = remind(start=NotedStart(closed=True))
    offer = reminded.offer()
    offer.starts.setChecked(True)

    offer.main.click()

    reminded.qtbot.waitUntil(lambda: bool(reminded.frame.banners.models))
    assert reminded.frame.isVisible()


@pytest.mark.parametrize("changed", [{"own": False}, {"tray": False}])
def test_the_sample_and_a_desktop_without_a_tray_are_asked_nothing(
    remind: Remind, changed: dict[str, bool]
) -> None:
    reminded = remind(**changed)

    reminded.frame.close()

    reminded.closed()


def test_the_sheet_keeps_each_choice_at_once_and_takes_the_start_back(remind: Remind) -> None:
    reminded = remind(start=NotedStart(starts=True))
    reminded.prefs.choose_watch(Watch.ON)
    sheet = reminded.sheet()
    assert (sheet.watch.isChecked(), sheet.starts.isChecked()) == (True, True)

    sheet.fields["at"].setTime(QTime(9, 15))
    QTest.keyClick(sheet.fields["at"], Qt.Key.Key_Return)
    sheet.watch.setChecked(False)

    assert reminded.prefs.times.at == time(9, 15)
    assert reminded.prefs.watch is Watch.OFF
    reminded.qtbot.waitUntil(lambda: not reminded.start.starts)
    sheet.accept()


def test_what_is_snoozed_stands_in_the_sheet_and_is_spoken_of_again(remind: Remind) -> None:
    reminded = remind()
    reminded.prefs.choose_times(reminded.prefs.times.snooze(X, FRIDAY, FRIDAY))
    sheet = reminded.sheet()
    said = [one.whole_text for one in sheet.findChildren(PlainLabel)]
    assert any("X @lincoln_es" in one for one in said)

    next(one for one in sheet.findChildren(Button) if one.text() == "Speak again").click()

    assert reminded.prefs.times.snoozed == {}
    sheet.accept()


def test_the_sheet_says_what_the_icon_does(remind: Remind) -> None:
    sheet = remind().sheet()

    told = [one.whole_text for one in sheet.findChildren(PlainLabel)]
    assert any("beside the clock" in one and "publishes nothing" in one for one in told)


def test_where_no_tray_is_the_command_for_a_planned_task_is_shown(remind: Remind) -> None:
    reminded = remind(tray=False)

    sheet = reminded.sheet()

    command = sheet.findChild(PlainLabel, "task-command")
    assert isinstance(command, PlainLabel)
    assert command.whole_text == "smadmin cadence"
    assert not sheet.watch.isVisible()
    sheet.accept()


def test_a_time_is_kept_once_it_is_typed_and_never_a_half_of_it(remind: Remind) -> None:
    reminded = remind()
    sheet = reminded.sheet()
    before, at = reminded.prefs.times.at, sheet.fields["at"]

    QTest.keyClicks(at, "18:00")
    assert reminded.prefs.times.at == before
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert reminded.prefs.times.at == time(18)
    QTest.keyClick(at, Qt.Key.Key_Up)
    assert reminded.prefs.times.at != time(18)

    QTest.keyClicks(sheet.fields["quiet_from"], "17:30")
    sheet.accept()
    assert reminded.prefs.times.quiet_from == time(17, 30)


def test_every_control_has_a_name(remind: Remind) -> None:
    sheet = remind().sheet()

    assert all(one.accessibleName() for one in sheet.fields.values())
    assert sheet.watch.text()
    assert sheet.starts.text()
    sheet.accept()
