"""A platform that keeps to the port's contract and to nothing more: it posts twice what is sent twice.

Faults come by plan, before or after what they disturb; posts may appear late, as on a server that is still at
it when the line breaks.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import (
    NOTHING_WENT_OUT,
    Access,
    Outgoing,
    Posted,
    PublisherFailed,
    Seen,
    ServerLimits,
    Trouble,
    Who,
)

HOST = "blog.example"


@dataclass
class Kept:
    """A post as the platform has it: whose, what came, and from when on anybody sees it."""

    who: Who
    posted: Posted
    sent: Outgoing
    shows: datetime
    scheduled: bool = False


@dataclass
class Fault:
    """What goes wrong in one call: before anything was done, or after; `late` is when a post shows then."""

    trouble: Trouble
    after: bool = False
    late: timedelta = timedelta()
    wish: int | None = None


@dataclass
class FakePlatform:
    """The platform.

    Args:
        now: its clock.
        tokens: whom each secret belongs to.
        faults: what goes wrong next, by the method's name; asked once a call.
        spoils: changes what visitors see.
        misses: whether its scheduler lets its times pass.
        in_flight: so long after its time a post neither waits nor is out.
        by_words: whether it tells posts apart by their words alone, as Mastodon and Facebook do.
    """

    now: Callable[[], datetime]
    tokens: dict[str, Who] = field(default_factory=dict)
    faults: Callable[[str], Fault | None] = lambda _: None
    spoils: Callable[[Seen], Seen] = lambda seen: seen
    kept: list[Kept] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    platform: Platform = Platform.WORDPRESS
    can_schedule: bool = False
    misses: bool = False
    in_flight: timedelta = timedelta()
    by_words: bool = False
    can_correct: bool = False

    def who_am_i(self, access: Access) -> Who:
        fault = self._before("who_am_i")
        who = replace(self._who(access), server_time=self.now())
        _after(fault)
        return who

    def limits(self, access: Access) -> ServerLimits | None:
        return None

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        fault = self._before("publish")
        who = self._who(access)
        number = len(self.kept) + 1
        posted = Posted(str(number), f"https://{who.page.partition('://')[2]}/{number}")
        shows = self.now() + (timedelta() if fault is None else fault.late)
        self.kept.append(Kept(who, posted, outgoing, shows))
        _after(fault)
        return posted

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        if not self.can_schedule:
            raise PublisherFailed(Trouble.INVALID, HOST)
        fault = self._before("schedule")
        who = self._who(access)
        posted = Posted(str(len(self.kept) + 1), f"https://{HOST}/queue", waits=True)
        self.kept.append(Kept(who, posted, outgoing, at, scheduled=True))
        _after(fault)
        return posted

    def waiting(
        self, access: Access, outgoing: Outgoing, *, at: datetime | None = None, id: str = ""
    ) -> Posted | None:
        fault = self._before("waiting")
        who = self._who(access)
        there = [one for one in self.kept if one.who == who]
        mine = [one for one in there if (one.posted.id == id if id else self._is_it(one, outgoing, at))]
        _after(fault)
        return next((one.posted for one in mine if one.scheduled and self._waits(one)), None)

    def _is_it(self, kept: Kept, outgoing: Outgoing, at: datetime | None) -> bool:
        if not self.by_words:
            return kept.sent.key == outgoing.key
        return kept.sent.text == outgoing.text and (at is None or kept.shows == at)

    def _in_flight(self, kept: Kept) -> bool:
        """Tell whether its scheduler has taken it from its list and hasn't posted it yet."""
        return kept.scheduled and kept.shows <= self.now() < kept.shows + self.in_flight

    def _waits(self, kept: Kept) -> bool:
        return kept.scheduled and (self.misses or kept.shows > self.now())

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        fault = self._before("find")
        who = self._who(access)
        mine = [one for one in self.kept if one.who == who and one.sent.key == outgoing.key]
        seen = (
            one
            for one in mine
            if one.shows <= self.now() and not self._waits(one) and not self._in_flight(one)
        )
        found = [replace(one.posted, waits=False) for one in seen]
        _after(fault)
        return found[0] if found else None

    def read_back(self, server: str, posted: Posted) -> Seen:
        fault = self._before("read_back")
        kept = next((one for one in self.kept if one.posted == posted), None)
        if kept is None or self._waits(kept):
            _after(fault)
            return Seen("", (), 0, "", public=False, id=posted.id, link=posted.link, captured=b"gone")
        sent = kept.sent
        seen = Seen(
            text=sent.text,
            alts=tuple(one.alt for one in sent.pictures),
            pictures=len(sent.pictures),
            link_target=sent.link or "",
            public=True,
            id=posted.id,
            link=posted.link,
            captured=sent.text.encode(),
        )
        _after(fault)
        return self.spoils(seen)

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        if not self.can_correct:
            raise PublisherFailed(Trouble.INVALID, HOST)
        fault = self._before("correct")
        kept = self._own(access, posted)
        assert kept is not None
        kept.sent = replace(kept.sent, text=text)
        _after(fault)

    def remove(self, access: Access, posted: Posted) -> None:
        fault = self._before("remove")
        own = self._own(access, posted, there=False)
        # What waited has another name once it is out: by the old one it is gone already.
        if own is not None and (self._waits(own) or not posted.waits):
            self.kept = [one for one in self.kept if one is not own]
        _after(fault)

    def _own(self, access: Access, posted: Posted, *, there: bool = True) -> Kept | None:
        who = self._who(access)
        found = next((one for one in self.kept if one.posted == posted), None)
        if (found is None and there) or (found is not None and found.who != who):
            raise PublisherFailed(Trouble.INVALID, HOST)
        return found

    def _who(self, access: Access) -> Who:
        if access.secret not in self.tokens:
            raise PublisherFailed(Trouble.REFUSED, HOST)
        return self.tokens[access.secret]

    def _before(self, method: str) -> Fault | None:
        self.calls.append(method)
        fault = self.faults(method)
        if fault is not None and not fault.after:
            raise PublisherFailed(fault.trouble, HOST, retry_after_s=fault.wish)
        return fault


def _after(fault: Fault | None) -> None:
    if fault is not None:
        raise PublisherFailed(fault.trouble, HOST, retry_after_s=fault.wish)


def perhaps_taken(trouble: Trouble) -> bool:
    """Tell whether a platform may give this answer although it took the post."""
    return trouble not in NOTHING_WENT_OUT
