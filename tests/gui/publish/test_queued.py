"""A post that goes out by itself: a time is chosen, the card says it, and it is taken out again."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.publications import publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import seat_room
from smadmin.services.entrusting import Entrusting
from smadmin.services.seat_room import SeatRoom
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat
from tests.school import MovableClock


def opened(seat: Seat, at: AtPublish, window: QWidget) -> PostId:
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    return post


def acts(seat: Seat, at: AtPublish, post: PostId) -> list[str]:
    account = at.card("wordpress")._model.account.id
    with seat.office.desk.look() as unit:
        rows = unit.record.about(Noun.PUBLICATIONS, publication_id(post, account))
    return [row.act for row in rows]


def round_of(seat: Seat) -> None:
    """Have this computer's login do what is due, as it does every few seconds."""
    room = SeatRoom(seat.office.grounds, seat.office.grounds.own_desk())
    room.changes()
    seat.office.catch_up_queue(seat.by("maya-ortega"))


def test_a_press_lets_it_go_out_by_itself_and_another_takes_it_out(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    post = opened(seat, at, window)
    queue = at.card("wordpress").direct.queue

    queue.send.click()
    seat.settle()

    assert at.banners == []
    card = at.card("wordpress")
    assert card.chip.word == words.say("queue.chip")
    assert at.screen.main.isHidden(), "nothing can be pressed there"
    assert acts(seat, at, post) == [Act.INTEND, Act.QUEUE]
    assert "from this computer" in texts(card)

    queue.take_out.click()
    seat.settle()

    assert acts(seat, at, post) == [Act.INTEND, Act.QUEUE, Act.UNQUEUE]
    assert at.card("wordpress").chip.word == words.say("directui.chip-ready")
    assert len(platform.kept) == 0


def test_a_missed_time_is_asked_about_and_sent_by_a_press(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    opened(seat, at, window)
    at.card("wordpress").direct.queue.send.click()
    seat.settle()
    seat.office.desk.clock = MovableClock(seat.office.desk.now + timedelta(hours=9))

    at.screen.load()
    seat.settle()

    assert at.card("wordpress").chip.word == words.say("queue.chip-missed")
    assert len(platform.kept) == 0
    at.press()
    assert len(platform.kept) == 1


def test_the_platform_keeps_it_until_its_time_and_gives_it_back(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = with_blog(seat)
    platform.can_schedule = True
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: seat.office.publishers)
    connected(seat, platform)
    post = opened(seat, at, window)
    queue = at.card("wordpress").direct.queue
    assert "even when this computer is off" in texts(queue)
    queue.entrusts.box.click()

    queue.send.click()
    seat.settle()

    assert at.banners == []
    assert "WordPress" in texts(at.card("wordpress"))
    assert acts(seat, at, post) == [Act.INTEND, Act.QUEUE]
    round_of(seat)
    at.screen.load()
    seat.settle()
    assert at.card("wordpress").chip.word == words.say("entrust.chip", platform="WordPress")
    assert "even when this computer is off" in texts(at.card("wordpress"))
    queue = at.card("wordpress").direct.queue
    assert queue.take_out.text() == words.say("entrust.take-back", platform="WordPress")

    queue.take_out.click()
    seat.settle()

    assert acts(seat, at, post)[-1] == Act.RECALL
    assert queue.isHidden()
    round_of(seat)
    assert platform.kept == []
    assert acts(seat, at, post)[-1] == Act.NOT_OUT


def test_what_the_platform_may_not_keep_is_offered_disabled_and_says_why(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = say("entrust.named")
    monkeypatch.setattr(Entrusting, "blockers", lambda *_: (Reason(why),))
    platform = with_blog(seat)
    platform.can_schedule = True
    connected(seat, platform)
    opened(seat, at, window)

    box = at.card("wordpress").direct.queue.entrusts.box

    assert not box.isEnabled()
    assert not box.isChecked()
    assert box.accessibleDescription() == words(why)
    assert words(why) in texts(at.card("wordpress").direct.queue)
