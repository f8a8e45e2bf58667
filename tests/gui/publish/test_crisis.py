"""Everything is stopped: Publish says so on each card, and offers no press that could send or lay ready."""

from PySide6.QtWidgets import QWidget

from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat

STOPPED = "stopped everything on"


def stop(seat: Seat, *, then: str) -> None:
    seat.office.crises.hold(seat.by("ellen-whitcomb"))
    seat.by(then)


def test_nothing_can_be_handed_out_or_sent_and_the_card_says_who_stopped_it(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    post = seat.released("wordpress")
    stop(seat, then="maya-ortega")

    at.open(post, window)

    assert not at.screen.main.isVisible()
    assert texts(at.card("wordpress")).count(STOPPED) == 1
    assert platform.kept == []


def test_what_lies_ready_must_not_be_posted_and_what_is_out_may_still_be_said(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    at.hand_out("x")
    stop(seat, then="maya-ortega")

    at.screen.load()
    seat.settle()

    card = texts(at.card("x"))
    assert words.say("publishui.held-handed", platform="X") in card
    assert STOPPED in card
    assert at.card("x").link.isVisibleTo(at.screen)
