"""Comments as a platform shows them to everybody, asked for on a round.

They are kept nowhere: what somebody enters (`domain/comments.py`) is kept, and nothing else of a visitor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from smadmin.domain.accounts import Platform
from smadmin.domain.comments import AUTHOR_MOST, LINK_MOST, TEXT_MOST
from smadmin.domain.publishers import Posted
from smadmin.domain.typed import straight

MOST_A_POST = 100
"""So many comments of a post are read, the newest; who has more looks there."""


@dataclass(frozen=True)
class ShownComment:
    """A comment under a post of ours. Its words are a stranger's: shown as text, never in a log.

    Args:
        author: as shown there.
        by: the platform's own id of who wrote it; empty where it says none.
        at: when, UTC; None where the platform doesn't say.
    """

    author: str = field(repr=False)
    text: str = field(repr=False)
    link: str = field(repr=False)
    by: str = field(repr=False)
    at: datetime | None = None


class CommentSource(Protocol):
    """A platform that shows the comments under a post to everybody. All of it is network: errands."""

    def comments(self, server: str, posted: Posted) -> tuple[ShownComment, ...]:
        """Give the comments under a post, newest first, without any log-in; a post that is gone has none.

        Raises:
            PublisherFailed: and nothing else that a server could cause.
        """
        ...


CommentSources = Mapping[Platform, CommentSource]


def shown(
    *, author: str, text: str, link: str = "", by: str = "", at: datetime | None = None
) -> ShownComment:
    """Give a stranger's comment as it can be shown and entered: shortened, without marks that turn words."""
    lines = (straight(line) for line in text.splitlines())
    return ShownComment(
        author=straight(author)[:AUTHOR_MOST],
        text="\n".join(lines).strip()[:TEXT_MOST],
        link=link if len(link) <= LINK_MOST and link.startswith("https://") else "",
        by=by,
        at=at,
    )


_UNKNOWN = datetime.min.replace(tzinfo=UTC)


def order(comment: ShownComment) -> datetime:
    """Sort comments by their time; one without a time is older than all."""
    return comment.at or _UNKNOWN


def newest_first(comments: list[ShownComment]) -> tuple[ShownComment, ...]:
    """Give the newest so many."""
    return tuple(sorted(comments, key=order, reverse=True)[:MOST_A_POST])
