"""A child's picture or data is out: where it stands, what else is out, which posts show the same.

What is removed, and in which order, is `removals.py` and `removal_road.py`; here stands what to look at.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId, StudentId
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.posts import Content, opening
from smadmin.domain.publications import Publication
from smadmin.services.desk import Desk
from smadmin.services.everything_out import everything_out
from smadmin.services.proof import Proof, Proven
from smadmin.services.published import out_on
from smadmin.services.removal_rows import is_gone
from smadmin.services.removals import Removals, RemovalView
from smadmin.services.stopping import may_go_out, not_begun
from smadmin.storage.rows import E
from smadmin.storage.shelf import Shelf
from smadmin.storage.unit import Unit

LATELY = timedelta(days=90)
"""An older post is taken down from where it is seen: Publish, Plan, Records."""
MOST_LATELY = 20
"""So many of the newest posts are offered to choose from."""
_IS_CHILD = frozenset({Decision.OPTED_OUT, Decision.CONSENTED})
"""Decisions that say who it is."""


@dataclass(frozen=True)
class OutLine:
    """A post on one account: where, and how taking it down stands."""

    publication: Publication
    account: Account
    view: RemovalView


@dataclass(frozen=True)
class OutPost:
    """A post that is out.

    Args:
        at: when it went out first, UTC; None where nobody knows.
        same_photo, same_child: what it shares with the post that was asked about.
    """

    post: PostId
    words: str
    accounts: tuple[str, ...]
    at: datetime | None
    same_photo: bool = False
    same_child: bool = False


@dataclass(frozen=True)
class ClearingSheet:
    """A post that has to go, account by account.

    Args:
        waits: labels of the accounts on which it may still go out.
    """

    post: PostId
    words: str
    lines: tuple[OutLine, ...]
    waits: tuple[str, ...] = ()


class Clearing:
    """What is looked at while a child's picture or data is taken down."""

    def __init__(self, desk: Desk, proof: Proof, removals: Removals) -> None:
        """Stand on the desk, the proven record and the removals."""
        self._desk, self._proof, self._removals = desk, proof, removals

    def lately(self, by: Actor) -> tuple[OutPost, ...]:
        """Give the newest posts that are out."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            found = _by_post(proven, everything_out(unit, proven, since=self._desk.now - LATELY))
            newest = sorted(found.items(), key=lambda one: _first_at(one[1]) or _NEVER, reverse=True)
            return tuple(_told(unit, post, out) for post, out in newest[:MOST_LATELY])

    def sheet(self, by: Actor, post: PostId) -> ClearingSheet:
        """Give where a post stands and what has to be done there; the other posts are asked for apart.

        Raises:
            KnownError: there is no such post.
        """
        with self._desk.look(by) as unit:
            words = opening(unit.posts.get(post).content)
            proven = self._proof.now(unit)
            out = out_on(unit, proven, post)
            accounts = {one.account: unit.accounts.get(one.account) for one in out}
            waiting = {one.account for one in may_go_out(unit, proven, post)} | {
                *not_begun(unit, proven, post)
            }
            known = (unit.accounts.maybe(one) for one in waiting - accounts.keys())
            waits = {one.label for one in known if one is not None}
        lines = [OutLine(one, accounts[one.account], self._removals.view(by, one)) for one in out]
        lines.sort(key=lambda one: one.account.label)
        return ClearingSheet(post, words, tuple(lines), tuple(sorted(waits)))

    def others(self, by: Actor, post: PostId) -> tuple[OutPost, ...]:
        """Give the other posts that are out with the same photo, or with a child who was told on its photos.

        A child is known by what people decided about faces, never by looking alike. An errand: every post
        that is out is opened, and its photos.

        Raises:
            KnownError: there is no such post.
            Tampered: one of them isn't as it was written.
        """
        with self._desk.look(by) as unit:
            asked = unit.posts.get(post).content
            if not asked.pictures:
                return ()
            proven = self._proof.now(unit)
            found = _by_post(proven, everything_out(unit, proven), but=post)
            return tuple(_alike(unit, asked, found))


def _by_post(
    proven: Proven, out: Iterable[Publication], *, but: PostId | None = None
) -> dict[PostId, list[Publication]]:
    found: dict[PostId, list[Publication]] = {}
    for one in out:
        if one.post is not None and one.post != but and not is_gone(proven, one.id, one.account):
            found.setdefault(one.post, []).append(one)
    return found


def _alike(unit: Unit, asked: Content, out: dict[PostId, list[Publication]]) -> Iterator[OutPost]:
    drafts = _read(unit.posts, out)
    with_pictures = {id_: one.content for id_, one in drafts.items() if one.content.pictures}
    contents = (asked, *with_pictures.values())
    photos = _read(unit.photos, {picture.photo for content in contents for picture in content.pictures})
    digests, children = _shown(photos, asked)
    for post, content in with_pictures.items():
        theirs, shown = _shown(photos, content)
        if digests & theirs or children & shown:
            same = {"same_photo": bool(digests & theirs), "same_child": bool(children & shown)}
            yield _told(unit, PostId(post), out[PostId(post)], **same)


def _read(shelf: Shelf[E], ids: Collection[str]) -> dict[str, E]:
    """Read many rows in few questions; what is gone is left out.

    Raises:
        Tampered: one isn't as it was written.
    """
    read, spoilt = shelf.readable_among([*ids])
    for error in spoilt.values():
        raise error
    return read


def _shown(photos: Mapping[str, Photo], content: Content) -> tuple[set[str], set[StudentId]]:
    """Give what a post shows: its photos by the digest of their files, and the children told on them."""
    digests: set[str] = set()
    children: set[StudentId] = set()
    for picture in content.pictures:
        photo = photos.get(picture.photo)
        if photo is None:
            continue
        digests.add(photo.sha256)
        told = (one.student for one in photo.faces if one.decision in _IS_CHILD)
        children |= {one for one in told if one is not None}
    return digests, children


def _told(
    unit: Unit,
    post: PostId,
    out: list[Publication],
    *,
    same_photo: bool = False,
    same_child: bool = False,
) -> OutPost:
    accounts = tuple(sorted({unit.accounts.get(account).label for account in {one.account for one in out}}))
    words = opening(unit.posts.get(post).content)
    return OutPost(post, words, accounts, _first_at(out), same_photo, same_child)


_NEVER = datetime.min.replace(tzinfo=UTC)
"""Sorts behind every time that is known."""


def _first_at(out: list[Publication]) -> datetime | None:
    return min((one.published_at for one in out if one.published_at is not None), default=None)
