"""The whole road on a real WordPress: connected, released, sent, looked for, read back."""

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Access, Posted, Seen, Who
from smadmin.domain.sending import Next, SendStage
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from smadmin.services.connections import Wish
from tests.direct import TOKEN, Direct, Killed, make_direct
from tests.road import TEXT
from tests.servers.blog import Blog
from tests.servers.content import jpeg

PAGE = "https://blog0.lincoln.example"
_SCHOOLS = count(1)
"""One blog serves all schools here, and each begins to count its posts anew."""


@dataclass
class NamedBlog(WordPress):
    """The adapter, for a blog on this computer that goes by the school's address (an account's is https)."""

    blog: Blog

    def __post_init__(self) -> None:
        super().__init__(Web(Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True))

    def who_am_i(self, access: Access) -> Who:
        return replace(super().who_am_i(self._here(access)), page=access.server)

    def publish(self, access: Access, outgoing):  # type: ignore[no-untyped-def]  # as its base
        return super().publish(self._here(access), outgoing)

    def schedule(self, access: Access, outgoing, at):  # type: ignore[no-untyped-def]  # as its base
        return super().schedule(self._here(access), outgoing, at)

    def waiting(self, access: Access, outgoing, **_):  # type: ignore[no-untyped-def]  # as its base
        found = self.find(access, outgoing)
        return found if found is not None and found.waits else None

    def find(self, access: Access, outgoing):  # type: ignore[no-untyped-def]  # as its base
        return super().find(self._here(access), outgoing)

    def read_back(self, server: str, posted: Posted) -> Seen:
        assert server == PAGE
        return super().read_back(self.blog.address, posted)

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        super().correct(self._here(access), posted, text)

    def remove(self, access: Access, posted: Posted) -> None:
        super().remove(self._here(access), posted)

    def _here(self, access: Access) -> Access:
        assert access.server == PAGE
        return Access(self.blog.address, access.user, access.secret)


def connected(folder: Path, blog: Blog, user: str = "larks") -> Direct:
    """Found a school and connect its blog as one of the blog's people."""
    direct = make_direct(folder, connected=False, publisher=NamedBlog(blog))
    direct.road.pixels = (jpeg(7),)
    direct.road.school.desk.ids.given += next(_SCHOOLS) * 1000  # type: ignore[attr-defined]  # it is CountedIds
    log_in = LogIn(user, "a password 77 long", tokens=(ApiToken(TOKEN, blog.secrets[user]),))
    direct.connect_with(direct.blogs[0], log_in, PAGE)
    return direct


def test_a_released_post_with_a_picture_is_out_just_as_it_was_sent(tmp_path: Path, blog: Blog) -> None:
    direct = connected(tmp_path, blog)

    standing = direct.go(intended := direct.intended(direct.released(photo=True)))

    assert (standing.decision.next, standing.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert standing.publication.differs == ()
    assert blog.kinds_named_like(int(standing.publication.posted_id)).count("post") == 1
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


@pytest.mark.parametrize("killed_after", [5, 6, 7])
def test_a_kill_after_it_left_makes_no_second_post(tmp_path: Path, blog: Blog, killed_after: int) -> None:
    direct = connected(tmp_path, blog)
    intended = direct.intended(direct.released(text=f"{TEXT} {killed_after}"))

    with pytest.raises(Killed):
        direct.go(intended, killed_after=killed_after)
    standing = direct.go(intended)

    assert (standing.decision.next, standing.publication.differs) == (Next.DONE, ())
    assert blog.kinds_named_like(int(standing.publication.posted_id)).count("post") == 1


def test_another_person_of_the_blog_is_another_account(tmp_path: Path, blog: Blog) -> None:
    direct = connected(tmp_path, blog)
    ana, account = direct.road.by("ana"), direct.blogs[0]
    intended = direct.intended(direct.released())
    other = ApiToken(TOKEN, f"{blog.secrets['wrens']}")
    direct.vault.shelve(
        direct.vault.keep(ana, account, LogIn("wrens", "a password 77 long", tokens=(other,))).value
    )

    with pytest.raises(NotAllowed) as refused:  # the blog doesn't take it for the connected name
        direct.connections.connect(ana, account, Wish(PAGE, "wrens", TOKEN), Who("2@x", "wrens", "", PAGE))
    standing = direct.go(intended)

    assert refused.value.happened.id == "sending.other-id"
    assert standing.decision.next is Next.ASK
    assert direct.acts(intended) == ["intend"]
