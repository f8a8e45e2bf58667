"""A post that the program sends itself, and its correction, from the connected account to what visitors read.

The blog is a real WordPress on this computer. Where it can't be had, the run says so, and a platform that
only notes what comes stands in for it.
"""

import json
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLineEdit

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import Access, Posted, Publisher, Seen, Who
from smadmin.publishing.wordpress import WordPress
from smadmin.services.staff_room import StaffRoom
from smadmin.storage.clock import SystemClock
from smadmin.ui.accounts.screen import AccountsScreen
from tests.fake_platform import FakePlatform
from tests.journeys.roads import AUTHOR, PLANNED, SECOND, Where, have_signed, write_planned
from tests.journeys.sitting import Sitting
from tests.servers import blog as wordpress
from tests.servers.test_sending import NamedBlog

BLOG = Where("Lincoln Library Blog", "WordPress", "lincoln-library", "")
USER, TOKEN, PASSWORD = "larks", "Posting", "a password 77"
WRONG = "Library night is on Thursday at six."
RIGHT = "Come at seven, not at six. "

SEND, SENT = "directui.send", "directui.said-seen"
CORRECT, BEGIN, IN_PLACE = "afterui.correct", "afterui.correct-begin", "afterui.corrects-in-place"
CONNECTED, CORRECTED, PUT_RIGHT = "connectui.connected", "afterui.corrected-in", "afterui.act-in-place"
"""What is pressed and read on the way, in one place."""
CUT = "…"


@dataclass(frozen=True)
class Reached:
    """A blog, as its school and its visitors know it.

    Args:
        publisher: posts there.
        texts: gives what visitors read, post by post.
        secret: the token of who posts.
    """

    publisher: Publisher
    texts: Callable[[], list[str]]
    secret: str = field(repr=False)


class NearBlog(NamedBlog):
    """The adapter for a blog on this computer, whatever address the school's has."""

    def read_back(self, server: str, posted: Posted) -> Seen:
        return WordPress.read_back(self, self.blog.address, posted)

    def texts(self) -> list[str]:
        """Read what visitors who aren't signed in get."""
        asking = f"{self.blog.address}/?rest_route=/wp/v2/posts"
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asking, timeout=30) as answer:
            return [one["content"]["rendered"] for one in json.load(answer)]

    def _here(self, access: Access) -> Access:
        return Access(self.blog.address, access.user, access.secret)


@pytest.fixture
def reached(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Reached]:
    """Have the sample school's posts go to a blog here; request it before the window."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    if lacking := wordpress.missing():
        with capsys.disabled():
            sys.stdout.write(f"NO WORDPRESS: {', '.join(lacking)} missing; a stand-in is posted to\n")
        yield _lent(stand_in(), monkeypatch)
        return
    with wordpress.running() as blog:
        near = NearBlog(blog)
        yield _lent(Reached(near, near.texts, blog.secrets[USER]), monkeypatch)


def stand_in() -> Reached:
    """Make the platform that only notes."""
    noting = FakePlatform(SystemClock().now, can_correct=True)
    noting.tokens["a token"] = Who("1@blog", USER, "Lincoln Larks", "https://blog.lincoln.example/")
    return Reached(noting, lambda: [one.sent.text for one in noting.kept], "a token")


def _lent(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> Reached:
    lent = {Platform.WORDPRESS: reached.publisher}
    monkeypatch.setattr(StaffRoom, "publishers", property(lambda _: lent))
    return reached


@pytest.mark.demand("WIC-G3", "BLO-A5")
def test_a_post_goes_out_by_itself_and_is_corrected_where_it_stands(reached: Reached, seat: Sitting) -> None:
    hand = seat.hand
    seat.look_around()
    have_signed(seat, PLANNED, BLOG)
    connect(seat, reached.secret)

    seat.go("plan")
    write_planned(seat, PLANNED)
    hand.go_to(hand.said("compose.words"))
    hand.write(WRONG)
    released_by(seat, SECOND)
    send(seat)
    (before,) = [one for one in reached.texts() if "Library night" in one]
    assert WRONG in before

    hand.say_press(CORRECT)
    hand.say_press(BEGIN)
    seat.arrive("compose")
    hand.go_to(hand.said("compose.words"))
    hand.key("Ctrl+Home")
    hand.write(RIGHT)
    released_by(seat, SECOND)  # the week that let them release the first lets them release its correction
    hand.wait("what it will do", lambda: hand.says(hand.said(IN_PLACE, platform=BLOG.platform)))
    send(seat, PUT_RIGHT)

    hand.wait("that it corrects", lambda: hand.says(begun(seat, CORRECTED, took=CUT)))
    (after,) = [one for one in reached.texts() if "Library night" in one]
    assert RIGHT + WRONG in after
    assert "Corrected on" in after


def connect(seat: Sitting, secret: str) -> None:
    """Keep a token of the blog, ask the platform whose it is, and say that it is the school's."""
    hand = seat.hand
    seat.sit(AUTHOR)
    seat.go("accounts")
    hand.press_row(seat.shown(AccountsScreen).list, BLOG.name)
    hand.turn_to(hand.said("accountui.page-log-in"))
    hand.say_press("loginui.keep")
    hand.say_press("loginui.add-token")
    for name, typed in (
        ("accountui.password", PASSWORD),
        ("loginui.token-name", TOKEN),
        ("loginui.token", secret),
    ):
        hand.press(hand.said(name), QLineEdit)
        hand.write(typed)
    hand.say_press("accountui.keep-do")
    hand.wait("that it is kept", lambda: hand.says(hand.said("accountui.said-kept")))
    hand.say_press("connectui.begin")
    hand.press(hand.said("connectui.user"), QLineEdit)
    hand.key("Ctrl+A")
    hand.write(USER)
    hand.say_press("connectui.ask")
    hand.wait("whose it is", lambda: hand.says(hand.said("connectui.found")))
    hand.say_press("connectui.yes")
    hand.wait("that it is connected", lambda: hand.says(begun(seat, CONNECTED, handle=USER, name=CUT)))


def released_by(seat: Sitting, second: str) -> None:
    """Hand the open draft in; a second person releases it, and gives the chair back to who publishes."""
    hand = seat.hand
    hand.key("Ctrl+Return")
    hand.say_press("compose.hand-in")
    hand.wait("that it is handed in", lambda: hand.says(hand.said("compose.handed-in")))
    hand.say_press("compose.hand-over")
    seat.sit(second)
    seat.arrive("approvals")
    hand.say_press("approvalui.release")
    hand.say_press("approvalui.give-back")
    hand.say_press("approvalui.publish")
    seat.arrive("publish")


def send(seat: Sitting, press: str = SEND) -> None:
    """Send what is released, and wait until it was read back as a visitor sees it."""
    hand = seat.hand
    hand.say_press(press, platform=BLOG.platform)
    hand.wait("that visitors see it", lambda: hand.says(hand.said(SENT)))


def begun(seat: Sitting, message: str, **values: str) -> str:
    """Word a message up to the value that is cut."""
    return seat.hand.said(message, **values).partition(CUT)[0]
