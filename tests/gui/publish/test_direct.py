"""An account to which the program posts by itself: one press, and the card says how far it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.publishers import Trouble
from smadmin.ui.wording import Wording
from tests.fake_platform import Fault
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat
from tests.school import MovableClock


def opened(seat: Seat, at: AtPublish, window: QWidget) -> PostId:
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    return post


def test_one_press_sends_it_and_says_that_visitors_see_it(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    card = at.card("wordpress")
    assert at.screen.main.text() == words.say("directui.send", platform="WordPress")
    assert words.say("directui.chip-ready") == card.chip.word
    assert not card.identify.isVisibleTo(at.screen)

    at.press()

    assert len(platform.kept) == 1
    assert card.chip.word == words.say("directui.chip-out")
    assert words.say("directui.said-seen") in texts(card)
    assert platform.kept[0].posted.link in texts(card)
    assert at.banners == []


def test_what_readers_see_otherwise_is_said(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    platform.spoils = lambda seen: replace(seen, text="Something else")
    opened(seat, at, window)

    at.press()

    card = at.card("wordpress")
    assert card.chip.word == words.say("directui.chip-differs")
    assert words.say("directui.differs-text") in texts(card)


def test_a_refused_log_in_needs_a_person_and_goes_on_by_a_press(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    blog = connected(seat, platform)
    opened(seat, at, window)
    platform.faults = lambda method: Fault(Trouble.REFUSED) if method == "publish" else None

    at.press()

    card = at.card("wordpress")
    assert card.chip.word == words.say("directui.chip-asks")
    assert words.say("publishers.refused", host="WordPress") in texts(card)
    assert not card.direct.renew.isHidden()
    card.direct.renew.click()
    assert seat.doors.opened[-1] == ("accounts", f"log-in:renew:{blog.id}")
    platform.faults = lambda _: None
    at.press()
    assert card.direct.renew.isHidden()
    assert card.chip.word == words.say("directui.chip-out")
    assert len(platform.kept) == 1


def test_a_lost_answer_is_looked_for_and_found(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    faults = [Fault(Trouble.LOST, after=True)]
    platform.faults = lambda method: faults.pop() if method == "publish" and faults else None

    at.press()

    assert at.card("wordpress").chip.word == words.say("directui.chip-out")
    assert platform.calls.count("publish") == 1


def test_what_a_kill_left_is_looked_for_when_the_post_is_opened(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    blog, post = connected(seat, platform), seat.released("wordpress")
    maya = seat.by("maya-ortega")
    intended = seat.office.publications.intend(maya, post, blog.id).value
    sendings = seat.office.sendings
    ready = sendings.prepare(maya, intended)
    begun = sendings.begin(maya, ready, sendings.ask(ready)).value
    sendings.publish(begun)  # and here it died

    at.open(post, window)

    assert at.card("wordpress").chip.word == words.say("directui.chip-out")
    assert platform.calls.count("publish") == 1


def test_what_a_kill_left_of_another_post_is_looked_for_as_well(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    platform = with_blog(seat)
    blog, post = connected(seat, platform), seat.released("wordpress")
    other, maya = seat.released("x"), seat.by("maya-ortega")
    sendings = seat.office.sendings
    ready = sendings.prepare(maya, seat.office.publications.intend(maya, post, blog.id).value)
    sendings.publish(sendings.begin(maya, ready, sendings.ask(ready)).value)

    at.open(other, window)

    assert sendings.left(maya) == ()
    assert seat.office.publications.unfinished() == ()
    assert platform.calls.count("publish") == 1


@pytest.mark.demand("BAL-B1g1")
def test_another_account_s_log_in_stops_everything(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    (secret,) = platform.tokens
    true = platform.tokens[secret]
    platform.tokens[secret] = type(true)("2@blog", "somebody", "Somebody", true.page)

    at.press()

    assert platform.kept == []
    assert [one.happened.id for one in at.banners] == ["sending.wrong-identity"]
    held = seat.office.stops.all(seat.around.by)
    assert [(one.account.platform.value, one.wrong, one.seen) for one in held] == [
        ("wordpress", True, "somebody")
    ]
    assert not at.screen.main.isVisibleTo(at.screen)
    card = at.card("wordpress")
    assert card.chip.word == words.say("publishui.chip-stopped")
    assert not card.direct.by_hand.isVisibleTo(at.screen)


def test_while_it_is_looked_for_nobody_is_told_that_nothing_was_sent(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    platform.faults = {
        "publish": Fault(Trouble.LOST, after=True),
        "find": Fault(Trouble.UNREACHABLE),
    }.get

    at.press()

    card, shown = at.card("wordpress"), texts(at.screen)
    assert card.chip.word == words.say("directui.chip-looking")
    assert words.say("directui.said-no-answer", platform="WordPress") in shown
    assert words.say("publishers.unreachable", host="WordPress") not in shown
    assert not card.give_up.isVisibleTo(at.screen)
    assert at.screen.main.text() == words.say("directui.look-again", platform="WordPress")
    platform.faults = lambda _: None
    at.press()
    assert card.chip.word == words.say("directui.chip-out")


def test_after_the_released_time_nothing_can_be_pressed(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    post = opened(seat, at, window)
    seat.office.publications.intend(seat.around.by, post, at.card("wordpress")._model.account.id)
    seat.office.desk.clock = MovableClock(seat.office.desk.now + timedelta(days=8))

    at.screen.load()
    seat.settle()

    assert words.say("directui.said-too-late") in texts(at.card("wordpress"))
    assert not at.screen.main.isEnabled()
    assert platform.calls == ["who_am_i"]


def test_by_hand_stays_one_press_away(seat: Seat, at: AtPublish, window: QWidget) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    card = at.card("wordpress")

    card.direct.by_hand.click()
    seat.settle()

    assert card.identify.isVisibleTo(at.screen)
    at.press()
    at.hand_out("wordpress")
    assert platform.calls == ["who_am_i"]
    assert card.carry.isVisibleTo(at.screen)


def test_once_a_person_took_over_nothing_is_tried_again(seat: Seat, at: AtPublish, window: QWidget) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    clock = MovableClock(seat.office.desk.now)
    seat.office.desk.clock = clock
    platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "publish" else None
    at.press()
    before = list(platform.calls)

    at.card("wordpress").direct.by_hand.click()
    clock.forward(minutes=5)
    at.screen.load()
    seat.settle()

    assert platform.calls == before


def test_after_a_try_that_failed_a_person_posts_it_by_hand(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    blog = connected(seat, platform)
    opened(seat, at, window)
    platform.faults = lambda method: Fault(Trouble.REFUSED) if method == "publish" else None
    at.press()
    card = at.card("wordpress")

    card.direct.by_hand.click()
    seat.settle()
    at.hand_out("wordpress")
    at.paste("wordpress", f"{blog.page.rstrip('/')}/2026/11/the-book-fair")
    card.seen.buttons[blog.at_handle].click()
    seat.settle()
    at.press()

    assert card.chip.word == words.say("publishui.chip-out")
    assert seat.office.publications.unfinished() == ()
    assert "read_back" not in platform.calls
    assert platform.kept == []


def test_a_busy_server_is_tried_again_by_itself(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    clock = MovableClock(seat.office.desk.now)
    seat.office.desk.clock = clock
    faults = [Fault(Trouble.UNREACHABLE)]
    platform.faults = lambda method: faults.pop() if method == "publish" and faults else None

    at.press()

    card = at.card("wordpress")
    assert card.chip.word == words.say("directui.chip-waits")
    clock.forward(minutes=1)
    (timer,) = at.screen._sender.findChildren(QTimer)
    timer.timeout.emit()
    seat.settle()
    assert card.chip.word == words.say("directui.chip-out")
    assert len(platform.kept) == 1


def test_the_next_try_is_not_made_for_whoever_sat_down_since(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    clock = MovableClock(seat.office.desk.now)
    seat.office.desk.clock = clock
    platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "publish" else None
    at.press()
    clock.forward(minutes=1)
    before, (timer,) = list(platform.calls), at.screen._sender.findChildren(QTimer)

    seat.by("ellen-whitcomb")
    timer.timeout.emit()
    seat.settle()

    assert platform.calls == before
