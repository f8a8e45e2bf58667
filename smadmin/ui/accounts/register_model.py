"""The register in words: its rows, its filters, the lines of its export. Pure, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountStage, Platform
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person
from smadmin.domain.public_list import PageWords, public_accounts
from smadmin.domain.register import Entry, Lack, Order
from smadmin.services.listed import Listed
from smadmin.ui.accounts.lacking import lacking
from smadmin.ui.accounts.model import Seen
from smadmin.ui.wording import Wording

COLUMNS = (
    "platform",
    "name",
    "handle",
    "page",
    "kind",
    "stage",
    "since",
    "principal",
    "principal-phone",
    "principal-email",
    "administrator",
    "administrator-phone",
    "administrator-email",
    "openers",
    "missing",
)
"""The columns of the export; a log-in is none of them."""
_NOT_GIVEN = "\N{EN DASH}"


@dataclass(frozen=True)
class Choice:
    """One line of a filter: what it stands for (empty: all), and its words."""

    key: str
    said: Message


def entries_of(accounts: Sequence[Seen]) -> tuple[Entry, ...]:
    """Make what the screen has ready to be searched."""
    return tuple(_entry(one.listed, one.due) for one in accounts)


def counted(entries: Sequence[Entry]) -> Message:
    """Say how many accounts the list has, and of how many it says that something is missing."""
    lacking = sum(1 for one in entries if one.lacks)
    accounts = say("accountui.accounts", n=len(entries))
    return say("accountui.note", accounts=accounts, n=lacking) if lacking else accounts


def choices_of(entries: Sequence[Entry]) -> Mapping[str, tuple[Choice, ...]]:
    """Give the filters' choices: only what occurs, so that none finds nothing."""
    platforms = {one.account.platform for one in entries}
    stages = {one.account.stage for one in entries}
    kinds = {one.account.kind for one in entries}
    lacks = {lack for one in entries for lack in one.lacks}
    return {
        "platform": (
            _all("platform"),
            *(
                Choice(one.value, say("register.named", name=PLATFORM_NAMES[one]))
                for one in Platform
                if one in platforms
            ),
        ),
        "stage": (_all("stage"), *(_choice("accountui.stage", one) for one in AccountStage if one in stages)),
        "kind": (_all("kind"), *(_choice("register.kind", one) for one in AccountKind if one in kinds)),
        "lack": (_all("lack"), *(_choice("register.lack", one) for one in Lack if one in lacks)),
        "order": tuple(_choice("register.order", one) for one in Order),
    }


_NAMED = 3
"""So many people are named; of the others it is said how many they are."""


_MINE = {
    frozenset({"register.no-phone"}): "register.unreachable-me-phone",
    frozenset({"register.no-email"}): "register.unreachable-me-email",
}


def unreachable(entries: Sequence[Entry], me: PersonId | None = None) -> Message | None:
    """Say of which administrators something is missing by which they are reached, or nothing (WIC-P5).

    Args:
        entries: the accounts.
        me: who looks; where it is their own alone, they are told that.
    """
    lacking = {
        reason.message.id
        for one in entries
        for reason in one.missing
        if one.account.stage is not AccountStage.CLOSED and reason.citation == "WIC-P5"
    }
    missing = {
        (reason.place, str(reason.message.values.get("name", "?")))
        for one in entries
        if one.account.stage is not AccountStage.CLOSED
        for reason in one.missing
        if reason.citation == "WIC-P5"
    }
    if {place for place, _ in missing} == {f"person:{me}"}:
        return say(_MINE.get(frozenset(lacking), "register.unreachable-me"))
    names = tuple(say("accounts.person", name=name) for name in sorted(name for _, name in missing))
    if len(names) > _NAMED:
        return say("register.unreachable-more", names=names[:_NAMED], n=len(names) - _NAMED)
    return say("register.unreachable", names=names, n=len(names)) if names else None


def export_rows(entries: Sequence[Entry], words: Wording, today: date) -> list[list[str]]:
    """Word the export: a heading, then a line for each account, nothing secret (WIC-P5).

    Handles stand without their @, which a spreadsheet would take for a formula; several administrators stand
    together, and what one of them lacks is a dash, so that telephones and addresses stay in their order.
    """
    heading = [words.say(f"register.column-{one}") for one in COLUMNS]
    return [heading, *(_row(one, words, today) for one in entries)]


def page_words(school: str, day: date, words: Wording) -> PageWords:
    """Word the public page."""
    return PageWords(
        language=words.language,
        title=words.say("register.public-title", school=school),
        intro=words.say("register.public-intro", school=school),
        note=words.say("register.public-note", day=day),
    )


def public_blockers(accounts: Sequence[Account]) -> tuple[Message, ...]:
    """List why there is no public list."""
    return () if public_accounts(accounts) else (say("register.nothing-public"),)


def _entry(one: Listed, due: date | None) -> Entry:
    return Entry(one.account, one.principal, one.administrators, one.missing, one.openers, due)


def _row(entry: Entry, words: Wording, today: date) -> list[str]:
    account = entry.account
    since = "" if account.live_since is None else account.live_since.isoformat()
    # One that is only asked for, or closed, lacks nothing: its row and the header count it so, too.
    missing = lacking(entry.missing, entry.due, today) if entry.lacks else ()
    return [
        PLATFORM_NAMES[account.platform],
        account.name,
        account.handle,
        account.page,
        words.say(f"register.kind-{account.kind}"),
        words.say(f"accountui.stage-{account.stage}"),
        since,
        *_reached(() if entry.principal is None else (entry.principal,)),
        *_reached(entry.administrators),
        "; ".join(person.name for person in entry.openers),
        " ".join(words(one) for one in missing),
    ]


def _reached(people: Sequence[Person]) -> tuple[str, str, str]:
    return (
        _together([one.name for one in people]),
        _together([one.phone for one in people]),
        _together([one.email for one in people]),
    )


def _together(values: Sequence[str]) -> str:
    return "; ".join(value or _NOT_GIVEN for value in values) if any(values) else ""


def _all(name: str) -> Choice:
    return Choice("", say(f"register.all-{name}"))


def _choice(area: str, one: AccountStage | AccountKind | Lack | Order) -> Choice:
    return Choice(one.value, say(f"{area}-{one.value}"))
