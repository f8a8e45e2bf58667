"""Before a release the post's links are tried once more, and the approver sees where a short one leads."""

import threading

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.posts import PostStage
from smadmin.domain.reach import Reach, Reached
from smadmin.services.links import Links
from smadmin.ui.appearance import Appearance
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.labels import PlainLabel
from tests.gui.seated import Seat

SHORT = "https://bit.ly/fair26"
TEXT = f"The book fair opens on Thursday at 8 in the library. {SHORT}"


class Web:
    """A web that answers when a test says so."""

    def __init__(self, found: Reached) -> None:
        self.found, self.answers, self.asked = found, threading.Event(), list[str]()

    def reach(self, link: str) -> Reached:
        self.asked.append(link)
        self.answers.wait()
        return self.found


def opened(seat: Seat, window: QWidget, web: Web, by: str, *, within_s: float = 30) -> ApprovalsScreen:
    """Hand a post with a short link in, and open it as somebody."""
    seat.office.links = Links(web.reach, within_s=within_s)
    screen = ApprovalsScreen(seat.around)
    seat.post(text=TEXT)
    seat.by(by)
    screen.setParent(window)
    screen.resize(window.size())
    window.show()
    screen.show()
    screen.shown()
    seat.qtbot.waitUntil(lambda: screen.detail.links.card is not None)
    return screen


def texts(screen: ApprovalsScreen) -> str:
    found = [one.whole_text for one in screen.detail.links.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(found).replace("\u200b", "")


@pytest.mark.demand("BLO-A9")
@pytest.mark.demand("SOC-O5")
def test_whoever_releases_sees_first_where_a_short_link_leads(
    seat: Seat, window: QWidget, appearance: Appearance
) -> None:
    web = Web(Reached(SHORT, Reach.OPENS, "https://shop.example/sale"))
    screen = opened(seat, window, web, "daniel-reyes")
    seat.qtbot.waitUntil(lambda: bool(web.asked))

    assert not screen.main.isEnabled()
    web.answers.set()
    seat.settle()

    assert "ends up at https://shop.example/sale" in texts(screen)
    assert screen.main.isEnabled()
    screen.load()
    seat.settle()
    assert web.asked == [SHORT]  # known still


@pytest.mark.demand("BLO-A9")
def test_a_dead_network_is_said_and_the_person_decides(
    seat: Seat, window: QWidget, appearance: Appearance
) -> None:
    web = Web(Reached(SHORT, Reach.OPENS, SHORT))
    try:
        screen = opened(seat, window, web, "daniel-reyes", within_s=0.2)
        seat.settle()

        assert f"{SHORT} couldn't be checked in time" in texts(screen)
        assert screen.main.isEnabled()
        screen.main.click()
        seat.settle()
        assert screen.detail.post is not None
        assert seat.office.posts.get(seat.around.by, screen.detail.post).stage is PostStage.RELEASED
    finally:
        web.answers.set()


def test_for_who_cant_release_it_nothing_is_asked_by_itself(
    seat: Seat, window: QWidget, appearance: Appearance
) -> None:
    web = Web(Reached(SHORT, Reach.MISSING, "https://shop.example/sale"))
    web.answers.set()
    screen = opened(seat, window, web, "maya-ortega")
    seat.settle()

    card = screen.detail.links.card
    assert card is not None
    assert web.asked == []
    card.button.click()
    seat.settle()
    assert f"{SHORT}, which leads to https://shop.example/sale: the page isn't there." in texts(screen)
