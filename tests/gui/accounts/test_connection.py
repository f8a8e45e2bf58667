"""Connecting an account at its log-in: the platform says whose the token is, a person looks and confirms."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Trouble, Who
from smadmin.ui.accounts.connection import ConnectionCard
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.token_fields import TokenFields
from smadmin.ui.wording import Wording
from tests.fake_platform import FakePlatform, Fault
from tests.gui.publish.at_publish import texts
from tests.gui.publish.direct_blog import SECRET, TOKEN, blog_of, connected, keep_token, with_blog
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("maya-ortega")


def card_of(seat: Seat, window: QWidget, account: Account) -> ConnectionCard:
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    seat.settle()
    return page.connection


def test_it_asks_shows_whose_it_is_and_takes_it_after_a_yes(
    seat: Seat, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    blog = keep_token(seat, platform)
    card = card_of(seat, window, blog)
    assert words.say("connectui.not-yet") in texts(card)

    card.begin_button.click()
    seat.settle()
    assert (card.token.currentText(), card.server.text()) == (TOKEN, blog.page.rstrip("/"))
    card.user.setText("larks")
    card.ask_button.click()
    seat.settle()
    assert "@larks (Lincoln Larks)" in texts(card)
    assert words.say("connectui.other-name", handle=blog.at_handle, other="larks") in texts(card)
    assert card.no_button.hasFocus()
    assert seat.office.connections.of(seat.around.by, blog.id) is None
    card.yes_button.click()
    seat.settle()

    assert words.say("connectui.done") in texts(card)
    connection = seat.office.connections.of(seat.around.by, blog.id)
    assert connection is not None
    assert connection.who.id == "1@blog"
    assert SECRET not in texts(card)


def test_a_page_is_asked_for_its_token_alone_and_its_id_is_shown(
    seat: Seat, window: QWidget, words: Wording
) -> None:
    platform = FakePlatform(lambda: seat.office.desk.now, platform=Platform.FACEBOOK)
    seat.office.publishers = {Platform.FACEBOOK: platform}
    page = next(one for one in seat.office.accounts.all() if one.platform is Platform.FACEBOOK)
    platform.tokens[SECRET] = Who("1001", page.handle, "Lincoln", page.page)
    tokens = (ApiToken(TOKEN, SECRET),)
    seat.office.vault.shelve(
        seat.office.vault.keep(seat.by("maya-ortega"), page.id, LogIn("", "", tokens=tokens)).value
    )
    card = card_of(seat, window, page)

    card.begin_button.click()
    seat.settle()
    assert card.user_field.isHidden()
    assert card.server_field.isHidden()
    assert words.say("connectui.step", n=1, of=5) in texts(card)
    assert card.renew.isHidden()
    card.ask_button.click()
    seat.settle()
    assert words.say("connectui.id", id="1001") in texts(card)
    card.yes_button.click()
    seat.settle()

    connection = seat.office.connections.of(seat.around.by, page.id)
    assert connection is not None
    assert (connection.who.id, connection.server) == ("1001", "https://graph.facebook.com")
    card.begin_button.click()
    seat.settle()
    assert not card.renew.isHidden()


def test_what_goes_wrong_is_said_and_what_was_typed_stays(
    seat: Seat, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    card = card_of(seat, window, keep_token(seat, platform))
    platform.faults = lambda _: Fault(Trouble.REFUSED)

    card.begin_button.click()
    seat.settle()
    card.user.setText("larks")
    card.ask_button.click()
    seat.settle()

    assert words.say("publishers.refused", host="blog.example") in texts(card)
    assert card.user.text() == "larks"
    assert card.ask_button.isEnabled()


def test_without_a_log_in_the_first_step_is_shown(seat: Seat, window: QWidget, words: Wording) -> None:
    with_blog(seat)
    card = card_of(seat, window, blog_of(seat))

    card.begin_button.click()
    seat.settle()

    assert words.say("vault.nothing-kept") not in texts(card)
    assert card.guide.isVisibleTo(card)
    assert not card.ask_button.isEnabled()


def test_where_the_program_posts_to_no_platform_nothing_is_offered(seat: Seat, window: QWidget) -> None:
    card = card_of(seat, window, blog_of(seat))

    assert card.isHidden()


def test_a_server_that_fails_late_is_not_said_of_another_account(
    seat: Seat, window: QWidget, words: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = with_blog(seat)
    blog = keep_token(seat, platform)
    other = replace(blog, id=AccountId("another"))
    card, answers = card_of(seat, window, blog), threading.Event()
    platform.faults = lambda _: Fault(Trouble.UNREACHABLE) if answers.wait(20) else None
    monkeypatch.setattr(card, "show_account", lambda account: setattr(card, "_account", account))
    card.begin_button.click()
    seat.settle()
    card.user.setText("larks")
    card.ask_button.click()
    card.show_account(other)
    card.rest()
    answers.set()
    seat.settle()

    assert words.say("publishers.unreachable", host="blog.example") not in texts(card)


def in_sight(part: QWidget) -> bool:
    """Tell whether somebody sees the head of a part in the area that scrolls around it."""
    return not part.visibleRegion().isEmpty() and part.visibleRegion().boundingRect().top() == 0


def test_the_form_and_its_refusal_come_into_sight(seat: Seat, window: QWidget, qtbot: QtBot) -> None:
    platform = with_blog(seat)
    card = card_of(seat, window, keep_token(seat, platform))
    platform.faults = lambda _: Fault(Trouble.REFUSED)

    card.begin_button.click()
    qtbot.waitUntil(lambda: in_sight(card.form))
    card.user.setText("larks")
    card.ask_button.click()

    qtbot.waitUntil(lambda: in_sight(card.refused))


def test_another_account_is_said_to_be_another_and_not_offered(
    seat: Seat, window: QWidget, words: Wording, qtbot: QtBot
) -> None:
    platform = with_blog(seat)
    blog = keep_token(seat, platform)
    card = card_of(seat, window, blog)
    platform.tokens[SECRET] = Who("9", "owls", "Owls", "https://owls.example")

    card.begin_button.click()
    seat.settle()
    card.user.setText("larks")
    card.ask_button.click()

    qtbot.waitUntil(lambda: in_sight(card.foreign))
    other = words.say("sending.other-account", seen="https://owls.example", expected=blog.at_handle)
    assert other in texts(card)
    assert not card.yes_button.isEnabled()
    assert card.no_button.hasFocus()


def test_who_comes_to_renew_a_log_in_lands_at_how_it_is_done(
    seat: Seat, window: QWidget, qtbot: QtBot
) -> None:
    platform = with_blog(seat)
    blog = connected(seat, platform)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)

    screen.open_subject(f"log-in:renew:{blog.id}")
    seat.settle()

    page = screen.panel.page(LOG_IN)
    assert isinstance(page, LogInPage)
    qtbot.waitUntil(lambda: in_sight(page.connection.guide))
    assert not page.connection.renew.isHidden()


def test_each_step_has_its_picture_and_the_last_leads_to_the_token_s_line(
    seat: Seat, window: QWidget, words: Wording, qtbot: QtBot
) -> None:
    platform = with_blog(seat)
    blog = connected(seat, platform)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(f"log-in:renew:{blog.id}")
    seat.settle()
    page = screen.panel.page(LOG_IN)
    assert isinstance(page, LogInPage)
    guide, form = page.connection.guide, page.card.form
    steps = seat.office.policy.platforms[Platform.WORDPRESS].token
    assert guide.on.hasFocus()

    for step in steps:
        assert guide.do.whole_text == step.drawn.do
        assert guide.picture.marked == step.drawn.press
        assert step.drawn.press in guide.picture.accessibleName()
        guide.on.click()
    assert guide.picture.isHidden()
    guide.put_in.click()
    seat.settle()
    row = form.tokens.rows[0]
    qtbot.waitUntil(lambda: in_sight(row.secret))
    assert (row.name.text(), row.secret.hasFocus()) == (TOKEN, True)
    platform.tokens["another token 88"] = platform.tokens[SECRET]
    row.secret.setText("another token 88")
    form.save_button.click()
    seat.settle()

    qtbot.waitUntil(page.connection.ask_button.hasFocus)
    qtbot.waitUntil(lambda: in_sight(page.connection.ask_button))
    assert page.connection.guide.isHidden()
    page.connection.ask_button.click()
    seat.settle()
    assert page.connection.yes_button.isEnabled()


def test_who_keeps_a_page_s_token_gets_its_line_and_the_day_it_ends(
    seat: Seat, window: QWidget, qtbot: QtBot
) -> None:
    page = next(one for one in seat.office.accounts.all() if one.platform is Platform.FACEBOOK)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(page.id)
    opened = screen.panel.turn_to(LOG_IN)
    assert isinstance(opened, LogInPage)
    seat.settle()

    opened.card.keep_button.click()
    seat.settle()

    form = opened.card.form
    row = form.tokens.rows[0]
    qtbot.waitUntil(lambda: in_sight(row.secret))
    assert row.secret.hasFocus()
    assert (row.name.text(), row.ends.isChecked(), row.day.isVisibleTo(form)) == ("smadmin", True, True)
    for field in (form.user_field, form.email_field, form.second_field, form.codes_field):
        assert field.isHidden()


def test_who_puts_a_token_in_from_the_guide_gets_one_line(words: Wording, qtbot: QtBot) -> None:
    fields = TokenFields(words)
    qtbot.addWidget(fields)
    fields.begin(())

    fields.begin_at("", ends=True)
    fields.begin_at("", ends=True)

    assert [row.name.text() for row in fields.rows] == ["smadmin"]
