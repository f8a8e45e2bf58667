"""The newest comments under an account's posts, asked for on a round and kept nowhere.

`places` reads which posts are asked for, `ask` is an errand, and what somebody then enters goes the usual way
(`comments.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.posts import opening
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Posted
from smadmin.domain.shown_comments import CommentSources, ShownComment, order
from smadmin.services.comment_rows import comments_of
from smadmin.services.connected import connection_of
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.published import is_elsewhere, posted_of
from smadmin.services.removal_rows import is_gone
from smadmin.services.roles import today_of
from smadmin.services.round_rows import watched_in
from smadmin.storage.unit import Unit

LATELY = timedelta(days=30)
"""Comments under an older post are looked for on its page."""
MOST_POSTS = 20
"""So many posts of an account are asked for, the newest."""


@dataclass(frozen=True)
class OurPost:
    """A post of ours: where it is, and how it begins."""

    post: PostId | None
    posted: Posted
    words: str


@dataclass(frozen=True)
class Places:
    """What is asked for.

    Args:
        server: on which the account lives.
        posts: newest first.
        by_hand: how many posts nobody can ask for, since a person posted them.
        own: the platform's id of the account itself, whose answers are none of a visitor.
        since: when the last round ended, UTC; None where there was none.
        entered: links of comments that somebody entered already.
    """

    account: AccountId
    platform: Platform
    server: str
    posts: tuple[OurPost, ...]
    by_hand: int
    own: str
    since: datetime | None
    entered: frozenset[str]


@dataclass(frozen=True)
class ShownLine:
    """A comment, and under which post it stands.

    Args:
        new: whether it came after the last round, or nobody knows when.
        entered: whether somebody entered it already.
    """

    comment: ShownComment
    under: OurPost
    new: bool
    entered: bool


@dataclass(frozen=True)
class ShownComments:
    """What the platform showed just now: comments newest first, and under how many posts was looked."""

    account: AccountId
    lines: tuple[ShownLine, ...]
    posts: int
    by_hand: int


class CommentsShown:
    """Comments as the platforms show them, for one school."""

    def __init__(self, desk: Desk, proof: Proof, sources: CommentSources) -> None:
        """Stand on the desk, the proven record and the platforms that show comments to everybody."""
        self._desk, self._proof, self.sources = desk, proof, sources

    def places(self, by: Actor, account: AccountId) -> Places | None:
        """Give which posts are asked for; None where the platform can't be asked, or nothing is connected."""
        with self._desk.look(by) as unit:
            proven, found = self._proof.now(unit), unit.accounts.get(account)
            connection = connection_of(proven, account)
            if found.platform not in self.sources or connection is None:
                return None
            since, step = self._desk.now - LATELY, PublicationStep.CONFIRMED.value
            kept = unit.publications.find_since("published_at", since, account_id=account, step=step)
            out = [one for one in kept if not is_gone(proven, one.id, account)]
            out.sort(key=lambda one: one.published_at or since, reverse=True)
            ours, by_hand = _ours(unit, proven, out)
            rounds = watched_in(proven, account, today_of(unit, self._desk), self._desk.now).rounds
            return Places(
                account,
                found.platform,
                connection.server,
                tuple(ours[:MOST_POSTS]),
                by_hand,
                connection.who.id.partition("@")[0],
                rounds[-1].at if rounds else None,
                _entered(proven, account, since),
            )

    def ask(self, places: Places) -> ShownComments:
        """Ask the platform (an errand).

        Raises:
            PublisherFailed: whatever went wrong there.
        """
        source = self.sources[places.platform]
        found = [
            ShownLine(one, ours, _is_new(one, places.since), one.link in places.entered)
            for ours in places.posts
            for one in source.comments(places.server, ours.posted)
            if one.by != places.own
        ]
        found.sort(key=lambda line: order(line.comment), reverse=True)
        return ShownComments(places.account, tuple(found), len(places.posts), places.by_hand)


def _ours(unit: Unit, proven: Proven, out: Iterable[Publication]) -> tuple[list[OurPost], int]:
    ours, by_hand = list[OurPost](), 0
    for one in out:
        posted = posted_of(proven, one.id, one.account)
        if posted is None or is_elsewhere(proven, one.id, one.account):
            by_hand += 1
            continue
        words = "" if one.post is None else opening(unit.posts.get(one.post).content)
        ours.append(OurPost(one.post, posted, words))
    return ours, by_hand


def _entered(proven: Proven, account: AccountId, since: datetime) -> frozenset[str]:
    found = comments_of(proven, closed_since=since).values()
    return frozenset(one.form.link for one in found if one.form.account == account and one.form.link)


def _is_new(comment: ShownComment, since: datetime | None) -> bool:
    return since is None or comment.at is None or comment.at > since
