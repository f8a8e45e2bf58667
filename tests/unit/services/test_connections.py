"""Connecting an account: only to the register's own, by who works with it, and the id stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm
from smadmin.domain.errors import NotAllowed
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Who
from smadmin.services.accounts import Accounts
from smadmin.services.connections import Wish
from tests.direct import TOKEN, Direct, make_direct
from tests.unit.services.test_connected import doubts

PAGE = "https://blog0.lincoln.example"
WISH = Wish(PAGE, "ana", TOKEN)
OWN = Who("id-blog0", "blog0", "Lincoln", PAGE)


def refused(direct: Direct, who: Who, *, by: str = "ana", wish: Wish = WISH) -> list[str]:
    """Try to connect the first blog; gives why not."""
    try:
        direct.connections.connect(direct.road.by(by), direct.blogs[0], wish, who)
    except NotAllowed as error:
        return [reason.message.id for reason in error.reasons]
    return []


def test_a_connection_stands_in_the_record_without_its_token(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, blog = direct.road.by("ana"), direct.blogs[0]

    found = direct.connections.of(ana, blog)

    assert found is not None
    assert (found.who, found.server, found.user, found.token) == (OWN, PAGE, "ana", TOKEN)
    assert direct.connections.tokens(ana, blog) == (TOKEN,)
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert direct.secret(blog).encode() not in everything


def test_another_blog_s_log_in_is_not_connected(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)

    assert refused(direct, replace(OWN, page="https://somebody.example")) == ["sending.other-account"]
    other = Wish("https://somebody.example", "ana", TOKEN)
    assert refused(direct, OWN, wish=other) == ["sending.other-server"]
    with pytest.raises(NotAllowed):
        direct.connections.offered(direct.road.by("ana"), direct.blogs[0], other)


def test_another_id_takes_the_office(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    other = replace(OWN, id="666")

    assert refused(direct, other) == ["sending.other-id"]
    assert direct.connections.of(direct.road.by("ana"), direct.blogs[0]) is not None
    assert refused(direct, other, by="pat") == []

    found = direct.connections.of(direct.road.by("ana"), direct.blogs[0])
    assert found is not None
    assert found.who.id == "666"


def test_one_account_of_a_platform_is_connected_once(tmp_path: Path) -> None:
    direct = make_direct(tmp_path, blogs=2, connected=False)
    ana, (first, second) = direct.road.by("ana"), direct.blogs
    direct.connect(first)
    with direct.road.school.desk.deed(direct.road.by("pat")) as deed:
        kept = deed.unit.accounts.get(second)
        deed.unit.accounts.change(replace(kept, page=PAGE))

    with pytest.raises(NotAllowed) as error:
        direct.connections.connect(ana, second, WISH, OWN)

    assert error.value.happened.id == "sending.connected-elsewhere"


def test_what_is_closed_keeps_nobody_from_connecting_its_page_anew(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    road, (blog,) = direct.road, direct.blogs
    accounts, pat = Accounts(road.school.desk, proof=road.proof), road.by("pat")
    was = accounts.get(blog)
    accounts.close(pat, blog, why="over")

    form = AccountForm(was.platform, was.name, was.handle, was.page, "anew@lincoln.example", was.principal)
    again = accounts.adopt(pat, form).value
    road.school.designate("ana", again)
    accounts.go_live(road.by("ana"), again, handle_seen=was.handle)
    direct.connections.connect(road.by("ana"), again, WISH, OWN)

    assert doubts(direct, again) == []


def test_who_has_no_role_for_it_connects_nothing(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    direct.road.school.admit("eve", "Eve Sloan", set(), by="pat")

    assert refused(direct, OWN, by="eve") == ["accounts.no-role"]


@pytest.mark.parametrize(
    ("tokens", "why"),
    [
        ((), "sending.no-token"),
        ((ApiToken("Another", "canary-x"),), "sending.no-token"),
        ((ApiToken(TOKEN, "canary-x", date(2026, 11, 1)),), "sending.token-ended"),
    ],
)
def test_a_token_that_isn_t_there_or_has_ended_is_said(
    tmp_path: Path, tokens: tuple[ApiToken, ...], why: str
) -> None:
    direct = make_direct(tmp_path, connected=False)
    ana, blog = direct.road.by("ana"), direct.blogs[0]
    direct.vault.keep(ana, blog, LogIn("ana", "a long password for it 77", tokens=tokens))

    with pytest.raises(NotAllowed) as error:
        direct.connections.offered(ana, blog, WISH)

    assert error.value.happened.id == why
