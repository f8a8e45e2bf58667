"""What lies ready while a post is sent, and whether the log-in is the connected account's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from smadmin.domain.clocks import clocks_agree
from smadmin.domain.connections import Connection
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Access, Outgoing, Publisher, Who
from smadmin.domain.sending import FRESH, Decision, Sending


@dataclass(frozen=True, repr=False)
class Ready:
    """What one step on the network needs. It lives as long as that step, and shows no secret.

    Args:
        files: the covered pictures, opened; the gate hashes these very bytes.
        notice: whether it goes on though everything else is stopped.
    """

    publication: Publication
    publisher: Publisher
    connection: Connection
    access: Access
    outgoing: Outgoing
    files: Mapping[MediaId, bytes] = field(default_factory=dict)
    notice: bool = False


@dataclass(frozen=True)
class Asked:
    """Whom the platform takes the log-in for, and when that was asked, UTC."""

    who: Who
    at: datetime

    def by_the_clock(self, now: datetime) -> bool:
        """Tell whether this computer's clock is near enough to the platform's, as far as that says."""
        return clocks_agree(self.at, now, self.who.server_time)

    def there_now(self, now: datetime) -> datetime:
        """Give the later of both clocks, UTC: what the platform's says by now, and this computer's."""
        there = self.who.server_time
        return now if there is None else max(now, there + (now - self.at))

    def fresh(self, now: datetime) -> bool:
        """Tell whether bytes may leave by it now."""
        return timedelta() <= now - self.at <= FRESH and self.by_the_clock(now)


@dataclass(frozen=True)
class Standing:
    """How far a publication is, as the record bears it out, and what comes next.

    Args:
        queued: when it goes out by itself, where somebody had it so.
        kept_here: what keeps it from doing so until a person has looked.
        alone_at: its address at a platform's scheduler, from where nobody here can take it back any more.
    """

    publication: Publication
    sending: Sending
    decision: Decision
    queued: Queued | None = None
    kept_here: tuple[Reason, ...] = ()
    alone_at: str = ""


class OtherIdentity(NotAllowed):
    """The log-in belongs to another account than the connected one: nothing may leave for it any more."""

    def __init__(self, who: Who, expected: Connection) -> None:
        """Name both; two of one name (the blog moved, say) by what the platform tells them apart."""
        self.who = who
        seen, meant = who.handle, expected.who.handle
        if seen == meant:
            seen, meant = f"{seen} ({who.id})", f"{meant} ({expected.who.id})"
        said = say("sending.wrong-identity", seen=seen, expected=meant)
        super().__init__((Reason(said),))


class Connected(Protocol):
    """Whatever goes out, or is taken down, by a connected account."""

    @property
    def connection(self) -> Connection:
        """Give whom the account is connected to."""


def require_same(ready: Connected, asked: Asked) -> None:
    """Refuse to go on where the platform takes the log-in for another account than the connected one.

    Raises:
        OtherIdentity: it does.
    """
    if asked.who.id != ready.connection.who.id:
        raise OtherIdentity(asked.who, ready.connection)
