"""First run: the sample school to look around in, or a real school with its first person.

Each is a chain of errands (keyring, key derivation) and deeds; a kill in between leaves an empty store or a
founded school, never half of one.
"""

from collections.abc import Callable, Iterable, Mapping

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import FLOOR, Costs, measured_costs
from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import say
from smadmin.domain.naming import naming_blockers
from smadmin.domain.people import EMPLOYEES_ONLY, Person, Role, employment_blockers, name_blockers
from smadmin.domain.policy.packs import Pack
from smadmin.domain.schools import School
from smadmin.importing.sample import read_sample
from smadmin.resources import find
from smadmin.services.coming_key import has_come
from smadmin.services.grounds import DataFolder
from smadmin.services.heads import BEFORE_ALL
from smadmin.services.hygiene import harden
from smadmin.services.keys import Newcomer, make_lock, passphrase_blockers, public_key
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.phrases import is_made
from smadmin.services.places import Place, umask_for
from smadmin.services.roles import today_of
from smadmin.services.sample.making import SampleMaker
from smadmin.services.seats import Seat, take_seat


def found_sample(
    grounds: Grounds,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Office:
    """Make the sample school in an empty data folder (about three seconds).

    Args:
        grounds: an open folder without a school.
        progress: told after each step: done, total.
    """
    _require_empty(grounds)
    seat = take_seat(grounds.secrets, found=True)
    office = Office(grounds, grounds.desk(SchoolId(grounds.ids.new())))
    office.seat = seat
    maker = SampleMaker(
        office.desk,
        office.keys,
        office.media,
        office.law,
        office.plan,
        seat,
        read_sample(find("sample")),
    )
    root = Identity.new()
    office.begin_notes(BEFORE_ALL, root.key)
    maker.make(root, progress)
    office.settle()
    return office


def keyring_missing(grounds: DataFolder) -> KnownError | None:
    """Say why the keyring can't keep this seat, before a school is founded (an errand); None: it does.

    Only writing shows it: some answer every question, and keep nothing.
    """
    seat = take_seat(grounds.secrets, found=True)
    return None if seat.identity is not None else _missing(seat)


def first_person_blockers(school: School, person: Person, passphrase: str) -> tuple[Reason, ...]:
    """List what is still missing before a real school can be founded."""
    reasons = []
    if not school.name.strip():
        reasons.append(Reason(say("founding.school-name"), None, "school"))
    reasons += [*name_blockers(person.name), *employment_blockers(person.statement)]
    words = tuple(f"{school.name} {person.name} {person.email}".split())
    return (*reasons, *passphrase_blockers(passphrase, words=words))


def found_school(
    grounds: Grounds,
    school: School,
    person: Person,
    *,
    role: Role,
    passphrase: str,
    costs: Costs | None = None,
    floor: Costs = FLOOR,
) -> tuple[Office, Identity]:
    """Found a real school with its first person.

    Args:
        grounds: an open folder without a school.
        school: its name, zone, policy and domains; `id` is given here.
        person: who founds it; administrator or principal.
        role: which of the two.
        passphrase: theirs.
        costs: of the lock; None measures what this computer bears.
        floor: the least costs; only tests give a lower one.

    Returns:
        the office, and root, which goes on paper and nowhere else.

    Raises:
        NotAllowed: if something is missing.
        OutsideFailed: if there is no keyring, and the passphrase isn't one that the program made.
    """
    if reasons := first_person_blockers(school, person, passphrase):
        raise NotAllowed(reasons)
    _require_empty(grounds)
    seat = take_seat(grounds.secrets, found=True)
    require_strong(seat, passphrase)
    office = Office(grounds, grounds.desk(school.id))
    office.seat = seat  # asked once: a silent keyring lets one wait five seconds each time
    identity, root = Identity.new(), Identity.new()
    lock = make_lock(
        identity,
        person,
        passphrase,
        seat=seat,
        costs=costs or measured_costs(),
        store=grounds.store.id,
        root=root.key,
        floor=floor,
    )
    office.keys.keep_lock(person.id, lock)
    key = public_key(identity, KeyKind.PERSON, person.id, seat.id)
    office.begin_notes(BEFORE_ALL, root.key)
    office.keys.found(school, Newcomer(person, frozenset({role}), key), seat=seat, root=root)
    office.settle()
    if seat.identity is not None:
        has_come(grounds.keyring)  # no copy is waited for any more
    return office, root


def move_to(grounds: Grounds, place: Place) -> Grounds:
    """Go to another folder before a school is founded (an errand); the first one is left behind empty.

    Raises:
        NotAllowed: a school is there already, or the folder is no place for a store.
        OutsideFailed: no permission, no space.
    """
    harden(umask_for(place))
    other = open_grounds(place, grounds.keyring)
    if other.founded:
        other.close()
        raise NotAllowed((Reason(say("founding.already")),))
    grounds.close()
    return other


def new_person(grounds: DataFolder, name: str, *, email: str, statement: str, phone: str = "") -> Person:
    """Make a person with a fresh id."""
    name, email, phone = (" ".join(one.split()) for one in (name, email, phone))
    return Person(PersonId(grounds.ids.new()), name, email, phone, statement.strip())


def admit_beside(
    office: Office,
    person: Person,
    *,
    roles: frozenset[Role],
    passphrase: str,
    accounts: tuple[AccountId, ...] = (),
    costs: Costs | None = None,
    floor: Costs = FLOOR,
) -> Changes:
    """Let somebody in who sits beside the person acting now (a chain: lock, keep, deed).

    Costs and floor are as in `found_school`; `accounts` are those that the newcomer is designated for.

    Raises:
        NotAllowed: a weak passphrase, or who acts now may not admit.
        OutsideFailed: if there is no keyring, and the passphrase isn't one that the program made.
    """
    acting = office.session.now_acting
    words = tuple(f"{office.school.name} {person.name}".split())
    stated = (*name_blockers(person.name), *employment_blockers(person.statement, employees_only(office)))
    reasons = (*stated, *passphrase_blockers(passphrase, words=words))
    if acting is None:
        reasons = (Reason(say("store.locked")), *reasons)
    if reasons or acting is None:
        raise NotAllowed(reasons)
    require_strong(office.seat, passphrase)
    identity = Identity.new()
    lock = make_lock(
        identity,
        person,
        passphrase,
        seat=office.seat,
        costs=costs or measured_costs(),
        store=office.grounds.store.id,
        root=office.vouched_root(),
        floor=floor,
    )
    key = public_key(identity, KeyKind.PERSON, person.id, office.seat.id)
    # Kept first: a kill in between leaves a lock that opens nothing, not a person without a key.
    office.keys.keep_lock(person.id, lock)
    admitted = False
    try:
        newcomer = Newcomer(person, roles, key, accounts=accounts)
        changes = office.keys.admit(acting.actor, newcomer, school_keys=acting.school_keys)
        admitted = True
    finally:
        if not admitted:
            office.keys.drop_lock(person.id, lock)
    return changes


def who_may_be_let_in(office: Office, roles: Iterable[Role]) -> Mapping[Role, tuple[Reason, ...]]:
    """Say of each role why the person acting now may let nobody in with it; without reasons they may."""
    acting = office.session.now_acting
    with office.desk.look() as unit:
        trust, today = unit.trust.read(), today_of(unit, office.desk)
    by = None if acting is None else acting.actor.person
    return {role: office.keys.admit_blockers(trust, by, frozenset({role}), today) for role in roles}


def accounts_to_name_for(office: Office) -> tuple[Account, ...]:
    """Give the accounts for which the person acting now may name an administrator, oldest first.

    Not the district's: communications submit for those by their role (BAL-A3). None is closed.
    """
    acting = office.session.now_acting
    by = None if acting is None else acting.actor.person
    with office.desk.look() as unit:
        trust, today = unit.trust.read(), today_of(unit, office.desk)
        if naming_blockers(trust, by, Role.ADMINISTRATOR, today):
            return ()
        return tuple(
            one
            for one in unit.accounts.all()
            if one.kind is not AccountKind.DISTRICT and one.stage is not AccountStage.CLOSED
        )


def employees_only(office: Office, language: str = "en") -> tuple[str, str] | None:
    """Give the clause of the policy in force that lets in employees only, and what it says."""
    return employing_clause(office.pack, language)


def employing_clause(pack: Pack, language: str = "en") -> tuple[str, str] | None:
    """Give the clause of a policy that lets in employees only, and what it says; not every policy has one."""
    held = next((one for one in EMPLOYEES_ONLY if one in pack.clauses), None)
    return None if held is None else (held, pack.clauses[held].said(language))


def require_strong(seat: Seat, passphrase: str) -> None:
    """Let nobody's own passphrase be all that guards a lock (`keys.md`, No keyring)."""
    if seat.identity is None and not is_made(passphrase):
        raise _missing(seat)


def _missing(seat: Seat) -> KnownError:
    return seat.missing or OutsideFailed(say("keys.keyring-forgets"), remedy=say("keys.keyring-remedy"))


def _require_empty(grounds: Grounds) -> None:
    if grounds.founded:
        raise NotAllowed((Reason(say("founding.already")),))
