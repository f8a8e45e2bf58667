"""Three years of 200 accounts: the calendar reads by the month, and paints only what is seen."""

import gc
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.canonical import canonical
from smadmin.domain.ids import AccountId
from smadmin.storage.disk import FILE_NAME
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.dayposts import MORE_LINES
from smadmin.ui.plan.model import SlotLine
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.table import CalendarTable, Kind
from smadmin.ui.screen import Screen
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting

ACCOUNTS = 200
BLOCK_S = 0.05
FRAME_S = 0.016
SLACK = 1.6
"""The thread's own time grows too where other tests share the processor's memory."""


class Turns:
    """Times each turn of the window's thread, by the processor time that it takes."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._last = time.thread_time()
        self._tick = QTimer(interval=0)
        self._tick.timeout.connect(self._count)
        self._tick.start()

    def _count(self) -> None:
        now = time.thread_time()
        self.took.append(now - self._last)
        self._last = now

    def stop(self) -> float:
        """Give the longest turn in seconds."""
        self._tick.stop()
        return max(self.took)


@pytest.fixture
def district(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "maya-ortega")
    desk = somebody.office.desk
    today = desk.now.date()
    accounts = [AccountId(f"00000000-0000-7000-8000-{number:012d}") for number in range(ACCOUNTS)]
    with desk.store.deed(desk.school) as unit:
        for number, one in enumerate(accounts):
            name, since = f"School {number:03d}", today - timedelta(days=400)
            unit.accounts.add(
                Account(
                    one,
                    desk.school,
                    list(Platform)[number % 5],
                    name,
                    name,
                    "",
                    stage=AccountStage.LIVE,
                    live_since=since,
                )
            )
    school = str(desk.school)
    with closing(sqlite3.connect(desk.store.folder / FILE_NAME, isolation_level=None)) as raw:
        raw.execute("BEGIN")
        for day in _planned_days(today):
            raw.executemany(
                "INSERT OR IGNORE INTO slot (school_id, id, version, account_id, day, body)"
                " VALUES (?, ?, 1, ?, ?, ?)",
                [_slot(school, one, day) for one in accounts],
            )
        raw.execute("COMMIT")
    yield somebody
    somebody.close()


def _planned_days(today: date) -> Iterator[date]:
    """Give every day of three weeks, and one of each other week."""
    yield from (today + timedelta(days=number) for number in range(-7, 14))
    yield from (today + timedelta(weeks=week, days=week % 5) for week in range(-52, 104))


def _slot(school: str, account: AccountId, day: date) -> tuple[object, ...]:
    slot = f"{account[:19]}9{account[20:24]}{day.toordinal():06d}{account[-6:]}"
    plain = {"account": account, "at": None, "day": day.isoformat(), "id": slot, "school": school}
    body = canonical({**plain, "series": None, "topic": "Friday sports", "v": 1, "version": 1})
    return school, slot, account, day.isoformat(), body


def test_the_calendar_of_200_accounts_scrolls_through_three_years(
    district: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[float] = []
    paint = CalendarTable.paintEvent

    def timed(self: CalendarTable, event: object) -> None:
        began = time.thread_time()
        paint(self, event)  # type: ignore[arg-type]  # what Qt gave
        painted.append(time.thread_time() - began)

    monkeypatch.setattr(CalendarTable, "paintEvent", timed)
    screen = Screen()
    banners = UndoBanners(district.around.words)
    page = CalendarPage(district.around, banners, screen)
    screen.page.addWidget(banners)
    screen.page.addWidget(page, 1)
    district.show(screen)
    page.load()
    district.qtbot.waitUntil(lambda: bool(page._shown.accounts), timeout=10_000)
    page.kinds.setCurrentIndex(list(Kind).index(Kind.ACCOUNTS))
    grid, turns = page.grid, list[float]()
    district.qtbot.waitUntil(lambda: page._asked is None and not grid._looking.isActive(), timeout=10_000)
    grid._scrolling.rest.timeout.emit()
    usual = gc.get_threshold()
    painted.clear()

    for bar, step in ((grid.horizontalScrollBar(), 900), (grid.verticalScrollBar(), 350)):
        for value in range(0, bar.maximum() + 1, step):
            began = time.thread_time()
            bar.setValue(value)
            QApplication.sendPostedEvents()
            grid.viewport().repaint()
            turns.append(time.thread_time() - began)
            district.qtbot.wait(20)
    district.qtbot.waitUntil(lambda: page._asked is None and not grid._looking.isActive(), timeout=10_000)

    assert gc.get_threshold()[2] > usual[2], "nobody looks through all memory while somebody scrolls"
    assert len(grid.sheet._cells) <= 4_000, "a few screens are kept, not three years"
    grid.hide()
    assert gc.get_threshold() == usual
    grid.show()
    last = grid.days_seen()[1]
    row = grid.rowAt(grid.viewport().height() // 2)
    assert (grid.sheet.rowCount(), grid.sheet.columnCount()) == (ACCOUNTS + 5, 156 * 7)
    assert (last.year, last.month) in page._shown.months
    assert row > ACCOUNTS - 30
    assert max(turns) < SLACK * BLOCK_S
    assert sorted(painted)[len(painted) // 2] < SLACK * FRAME_S


def opened(district: Sitting) -> PlanScreen:
    screen = PlanScreen(district.around)
    district.qtbot.addWidget(screen)
    screen.resize(1080, 700)
    screen.show()
    district.qtbot.wait(50)
    screen.shown()
    district.qtbot.waitUntil(lambda: screen._model is not None and screen.days.whole, timeout=10_000)
    district.settle()
    district.qtbot.wait(100)
    return screen


def test_the_week_of_200_accounts_comes_in_short_turns(district: Sitting) -> None:
    turns = Turns()

    screen = opened(district)

    longest = turns.stop()
    assert screen._model is not None
    assert len(screen.days.findChildren(Button, "more-posts")) == len(screen._model.days)
    assert len(screen.accounts.many.rows) >= ACCOUNTS
    assert longest < SLACK * BLOCK_S


def test_more_posts_of_a_day_are_shown_in_place_and_the_keyboard_goes_on(district: Sitting) -> None:
    screen = opened(district)
    model = screen._model
    assert model is not None
    day = next(one for one in model.days if len(one.slots) > ACCOUNTS / 2 and one.open)
    posts = screen.days._posts[[one.day for one in model.days].index(day.day)]
    button = posts.findChild(Button, "more-posts")
    assert isinstance(button, Button)
    before, said = len(posts._places), button.text()
    button.setFocus()
    turns = Turns()

    QTest.keyClick(button, Qt.Key.Key_Space)
    district.qtbot.wait(100)

    assert turns.stop() < SLACK * BLOCK_S
    assert said == f"Show {len(day.slots) + len(day.beside) - before} more posts"
    assert len(posts._places) == before + MORE_LINES
    focused = screen.focusWidget()
    assert focused is not None
    assert focused in posts.findChildren(Button)
    assert focused is not button
    # What was just written is shown though its line wasn't made yet.
    last = posts._rest[-1]
    assert isinstance(last, SlotLine)
    screen.days.go_to(last.slot.id)
    district.qtbot.wait(20)
    assert posts.place_of(last.slot.id) is not None
