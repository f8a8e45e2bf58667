"""Three years of 200 accounts: the calendar reads by the month, and paints only what is seen."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.canonical import canonical
from smadmin.domain.ids import AccountId
from smadmin.storage.disk import FILE_NAME
from smadmin.ui.appearance import Appearance
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.table import CalendarTable, Kind
from smadmin.ui.screen import Screen
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting

ACCOUNTS = 200
BLOCK_S = 0.05
SLACK = 3
"""A computer that tests other things meanwhile is slower."""


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
        for week in range(-52, 104):
            day = today + timedelta(weeks=week)
            raw.executemany(
                "INSERT INTO slot (school_id, id, version, account_id, day, body) VALUES (?, ?, 1, ?, ?, ?)",
                [_slot(school, one, day + timedelta(days=number % 5)) for number, one in enumerate(accounts)],
            )
        raw.execute("COMMIT")
    yield somebody
    somebody.close()


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

    last = grid.days_seen()[1]
    row = grid.rowAt(grid.viewport().height() // 2)
    assert (grid.sheet.rowCount(), grid.sheet.columnCount()) == (ACCOUNTS + 5, 156 * 7)
    assert (last.year, last.month) in page._shown.months
    assert row > ACCOUNTS - 30
    assert max(turns) < SLACK * BLOCK_S
    assert sorted(painted)[len(painted) // 2] < BLOCK_S
