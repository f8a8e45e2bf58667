"""The register's list: searching, filtering, and handing on what is in sight."""

import csv
import gc
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage, Platform
from smadmin.domain.ids import AccountId
from smadmin.ui.accounts.model import Register, Seen
from smadmin.ui.accounts.screen import AccountsScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


MANY = 2_000
TURN_S = 0.05


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
    assert all(row[heading.index("Administrators' telephones")] for row in rows)
    assert len(rows) == 1
    assert (tmp_path / "accounts.html").read_text().count("<li>") == 5
    copied = QGuiApplication.clipboard().mimeData()
    assert "https://x.com/lincoln_larks" in copied.html()
    assert "https://x.com/lincoln_larks" in copied.text()
    assert "Lincoln Music" in hand.printed(side.found).toPlainText()


def test_the_printed_list_can_be_read_and_says_as_of_which_day(screen: AccountsScreen, seat: Seat) -> None:
    """The window's letters count in pixels: on paper the heading was one and a half points high."""
    printed = screen.hand.printed(screen.side.found)

    today = seat.office.school.local(seat.around.now).date()
    assert seat.words.say("register.public-note", day=today) in printed.toPlainText()
    assert printed.defaultFont().pointSize() >= 9
    table = next(one for one in printed.rootFrame().childFrames() if isinstance(one, QTextTable))
    assert table.rows() == 1 + len(screen.side.found)


def test_beside_a_search_stands_no_account_that_it_left_out(screen: AccountsScreen, seat: Seat) -> None:
    first = screen.list.chosen

    screen.side.search.setText("music")
    found, beside, shown = titles(screen), screen.model, screen._right.currentWidget()
    screen.side.search.clear()
    seat.settle()

    assert found == ["Lincoln Music and Clubs"]
    assert beside is None
    assert shown is screen._nobody
    assert screen.list.chosen == first
    assert screen.model is not None
    assert screen._right.currentWidget() is screen._panel_area


def test_an_account_opened_from_elsewhere_is_shown_whatever_is_looked_for(
    screen: AccountsScreen, seat: Seat
) -> None:
    screen.side.search.setText("music")
    other = next(one.id for one in seat.office.accounts.all() if "Music" not in one.name)

    screen.open_subject(other)
    seat.settle()

    assert screen.side.search.text() == ""
    assert (screen.list.chosen, screen._right.currentWidget()) == (other, screen._panel_area)


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


def a_districts(register: Register) -> Register:
    """Give a register of 2,000 accounts, made of a school's."""

    def another(one: Seen, number: int) -> Seen:
        name = f"School {number} {one.listed.account.name}"
        account = replace(one.listed.account, id=AccountId(f"a{number}"), name=name)
        return replace(one, listed=replace(one.listed, account=account))

    many = register.accounts * (MANY // len(register.accounts))
    return replace(register, accounts=tuple(another(one, number) for number, one in enumerate(many)))


def test_2000_accounts_are_sifted_in_the_list_itself_within_50_ms_a_key(
    screen: AccountsScreen, seat: Seat, qtbot: QtBot
) -> None:
    assert screen._register is not None
    screen._came(a_districts(screen._register))
    seat.settle()
    assert len(screen.list.rows) == MANY
    gc.collect()
    turns = []

    for key in (*"MUSIC", *[Qt.Key.Key_Backspace] * 5, *" 19"):
        began = time.thread_time()  # the window's own time, whatever else the computer does
        QTest.keyClick(screen.side.search, key)
        screen.list.viewport().repaint()
        turns.append(time.thread_time() - began)
        began = time.thread_time()
        qtbot.wait(1)
        turns.append(time.thread_time() - began)

    assert 0 < len(titles(screen)) < MANY
    assert all("19" in title for title in titles(screen))
    assert max(turns) < TURN_S, [round(one * 1000) for one in turns]
