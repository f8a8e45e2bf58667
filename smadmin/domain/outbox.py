"""What goes out with nobody signed in: the sealed packet, and what the signed row says of it (`keys.md`).

Whoever schedules a post packs all that is needed and seals it to one computer login. That login can open
nothing else of the school's, so the packet brings the parts of the rows by which it is judged: each is held
against the digest in its row. Pure, no cipher.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.connections import Connection
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.manifests import Manifest
from smadmin.domain.publishers import Access, Outgoing, Picture
from smadmin.domain.records import Part

OUTBOX_PART = "outbox"
"""The part of the row `queue`. It lies in plain, for a computer login reads it: digests, times, no words."""
LATE = timedelta(hours=1)
"""So long after its time a post still goes out by itself; what missed that is asked about."""
_VERSION = 1


@dataclass(frozen=True)
class Queued:
    """What the row says that put a post into the queue.

    Args:
        sha256: of the sealed packet, hex.
        at: when it is to go out, UTC; `until` the last moment at which it does so by itself.
        mandate: by what it was released; only a notice leaves during a crisis hold.
        leans_on: by noun and id what else it was judged by that only a signed-in person finds (the slots it
            was planned for, their weeks, its photos' folders): whatever is done about these keeps it here.
        handed_until: until when, UTC, it is handed to the platform's own scheduler; None where it waits here.
    """

    sha256: str
    at: datetime
    until: datetime
    mandate: ReleaseBy
    leans_on: tuple[tuple[str, str], ...] = ()
    handed_until: datetime | None = None

    def handed_over(self, now: datetime) -> bool:
        """Tell whether what leaves now goes to the platform's scheduler; later it leaves at its time."""
        return self.handed_until is not None and now <= self.handed_until

    def opens(self, now: datetime) -> datetime:
        """Give from when on it may leave, as things are now (both UTC)."""
        return min(now, self.at) if self.handed_over(now) else self.at

    def named(self, noun: str) -> frozenset[str]:
        """Give the ids of one noun that it leans on."""
        return frozenset(id_ for one, id_ in self.leans_on if one == noun)

    def to_plain(self) -> dict[str, Plain]:
        """Give what the row's part says."""
        handed = {} if self.handed_until is None else {"handed_until": _told(self.handed_until)}
        return {
            **handed,
            "sha256": self.sha256,
            "at": _told(self.at),
            "until": _told(self.until),
            "mandate": self.mandate.value,
            "leans_on": [list(one) for one in self.leans_on],
        }

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        try:
            at, until = (datetime.fromisoformat(told[name]) for name in ("at", "until"))
            handed = datetime.fromisoformat(told["handed_until"]) if "handed_until" in told else None
            times = (at, until, handed or at)
            if any(one.tzinfo is None for one in times) or not isinstance(told["sha256"], str):
                raise ValueError("not a queued post")
            leans_on = tuple((str(noun), str(id_)) for noun, id_ in told["leans_on"])
            return cls(told["sha256"], at, until, ReleaseBy(told["mandate"]), leans_on, handed)
        except (KeyError, TypeError) as error:
            raise ValueError("not a queued post") from error


@dataclass(frozen=True, repr=False)
class Packet:
    """What is sealed to the computer login that sends. It has no `repr`: it holds a token.

    Args:
        manifest, connection: the signed parts by which it is judged, with their salts.
        ends: the last day on which the token works, or None.
        given: the signed part of the permission or the notice by which it was released, or None.
    """

    publication: PublicationId
    post: PostId
    account: AccountId
    manifest: Part
    connection: Part
    secret: str
    ends: date | None
    outgoing: Outgoing
    given: Part | None = None

    @property
    def connected(self) -> Connection:
        """Whom it goes out as."""
        return Connection.from_plain(parse(self.connection.content))

    @property
    def access(self) -> Access:
        """How the program logs in."""
        connected = self.connected
        return Access(connected.server, connected.user, self.secret)

    @property
    def signed(self) -> Manifest:
        """What was released, but for the overrides: they quote names and reasons, and stay at school."""
        return Manifest.told_alone(self.manifest.content)

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """The SHA-256 (hex) of each picture's very bytes, with its description."""
        return tuple((hashlib.sha256(one.content).hexdigest(), one.alt) for one in self.outgoing.pictures)

    def to_bytes(self) -> bytes:
        """Give the content to be sealed."""
        out = self.outgoing
        return canonical(
            {
                "v": _VERSION,
                "publication": self.publication,
                "post": self.post,
                "account": self.account,
                "manifest": _part(self.manifest),
                "connection": _part(self.connection),
                "given": None if self.given is None else _part(self.given),
                "secret": self.secret,
                "ends": None if self.ends is None else self.ends.isoformat(),
                "text": out.text,
                "pictures": [[_text(one.content), one.media_type, one.alt] for one in out.pictures],
                "link": out.link,
                "language": out.language,
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        try:
            told: Mapping[str, Any] = parse(content)
            if told["v"] != _VERSION:
                raise ValueError("a packet of an unknown shape")
            pictures = tuple(Picture(_bytes(one), kind, alt) for one, kind, alt in told["pictures"])
            key = PublicationId(told["publication"])
            return cls(
                publication=key,
                post=PostId(told["post"]),
                account=AccountId(told["account"]),
                manifest=_read(told["manifest"]),
                connection=_read(told["connection"]),
                secret=told["secret"],
                ends=None if told["ends"] is None else date.fromisoformat(told["ends"]),
                outgoing=Outgoing(key, told["text"], pictures, told["link"], told["language"]),
                given=None if told["given"] is None else _read(told["given"]),
            )
        except (KeyError, TypeError, binascii.Error) as error:
            raise ValueError("not a packet") from error


def goes_until(at: datetime, closes: datetime) -> datetime:
    """Give the last moment at which a post goes out by itself that is queued for a time (both UTC)."""
    return min(at + LATE, closes)


def _part(part: Part) -> list[Plain]:
    return [_text(part.salt), _text(part.content)]


def _read(told: Any) -> Part:
    salt, content = told
    return Part(_bytes(salt), _bytes(content))


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(told: str) -> bytes:
    return base64.b64decode(told, validate=True)


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
