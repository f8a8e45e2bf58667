"""The whole road on Bluesky's own server: connected, released, sent, looked for, read back."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Access, Outgoing, Posted, Publisher, Seen, Who
from smadmin.domain.sending import Next, SendStage
from smadmin.publishing.bluesky import Bluesky
from tests.direct import TOKEN, Direct, Killed, make_direct
from tests.road import TEXT
from tests.servers.bluesky_pds import Pds
from tests.servers.content import jpeg
from tests.servers.test_bluesky import web

USUAL = "https://bsky.social"
_SCHOOLS = count(1)
"""One server serves all schools here, and each begins to count its posts anew."""


@dataclass
class Named:
    """The adapter, for a server on this computer that goes by Bluesky's own address."""

    pds: Pds
    inner: Bluesky
    platform: Platform = Platform.BLUESKY

    def who_am_i(self, access: Access) -> Who:
        return self.inner.who_am_i(self._here(access))

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        return self.inner.publish(self._here(access), outgoing)

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        return self.inner.find(self._here(access), outgoing)

    def read_back(self, server: str, posted: Posted) -> Seen:
        assert server == USUAL
        return self.inner.read_back(self.pds.address, posted)

    def _here(self, access: Access) -> Access:
        assert access.server == USUAL
        return Access(self.pds.address, access.user, access.secret)


def connected(folder: Path, pds: Pds) -> Direct:
    """Found a school and connect its account on Bluesky."""
    publisher: Publisher = Named(pds, Bluesky(web()))  # type: ignore[assignment]  # what the road asks for
    handle = "larks.test"
    at = (handle, f"https://bsky.app/profile/{handle}")
    direct = make_direct(folder, connected=False, publisher=publisher, at=at)
    direct.road.pixels = (jpeg(7),)
    direct.road.school.desk.ids.given += 500_000 + next(_SCHOOLS) * 1000  # type: ignore[attr-defined]  # it is CountedIds
    log_in = LogIn(handle, "a password 77 long", tokens=(ApiToken(TOKEN, pds.secrets["larks"]),))
    direct.connect_with(direct.blogs[0], log_in, USUAL)
    return direct


def test_a_released_post_with_a_picture_is_out_just_as_it_was_sent(tmp_path: Path, pds: Pds) -> None:
    direct = connected(tmp_path, pds)

    standing = direct.go(intended := direct.intended(direct.released(photo=True)))

    assert (standing.decision.next, standing.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert standing.publication.differs == ()
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


@pytest.mark.parametrize("killed_after", [5, 6, 7])
def test_a_kill_after_it_left_makes_no_second_post(tmp_path: Path, pds: Pds, killed_after: int) -> None:
    direct, text = connected(tmp_path, pds), f"{TEXT} {killed_after}"
    intended = direct.intended(direct.released(text=text))

    with pytest.raises(Killed):
        direct.go(intended, killed_after=killed_after)
    standing = direct.go(intended)

    assert (standing.decision.next, standing.publication.differs) == (Next.DONE, ())
    assert pds.texts().count(text) == 1
