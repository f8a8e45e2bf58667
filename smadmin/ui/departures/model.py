"""A departure as plain values: its lines in words, what comes next, and the clock. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.departures import ON_A_PAGE, WITH_RIGHTS, WORDED, Departure, How, Line, LineKind
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import Place, PlatformFacts
from smadmin.services.departure_views import Seen
from smadmin.ui.departures.saying import folders_there, how_of, notes_of, said_of, tells_of
from smadmin.ui.theme import State

AIM_MINUTES = 15
"""So long a departure with four accounts may take (BAL-B1b3 asks for at once)."""
_PLACES = {
    LineKind.LOG_IN: "log-in",
    LineKind.ROLES: "roles",
    LineKind.PASSWORD: "password",
    LineKind.TOKENS: "tokens",
    LineKind.SESSIONS: "sessions",
}

_PERSON = "person:"


def leaver_subject(person: PersonId | None) -> str:
    """Give somebody as the subject of `open("departures", …)`: the form is shown with them chosen."""
    return "" if person is None else f"{_PERSON}{person}"


def leaver_of(subject: str) -> str:
    """Give who is meant by such a subject; nothing where it is a departure's own id."""
    return subject.removeprefix(_PERSON) if subject.startswith(_PERSON) else ""


class Act(Enum):
    """What the main button does."""

    OPEN = "open"
    DONE = "done"
    KEEP = "keep"
    RIGHTS = "rights"
    PROFILES = "profiles"
    SAY = "say"
    COPIES = "copies"
    END = "end"


@dataclass(frozen=True)
class LineModel:
    """One line.

    Args:
        said: what it is about, in a few words.
        chip: how it stands.
        note: who settled it when, and why where it was waived; None while it is open.
        place: the platform's page and what to press there, where it has one.
        address: of that page, for this account.
        tells: what the program itself does or did; None where a page says what to press.
        act: what the main button does for it; None where it is settled.
        missing: why this person can't do that.
        may_waive: whether it may be left with a reason.
        may_deny: whether it may turn out to be nobody's own, once its page was opened.
        elsewhere: whether somebody may say that it was done elsewhere.
        lists: what it is about, one by one.
        stays: whether leaving it says that nobody leaves, or the computer was found.
    """

    line: Line
    state: State
    said: Message
    chip: Message
    note: Message | None = None
    place: Place | None = None
    address: str = ""
    tells: Message | None = None
    account: Account | None = None
    act: Act | None = None
    missing: tuple[Reason, ...] = ()
    may_waive: bool = False
    may_deny: bool = False
    elsewhere: bool = False
    lists: tuple[Message, ...] = ()
    stays: bool = False

    @property
    def key(self) -> str:
        """Its name within the departure."""
        return self.line.key


@dataclass(frozen=True)
class DepartureModel:
    """A departure.

    Args:
        title: who or what goes.
        clock: the minutes since it began, with their state.
        lines: in their order.
        current: the key of the line that is open, or empty.
        act, act_said, missing: of the main button.
        notes: what stands above the lines.
    """

    id: str
    title: Message
    clock: tuple[State, Message]
    count: Message
    lines: tuple[LineModel, ...]
    current: str
    act: Act | None
    act_said: Message | None
    missing: tuple[Reason, ...]
    over: Message | None
    notes: tuple[tuple[State, Message], ...] = ()


def departure_model(
    seen: Seen,
    *,
    platforms: Mapping[Platform, PlatformFacts],
    now: datetime,
    wanted: str = "",
    opened: frozenset[str] = frozenset(),
) -> DepartureModel:
    """Arrange a departure.

    Args:
        seen: as the record proves it, with names.
        platforms: the platforms' own pages.
        now: UTC.
        wanted: the line that the person chose; the next one otherwise.
        opened: lines whose page was opened at this start.
    """
    departure = seen.departure
    lines = tuple(_line(one, seen, platforms, opened) for one in departure.lines)
    left = [one for one in lines if one.act is not None]
    # What this person may do comes before what somebody else has to do, whatever stands first; what ends by
    # itself at another login comes last.
    first = min(left, key=lambda one: (bool(one.missing), one.act is Act.SAY), default=None)
    current = next((one for one in left if one.key == wanted), first)
    done = len(lines) - len(left)
    act = current.act if current is not None else Act.END if departure.open else None
    return DepartureModel(
        id=departure.id,
        title=title_of(departure, seen.names),
        clock=clock_of(departure, now),
        count=say("departures.count", done=done, n=len(departure.lines)),
        lines=lines,
        current="" if current is None else current.key,
        act=act,
        act_said=None if act is None else _act_said(act, current),
        missing=current.missing if current is not None else seen.to_end if departure.open else (),
        over=_over(seen),
        notes=notes_of(seen),
    )


def title_of(departure: Departure, names: Mapping[PersonId, str]) -> Message:
    """Say who or what goes."""
    if departure.leaving.person is None:
        return say("departures.title-computer")
    return say("departures.title-person", name=names.get(departure.leaving.person, ""))


def clock_of(departure: Departure, now: datetime) -> tuple[State, Message]:
    """Say how many minutes it has taken."""
    minutes = departure.minutes(now)
    if not departure.left:
        return State.FINE, say("departures.took", n=minutes)
    return (State.NOTE if minutes < AIM_MINUTES else State.DOUBT), say("departures.since", n=minutes)


def _over(seen: Seen) -> Message | None:
    departure = seen.departure
    if departure.ended_by is None or departure.ended_at is None:
        return None
    return say("departures.over", name=seen.names.get(departure.ended_by, ""), at=departure.ended_at)


def _line(
    line: Line, seen: Seen, platforms: Mapping[Platform, PlatformFacts], opened: frozenset[str]
) -> LineModel:
    account = None if line.account is None else seen.accounts.get(line.account)
    receipt = seen.departure.receipts.get(line.key)
    said = said_of(line, account, seen)
    if receipt is not None:
        name = "" if receipt.by is None else seen.names.get(receipt.by, "")
        done = say("departures.receipt", name=name, at=receipt.at)
        if receipt.by is None:
            done = say("departures.receipt-there", at=receipt.at)
        why = say("departures.receipt-why", name=name, at=receipt.at, why=receipt.reason)
        return LineModel(
            line,
            State.DOUBT if receipt.how is How.WAIVED else State.FINE,
            said,
            how_of(line, receipt.how),
            why if receipt.how in WORDED else done,
            account=account,
        )
    facts = None if account is None else platforms[account.platform].leaving
    place = None if facts is None else facts.places.get(_PLACES.get(line.kind, ""))
    if place is None and facts is not None and line.kind is LineKind.TOKENS:
        place = facts.places.get("sessions")  # most platforms list programs beside devices
    rights, on_page = line.kind is LineKind.RIGHTS, line.kind in ON_A_PAGE
    was_opened = line.key in opened or (on_page and place is None)
    return LineModel(
        line,
        State.WAITS,
        said,
        say("departures.open"),
        place=place,
        address="" if place is None or account is None else place.address(account),
        tells=tells_of(seen, line, place, ends=facts is not None and facts.password_ends_sessions),
        account=account,
        act=_act(line, place, was_opened=was_opened, here=line.lies_at(seen.here)),
        missing=_missing(line, seen),
        may_waive=line.kind not in WITH_RIGHTS and not (seen.to_end_rights if rights else seen.to_settle),
        stays=rights,
        may_deny=line.kind is LineKind.LOG_IN and was_opened,
        elsewhere=(on_page or line.seat is not None) and not seen.to_settle,
        lists=_lists(line, seen),
    )


def _lists(line: Line, seen: Seen) -> tuple[Message, ...]:
    if line.kind is LineKind.NOBODY:
        return seen.nobody
    return () if line.lies_at(seen.here) else folders_there(seen)


def _missing(line: Line, seen: Seen) -> tuple[Reason, ...]:
    if line.kind is LineKind.NOBODY:
        yet = tuple(Reason(say("departures.nobody-yet", what=one)) for one in seen.nobody[:1])
        return seen.to_settle or yet
    leads = line.kind is LineKind.RIGHTS or line.kind in WITH_RIGHTS
    return seen.to_end_rights if leads else seen.to_settle


def _act(line: Line, place: Place | None, *, was_opened: bool, here: bool) -> Act:
    own = {
        LineKind.RIGHTS: Act.RIGHTS,
        LineKind.PROFILES: Act.PROFILES if here else Act.SAY,
        LineKind.COPIES: Act.COPIES,
    } | dict.fromkeys(WITH_RIGHTS, Act.RIGHTS)
    if line.kind in own:
        return own[line.kind]
    if place is not None and not was_opened:
        return Act.OPEN
    return Act.KEEP if line.kind is LineKind.PASSWORD else Act.DONE


def _act_said(act: Act, line: LineModel | None) -> Message:
    if act is Act.OPEN and line is not None and line.account is not None:
        return say("departures.act-open", platform=PLATFORM_NAMES[line.account.platform])
    if act is Act.DONE and line is not None:
        return say(f"departures.act-done-{line.line.kind}")
    return say(f"departures.act-{act.value}")
