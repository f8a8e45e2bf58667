"""The whole road to a Facebook Page: connected, released, sent, looked for, read back, its token renewed."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain import connections
from smadmin.domain.accounts import AccountStage, Platform
from smadmin.domain.errors import KnownError
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Difference, Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.services.accounts import Accounts
from smadmin.services.ready import OtherIdentity
from tests.direct import TOKEN, Direct, Killed, make_direct
from tests.road import TEXT
from tests.servers import graph as facebook
from tests.servers.content import jpeg
from tests.servers.graph import Graph
from tests.servers.test_facebook import adapter

TRIES = 100


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch) -> Iterator[Graph]:
    with facebook.running() as started:
        monkeypatch.setitem(connections._SERVERS, Platform.FACEBOOK, started.address)
        yield started


@pytest.fixture
def direct(tmp_path: Path, graph: Graph) -> Direct:
    at = ("larkhill", "https://www.facebook.com/larkhill")
    made = make_direct(tmp_path, connected=False, publisher=adapter(), at=at)
    made.road.pixels = (jpeg(7),)
    graph.now = lambda: made.road.school.clock.now().timestamp()
    made.connect_with(made.blogs[0], log_in("larks"), graph.address)
    return made


def log_in(token: str) -> LogIn:
    return LogIn("", "a password 77 long", tokens=(ApiToken(TOKEN, f"{token}-token"),))


def renew(direct: Direct, token: str) -> None:
    """Put another token in the place of the old one, as a person does."""
    kept = direct.vault.keep(direct.road.by("ana"), direct.blogs[0], log_in(token))
    direct.vault.shelve(kept.value)


def end_token(graph: Graph) -> None:
    graph.tokens["larks-token"] = replace(graph.tokens["larks-token"], trouble=463)


def test_a_released_post_with_a_picture_is_out_just_as_it_was_sent(direct: Direct) -> None:
    standing = direct.go(intended := direct.intended(direct.released(photo=True)))

    assert (standing.decision.next, standing.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert standing.publication.differs == ()
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


@pytest.mark.parametrize("killed_after", [5, 6, 7])
def test_a_kill_after_it_left_makes_no_second_post(direct: Direct, graph: Graph, killed_after: int) -> None:
    intended = direct.intended(direct.released(text=f"{TEXT} {killed_after}"))

    with pytest.raises(Killed):
        direct.go(intended, killed_after=killed_after)
    standing = direct.go(intended)

    assert (standing.decision.next, standing.publication.differs) == (Next.DONE, ())
    assert len(graph.posts) == 1


def test_a_post_of_an_app_in_development_mode_is_told_as_hidden(direct: Direct, graph: Graph) -> None:
    graph.tokens["larks-token"] = replace(graph.tokens["larks-token"], live=False)

    standing = direct.go(direct.intended(direct.released()))

    assert standing.publication.differs == (Difference.HIDDEN,)


def test_a_token_that_facebook_ended_is_renewed_and_the_page_stays_pinned(
    direct: Direct, graph: Graph
) -> None:
    page, by = direct.blogs[0], direct.road.by("ana")
    pinned = direct.connections.of(by, page)
    intended = direct.intended(direct.released())
    end_token(graph)

    refused = direct.go(intended)
    assert (refused.decision.next, refused.sending.trouble) == (Next.ASK, Trouble.REFUSED)
    assert graph.posts == {}
    graph.tokens["newer-token"] = replace(graph.tokens["larks-token"], trouble=0)
    renew(direct, "newer")
    direct.sendings.go_on(by, intended)

    assert direct.go(intended).decision.next is Next.DONE
    assert len(graph.posts) == 1
    assert direct.connections.of(by, page) == pinned


def test_a_new_token_of_another_page_stops_everything_and_posts_nothing(direct: Direct, graph: Graph) -> None:
    intended = direct.intended(direct.released())
    renew(direct, "wrens")

    with pytest.raises(OtherIdentity):
        direct.go(intended)

    assert graph.posts == {}


@pytest.mark.demand("BAL-B1g1")
def test_100_tries_to_send_with_another_pages_token_post_nothing(direct: Direct, graph: Graph) -> None:
    chance, page, desk = random.Random(TRIES), direct.blogs[0], direct.road.school.desk  # noqa: S311  the same again
    intended, stopped = direct.intended(direct.released()), 0
    ours = graph.tokens["larks-token"].id
    others = [holder for holder in graph.tokens.values() if holder.id != ours]
    for _ in range(TRIES):
        graph.tokens["larks-token"] = chance.choice(others)
        try:
            standing = direct.go(intended, killed_after=chance.choice([None, None, 3]))
        except Killed:
            continue
        except KnownError as error:
            stopped += error.happened.id == "sending.wrong-identity"
        else:
            if standing.decision.next is Next.ASK:  # the token held nowhere; somebody has it tried again
                direct.sendings.go_on(direct.road.by("ana"), intended)
            direct.road.school.clock.forward(minutes=5)
        with desk.look() as unit:
            held = unit.accounts.get(page)
        if held.stage is AccountStage.ON_HOLD:  # somebody lets it go on without looking
            accounts, pat = Accounts(desk, proof=direct.road.proof), direct.road.by("pat")
            accounts.go_on(pat, page, why="Go on", handle_seen=held.handle)

    assert graph.posts == {}
    assert stopped > TRIES // 10
