"""One post that the program sends to three platforms, each read back: its own blog, Bluesky and Mastodon.

Blog and Bluesky are the real servers on this computer; what can't be had is said and left out. Mastodon
answers as a real one was recorded (`tests/servers/mastodon`): the recording's words are those of the post.
"""

import json
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES, AccountForm, Platform
from smadmin.domain.connections import usual_server
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Publisher
from smadmin.publishing.answers import Answer
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import Call
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from smadmin.services.connections import Wish
from smadmin.services.staff_room import StaffRoom
from smadmin.ui.composer.toggles import AccountToggle
from smadmin.ui.publish.screen import PublishScreen
from tests.journeys.hand import name_of
from tests.journeys.roads import (
    AUTHOR,
    PLANNED,
    PRINCIPAL,
    SECOND,
    Where,
    plan_post,
    sign_week,
    write_planned,
)
from tests.journeys.sitting import Sitting
from tests.journeys.test_direct_post import BLOG, SEND, SENT, TOKEN, USER, NearBlog, released_by
from tests.loopback import Caller, Loopback, answer, serving
from tests.servers import blog as wordpress
from tests.servers import bluesky_pds as bluesky
from tests.servers.test_mastodon import RECORDED

[WHOSE], [TOOT] = RECORDED["whose"], RECORDED["words"]
WORDS = TOOT["fields"]["status"]
NAME = WHOSE["answer"]["username"]
TOOTS = "https://social.lincoln.example"
SKY = Where("Lincoln Skies", "Bluesky", "larks.test", "https://bsky.app/profile/larks.test")
MUSIC = Where("Lincoln Toots", "Mastodon", f"{NAME}@social.lincoln.example", f"{TOOTS}/@{NAME}")


@dataclass(frozen=True)
class Server:
    """A server that the school posts to.

    Args:
        where: the account there.
        publisher: posts there.
        user: the name that the token goes with; empty where it says that itself.
        texts: gives the words of the posts that it has.
        secret: the token.
    """

    where: Where
    publisher: Publisher
    user: str
    texts: Callable[[], list[str]]
    secret: str = field(repr=False)


class NearWeb(Web):
    """The way to a server on this computer that goes by the address of the platform's."""

    def __init__(self, far: str, near: str) -> None:
        super().__init__(Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True)
        self._far, self._near = far, near

    @override
    def ask_all(self, calls: Sequence[Call], *, also: Collection[int] = ()) -> list[Answer]:
        assert all(one.address.startswith(f"{self._far}/") for one in calls)
        near = [replace(one, address=self._near + one.address.removeprefix(self._far)) for one in calls]
        return super().ask_all(near, also=also)


@pytest.fixture
def servers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Server, ...]]:
    """Have the sample school's posts go to servers here; request it before the window."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with ExitStack() as ends:
        there = []
        if lacking := wordpress.missing():
            with capsys.disabled():
                sys.stdout.write(f"NO WORDPRESS: {', '.join(lacking)} missing; nothing is posted there\n")
        else:
            there.append(a_blog(ends))
        if lacking := bluesky.missing():
            with capsys.disabled():
                sys.stdout.write(
                    f"NO BLUESKY SERVER: {', '.join(lacking)} missing; nothing is posted there\n"
                )
        else:
            there.append(a_sky(ends))
        there.append(a_mastodon(ends))
        lent = {one.publisher.platform: one.publisher for one in there}
        monkeypatch.setattr(StaffRoom, "publishers", property(lambda _: lent))
        yield tuple(there)


def a_blog(ends: ExitStack) -> Server:
    """Start a WordPress."""
    blog = ends.enter_context(wordpress.running())
    near = NearBlog(blog)
    return Server(BLOG, near, USER, near.texts, blog.secrets[USER])


def a_sky(ends: ExitStack) -> Server:
    """Start Bluesky's own server; visitors read there too, as nobody shows its posts elsewhere."""
    pds = ends.enter_context(bluesky.running())
    web = NearWeb("https://bsky.social", pds.address)
    ends.callback(web.end)
    return Server(SKY, Bluesky(web, shown_by={}), SKY.handle, pds.texts, pds.secrets["larks"])


def a_mastodon(ends: ExitStack) -> Server:
    """Have the recorded Mastodon."""
    taken: list[str] = []
    server = ends.enter_context(recorded(taken))
    web = NearWeb(TOOTS, server.address)
    ends.callback(web.end)
    return Server(MUSIC, Mastodon(web), "", lambda: taken, "token-of-the-school")


@contextmanager
def recorded(taken: list[str]) -> Iterator[Loopback]:
    """Answer each request as it was recorded; what was posted is read at its address from then on."""
    post = f"/api/v1/statuses/{TOOT['answer']['id']}"
    asked: Mapping[tuple[str, str], object] = {
        (WHOSE["method"], WHOSE["path"]): WHOSE["answer"],
        (TOOT["method"], TOOT["path"]): TOOT["answer"],
        ("GET", post): TOOT["answer"],
    }

    def conversation(caller: Caller) -> None:
        head = caller.head()
        body, (method, path) = caller.body(head), head.decode("latin-1").split(" ", 2)[:2]
        if method == "POST":
            taken.append(json.loads(body)["status"])
        there = (method, path) in asked and (path != post or bool(taken))
        caller.say(answer(200, json.dumps(asked[method, path]).encode()) if there else answer(404))

    with serving(conversation) as server:
        yield server


@pytest.mark.demand("WIC-G3")
def test_one_released_post_goes_out_on_three_platforms_and_is_read_back_on_each(
    servers: tuple[Server, ...], seat: Sitting
) -> None:
    hand, places = seat.hand, [one.where for one in servers]
    seat.look_around()
    seat.sit(PRINCIPAL)
    for server in servers:
        connect(seat, server)
    plan_together(seat, places)
    sign_week(seat)
    seat.lock()
    seat.sit(AUTHOR)

    seat.go("plan")
    write_planned(seat, PLANNED)
    for where in places:
        pill = hand.wait_for(where.toggle, AccountToggle)
        assert isinstance(pill, AccountToggle)
        if not pill.isChecked():  # the planned post is one account's
            hand.press_on(pill)
    hand.go_to(hand.said("compose.words"))
    hand.write(WORDS)
    released_by(seat, SECOND)
    hand.wait("their cards", lambda: len(cards(seat)) == len(servers))
    for platform in list(cards(seat)):
        hand.say_press(SEND, platform=platform)
        hand.wait(f"that visitors see it on {platform}", partial(is_read, seat, platform))

    hand.wait_for(hand.said("publishui.to-today"))
    assert all(is_read(seat, one.platform) for one in places)
    for server in servers:
        assert [WORDS in one for one in server.texts()].count(True) == 1, server.where.platform


def connect(seat: Sitting, server: Server) -> None:
    """Let the principal connect an account; `test_direct_post` does it in the window."""
    office, by, account = seat.office, seat.office.session.actor, account_at(seat, server.where)
    log_in = LogIn(server.user, f"a password 77 {account}", tokens=(ApiToken(TOKEN, server.secret),))
    office.vault.shelve(office.vault.keep(by, account, log_in).value)
    found = office.accounts.get(account)
    wish = Wish(usual_server(found), server.user, TOKEN)
    who = office.connections.ask(found, office.connections.offered(by, account, wish))
    office.connections.connect(by, account, wish, who)


def plan_together(seat: Sitting, places: Sequence[Where]) -> None:
    """Plan one post for several accounts: the first in the window, the others for the day that it got."""
    office, by = seat.office, seat.office.session.actor
    seat.go("plan")
    plan_post(seat, PLANNED, places[0])
    with office.desk.look() as unit:
        day = next(one.day for one in unit.slots.all() if one.topic == PLANNED)
    for where in places[1:]:
        office.plan.add(by, account_at(seat, where), day, PLANNED)
    seat.lock()
    seat.sit(PRINCIPAL)  # the week that was open before isn't the one that is signed


def account_at(seat: Sitting, where: Where) -> AccountId:
    """Give an account; one that the sample school doesn't have is entered, and the author named for it."""
    office, by = seat.office, seat.office.session.actor
    there = next((one.id for one in office.accounts.all() if one.name == where.name), None)
    if there is not None:
        return there
    author = next(one.person.id for one in office.accounts.colleagues() if one.person.name == AUTHOR)
    platform, login = Platform(where.platform.lower()), "larks@lincoln.example"
    form = AccountForm(platform, where.name, where.handle, where.posts, login, by.person)
    account = office.accounts.adopt(by, form).value
    office.accounts.designate(by, account, author)
    office.accounts.go_live(by, account, handle_seen=f"@{where.handle}")
    return account


def cards(seat: Sitting) -> dict[str, QWidget]:
    """Give Publish's cards in their order, by their platforms' names."""
    found = seat.shown(PublishScreen).lanes.cards
    accounts = {one.id: one for one in seat.office.accounts.all()}
    return {PLATFORM_NAMES[accounts[id].platform]: card for id, card in found.items()}


def is_read(seat: Sitting, platform: str) -> bool:
    """Tell whether a card says that visitors see the post just as it was released."""
    lines = cards(seat)[platform].findChildren(QWidget)
    return any(seat.hand.said(SENT) in name_of(one) for one in lines if one.isVisible())
