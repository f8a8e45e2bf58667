"""What a platform's server answered, and what its status says: untrusted until it is read here."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from typing_extensions import override

from smadmin.domain.publishers import PublisherFailed, Trouble

LONGEST_WAIT_S = 86_400
_SUCCESS = 2
_BROKEN = 5
"""The first digit of a status."""
_MARKUP = re.compile(r"<[^<>]{0,500}>")
_WORDS = ("message", "error_description", "error", "detail")
"""Where platforms put their own sentence about what went wrong."""
_BY_STATUS: Mapping[int, Trouble] = {
    401: Trouble.REFUSED,
    403: Trouble.REFUSED,
    413: Trouble.TOO_LARGE,
    429: Trouble.BUSY,
    503: Trouble.BUSY,
}
_INVALID = frozenset({400, 404, 409, 410, 415, 422})


@dataclass(frozen=True, repr=False)
class Answer:
    """What a server answered.

    Args:
        host: whose.
        status: HTTP's number.
        headers: by their names in small letters.
        body: at most as many bytes as were allowed.
        hidden: what must never be repeated, even where the server repeats it.
    """

    host: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    hidden: tuple[str, ...] = ()

    @override
    def __repr__(self) -> str:
        """Name the server and its number alone."""
        return f"Answer({self.host!r}, {self.status})"

    @property
    def server_time(self) -> datetime | None:
        """What the server's own clock said, UTC; None where it doesn't say, or without a zone."""
        try:
            said = parsedate_to_datetime(self.headers.get("date", ""))
            return None if said.tzinfo is None else said.astimezone(UTC)
        except (ValueError, TypeError, OverflowError):
            return None

    def told(self) -> "Told":
        """Read it as JSON.

        Raises:
            PublisherFailed: `NOT_THE_PLATFORM` where it isn't (a log-in page of the network).
        """
        try:
            return Told(self.host, json.loads(self.body), self.server_time)
        except (ValueError, RecursionError):
            pass
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, self.host)

    def failure(self, *, asked_only: bool) -> PublisherFailed | None:
        """Judge the status; None where it is a success.

        Args:
            asked_only: nothing would have changed, so that it can be asked again.
        """
        if self.status // 100 == _SUCCESS:
            return None
        kind = self._kind(asked_only=asked_only)
        wait = retry_after_s(self.headers, counted=self.status == HTTPStatus.TOO_MANY_REQUESTS)
        return PublisherFailed(kind, self.host, said=self._said(), retry_after_s=wait)

    def _kind(self, *, asked_only: bool) -> Trouble:
        if self.status in _BY_STATUS:
            return _BY_STATUS[self.status]
        if self.status in _INVALID and self._object() is not None:
            return Trouble.INVALID
        if self.status // 100 == _BROKEN and self.status != HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED:
            return Trouble.UNREACHABLE if asked_only else Trouble.LOST
        return Trouble.NOT_THE_PLATFORM

    def _object(self) -> dict[str, object] | None:
        try:
            untrusted = json.loads(self.body)
        except (ValueError, RecursionError):
            return None
        return untrusted if isinstance(untrusted, dict) else None

    def _said(self) -> str:
        untrusted = self._object() or {}
        said = next((word for name in _WORDS if isinstance(word := untrusted.get(name), str)), "")
        return "" if any(secret in said for secret in self.hidden if secret) else _MARKUP.sub("", said)


def retry_after_s(headers: Mapping[str, str], *, counted: bool = False) -> int | None:
    """Read when a server wants to be asked again, in seconds from its answer; None where it doesn't say.

    A date is held against the server's own clock, as ours may be wrong. Bluesky and Mastodon leave out
    HTTP's own header and say when their count begins anew, in seconds since 1970 or as a date; they say so
    with every answer, and `counted` whether it is the count that ended.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(int(said[:9]), LONGEST_WAIT_S)
    if not said and not counted:
        return None
    try:
        wait = _again(said, headers) - parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, OverflowError, OSError):
        return None
    return max(0, min(int(wait.total_seconds()), LONGEST_WAIT_S))


def _again(said: str, headers: Mapping[str, str]) -> datetime:
    """Read the moment from which on a server answers again."""
    if said:
        return parsedate_to_datetime(said)
    if epoch := headers.get("ratelimit-reset", ""):
        return datetime.fromtimestamp(int(epoch[:12]), UTC)
    return datetime.fromisoformat(headers.get("x-ratelimit-reset", ""))


@dataclass(frozen=True, repr=False)
class Told:
    """JSON of a server, read by the shape it should have; another shape is `NOT_THE_PLATFORM`.

    `server_time` is what the server's own clock said, UTC.
    """

    host: str
    untrusted: object
    server_time: datetime | None = None

    def at(self, *path: str) -> "Told":
        """Go into objects by the names of their fields; a missing one is None."""
        inner = self.untrusted
        for name in path:
            if not isinstance(inner, dict):
                raise self._other()
            inner = inner.get(name)
        return Told(self.host, inner, self.server_time)

    def text(self, *path: str) -> str:
        """Give a text."""
        found = self.at(*path).untrusted
        if not isinstance(found, str):
            raise self._other()
        return found

    def whole(self, *path: str) -> int:
        """Give a whole number."""
        found = self.at(*path).untrusted
        if not isinstance(found, int) or isinstance(found, bool):
            raise self._other()
        return found

    def known_whole(self, *path: str) -> int | None:
        """Give a whole number, or None where there is none."""
        try:
            return self.whole(*path)
        except PublisherFailed:
            return None

    def each(self, *path: str) -> "Sequence[Told]":
        """Give the entries of a list."""
        found = self.at(*path).untrusted
        if not isinstance(found, list):
            raise self._other()
        return [Told(self.host, one) for one in found]

    def _other(self) -> PublisherFailed:
        return PublisherFailed(Trouble.NOT_THE_PLATFORM, self.host)
