"""An address that nobody can look at now is kept, tried again by itself, and never taken for a proof."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.reach import Reach, Reached
from smadmin.services.links import Links
from smadmin.ui.publish.screen import PublishScreen
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import AtPublish, NotedOutside, texts
from tests.gui.seated import Seat
from tests.road import publications_of

SILENT = "https://x.com/i/web/status/1990000000000000001"


class Network:
    """A network that is gone until somebody mends it."""

    def __init__(self) -> None:
        self.reach = Reach.OFFLINE
        self.asked: list[str] = []

    def __call__(self, link: str) -> Reached:
        """Try a link."""
        self.asked.append(link)
        return Reached(link, self.reach)


@pytest.fixture
def network(seat: Seat) -> Network:
    made = Network()
    seat.office.links = Links(made)
    return made


def kept(seat: Seat, at: AtPublish, window: QWidget) -> None:
    """Hand a post out, paste an address that doesn't show its account, and keep it."""
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    at.paste("x", SILENT)
    at.card("x").later.button.click()
    seat.settle()


def says(seat: Seat, at: AtPublish, said: str) -> None:
    seat.qtbot.waitUntil(lambda: said in texts(at.card("x")), timeout=10_000)


def test_it_waits_is_tried_again_and_counts_only_once_somebody_looked(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, network: Network
) -> None:
    kept(seat, at, window)
    says(seat, at, words.say("publishui.later-waits"))
    seat.qtbot.waitUntil(lambda: network.asked == [SILENT], timeout=10_000)
    post = at.screen._post
    assert post is not None

    network.reach = Reach.OPENS
    at.screen.later.try_again()  # as its timer does
    says(seat, at, words.say("publishui.later-opens"))

    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.HANDED_OUT
    assert not at.screen.main.isEnabled()
    at.card("x").seen.buttons["@lincoln_larks"].click()
    at.press()
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.CONFIRMED
    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.PUBLISHED


def test_the_next_start_has_it_still_and_today_says_what_is_left(
    seat: Seat, at: AtPublish, window: QWidget, tmp_path: Path, network: Network
) -> None:
    kept(seat, at, window)
    post = at.screen._post
    assert post is not None

    again = PublishScreen(seat.around, NotedOutside(tmp_path / "out"))
    later = AtPublish(seat, again, NotedOutside(tmp_path / "out"))
    later.open(post, window)

    assert later.card("x").link.text() == SILENT
    assert later.card("x").seen.isVisibleTo(again)
    (begun,) = seat.office.today.gather(seat.around.by).halfway
    assert begun.kept


def test_once_nothing_is_there_it_says_so_and_stops_asking(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, network: Network
) -> None:
    network.reach = Reach.MISSING
    kept(seat, at, window)
    says(seat, at, words.say("publishui.later-missing"))
    asked = len(network.asked)

    at.screen.later.try_again()
    seat.settle()

    assert len(network.asked) == asked
