"""A school whose blogs the program posts to itself, and somebody who drives the road part by part."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.keys import TrustAct
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Publisher, Who
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.captures import Captures
from smadmin.services.connections import Connections, Publishers, Wish
from smadmin.services.gate import LastGate
from smadmin.services.ready import Standing
from smadmin.services.releases import Facts
from smadmin.services.send_road import Part, SendRoad
from smadmin.services.sending import Sendings
from smadmin.services.vault import Vault
from smadmin.services.wrong_identity import WrongIdentities
from tests.fake_platform import FakePlatform
from tests.road import PIXELS, TEXT, Road, account, copied_road, make_road
from tests.school import template_folder

T = TypeVar("T")
TOKEN = "The program"


class Killed(Exception):
    """The program died here."""


def drive(road: Generator[Part, object, T], *, killed_after: int | None = None) -> T:
    """Do every part in its turn; dies before the part with this number (from 0)."""
    done = 0
    try:
        part = next(road)
        while True:
            if done == killed_after:
                road.close()
                raise Killed
            done += 1
            try:
                given = part.do()
            except KnownError as error:
                part = road.throw(error)
            else:
                part = road.send(given)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]  # as the road says


@dataclass
class Direct:
    """The road, and everything that sends."""

    road: Road
    platform: FakePlatform
    vault: Vault
    connections: Connections
    sendings: Sendings
    send_road: SendRoad
    blogs: tuple[AccountId, ...]

    def secret(self, blog: AccountId) -> str:
        return f"canary-{blog}"

    def connect(self, blog: AccountId, by: str = "ana") -> None:
        """Keep a token and connect the account."""
        label = f"blog{self.blogs.index(blog)}"
        page = f"https://{label}.lincoln.example"
        self.platform.tokens[self.secret(blog)] = Who(f"id-{label}", label, "Lincoln", page)
        log_in = LogIn("ana", f"a long password for {label} 77", tokens=(ApiToken(TOKEN, self.secret(blog)),))
        self.connect_with(blog, log_in, page, by)

    def connect_with(self, account: AccountId, log_in: LogIn, server: str, by: str = "ana") -> None:
        """Keep a log-in, ask its server whose it is, and connect the account."""
        actor, wish = self.road.by(by), Wish(server, log_in.user, TOKEN)
        self.vault.shelve(self.vault.keep(actor, account, log_in).value)
        access = self.connections.offered(actor, account, wish)
        with self.road.school.desk.look() as unit:
            found = unit.accounts.get(account)
        self.connections.connect(actor, account, wish, self.connections.ask(found, access))

    def released(self, *blogs: AccountId, photo: bool = False, text: str = TEXT) -> PostId:
        """Release a post for blogs, by the principal."""
        post = self.road.submitted(text=text, accounts=blogs or self.blogs[:1], photo=photo)
        self.road.approvals.release(self.road.by("pat"), post)
        return post

    def intended(self, post: PostId, blog: AccountId | None = None) -> Publication:
        return self.road.publications.intend(self.road.by("ana"), post, blog or self.blogs[0]).value

    def go(self, publication: Publication, *, killed_after: int | None = None, by: str = "ana") -> Standing:
        return drive(self.send_road.go(self.road.by(by), publication), killed_after=killed_after)

    def acts(self, publication: Publication) -> list[str]:
        """Give the acts of the record about a publication."""
        with self.road.school.desk.look() as unit:
            return [row.act for row in unit.record.about(Noun.PUBLICATIONS, publication.id)]


def make_direct(
    folder: Path,
    *,
    blogs: int = 1,
    connected: bool = True,
    publisher: Publisher | None = None,
    at: tuple[str, str] = ("blog{n}", "https://blog{n}.lincoln.example"),
) -> Direct:
    """Give the school with blogs that are live and connected; laid once a run and copied where all is fake.

    Args:
        folder: where it lies.
        blogs: how many.
        connected: whether each has its token.
        publisher: stands for the fake one; its platform is that of the accounts, which are called blogs here.
        at: their handle and page.
    """
    if publisher is not None:
        return _lay(folder, undated(publisher), at, blogs=blogs, connected=connected)
    laid = _laid(blogs, at, connected=connected)
    road, was = copied_road(laid.road, folder), laid.platform
    platform = replace(
        was, now=road.school.clock.now, tokens={**was.tokens}, kept=[*was.kept], calls=[*was.calls]
    )
    return _stand_on(road, platform, platform, laid.blogs)


@cache
def _laid(blogs: int, at: tuple[str, str], *, connected: bool) -> Direct:
    laid = _lay(template_folder(), None, at, blogs=blogs, connected=connected)
    laid.road.school.store.close()
    return laid


def _lay(
    folder: Path, publisher: Publisher | None, at: tuple[str, str], *, blogs: int, connected: bool
) -> Direct:
    road = make_road(folder)
    desk, pat, platform = road.school.desk, road.by("pat"), FakePlatform(road.school.clock.now)
    kind = (publisher or platform).platform
    made = [account(road.school, kind, *(one.format(n=n) for one in at)) for n in range(blogs)]
    with desk.deed(pat) as deed:
        for one in made:
            deed.unit.accounts.add(one)
            deed.record(Act.ADOPT, Noun.ACCOUNTS, one.id, parts={"account": one.to_plain()})
            deed.record(Act.GO_LIVE, Noun.ACCOUNTS, one.id)
            pin = {"account": one.id, "platform_id": one.pin}
            deed.record_trust(TrustAct.PIN, Noun.ACCOUNTS, one.id, pin)
    ids = tuple(one.id for one in made)
    for name in ("ana", "dee"):
        road.school.designate(name, *ids)
    direct = _stand_on(road, platform, publisher or platform, ids)
    for blog in ids if connected else ():
        direct.connect(blog)
    return direct


def _stand_on(
    road: Road, platform: FakePlatform, publisher: Publisher, blogs: tuple[AccountId, ...]
) -> Direct:
    road.goes_to, road.pixels = (publisher.platform,), (PIXELS,)
    desk, publishers = road.school.desk, {publisher.platform: publisher}
    vault = Vault(desk, road.school.secrets, None, road.proof)
    connections, sendings = Connections(desk, road.proof, vault, publishers), sendings_of(road, publishers)
    send_road = SendRoad(sendings, WrongIdentities(desk))
    return Direct(road, platform, vault, connections, sendings, send_road, blogs)


def undated(publisher: Publisher) -> Publisher:
    """Keep back what time a real server says: the school's clock here is moved by hand."""
    who_am_i = publisher.who_am_i
    object.__setattr__(publisher, "who_am_i", lambda one: replace(who_am_i(one), server_time=None))
    return publisher


def sendings_of(road: Road, publishers: Publishers) -> Sendings:
    """Give what sends a road's posts to some platforms."""
    desk = road.school.desk
    vault = Vault(desk, road.school.secrets, None, road.proof)
    gate, facts = LastGate(desk, road.reader, road.proof, road.media), Facts(desk, road.reader)
    return Sendings(
        desk, road.proof, gate, facts=facts, vault=vault, publishers=publishers, captures=Captures(road.media)
    )
