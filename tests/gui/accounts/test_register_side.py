"""The register's list: searching, filtering, and handing on what is in sight."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage, Platform
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
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


def titles(screen: AccountsScreen) -> list[str]:
    return [row.title for row in screen.list.rows]


@pytest.mark.demand("WIC-P5")
@pytest.mark.demand("WIC-P20")
def test_the_register_is_searched_filtered_and_handed_on(
    screen: AccountsScreen, seat: Seat, tmp_path: Path
) -> None:
    side, hand = screen.side, screen.hand

    side.search.setText("music")
    assert titles(screen) == ["Lincoln Music and Clubs"]
    hand.keep_table(tmp_path / "accounts.csv")
    side.search.setText("no such account")
    assert (side.none_found.isVisibleTo(screen), side.list.isVisibleTo(screen)) == (True, False)
    side.clear.click()
    box = side._boxes["platform"]
    box.setCurrentIndex(box.findData(Platform.FACEBOOK.value))
    assert titles(screen) == ["Lincoln Elementary School"]
    side.show_all()
    hand.keep_page(tmp_path / "accounts.html")
    hand.copy_signature()
    seat.settle()

    assert len(titles(screen)) == 5
    with (tmp_path / "accounts.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading[:3] == ["Platform", "Account", "Handle (without @)"]
    assert {row[1] for row in rows} == {"Lincoln Music and Clubs"}
    assert all(row[heading.index("Administrator's telephone")] for row in rows)
    assert (tmp_path / "accounts.html").read_text().count("<li>") == 5
    copied = QGuiApplication.clipboard().mimeData()
    assert "https://x.com/lincoln_larks" in copied.html()
    assert "https://x.com/lincoln_larks" in copied.text()
    assert "Lincoln Music" in hand.printed(side.found).toPlainText()


@pytest.mark.demand("YEL-A4")
def test_communications_stops_all_accounts_below_their_list(seat: Seat, window: QWidget) -> None:
    """In a page of one account nobody looks for it."""
    seat.by("samuel-okoye")
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    stop = screen.hand.stop_all
    offered = stop.isVisibleTo(screen)

    stop.unfold()
    stop.line.setText("A court asked for it.")
    stop.line.returnPressed.emit()
    seat.settle()

    assert offered
    assert {one.stage for one in seat.office.accounts.all()} == {AccountStage.ON_HOLD}
    assert all(one.account.stage is AccountStage.ON_HOLD for one in screen.side.everything)
    assert not stop.isVisibleTo(screen)


def test_nobody_else_finds_the_stop_of_all_accounts(screen: AccountsScreen) -> None:
    assert not screen.hand.stop_all.isVisibleTo(screen)
