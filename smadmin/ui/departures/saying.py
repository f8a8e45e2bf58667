"""A departure's lines in words: what each is about, what is done for it, how it was settled. Pure, no Qt."""

from dataclasses import replace

from smadmin.domain.accounts import Account
from smadmin.domain.departures import SETTLED_BY, Departure, How, Line, LineKind
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import Place
from smadmin.services.departure_views import Computer, Seen
from smadmin.services.let_in import LetIn
from smadmin.ui.theme import State

_ENDS_LOG_IN = frozenset({LineKind.ROLES, LineKind.PASSWORD, LineKind.SESSIONS})
"""Lines after which what is open in a browser elsewhere is worth nothing."""


def said_of(line: Line, account: Account | None, seen: Seen) -> Message:
    """Say what a line is about."""
    if account is not None:
        return say(f"departures.line-{line.kind}", account=account.label)
    if line.account is not None:
        return say(f"departures.line-{line.kind}", account=line.account)
    if line.kind is LineKind.RIGHTS:
        return say("departures.line-rights")
    there = None if line.seat is None or line.lies_at(seen.here) else seen.computers.get(line.seat)
    if there is not None:
        return say("departures.line-folders-there", computer=computer_said(there))
    return counted(line, seen.names.get(seen.departure.leaving.successor or PersonId(""), ""))


def computer_said(one: Computer) -> Message:
    """Name a computer by who sits down there, and by what people call it where somebody said so."""
    if one.since is not None:
        alone = computer_said(replace(one, since=None))
        return say("departures.computer-since", computer=alone, since=one.since)
    people = tuple(say("departures.name", name=name) for name in one.people)
    if one.name:
        return say("departures.computer-named", computer=one.name, people=people)
    return say("departures.computer-of", people=people) if people else say("departures.computer-nobody")


def folders_there(seen: Seen) -> tuple[Message, ...]:
    """Say of each account of a departure what its browser folder at another login is still worth."""
    lines = [line for line in seen.departure.lines if line.kind in _ENDS_LOG_IN and line.account is not None]
    accounts = dict.fromkeys(line.account for line in lines if line.account is not None)
    live = {line.account for line in lines if not _ended(seen.departure, line)}
    return tuple(
        say(f"departures.folder-{'live' if one in live else 'dead'}", account=seen.accounts[one].label)
        for one in accounts
        if one in seen.accounts
    )


def _ended(departure: Departure, line: Line) -> bool:
    receipt = departure.receipts.get(line.key)
    return receipt is not None and receipt.how is not How.WAIVED


def counted(line: Line, successor: str) -> Message:
    """Say how much a line is about that counts things, and to whom it passes where it does."""
    if line.kind is LineKind.QUEUE and not line.count:
        return say("departures.line-queue-none")
    if SETTLED_BY[line.kind] is How.HANDED_OVER and line.kind is not LineKind.NOBODY:
        return say(f"departures.line-{line.kind}", n=line.count, name=successor)
    return say(f"departures.line-{line.kind}", n=line.count)


def tells_of(seen: Seen, line: Line, place: Place | None, *, ends: bool) -> Message | None:
    """Say what the program does for a line, or why it is done; None where a page says it."""
    departure = seen.departure
    if not line.lies_at(seen.here):
        return say("departures.tells-folders-lost" if departure.leaving.seat else "departures.tells-folders")
    if line.kind is LineKind.RIGHTS and departure.leaving.person is None:
        return say("departures.tells-keys")
    if line.kind is LineKind.TOKENS:
        return say("departures.tells-tokens")
    if line.kind is LineKind.PASSWORD:
        if any(one.kind is LineKind.RIGHTS for one in departure.left):
            return say("departures.tells-password-early")
        return say("departures.tells-password-ends" if ends else "departures.tells-password")
    if place is not None:
        return say("departures.tells-log-in") if line.kind is LineKind.LOG_IN else None
    return say(f"departures.tells-{line.kind}")


def notes_of(seen: Seen) -> tuple[tuple[State, Message], ...]:
    """Say what stands above the lines: that it is over, who can't end it, whom who leaves let in since."""
    departure, notes = seen.departure, list[tuple[State, Message]]()
    name = seen.names.get(departure.leaving.person or PersonId(""), "")
    if departure.ended_by is not None and departure.ended_at is not None:
        by = seen.names.get(departure.ended_by, "")
        notes.append((State.FINE, say("departures.over", name=by, at=departure.ended_at)))
    if seen.alone:
        way = "departures.alone-let-in" if seen.may_let_in else "departures.alone-envelope"
        notes.append((State.STOP, say(way, name=name)))
    for one in seen.let_in:
        whom = seen.names.get(one.person, "")
        notes.append((State.DOUBT, say("departures.let-in", name=name, whom=whom, what=_let_in_as(one))))
    if seen.seated:
        notes.append((State.DOUBT, say("departures.seated-by-code", whom=", ".join(seen.seated), name=name)))
    if seen.codes:
        notes.append((State.DOUBT, say("departures.let-in-codes", n=seen.codes, name=name)))
    return tuple(notes)


def _let_in_as(one: LetIn) -> tuple[Message, ...]:
    """Say what somebody got."""
    told = [say(f"peopleui.role-{role}") for role in one.roles]
    told += [say("peopleui.accounts", n=one.accounts)] if one.accounts else []
    return tuple(told) or (say("departures.let-in-key"),)


def how_of(line: Line, how: How) -> Message:
    """Say how a line was settled."""
    nothing = line.kind is LineKind.QUEUE and not line.count and how is How.HELD
    return say("departures.how-nothing" if nothing else f"departures.how-{how}")
