"""`smadmin worker`: does what people left to this computer login, with nobody signed in.

It sends what was queued, and searches what was published for a child's face; whose, it doesn't know.
"""

import logging
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PublicationId
from smadmin.domain.messages import Message, say
from smadmin.domain.sending import Next
from smadmin.services.seat_room import RoundResult, SeatRoom

if TYPE_CHECKING:
    from smadmin.services.seat_searches import SearchedPart

_log = logging.getLogger(__name__)
FOUND = 1
_LOOKS_EVERY = timedelta(seconds=20)
"""So often it looks whether somebody queued something, or took it out."""


@click.command("worker")
@click.option("--once", is_flag=True, help="Send what is due, and end.")
@pass_asked
def worker_command(state: Asked, *, once: bool) -> int:
    """Send what was queued here, and search pictures; status 1 if something waits for a person."""
    with state.seat_room() as room:
        if once:
            return _told_once(state, room)
        state.tell(say("cli.worker-begins"))
        news = News(state, room)
        try:
            while True:
                news.look()
                if not room.searching:
                    time.sleep(_pause(room).total_seconds())
        except KeyboardInterrupt:  # what was under way ended with it: the next start looks
            state.tell(say("cli.worker-ends"))
    return 0


def _told_once(state: Asked, room: SeatRoom) -> int:
    done, parts = tuple(room.round()), []
    labels = room.labels()
    for one in done:
        state.tell(_said(labels.get(one.account, ""), one))
    begun = True
    while begun or room.searching:
        begun = False
        for part in room.search():
            parts.append(part)
            state.tell(_searched(part))
    if not done and not parts:
        state.tell(say("cli.worker-nothing"))
    searched = [{"done": one.done, "total": one.total} for one in parts if one.error is None]
    state.document({"posts": [_document(one) for one in done], "searched": searched[-1:]})
    return FOUND if any(_asks(one) for one in done) or any(one.error for one in parts) else 0


class News:
    """Does what is due and says how each post stands, once for as long as that stays so."""

    def __init__(self, state: Asked, room: SeatRoom) -> None:
        """Begin with nothing said."""
        self._state, self._room = state, room
        self._said: dict[PublicationId, Message] = {}
        self._hindered: Message | None = None
        self._waits: Message | None = None

    def look(self) -> None:
        """Do a round where there is anything new; what hinders all may be over at the next."""
        try:
            if self._room.has_news():
                self._send()
            self._search()
        except KnownError as error:
            self._hinder(error)
            return
        except Exception:  # noqa: BLE001  a border: nobody sits here to start it again after a bug
            bug = KnownError(say("cli.bug"))
            if self._hindered != bug.happened:
                _log.exception("a round failed")
            self._hinder(bug)
            return
        self._hindered = None

    def _send(self) -> None:
        done, labels = tuple(self._room.round()), self._room.labels()
        now = {one.publication: _said(labels.get(one.account, ""), one) for one in done}
        for publication, said in now.items():
            if self._said.get(publication) != said:
                self._state.tell(said)
        self._said = now

    def _search(self) -> None:
        """Take a turn of a search; why one waits is said once for as long as it does."""
        for part in self._room.search():
            said = _searched(part)
            if part.error is None or said != self._waits:
                self._state.tell(said)
            self._waits = None if part.error is None else said

    def _hinder(self, error: KnownError) -> None:
        """Say what hinders all (a full disk, a locked keyring)."""
        if self._hindered == error.happened:
            return
        self._hindered = error.happened
        for message in (error.happened, error.remedy):
            if message is not None:
                self._state.remark(message)


def _pause(room: SeatRoom) -> timedelta:
    at: datetime | None = None
    with suppress(Exception):  # the next look says it
        at = room.next_at()
    ahead = _LOOKS_EVERY if at is None else at - room.desk.now
    return min(max(ahead, timedelta(seconds=1)), _LOOKS_EVERY)


def _said(label: str, one: RoundResult) -> Message:
    if isinstance(one.error, NotAllowed):
        return say(
            "cli.worker-held", account=label, why=tuple(reason.message for reason in one.error.reasons)
        )
    if one.error is not None or one.standing is None:
        happened = one.error.happened if isinstance(one.error, KnownError) else say("cli.worker-unknown")
        return say("cli.worker-held", account=label, why=(happened,))
    decision, sending = one.standing.decision, one.standing.sending
    if decision.next is Next.DONE:
        return say("cli.worker-sent", account=label)
    if decision.next is Next.WAIT and decision.at is not None:
        return say("cli.worker-waits", account=label, at=decision.at)
    if decision.next is Next.ASK:
        missed = sending.trouble is None
        return say("cli.worker-missed" if missed else "cli.worker-asks", account=label)
    return say("cli.worker-stands-still", account=label)


def _searched(part: "SearchedPart") -> Message:
    if part.error is None:
        return say("cli.worker-searched", done=part.done, total=part.total)
    reasons = part.error.reasons if isinstance(part.error, NotAllowed) else ()
    return say(
        "cli.worker-search-stands", why=tuple(one.message for one in reasons) or (part.error.happened,)
    )


def _asks(one: RoundResult) -> bool:
    if one.standing is None:
        return True
    return one.standing.decision.next in {Next.ASK, Next.HOLD}


def _document(one: RoundResult) -> dict[str, Any]:
    standing = one.standing
    return {
        "account": one.account,
        "publication": one.publication,
        "next": None if standing is None else standing.decision.next.value,
        "at": None if standing is None or standing.decision.at is None else standing.decision.at.isoformat(),
        "held": one.error is not None,
    }
