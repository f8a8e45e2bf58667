"""A new key for somebody: another login, a new computer, a forgotten passphrase, an emptied keyring.

All the same act (`keys.md`): a new identity is made here, let in, the school's key is wrapped to it, and what
is lost ends. Here the school's envelope lets it in; `asking` has the road on which a person does.
"""

from dataclasses import dataclass, replace

from smadmin.credentials.cells import SchoolCells
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import FLOOR, Costs, Lock, measured_costs
from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput, NotAllowed, Reason, Tampered
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role, employment_blockers, name_blockers
from smadmin.domain.records import Head
from smadmin.domain.verification import Auditor
from smadmin.services.found_rows import found_row
from smadmin.services.founding import employees_only, require_strong
from smadmin.services.heads import NoNote
from smadmin.services.keys import (
    EnvelopeUse,
    Newcomer,
    make_lock,
    open_school_keys,
    passphrase_blockers,
    public_key,
)
from smadmin.services.locks_here import ending, lock_here, put_back_lock
from smadmin.services.office import Office
from smadmin.services.openers import identity_from
from smadmin.services.proof import Proof, Proven, proven_now
from smadmin.services.roles import today_of
from smadmin.services.seats import Seat, pin_root, pinned_root, take_seat


@dataclass(frozen=True, repr=False)
class Applicant:
    """Who wants to be let in on this login, as the form says it.

    Args:
        person: somebody whom the record knows, or a new person.
        roles: what a new person may do; none for somebody known.
        passphrase: theirs here.
        lost: whether every other key of theirs is lost and must end.
        clock_right: whether they say that this computer's time is right, whatever the record says.
    """

    person: Person
    roles: frozenset[Role]
    passphrase: str
    lost: bool = False
    clock_right: bool = False


@dataclass(frozen=True, repr=False)
class Made:
    """A new key that was made here, and what it takes the place of."""

    identity: Identity
    lock: Lock
    key: Key
    seat: Key | None


def people_to_join(office: Office) -> tuple[Person, ...]:
    """Give who holds a role at the school today, or will, by name.

    All of a school that was founded by a clock that was ahead: whoever brings the envelope is one of them.
    """
    with office.desk.look() as unit:
        trust, today = unit.trust.read(), today_of(unit, office.desk)
    theirs = {one.person for one in trust.grants.values() if one.ends is None or one.ends >= today}
    people = [one for one in trust.people.values() if one.id in theirs]
    return tuple(sorted(people, key=lambda one: one.name))


def take_this_seat(office: Office) -> Seat:
    """Give this login's seat, making it where there is none yet (an errand)."""
    seat = take_seat(office.grounds.secrets, found=True)
    office.seat = seat
    office.session.sit_at(seat)
    return seat


def applicant_blockers(office: Office, applicant: Applicant) -> tuple[Reason, ...]:
    """List what is still missing of who they are and of their passphrase."""
    person = applicant.person
    with office.desk.look() as unit:
        known = person.id in unit.trust.read().people
    stated = (*name_blockers(person.name), *employment_blockers(person.statement, employees_only(office)))
    reasons = () if known else stated
    words = tuple(f"{office.school.name} {person.name} {person.email}".split())
    return (*reasons, *passphrase_blockers(applicant.passphrase, words=words))


def make_key(
    office: Office, applicant: Applicant, *, root: KeyId, costs: Costs | None = None, floor: Costs = FLOOR
) -> Made:
    """Make somebody's new identity on this seat, behind their passphrase (an errand); nothing is kept yet.

    `root` is the key that the record begins with; the lock vouches for it from then on.

    Raises:
        NotAllowed: if something is missing.
        OutsideFailed: if there is no keyring, and the passphrase isn't one that the program made.
        Tampered: as `BackRoom.require_own_store`.
    """
    office.require_own_store()
    if reasons := applicant_blockers(office, applicant):
        raise NotAllowed(reasons)
    seat = take_this_seat(office)
    require_strong(seat, applicant.passphrase)
    identity, person = Identity.new(), applicant.person
    lock = make_lock(
        identity,
        person,
        applicant.passphrase,
        seat=seat,
        costs=costs or measured_costs(),
        store=office.grounds.store.id,
        root=root,
        floor=floor,
    )
    key = public_key(identity, KeyKind.PERSON, person.id, seat.id)
    here = None if seat.identity is None else public_key(seat.identity, KeyKind.SEAT, None, seat.id)
    return Made(identity, lock, key, here)


def let_in_by_envelope(
    office: Office,
    applicant: Applicant,
    *,
    typed: str,
    reason: str,
    costs: Costs | None = None,
    floor: Costs = FLOOR,
) -> PersonId:
    """Let somebody in on this login with the school's envelope (a chain: seat, lock, deed, notes).

    Args:
        office: of the school in this folder.
        applicant: who, and their new passphrase.
        typed: the letters in the envelope, in any grouping.
        reason: why the envelope is used; the record keeps it beside the name.
        costs: of the lock; None measures what this computer bears.
        floor: the least costs; only tests give a lower one.

    Raises:
        BadInput: if these aren't the letters of this school's envelope.
        NotAllowed: if something is missing.
        Tampered: if the record isn't whole, and this computer noted another root than the one typed.
    """
    root, proven = root_of(office, typed)
    if not reason.strip():
        raise NotAllowed((Reason(say("joining.reason-missing"), None, "reason"),))
    made = make_key(office, applicant, root=root.key, costs=costs, floor=floor)
    begin_notes_here(office, root.key, proven.head)
    actor, school_keys = _as_root(office, root)
    office.note_outside()
    replaced = _outranked(office, root.key)
    if replaced is not None:
        office.noted = replace(office.noted, root=root.key)
    office.desk.proven, office.desk.proof = office.proof.trust, office.proof.now
    office.proof.catch_up(actor)
    newcomer = _newcomer(office, applicant, made)
    # Kept first: a kill in between leaves a lock that opens nothing, not a key that nobody has.
    before = lock_here(office, proven.trust, applicant.person.id)
    office.keys.keep_lock(applicant.person.id, made.lock, instead=before)
    let_in = False
    try:
        use = EnvelopeUse(reason.strip(), replaced, applicant.clock_right)
        office.keys.let_in_by_envelope(actor, newcomer, school_keys=school_keys, use=use)
        let_in = True
    finally:
        if not let_in:
            put_back_lock(office, applicant.person.id, made.lock, before=before)
    if replaced is not None:
        pin_root(office.grounds.secrets, root.key)
    # Else nobody could open the accounts' log-ins once every older key is gone.
    office.vault.hand_on(actor, applicant.person.id)
    office.settle()
    return applicant.person.id


def root_of(office: Office, typed: str) -> tuple[Identity, Proven]:
    """Give the school's root from the letters in its envelope, and the record that it began.

    The whole envelope outranks this computer's note of root, which anybody at this login may have written: a
    whole record that begins with a row signed by this very key is the school's.

    Raises:
        BadInput: if a letter is wrong, or it is another school's.
        Tampered: if the record isn't whole, and this computer noted another root.
    """
    root = identity_from(typed)
    # Every row anew, and against no note: the key in hand says which record it is.
    proven = proven_now(Proof(office.desk), office.desk, None)
    if root.key != proven.begun_by:
        raise BadInput(say("joining.other-envelope"), remedy=say("joining.right-envelope"))
    if _outranked(office, root.key) is not None and not proven.whole:
        raise Tampered(say("records.other-root", row=1), remedy=say("records.ask-principal"))
    return root, proven


def _outranked(office: Office, root: KeyId) -> KeyId | None:
    """Give the other root that this computer noted, or None."""
    pinned = pinned_root(office.grounds.secrets)
    return None if isinstance(pinned, NoNote) or pinned == root else pinned


def begin_notes_here(office: Office, root: KeyId, head: Head) -> None:
    """Note root and the record's end where this seat lacks either note; a typed root vouches (an errand).

    A note that lies there stays: it is what tells of a record that was rolled back. One that is gone on a
    seat that has acted stays gone, for the same reason: the principal decides, at the alarm.

    Raises:
        NoKeyring: if the keyring doesn't take them.
    """
    kept, pinned = office.heads.kept(), pinned_root(office.grounds.secrets)
    if NoNote.SILENT in (kept, pinned) and office.seat.identity is not None:
        raise NoKeyring(say("keys.keyring-silent"), remedy=say("keys.keyring-remedy"))
    if (kept is NoNote.NEVER or pinned is NoNote.NEVER) and not _acted_here(office):
        office.begin_notes(
            kept if isinstance(kept, Head) else head, root if isinstance(pinned, NoNote) else pinned
        )


def _acted_here(office: Office) -> bool:
    with office.desk.look() as unit:
        verified = Auditor(office.desk.verifier)
        for stored in unit.record.rows():
            verified.take(found_row(stored, {}))
    return verified.acted(office.seat.id)


def _as_root(office: Office, root: Identity) -> tuple[Actor, dict[int, bytes]]:
    with office.desk.look() as unit:
        trust, wraps, school = unit.trust.read(), unit.wraps.of(root.key), unit.school
    school_keys = open_school_keys(root, wraps, trust)
    cells = SchoolCells(school, school_keys)
    actor = Actor(person=None, seat=None, signer=root, cells=cells, passphrase_at=office.desk.now)
    return actor, school_keys


def _newcomer(office: Office, applicant: Applicant, made: Made) -> Newcomer:
    with office.desk.look() as unit:
        trust = unit.trust.read()
    known = trust.people.get(applicant.person.id)
    return Newcomer(
        person=known or applicant.person,
        roles=frozenset() if known else applicant.roles,
        key=made.key,
        seat=made.seat,
        ends=ending(office, trust, applicant.person.id, lost=applicant.lost),
    )
