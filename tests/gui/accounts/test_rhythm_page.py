"""The page *Rhythm*: a year in pictures, as table, text and file; past posts taken and taken back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.ui.accounts.pages import RHYTHM
from smadmin.ui.accounts.rhythm_page import RhythmPage
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "ellen-whitcomb") as made:
        yield made


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
    days = [(today - timedelta(weeks=150 + week)).isoformat() for week in range(weeks)]
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


def test_a_file_that_tells_nothing_says_why_and_changes_nothing(
    page: RhythmPage, tmp_path: Path, qtbot: QtBot, screen: AccountsScreen
) -> None:
    path = tmp_path / "children.csv"
    path.write_text("name,class\nA,1\n")
    page.read(path)

    until(qtbot, lambda: page.past.choose.isVisibleTo(page))
    until(qtbot, lambda: bool(screen.banners.models))
    assert [one.happened.id for one in screen.banners.models] == ["pastposts.no-titles"]
