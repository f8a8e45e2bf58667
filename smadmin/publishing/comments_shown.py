"""Reading the comments under a post as any visitor: WordPress, Mastodon, Bluesky. No log-in is at hand.

Facebook shows them to nobody without one; there somebody looks on the page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.domain.shown_comments import MOST_A_POST, CommentSources, ShownComment, newest_first, shown
from smadmin.publishing.answers import Told
from smadmin.publishing.bluesky import PAGES, SHOWN_BY
from smadmin.publishing.calls import get, with_query
from smadmin.publishing.mastodon_page import words_of
from smadmin.publishing.web import Web

_GONE = frozenset({401, 403, 404, 410})
_DEEPEST = 6
"""Answers to answers that are read; a page shows no more at once."""
_THREAD = "app.bsky.feed.defs#threadViewPost"
_ITS_OWN = "at://"
_AT = re.compile(r"at://(did:[a-z]+:[\w.:%-]+)/app\.bsky\.feed\.post/([\w.~-]+)", re.ASCII)
_ACCOUNT = re.compile(r"\w+(?:[.-]+\w+)*(?:@[\w-]+(?:\.[\w-]+)*)?", re.ASCII)


def comment_sources(web: Web) -> CommentSources:
    """Give the platforms that show comments to everybody."""
    return {
        Platform.WORDPRESS: BlogComments(web),
        Platform.MASTODON: MastodonComments(web),
        Platform.BLUESKY: BlueskyComments(web),
    }


@dataclass(frozen=True)
class BlogComments:
    """The comments of a blog that its visitors see; what waits for approval isn't among them."""

    web: Web

    def comments(self, server: str, posted: Posted) -> tuple[ShownComment, ...]:
        """Give the comments under a post, newest first."""
        query = {
            "post": _number(server, posted.id),
            "per_page": str(MOST_A_POST),
            "orderby": "date",
            "order": "desc",
        }
        address = with_query(f"{server.rstrip('/')}/?rest_route=/wp/v2/comments", query)
        answer = self.web.ask(get(address), also=_GONE)
        found = [] if answer.status in _GONE else answer.told().each()
        return newest_first([_of_blog(server, one) for one in found])


@dataclass(frozen=True)
class MastodonComments:
    """The answers to a post that its server knows of."""

    web: Web

    def comments(self, server: str, posted: Posted) -> tuple[ShownComment, ...]:
        """Give them, newest first."""
        address = f"{server.rstrip('/')}/api/v1/statuses/{_number(server, posted.id)}/context"
        answer = self.web.ask(get(address), also=_GONE)
        found = [] if answer.status in _GONE else answer.told().each("descendants")
        return newest_first([_of_mastodon(server, one) for one in found])


@dataclass(frozen=True)
class BlueskyComments:
    """The answers to a post as Bluesky shows them to visitors.

    Args:
        web: the way to the servers.
        shown_by: who shows a server's posts to visitors; other servers are asked themselves.
    """

    web: Web
    shown_by: Mapping[str, str] = field(default_factory=lambda: SHOWN_BY)

    def comments(self, server: str, posted: Posted) -> tuple[ShownComment, ...]:
        """Give them, newest first."""
        if not posted.id.startswith(_ITS_OWN):
            raise PublisherFailed(Trouble.INVALID, urlsplit(server).hostname or "")
        view = self.shown_by.get(server.rstrip("/"), server.rstrip("/"))
        query = {"uri": posted.id, "depth": str(_DEEPEST), "parentHeight": "0"}
        address = with_query(f"{view}/xrpc/app.bsky.feed.getPostThread", query)
        answer = self.web.ask(get(address), also=[HTTPStatus.BAD_REQUEST])
        if answer.status == HTTPStatus.BAD_REQUEST:
            if answer.told().text("error") == "NotFound":
                return ()
            raise PublisherFailed(Trouble.INVALID, answer.host)
        return newest_first(list(_under(answer.told().at("thread"), _DEEPEST)))


def _of_blog(server: str, told: Told) -> ShownComment:
    """Read one; an address on another server is none, for it is opened where the account is logged in."""
    by, link = told.known_whole("author") or 0, told.text("link")
    return shown(
        author=told.text("author_name"),
        text=words_of(told.text("content", "rendered")).text,
        link=link if urlsplit(link)[:2] == urlsplit(server)[:2] else "",
        by=str(by) if by else "",
        at=_moment(told, "date_gmt"),
    )


def _of_mastodon(server: str, told: Told) -> ShownComment:
    """Read one; its address is the one on the account's own server, where somebody can answer."""
    people = {one.text("url"): one.text("acct") for one in told.each("mentions")}
    name, handle, id = told.text("account", "display_name"), told.text("account", "acct"), told.text("id")
    right = _ACCOUNT.fullmatch(handle) and id.isascii() and id.isdigit()
    return shown(
        author=f"{name} (@{handle})" if name else f"@{handle}",
        text=words_of(told.text("content"), people).text,
        link=f"{server.rstrip('/')}/@{handle}/{id}" if right else "",
        by=told.text("account", "id"),
        at=_moment(told, "created_at"),
    )


def _under(thread: Told, depth: int) -> Iterator[ShownComment]:
    """Give the answers below a post; blocked and deleted ones have another shape and are left out."""
    if depth < 1 or not isinstance(thread.at("replies").untrusted, list):
        return
    for one in thread.each("replies"):
        if one.at("$type").untrusted == _THREAD:
            yield _of_bluesky(one.at("post"))
            yield from _under(one, depth - 1)


def _of_bluesky(post: Told) -> ShownComment:
    name, handle = post.at("author", "displayName").untrusted, post.text("author", "handle")
    at = _AT.fullmatch(post.text("uri"))
    return shown(
        author=f"{name} (@{handle})" if isinstance(name, str) and name.strip() else f"@{handle}",
        text=post.text("record", "text"),
        link=f"{PAGES}/profile/{at[1]}/post/{at[2]}" if at else "",
        by=post.text("author", "did"),
        at=_moment(post.at("record"), "createdAt"),
    )


def _moment(told: Told, name: str) -> datetime | None:
    """Read a time; one without a zone is UTC, one that is none says nothing."""
    said = told.at(name).untrusted
    try:
        found = datetime.fromisoformat(said) if isinstance(said, str) else None
        if found is None:
            return None
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _number(server: str, id: str) -> str:
    if not (id.isascii() and id.isdigit()):
        raise PublisherFailed(Trouble.INVALID, urlsplit(server).hostname or "")
    return id
