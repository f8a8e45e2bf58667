"""`smadmin worker`: sends what was queued at this computer login, with nobody signed in."""

import logging
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PublicationId
from smadmin.domain.messages import Message, say
from smadmin.domain.sending import Next
from smadmin.services.seat_room import RoundResult, SeatRoom

_log = logging.getLogger(__name__)
FOUND = 1
_LOOKS_EVERY = timedelta(seconds=20)
"""So often it looks whether somebody queued something, or took it out."""


@click.command("worker")
@click.option("--once", is_flag=True, help="Send what is due, and end.")
@pass_asked
def worker_command(state: Asked, *, once: bool) -> int:
    """Send what was queued here, with nobody signed in; status 1 if something waits for a person."""
    with state.seat_room() as room:
        if once:
            return _told_once(state, room)
        state.tell(say("cli.worker-begins"))
        news = News(state, room)
        try:
            while True:
                news.look()
                time.sleep(_pause(room).total_seconds())
        except KeyboardInterrupt:  # what was under way ended with it: the next start looks
            state.tell(say("cli.worker-ends"))
    return 0


def _told_once(state: Asked, room: SeatRoom) -> int:
    done = tuple(room.round())
    labels = room.labels()
    for one in done:
        state.tell(_said(labels.get(one.account, ""), one))
    if not done:
        state.tell(say("cli.worker-nothing"))
    state.document({"posts": [_document(one) for one in done]})
    return FOUND if any(_asks(one) for one in done) else 0


class News:
    """Does what is due and says how each post stands, once for as long as that stays so."""

    def __init__(self, state: Asked, room: SeatRoom) -> None:
        """Begin with nothing said."""
        self._state, self._room = state, room
        self._said: dict[PublicationId, Message] = {}
        self._hindered: Message | None = None

    def look(self) -> None:
        """Do a round where there is anything new; what hinders all may be over at the next."""
        try:
            if not self._room.has_news():
                return
            done, labels = tuple(self._room.round()), self._room.labels()
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
        now = {one.publication: _said(labels.get(one.account, ""), one) for one in done}
        for publication, said in now.items():
            if self._said.get(publication) != said:
                self._state.tell(said)
        self._said = now

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
