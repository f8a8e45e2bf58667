"""Locked copies and pages without a password, in the window: told, handed out, held by people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import Leaving
from smadmin.domain.holdings import Holder
from smadmin.domain.log_ins import LogIn
from smadmin.services.copies import Way
from smadmin.services.ending import end_grants, retire_keys
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.log_in_sheet import Lines, Printed, draw_sheet, where_it_went
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.labels import PlainLabel
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.sample import sit

SECRET = LogIn("lincoln_es", "canary-Falcon-42-ember", ("code-one",), email="social@lincoln.example")


seat = seat_of("maya-ortega")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> Iterator[AccountsScreen]:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    yield made
    made.settle()


def page_of(screen: AccountsScreen, seat: Seat, platform: Platform = Platform.X) -> LogInPage:
    account = next(one for one in seat.office.accounts.all() if one.platform is platform)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    seat.settle()
    return page


def kept(screen: AccountsScreen, seat: Seat) -> LogInPage:
    page = page_of(screen, seat)
    page.card.kept.emit(SECRET)
    seat.settle()
    return page


def acts(seat: Seat) -> list[str]:
    return [entry.act for entry in seat.office.records.newest(3)]


def test_who_opens_a_copy_is_said_and_communications_says_that_it_has_it(
    screen: AccountsScreen, seat: Seat
) -> None:
    copies = kept(screen, seat).copies

    assert "Maya Ortega" in copies.openers.whole_text
    assert "envelope" in copies.openers.whole_text
    assert copies.untold.isVisibleTo(screen)
    assert not copies.tell_button.isVisibleTo(screen)

    seat.by("samuel-okoye")
    page_of(screen, seat).copies.tell_button.click()
    seat.settle()

    assert acts(seat)[0] == "tell-log-in"
    assert copies.told.isVisibleTo(screen)
    assert not copies.untold.isVisibleTo(screen)


def test_a_file_under_a_passphrase_is_saved_and_the_words_are_shown_until_the_page_is_left(
    screen: AccountsScreen, seat: Seat, tmp_path: Path
) -> None:
    page, file = kept(screen, seat), tmp_path / "x.age"
    assert page.copies._account is not None

    page.copies.handing.locked = lambda text: ("six words", text.encode()[::-1])
    page.copies.handing.hand(page.copies._account, Way.PHRASE, path=file, why="")
    seat.settle()

    text = file.read_bytes()[::-1].decode()
    assert page.copies.phrase.whole_text == "six words"
    assert page.copies.phrase.isVisibleTo(screen)
    assert page.copies.phrase.visibleRegion().boundingRect().height() == page.copies.phrase.height()
    assert page.copies.hide_words.hasFocus()
    assert SECRET.password in text
    assert "code-one" in text
    assert file.stat().st_mode & 0o077 == 0
    assert acts(seat)[0] == "hand-log-in"
    page.hide()
    assert page.copies.phrase.whole_text == ""


def test_the_words_stay_until_somebody_says_that_they_were_told(
    screen: AccountsScreen, seat: Seat, tmp_path: Path
) -> None:
    page = kept(screen, seat)
    assert page.copies._account is not None
    page.copies.handing.locked = lambda text: ("six words", text.encode()[::-1])
    page.copies.handing.hand(page.copies._account, Way.PHRASE, path=tmp_path / "x.age", why="")
    seat.settle()

    page.copies.hide_words.click()

    assert page.copies.phrase.whole_text == ""
    assert page.copies.hide_words.isHidden()


def test_a_sheet_goes_to_the_printer_with_everything_one_needs(screen: AccountsScreen, seat: Seat) -> None:
    page = kept(screen, seat)
    sheets: list[tuple[str, Lines]] = []

    def printed(title: str, _note: str, lines: Lines, _over: QWidget) -> Printed:
        sheets.append((title, lines))
        return Printed.PAPER

    page.copies.handing.printed = printed
    page.copies.ways[Way.PAPER].click()
    seat.settle()

    (title, lines), *_ = sheets
    assert "Lincoln" in title
    assert SECRET.password in dict(lines).values()
    assert SECRET.email in dict(lines).values()
    paper = QPixmap(800, 1000)
    paper.fill()
    painter = QPainter(paper)
    draw_sheet(painter, title, "A note.", lines)
    painter.end()


def test_a_printer_that_writes_a_file_is_warned_of(screen: AccountsScreen, seat: Seat) -> None:
    page = kept(screen, seat)
    page.copies.handing.printed = lambda *_: Printed.FILE

    page.copies.ways[Way.PAPER].click()
    seat.settle()

    said = [one.whole_text for one in page.copies.note.findChildren(PlainLabel)]
    assert any("writes a file" in one and "delete the file" in one for one in said)


@pytest.mark.parametrize(
    ("file", "printer", "went"),
    [
        ("", "Office Laser", Printed.PAPER),
        ("/home/pat/print.pdf", "", Printed.FILE),
        ("", "Microsoft Print to PDF", Printed.FILE),
    ],
)
def test_a_printer_of_paper_is_told_from_one_of_files(file: str, printer: str, went: Printed) -> None:
    assert where_it_went(file, printer) is went


def test_while_a_file_is_locked_it_is_said_and_then_how_it_is_opened(
    screen: AccountsScreen, seat: Seat, tmp_path: Path
) -> None:
    page, heard = kept(screen, seat), list[str]()
    assert page.copies._account is not None
    note = page.copies.note

    def locked(text: str) -> tuple[str, bytes]:
        return "six words", text.encode()[::-1]

    page.copies.handing.working.connect(lambda _: heard.append(note.findChildren(PlainLabel)[0].whole_text))
    page.copies.handing.locked = locked
    page.copies.handing.hand(page.copies._account, Way.PHRASE, path=tmp_path / "x.age", why="")
    seat.settle()

    assert heard == ["The file is being locked; this takes some seconds."]
    assert page.copies.how.isVisibleTo(screen)
    page.copies.rest()
    assert not page.copies.how.isVisibleTo(screen)


def test_a_place_that_takes_no_file_is_said(screen: AccountsScreen, seat: Seat, tmp_path: Path) -> None:
    page = kept(screen, seat)
    assert page.copies._account is not None

    page.copies.handing.hand(page.copies._account, Way.LOCKED, path=tmp_path / "no" / "x.age", why="")
    seat.settle()

    assert page.copies.note.isVisibleTo(screen)
    assert list(tmp_path.glob("**/*.age*")) == []


def test_a_change_begins_with_what_is_kept_so_nothing_is_typed_twice(
    screen: AccountsScreen, seat: Seat
) -> None:
    page = kept(screen, seat)

    page.card.keep_button.click()
    seat.settle()

    form = page.card.form
    assert (form.user.text(), form.email.text()) == (SECRET.user, SECRET.email)
    assert form.codes.toPlainText() == "code-one"
    assert acts(seat)[0] == "reveal"
    page.rest()
    assert form.user.text() == form.password.text() == form.codes.toPlainText() == ""


def test_who_left_stands_marked_on_a_page_s_list_and_isn_t_offered_for_another(
    screen: AccountsScreen, seat: Seat
) -> None:
    office, by = seat.office, seat.around.by
    page = page_of(screen, seat, Platform.FACEBOOK)
    account = page.holders._account
    assert account is not None
    people = {one.person.name: one.person.id for one in office.accounts.colleagues()}
    named = [Holder(people[one], one) for one in ("Maya Ortega", "Ellen Whitcomb")]
    office.role_holdings.name(by, account.id, named)
    gone, name = named[0], "Maya Ortega"
    with office.desk.deed(sit(office, "ellen-whitcomb").actor) as deed:
        end_grants(deed, Leaving(person=gone.person))
        retire_keys(deed, Leaving(person=gone.person))

    page.holders.show_account(account)
    seat.settle()
    page.holders.name_button.click()

    rows = [choice for choice, _profile in page.holders.form.rows]
    assert f"{name} (left)" in page.holders.people.whole_text
    assert [one.currentText() for one in rows if one.currentData() == gone.person] == [f"{name} (left)"]
    assert not any(one.findText(name, Qt.MatchFlag.MatchExactly) >= 0 for one in rows)
    other = next(one for one in rows if one.currentData() != gone.person)
    assert other.findData(gone.person) < 0


def test_a_page_without_a_password_is_held_by_people_who_are_named(
    screen: AccountsScreen, seat: Seat
) -> None:
    page = page_of(screen, seat, Platform.FACEBOOK)
    holders = page.holders
    holders.name_button.click()
    form = holders.form

    form.rows[0][0].setCurrentIndex(form.rows[0][0].findText("Maya Ortega"))
    form.save_button.click()
    seat.settle()
    assert form.refused.isVisibleTo(screen)
    form.rows[1][0].setCurrentIndex(form.rows[1][0].findText("Ellen Whitcomb"))
    form.save_button.click()
    seat.settle()

    assert holders.people.whole_text == "Maya Ortega, as “Maya Ortega”\nEllen Whitcomb, as “Ellen Whitcomb”"
    assert holders.fine.isVisibleTo(screen)
    assert not any(one.isVisibleTo(screen) for one in page.card.copy_buttons.values())
    assert acts(seat)[0] == "name-holders"
