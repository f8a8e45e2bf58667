"""What the screen for emergencies shows: cards, whom to call, where a post still stands. Pure, no Qt."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.cases import About, Case
from smadmin.domain.errors import KnownError
from smadmin.domain.escalations import ON_SITES, Trouble
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.values import Contact
from smadmin.domain.removals import RemovalStage
from smadmin.domain.took import took_said
from smadmin.services.cases import CaseSheet
from smadmin.services.clearing import ClearingSheet, OutLine, OutPost
from smadmin.services.escalations import Help
from smadmin.services.office import Office
from smadmin.ui.list_line import ListLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

WRITTEN_WITHIN = timedelta(days=7)
"""So long after a case was closed its letter to the parents is still filled in."""


@dataclass(frozen=True)
class Seen:
    """What one reading found.

    Args:
        lately: the newest posts that are out.
        clearing: by the post that a case is about, as long as it is open and some days longer.
        general: whom the policy names for everything.
        school, zone: its official name, and in which time zone it is.
        now: UTC.
    """

    school: str
    zone: str
    sheets: tuple[CaseSheet, ...]
    help: Help
    lately: tuple[OutPost, ...]
    general: tuple[Contact, ...]
    now: datetime
    clearing: dict[PostId, ClearingSheet] = field(default_factory=dict)

    def sheet(self, key: str) -> CaseSheet | None:
        """Give a case by its id."""
        return next((one for one in self.sheets if one.case.id == key), None)


@dataclass(frozen=True)
class CallRow:
    """Somebody to call: what they are called, their number, and what else reaches them."""

    who: str
    phone: str = ""
    other: str = ""

    @property
    def copied(self) -> str:
        """What the clipboard gets."""
        return self.phone or self.other


def read_cases(office: Office, by: Actor) -> Seen:
    """Read everything (on the store's thread)."""
    sheets = office.cases.all(by)
    since = office.desk.now - WRITTEN_WITHIN
    lately = (one.case for one in sheets if one.case.closed_at is None or one.case.closed_at > since)
    posts = {one.opening.subject for one in lately if is_about_post(one)}
    clearing: dict[PostId, ClearingSheet] = {}
    for post in sorted(posts):
        try:
            clearing[PostId(post)] = office.clearing.sheet(by, PostId(post))
        except KnownError:  # its parts are destroyed by now; the card says whom to tell all the same
            continue
    return Seen(
        school=office.school.name,
        zone=office.school.zone,
        sheets=sheets,
        help=office.escalations.help(by),
        lately=office.clearing.lately(by),
        general=tuple(one for one in office.pack.contacts if not one.about),
        now=office.desk.now,
        clearing=clearing,
    )


def is_about_post(case: Case) -> bool:
    """Tell whether a case is about a post of the school's."""
    return case.opening.about is About.POST


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines of the list."""
    return tuple(_row(one) for one in seen.sheets)


def clock_of(case: Case, age: Message) -> Message:
    """Say when it was found, and how long ago that is, or when it was closed."""
    if case.closed_at is not None:
        return say("cases.clock-closed", at=case.at, closed=case.closed_at)
    return say("cases.clock", at=case.at, age=age)


def calls_of(trouble: Trouble, help_: Help, words: Wording) -> tuple[CallRow, ...]:
    """Give whom to call, first of all where somebody is in danger."""
    return tuple(_calls(trouble, help_, words))


def line_of(line: OutLine, case: Case, busy: Collection[AccountId]) -> tuple[State, Message]:
    """Say how a post stands on one account."""
    label, removal = line.account.label, line.view.removal
    if line.account.id in busy:
        return State.WAITS, say("cases.line-removing", account=label)
    if removal is not None and removal.stage is RemovalStage.GONE and removal.ended is not None:
        took = took_said(removal.ended - case.at)
        word = "cases.line-gone-said" if removal.by_hand else "cases.line-gone"
        return State.FINE, say(word, account=label, took=took)
    if line.view.blockers:
        return State.STOP, say("cases.line-barred", account=label, why=line.view.blockers[0].message)
    if removal is not None and removal.stage is RemovalStage.NOT_SEEN:
        return State.STOP, say("cases.line-failed", account=label)
    return State.STOP, say("cases.line-out", account=label)


def is_gone(line: OutLine) -> bool:
    """Tell whether nobody sees it there any more."""
    removal = line.view.removal
    return removal is not None and removal.stage is RemovalStage.GONE


def by_itself(line: OutLine) -> bool:
    """Tell whether the program takes it down there."""
    removal = line.view.removal
    return line.view.directly and not (removal is not None and removal.by_hand)


def _row(sheet: CaseSheet) -> ListLine:
    case = sheet.case
    note = say("cases.row-note", at=case.at, name=sheet.by)
    state, chip = (State.STOP, "cases.chip-open") if case.open else (State.FINE, "cases.chip-closed")
    return ListLine(case.id, say(f"sites.trouble-{case.trouble.value}"), note, state, say(chip))


def _calls(trouble: Trouble, help_: Help, words: Wording) -> Iterator[CallRow]:
    if trouble in ON_SITES:
        yield CallRow(words.say("sites.call-danger"), "911")
    if trouble is Trouble.ABUSE:
        yield CallRow(words.say("sites.call-county"))
    for person in help_.principals:
        yield CallRow(words.say("cases.principal", name=person.name), person.phone or "")
    for one in help_.contacts[trouble]:
        for phone in one.phones:
            yield CallRow(one.office, phone)
        for way in (one.email, one.page):
            if way:
                yield CallRow(one.office, other=way)
        if not (one.phones or one.email or one.page):
            yield CallRow(one.office)
