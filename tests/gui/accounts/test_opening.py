"""From asked to live in the window: each at their turn, the set-up list, what was said outside."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.domain.set_up import SetUpItem
from smadmin.ui.accounts.opening_model import Next
from smadmin.ui.accounts.opening_page import OpeningPage
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import OVERVIEW, SET_UP
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.set_up_list import TickWords
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.typed import typed_words
from smadmin.ui.wording import Wording
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.pictures import drawn, stored

NAME = "Lincoln Chess Club"


seat = seat_of("maya-ortega")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


def fill_in(screen: AccountsScreen, seat: Seat, name: str = NAME) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    form.name.setText(name)
    form.platform.setCurrentIndex(1)
    form.login.setText("chess@lincoln.example")
    form.kind.setCurrentIndex(form.kind.findData(AccountKind.CLUB))
    for line in form.answers.answers:
        line.setText("Families ask for it")
    form.answers.audience.setText("Families")
    form.answers.minutes.setValue(45)
    for choice in (form.answers.monitor, form.answers.administrator):
        choice.setCurrentIndex(choice.findText("Maya Ortega"))
    form.do_button.click()
    seat.settle()


def page(screen: AccountsScreen) -> OpeningPage:
    found = screen.panel.turn_to(SET_UP)
    assert isinstance(found, OpeningPage)
    return found


def asked(seat: Seat) -> Account:
    return next(one for one in seat.office.accounts.all() if one.name == NAME)


def sit_down(screen: AccountsScreen, seat: Seat, who: str) -> OpeningPage:
    seat.by(who)
    screen.outdated()
    screen.load()
    seat.settle()
    screen.open_subject(f"{SET_UP}:{asked(seat).id}")
    seat.settle()
    return page(screen)


@pytest.mark.demand("YEL-Q")
@pytest.mark.demand("WIC-P1")
@pytest.mark.demand("YEL-A1")
def test_an_account_is_asked_for_approved_in_turn_set_up_and_let_in(
    screen: AccountsScreen, seat: Seat
) -> None:
    fill_in(screen, seat)
    opening = page(screen).opening
    assert opening is not None
    assert (opening.next, asked(seat).stage) == (Next.WAIT, AccountStage.ASKED)
    assert not page(screen).path.approve_button.isVisibleTo(screen)
    assert not page(screen).path.enter_button.isVisibleTo(screen)  # who asked enters no yes

    for who in ("ellen-whitcomb", "samuel-okoye"):
        path = sit_down(screen, seat, who).path
        assert page(screen).column.indexOf(page(screen).said_card) < page(screen).column.indexOf(
            page(screen).list
        )
        assert path.said.whole_text == "It waits for your yes."
        assert not screen.main.isVisibleTo(screen)  # one main button, and it is this one
        path.approve_button.click()
        seat.settle()
    assert asked(seat).stage is AccountStage.SET_UP

    shown = page(screen)
    assert shown.path.let_in_button.isVisibleTo(screen)
    shown.path.let_in_button.click()
    seat.settle()
    boxes, office, account = shown.list.boxes, seat.office, asked(seat).id
    for item in list(boxes)[1:]:
        office.opening.tick(office.session.actor, account, SetUpItem(item))
    QTest.mouseClick(shown.list.findChildren(TickWords)[0], Qt.MouseButton.LeftButton)
    seat.settle()
    assert shown.list.boxes[next(iter(boxes))].isChecked()
    assert shown.opening is not None
    assert shown.opening.next is Next.ENTER
    assert shown.column.indexOf(shown.list) < shown.column.indexOf(shown.said_card)
    go_live(screen, seat)
    assert asked(seat).stage is AccountStage.LIVE


def go_live(screen: AccountsScreen, seat: Seat) -> None:
    """Enter where the account was made, look at its page and say what stands there."""
    page(screen).path.step_button.click()
    assert screen.panel.current == OVERVIEW
    overview = screen.panel.page(OVERVIEW)
    assert isinstance(overview, OverviewPage)
    assert overview.details.form.isVisibleTo(screen)
    overview.details.form.handle.setText("lincolnchess")
    overview.details.form.page.setText("https://www.facebook.com/lincolnchess")
    overview.details.form.do_button.click()
    seat.settle()
    overview.identity.line.setText("@lincolnchess")
    overview.identity.line.textEdited.emit("@lincolnchess")
    overview.identity.button.click()
    seat.settle()


def test_what_wouldn_t_be_taken_is_said_while_one_types(screen: AccountsScreen, seat: Seat) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form

    QTest.keyClicks(form.name, "Chess Kings")
    QTest.keyClicks(form.login, "kings@gmail.com")
    form.kind.setCurrentIndex(form.kind.findData(AccountKind.PERSONAL))

    assert "must contain the school's own" in form.fields["name"].error
    assert "gmail.com is where people keep their own mail" in form.fields["login"].error
    assert "Somebody's own account isn't taken" in form.fields["kind"].error
    form.name.setText("Lincoln Chess")
    form.name.textEdited.emit("")
    assert form.fields["name"].error == ""


@pytest.mark.demand("WIC-P8")
def test_what_was_said_outside_is_entered_by_another_with_its_day_and_scan(
    screen: AccountsScreen, seat: Seat, tmp_path: Path
) -> None:
    fill_in(screen, seat)
    shown = sit_down(screen, seat, "daniel-reyes")
    shown.path.enter_button.click()
    form = shown.given
    form.do_button.click()
    seat.settle()
    assert form.fields["said_by"].error == "Type the first and last name of who said it."

    form.said_by.setText("Ellen Whitcomb")
    form.day.show_day(seat.today - timedelta(days=1))
    form.do_button.click()
    seat.settle()
    assert form.isVisibleTo(screen)
    assert form.scan.error == "Add a photo of the letter or a picture of the e-mail."

    letter = tmp_path / "letter.png"
    letter.write_bytes(stored(drawn(), ImageFormat.PNG)[:40])
    form.scan.take(letter)
    form.do_button.click()
    seat.qtbot.waitUntil(lambda: form.scan.error.startswith("This file can't be opened"), timeout=15_000)
    assert form.isVisibleTo(screen)

    letter.write_bytes(stored(drawn(), ImageFormat.PNG))
    form.scan.take(letter)
    form.do_button.click()
    seat.settle()

    assert not form.isVisibleTo(screen)
    assert shown.sheet is not None
    assert [one.said_by for one in shown.sheet.life.yeses] == ["Ellen Whitcomb"]
    assert shown.opening is not None
    assert shown.opening.enters == "communications"
    # The line wraps and the button beside it is short: a long one made every card wider than its pane.
    (scan,) = (one for one in shown.path.findChildren(Button) if one.accessibleName() == "Show the scan")
    assert "Ellen Whitcomb" in scan.accessibleDescription()
    assert any("Ellen Whitcomb" in one.text() for one in shown.path.findChildren(PlainLabel))


def test_an_account_that_existed_has_its_list_with_a_day(screen: AccountsScreen, seat: Seat) -> None:
    shown = page(screen)
    seat.settle()

    assert shown.opening is not None
    assert shown.opening.next is Next.ANSWER
    assert shown.opening.due is not None
    shown.path.step_button.click()
    seat.settle()
    form = shown.answers_card.form
    shown.answers_card.do_button.click()
    seat.settle()
    assert form.fields["audience"].error == "Say for whom the account is."


def test_the_principal_sends_it_back_with_a_sentence(screen: AccountsScreen, seat: Seat) -> None:
    fill_in(screen, seat)
    shown = sit_down(screen, seat, "ellen-whitcomb")

    shown.path.decline.given.emit("Who reads the comments in July?")
    seat.settle()
    assert not shown.path.approve_button.isVisibleTo(screen)

    shown = sit_down(screen, seat, "maya-ortega")
    assert shown.path.said.whole_text == "Ellen Whitcomb sent it back: Who reads the comments in July?"
    shown.path.step_button.click()
    seat.settle()
    assert shown.answers_card.form.audience.text() == "Families"  # nothing is asked twice
    shown.answers_card.do_button.click()
    seat.settle()
    assert shown.opening is not None
    assert shown.opening.next is Next.WAIT


def test_a_long_thing_to_do_takes_several_lines_and_makes_no_page_wide(
    seat: Seat, screen: AccountsScreen
) -> None:
    adopted = next(one for one in seat.office.accounts.all() if one.stage is AccountStage.LIVE)
    screen.open_subject(f"{SET_UP}:{adopted.id}")
    seat.settle()

    shown = page(screen).list

    widest = max(
        one.minimumSizeHint().width() for one in (*shown.boxes.values(), *shown.findChildren(TickWords))
    )
    longest = max(shown.fontMetrics().horizontalAdvance(one.accessibleName()) for one in shown.boxes.values())
    assert widest < longest / 2


def test_what_is_said_of_a_thing_to_do_stands_below_its_words(seat: Seat, screen: AccountsScreen) -> None:
    adopted = next(one for one in seat.office.accounts.all() if one.stage is AccountStage.LIVE)
    screen.open_subject(f"{SET_UP}:{adopted.id}")
    seat.settle()

    for words in page(screen).list.findChildren(TickWords):
        row = words.parentWidget()
        assert row is not None
        below = [
            one for one in row.findChildren(PlainLabel) if one is not words and one.parentWidget() is row
        ]
        assert {one.x() for one in below} <= {words.x()}


@pytest.mark.demand("BLO-III-B")
def test_below_a_platform_that_the_policy_doesn_t_name_stands_whose_yes_it_takes(
    screen: AccountsScreen, seat: Seat, words: Wording
) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    pack = seat.office.pack
    named, other = pack.platforms[0], next(one for one in Platform if one not in pack.platforms)

    notes = []
    for platform in (other, named):
        form.platform.setCurrentIndex(form.platform.findData(platform))
        notes.append(form.platform.accessibleDescription())

    assert notes == [words.say("openingui.platform-asks"), ""]


def test_what_was_chosen_for_a_new_account_is_kept_at_lock(screen: AccountsScreen, seat: Seat) -> None:
    screen.ask_button.click()
    seat.settle()
    form = screen.asking.form
    assert typed_words(screen) == ()

    form.kind.setCurrentIndex(form.kind.findData(AccountKind.CLUB))
    form.answers.minutes.setValue(45)

    assert {form.kind.currentText(), "45"} == set(dict(typed_words(screen)).values())
