"""A Facebook post as the Graph tells it, read by its shape; and the ids of Pages, posts and pictures."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.publishing.answers import Told

PAGES = "https://www.facebook.com"
ATTACHED = "attachments{type,target{id},unshimmed_url,subattachments{type,target{id}}}"
"""What is asked for of a post, so that `photos_of` and `shared_by` can be told."""
_SAME_TIME_S = 60
"""So near to each other two times of posts that wait are one."""
_PHOTO, _SHARED = "photo", "share"
_NUMBER = re.compile(r"[0-9]{1,25}", re.ASCII)
_POST = re.compile(r"([0-9]{1,25})_[0-9]{1,25}", re.ASCII)


def words_in(post: Told) -> str:
    """Give a post's words; pictures alone have none."""
    said = post.at("message").untrusted
    return said if isinstance(said, str) else ""


def _attached(post: Told) -> Sequence[Told]:
    there = post.at("attachments").untrusted is not None
    return post.each("attachments", "data") if there else ()


def photos_of(post: Told) -> list[str]:
    """Give the ids of a post's pictures, in their order."""
    parts = [part for one in _attached(post) for part in _parts(one)]
    return [number_of(part.at("target")) for part in parts if part.at("type").untrusted == _PHOTO]


def _parts(attached: Told) -> Sequence[Told]:
    several = attached.at("subattachments").untrusted is not None
    return attached.each("subattachments", "data") if several else (attached,)


def shared_by(post: Told) -> str:
    """Give where a post's card leads; empty where it has none."""
    links = [one.at("unshimmed_url").untrusted for one in _attached(post) if one.text("type") == _SHARED]
    return links[0] if links and isinstance(links[0], str) else ""


def made_at(post: Told) -> datetime:
    """Give when a post was made, UTC."""
    try:
        return datetime.fromisoformat(post.text("created_time")).astimezone(UTC)
    except (ValueError, OverflowError):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, post.host) from None


def number_of(told: Told) -> str:
    """Give the id that the server says; a wrong one leaves open whether what it names is out."""
    id = told.text("id")
    if not _NUMBER.fullmatch(id):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, told.host)
    return id


def posted_as(told: Told, page: str) -> Posted:
    """Give a post of this Page; another id is none of it."""
    id = told.text("id")
    found = _POST.fullmatch(id)
    if found is None or found[1] != page:
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, told.host)
    return Posted(id, link_to(id))


def id_of(server: str, posted: Posted) -> str:
    """Give the id of one of our posts as it is kept here; with a wrong one nothing is asked."""
    if not _POST.fullmatch(posted.id):
        raise PublisherFailed(Trouble.INVALID, urlsplit(server).hostname or "")
    return posted.id


def waits_for(told: Told, at: datetime | None) -> bool:
    """Tell whether a post that waits does so for this time; None asks for no time."""
    return at is None or abs(told.whole("scheduled_publish_time") - at.timestamp()) < _SAME_TIME_S


def link_to(id: str) -> str:
    """Give the address at which readers find a post."""
    page, _, post = id.partition("_")
    return f"{PAGES}/{page}/posts/{post}"
