"""What the screen *People* says of everybody: a row each, and one person open. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import Message, say
from smadmin.domain.people import LEADING, Person, Role
from smadmin.services.people import Computer, Held, PersonFile, Register
from smadmin.ui.theme import State

_ORDER = (Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS, Role.ADMINISTRATOR, Role.REVIEWER)


@dataclass(frozen=True)
class PersonRow:
    """Somebody in the list; `searched` is what the search line looks at besides the worded note."""

    id: PersonId
    name: str
    note: tuple[Message, ...]
    state: State | None
    chip: Message | None
    searched: str


@dataclass(frozen=True)
class RoleLine:
    """A role as it is told.

    Args:
        grant: its id.
        title: what it is.
        notes: its days, and who signed it.
        over: whether it has ended.
        may_end: why whoever looks may not end it; none allows it.
        asks: whether ending it is asked about first: it can't simply be taken back.
    """

    grant: str
    role: Role
    account: AccountId | None
    title: Message
    notes: tuple[Message, ...]
    over: bool
    may_end: tuple[Reason, ...]
    asks: bool


@dataclass(frozen=True)
class ComputerLine:
    """A computer, or a login on one, where they can sit down."""

    title: Message
    notes: tuple[Message, ...]


@dataclass(frozen=True)
class PersonModel:
    """One person open.

    Args:
        own: whether it is whoever looks.
        pin: whether they sit down with a PIN, which another role than the reviewer's ends.
        passphrase: whether they sit down somewhere with a passphrase.
        roles: those that hold or begin later, then those that are over.
        may_name: by role, why whoever looks may not give it.
        may_correct: why they may not put anything right here; none allows it.
        may_rename: why the name isn't theirs to put right.
        may_renew: why they may not let in a new key.
        accounts: that the person could be named for: id and name.
    """

    id: PersonId
    person: Person
    own: bool
    pin: bool
    passphrase: bool
    lacking: tuple[Reason, ...]
    roles: tuple[RoleLine, ...]
    past: tuple[RoleLine, ...]
    computers: tuple[ComputerLine, ...]
    may_name: dict[Role, tuple[Reason, ...]]
    may_correct: tuple[Reason, ...]
    may_rename: tuple[Reason, ...]
    may_renew: tuple[Reason, ...]
    accounts: tuple[tuple[AccountId, str], ...]
    today: date

    @property
    def gives(self) -> tuple[Role, ...]:
        """The roles that whoever looks may give."""
        return tuple(role for role in _ORDER if not self.may_name[role])


def person_row(file: PersonFile, today: date) -> PersonRow:
    """Tell somebody in a line: what they may do today, else what they will; and what is missing."""
    now = [one for one in file.held if not _over(one, today) and one.grant.starts <= today]
    note = tuple(_summed(now)) or (say("peopleui.no-role"),)
    lacking = file.lacking if now else ()
    accounts = " ".join(one.account for one in now)
    return PersonRow(
        file.person.id,
        file.person.name,
        note,
        State.DOUBT if lacking else None,
        lacking[0].message if lacking else None,
        f"{file.person.name} {file.person.email} {file.person.phone} {accounts}".casefold(),
    )


def person_model(file: PersonFile, register: Register, by: PersonId | None) -> PersonModel:
    """Tell all of one person."""
    today, own = register.today, file.person.id == by
    ordered = sorted(file.held, key=lambda one: (_ORDER.index(one.grant.role), one.account, one.grant.starts))
    lines = [_role_line(one, today) for one in ordered]
    named = {one.account for one in lines if not one.over and one.role is Role.ADMINISTRATOR}
    return PersonModel(
        id=file.person.id,
        person=file.person,
        own=own,
        pin=any(one.key.kind is KeyKind.REVIEWER for one in file.computers),
        passphrase=any(one.key.kind is KeyKind.PERSON for one in file.computers),
        lacking=file.lacking,
        roles=tuple(one for one in lines if not one.over),
        past=tuple(one for one in lines if one.over),
        computers=tuple(_computer_line(one) for one in file.computers),
        may_name=dict(register.may_name),
        may_correct=() if own else register.may_rename,
        may_rename=register.may_rename,
        may_renew=(Reason(say("people.own-key")),) if own else register.may_let_in,
        accounts=tuple(one for one in register.accounts if one[0] not in named),
        today=today,
    )


def role_name(role: Role) -> Message:
    """Name a role of the whole school."""
    return say(f"peopleui.role-{role}")


def found(rows: Sequence[PersonRow], typed: str, said: Sequence[str]) -> tuple[PersonRow, ...]:
    """Give the rows in which every word that was typed stands; `said` are their notes, worded."""
    words = typed.casefold().split()
    return tuple(
        row
        for row, note in zip(rows, said, strict=True)
        if all(word in f"{row.searched} {note.casefold()}" for word in words)
    )


def _over(one: Held, today: date) -> bool:
    return one.ended is not None or (one.grant.ends is not None and one.grant.ends < today)


def _summed(held: Sequence[Held]) -> list[Message]:
    told = []
    for role in _ORDER:
        mine = [one for one in held if one.grant.role is role]
        whole = [one for one in mine if one.grant.account is None]
        last = [one.grant.ends for one in whole if one.grant.ends is not None]
        if mine and not whole:
            told.append(say("peopleui.accounts", n=len(mine)))
        elif last:
            told.append(say("peopleui.role-until", role=role_name(role), day=max(last)))
        elif whole:
            told.append(role_name(role))
    return told


def _role_line(one: Held, today: date) -> RoleLine:
    grant = one.grant
    named = grant.account is not None
    title = say("peopleui.administrator-of", account=one.account) if named else role_name(grant.role)
    signed = say("peopleui.from-founding")
    if one.by and one.at is not None:
        signed = say("peopleui.signed", by=one.by, at=one.at)
    return RoleLine(
        grant.id,
        grant.role,
        grant.account,
        title,
        (_days(one, today), signed),
        _over(one, today),
        one.may_end,
        asks=grant.role in LEADING,
    )


def _days(one: Held, today: date) -> Message:
    starts, ends = one.grant.starts, one.grant.ends
    if one.ended is not None:
        return say("peopleui.ended", starts=starts, at=one.ended)
    if ends is not None:
        return say("peopleui.from-to", starts=starts, ends=ends)
    return say("peopleui.from" if starts > today else "peopleui.since", starts=starts)


def _computer_line(one: Computer) -> ComputerLine:
    title = say("peopleui.computer-here" if one.here else "peopleui.computer-other")
    notes = []
    if one.at is not None:
        by = (
            say("peopleui.let-in", by=one.by, at=one.at)
            if one.by
            else say("peopleui.let-in-founding", at=one.at)
        )
        notes.append(by)
    return ComputerLine(title, tuple(notes))
