"""The page *Rhythm*: a year in pictures, as table, text and file; past posts taken and taken back."""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.ui.accounts.pages import RHYTHM
from smadmin.ui.accounts.rhythm_page import RhythmPage
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.promptness import be_prompt
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

LONGEST_GAP_S = 0.2
"""Four times what a quiet computer keeps to: this one runs other tests too."""


seat = seat_of("ellen-whitcomb")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


@pytest.fixture
def account(seat: Seat) -> Account:
    return seat.office.accounts.all()[0]


@pytest.fixture
def page(seat: Seat, screen: AccountsScreen, account: Account, qtbot: QtBot) -> RhythmPage:
    screen.open_subject(account.id)
    made = screen.panel.turn_to(RHYTHM)
    assert isinstance(made, RhythmPage)
    qtbot.waitUntil(lambda: made.year.year is not None)
    return made


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=20_000)


def written(folder: Path, seat: Seat, weeks: int, *more: str) -> Path:
    """Write a list of a post each week, all of them years ago."""
    today = seat.office.school.local(seat.around.now).date()
    days = [(today - timedelta(days=200 + week % 4_000)).isoformat() for week in range(weeks)]
    path = folder / "past.csv"
    path.write_text("\n".join(["date", *days, *more]) + "\n")
    return path


def test_the_pictures_say_in_words_what_they_show(page: RhythmPage, account: Account) -> None:
    for picture in (page.year.strip, page.year.bars):
        said = picture.accessibleName()
        assert account.label in said
        assert "posts" in said
    half = page.year.strip.height() / 4
    last = page.year.strip.said_at(QPointF(page.year.strip.width() - 4, half))
    assert last.startswith("Week of")


def test_the_table_and_the_text_have_every_week_the_newest_first(page: RhythmPage, qtbot: QtBot) -> None:
    page.year.switch.click()

    table = page.year.table
    assert page.year.as_table
    assert not page.year.strip.isVisibleTo(page)
    assert (table.rowCount(), table.columnCount()) == (52, 3)
    newest = table.item(0, 0)
    assert newest is not None
    page.year.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 54
    assert lines[2].startswith(newest.text())
    QGuiApplication.clipboard().clear()


def test_the_picture_is_written_as_a_png(page: RhythmPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.year.saveAsked.emit(tmp_path / "year.png", page.year.png())

    until(qtbot, (tmp_path / "year.png").exists)
    image = QImage(str(tmp_path / "year.png"))
    assert (image.width(), image.height()) == (1800, 660)


def test_past_posts_are_shown_then_taken_then_taken_back(
    page: RhythmPage, seat: Seat, account: Account, tmp_path: Path, qtbot: QtBot
) -> None:
    page.read(written(tmp_path, seat, 30, "2031-01-01", "soon"))
    until(qtbot, lambda: page.past.told.isVisibleTo(page))
    assert "30 new posts" in page.past.lines.whole_text
    assert [page.past.refused.item(row).text() for row in range(2)] == [
        "Row 32: It lies in the future: Jan 1, 2031.",
        "Row 33: Its day can't be read.",
    ]
    assert page.past.take.text() == "Import 30 posts"
    last = page.past.refused.item(1)
    assert page.past.refused.viewport().rect().contains(page.past.refused.visualItemRect(last))

    page.past.take.click()
    until(qtbot, lambda: len(seat.office.past_posts.imports(account.id)) == 1)
    until(qtbot, lambda: page.past.choose.isVisibleTo(page))
    assert not page.past.told.isVisibleTo(page)

    (taken,) = seat.office.past_posts.imports(account.id)
    page.past.takeBackAsked.emit(taken.id)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ConfirmDialog))
    dialog.do_button.click()
    until(qtbot, lambda: not seat.office.past_posts.imports(account.id))
    until(qtbot, lambda: page.past.choose.isVisibleTo(page))


def test_an_import_that_is_stopped_brings_nothing(
    page: RhythmPage, seat: Seat, account: Account, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.csv"
    first = seat.around.now - timedelta(days=900)
    moments = ((first + timedelta(minutes=40 * number)).isoformat() for number in range(20_000))
    path.write_text("\n".join(["date", *moments]) + "\n")
    page.read(path)
    until(qtbot, lambda: page.past.told.isVisibleTo(page))
    page.past.take.click()
    assert page.past.stop.isVisibleTo(page)

    until(qtbot, lambda: page.past.bar.maximum() > 0)
    page.past.stop.click()

    until(qtbot, lambda: page.past.choose.isVisibleTo(page))
    assert seat.office.past_posts.imports(account.id) == ()
    with seat.office.desk.look() as unit:
        assert unit.past_imports.all() == ()


def test_an_import_goes_on_while_another_account_is_open_and_says_whose_it_is(
    page: RhythmPage, seat: Seat, screen: AccountsScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    account, other = seat.office.accounts.all()[:2]
    page.read(written(tmp_path, seat, 400))
    until(qtbot, lambda: page.past.told.isVisibleTo(page))
    page.past.take.click()

    screen.open_subject(other.id)
    assert page.past.running.isVisibleTo(page)
    assert account.label in page.past.said.whole_text
    until(qtbot, lambda: page.past.choose.isVisibleTo(page))

    assert [one.posts for one in seat.office.past_posts.imports(account.id)] == [400]
    assert seat.office.past_posts.imports(other.id) == ()
    said = [seat.around.words(one.happened) for one in screen.banners.models]
    assert said == [f"400 past posts were imported for {account.label}."]


def test_a_lock_ends_an_import_and_nothing_was_taken(
    page: RhythmPage, seat: Seat, account: Account, tmp_path: Path, qtbot: QtBot
) -> None:
    page.read(written(tmp_path, seat, 8_000))
    until(qtbot, lambda: page.past.told.isVisibleTo(page))
    page.past.take.click()
    until(qtbot, lambda: page.past.bar.maximum() > 0)

    page.settle()

    seat.settle()
    assert page.past.choose.isVisibleTo(page)
    assert seat.office.past_posts.imports(account.id) == ()


def test_a_file_that_tells_nothing_says_why_and_changes_nothing(
    page: RhythmPage, tmp_path: Path, qtbot: QtBot, screen: AccountsScreen
) -> None:
    path = tmp_path / "archive.json"
    path.write_text('{"friends": []}')
    page.read(path)

    until(qtbot, lambda: page.past.choose.isVisibleTo(page))
    until(qtbot, lambda: bool(screen.banners.models))
    assert [one.happened.id for one in screen.banners.models] == ["pastposts.unknown-shape"]


def test_where_no_title_is_known_the_person_says_which_column_is_which(
    page: RhythmPage, seat: Seat, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("Wann,Wer,\n2024-05-03,somebody_else,\n2024-05-10,,\n")
    page.read(path)
    form = page.past.columns
    until(qtbot, lambda: form.isVisibleTo(page))
    choices = form.choices["when"]
    assert [choices.itemText(at) for at in range(4)] == ["No column", "1: Wann", "2: Wer", "Column 3"]
    assert choices.hasFocus() or not page.isActiveWindow()
    assert not form.read.isEnabled()

    until(qtbot, lambda: not form.read.visibleRegion().isEmpty())

    choices.setCurrentIndex(1)
    form.choices["account"].setCurrentIndex(2)
    form.read.click()

    until(qtbot, lambda: page.past.told.isVisibleTo(page))
    assert not form.isVisibleTo(page)
    until(qtbot, lambda: not page.past.take.visibleRegion().isEmpty())
    assert "1 new post" in page.past.lines.whole_text
    assert [page.past.refused.item(0).text()] == ["Row 2: It is of another account, @somebody_else."]
    page.past.leave.click()
    page.read(path)
    until(qtbot, lambda: form.isVisibleTo(page))
    assert choices.currentIndex() == 0
    form.leave.click()
    assert page.past.choose.isVisibleTo(page)


def longest_gap(qtbot: QtBot, done: Callable[[], bool]) -> float:
    """Wait; gives the longest time in seconds that the event loop did nothing else, by a ticking timer."""
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(2)
    qtbot.waitUntil(done, timeout=60_000)
    timer.stop()
    return max(later - earlier for earlier, later in pairwise(ticks))


@pytest.fixture
def prompt() -> Iterator[None]:
    """Do what the program does once all is loaded."""
    turn_s = sys.getswitchinterval()
    be_prompt()
    yield
    sys.setswitchinterval(turn_s)
    gc.unfreeze()


@pytest.mark.usefixtures("prompt")
def test_a_hundred_thousand_posts_come_in_while_the_window_answers(
    page: RhythmPage, seat: Seat, account: Account, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.csv"
    first = seat.around.now - timedelta(minutes=40 * 100_000)
    moments = [(first + timedelta(minutes=40 * number)).isoformat() for number in range(100_000)]
    moments = moments[1::2] + moments[0::2]
    path.write_text("\n".join(["date", *moments]) + "\n")

    usual = gc.get_threshold()
    page.read(path)
    read = longest_gap(qtbot, lambda: page.past.told.isVisibleTo(page))
    page.past.take.click()
    taken = longest_gap(qtbot, lambda: page.past.choose.isVisibleTo(page))

    assert gc.get_threshold() == usual
    assert len(seat.office.past_posts.imports(account.id)) == 1
    assert (read < LONGEST_GAP_S, taken < LONGEST_GAP_S) == (True, True), (read, taken)
