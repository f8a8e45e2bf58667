"""A small school for tests: a real store, real keys behind cheap passphrases, and a clock that tests move.

`make_school(tmp_path)` founds it with Ana (administrator), Pat (principal), Bo (reviewer) and Cem
(communications); `school.by("ana")` signs somebody in and gives the actor.
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.credentials.locks import Costs, Lock
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PersonId, SchoolId, uuid7
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Desk
from smadmin.services.heads import BEFORE_ALL, Heads, Noted
from smadmin.services.keys import Keys, Newcomer, make_lock, public_key
from smadmin.services.proof import Proof
from smadmin.services.records import Records
from smadmin.services.restoring import Restoring
from smadmin.services.seats import Seat, identities_in, pin_root, pinned_root, take_seat
from smadmin.services.session import Session
from smadmin.storage.store import Store

CHEAP = Costs(memory_kib=8, passes=1, lanes=1)
MONDAY = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
"""A Monday morning in Denver."""

STAFF = {
    "ana": ("Ana Brooks", {Role.ADMINISTRATOR}),
    "pat": ("Pat Winters", {Role.PRINCIPAL}),
    "bo": ("Bo Lindqvist", {Role.REVIEWER}),
    "cem": ("Cem Aydin", {Role.COMMUNICATIONS}),
}


@dataclass
class MovableClock:
    """A clock that stands still until a test moves it."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class CountedIds:
    """Ids in order, the same in each run."""

    given: int = 0

    def new(self) -> str:
        self.given += 1
        return uuid7(1_760_000_000_000 + self.given, self.given.to_bytes(10))


@dataclass
class TinySchool:
    """A founded school and everything a service stands on."""

    __test__ = False

    folder: Path
    store: Store
    desk: Desk
    clock: MovableClock
    keys: Keys
    session: Session
    secrets: MemorySecrets
    seat: Seat
    root: Identity
    people: dict[str, PersonId] = field(default_factory=dict)

    @property
    def id(self) -> SchoolId:
        return self.desk.school

    @property
    def records(self) -> Records:
        return Records(self.desk)

    @property
    def heads(self) -> Heads:
        return Heads(self.secrets, self.desk.school)

    @property
    def noted(self) -> Noted:
        """What this computer noted, as the keyring has it now."""
        return Noted(self.heads.kept(), pinned_root(self.secrets), self.seat.id)

    @property
    def restoring(self) -> Restoring:
        """Deciding about the record, as a start of the program does: nothing is proven yet."""
        return Restoring(self.desk, Proof(self.desk, lambda: self.noted))

    def note(self) -> None:
        """Note where the record ends, as the window does every two seconds."""
        assert self.desk.newest is not None
        self.heads.keep(self.desk.newest)

    def rest(self) -> None:
        """Let go of the file, for somebody else to open or replace; the next deed opens it anew."""
        self.store._engine.dispose()
        self.store._presence.go()

    def by(self, name: str) -> Actor:
        """Sign somebody in and give the actor."""
        return self.session.sign_in(self.people[name], passphrase(name)).actor

    def admit(self, name: str, real_name: str, roles: set[Role], *, by: str) -> None:
        """Let somebody in beside `by`."""
        newcomer, lock = self.newcomer(real_name, roles, passphrase(name))
        granter = self.session.sign_in(self.people[by], passphrase(by))
        self.keys.keep_lock(newcomer.person.id, lock)
        self.keys.admit(granter.actor, newcomer, school_keys=granter.school_keys)
        self.people[name] = newcomer.person.id

    def designate(self, name: str, *accounts: AccountId, by: str = "pat") -> None:
        """Name somebody for accounts of the school, one signed row each (BAL-A2)."""
        person = self.people[name]
        with self.desk.deed(self.by(by)) as deed:
            for account in accounts:
                day = deed.trust.day_of(deed.now)
                grant = Grant(self.desk.ids.new(), person, Role.ADMINISTRATOR, day, account)
                deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, person, {"grant": grant.to_plain()})

    def newcomer(self, real_name: str, roles: set[Role], phrase: str) -> tuple[Newcomer, Lock]:
        """Make a person with a new identity, locked for this seat."""
        identity = Identity.new()
        person = Person(PersonId(self.desk.ids.new()), real_name, statement="employed")
        lock = make_lock(
            identity,
            person,
            phrase,
            seat=self.seat,
            costs=CHEAP,
            store=self.store.id,
            root=self.root.key,
            floor=CHEAP,
        )
        key = public_key(identity, KeyKind.PERSON, person.id, self.seat.id)
        return Newcomer(person, frozenset(roles), key), lock


def passphrase(name: str) -> str:
    """Give a made-up person's passphrase."""
    return f"correct horse {name} staple"


def make_school(
    folder: Path,
    *,
    policy: str = "baltimore-city-md",
    staff: tuple[str, ...] = tuple(STAFF),
    sample: bool = True,
) -> TinySchool:
    """Give a school in a folder: founded once per run, then copied, because founding takes its time."""
    return copied(_founded(policy, staff, sample=sample), folder)


def copied(founded: TinySchool, folder: Path) -> TinySchool:
    """Give a school of its own in a folder that is as another, which lies closed, was left.

    It is what a start of the program would find: whatever was only known in memory isn't known any more.
    """
    shutil.copytree(founded.folder, folder, dirs_exist_ok=True)
    made = _stand_on(folder, founded.id, founded.root)
    made.desk.ids.given = founded.desk.ids.given  # type: ignore[attr-defined]  # it is CountedIds
    for item, secret in founded.secrets._items.items():
        made.secrets.set(item, secret)
    made.seat = take_seat(made.secrets, found=False)
    made.session = Session(made.desk, identities_in(folder), made.seat)
    made.people.update(founded.people)
    made.desk.newest = founded.desk.newest
    return made


def template_folder() -> Path:
    """Give a folder for what is made once in this run and then copied; it goes with the run."""
    folder = Path(tempfile.mkdtemp(prefix="smadmin-school-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _founded(policy: str, staff: tuple[str, ...], *, sample: bool) -> TinySchool:
    made = found_school(template_folder(), policy=policy, staff=staff, sample=sample)
    made.store.close()
    return made


def found_school(
    folder: Path,
    *,
    policy: str = "baltimore-city-md",
    staff: tuple[str, ...] = tuple(STAFF),
    sample: bool = True,
    zone: str = "America/Denver",
) -> TinySchool:
    """Found a school of its own, with keys that no other has."""
    made = _stand_on(folder, None, Identity.new())
    school = School(made.id, "Lincoln Elementary", zone, policy, domains=("lincoln.example",), sample=sample)
    pin_root(made.secrets, made.root.key)
    made.heads.move_back(BEFORE_ALL)
    first, *others = staff
    newcomer, lock = made.newcomer(STAFF[first][0], STAFF[first][1], passphrase(first))
    made.keys.keep_lock(newcomer.person.id, lock)
    made.keys.found(school, newcomer, seat=made.seat, root=made.root)
    made.people[first] = newcomer.person.id
    for name in others:
        made.admit(name, *STAFF[name], by=first if name == "pat" else "pat")
    made.note()
    return made


def _stand_on(folder: Path, school: SchoolId | None, root: Identity) -> TinySchool:
    store, clock, ids, secrets = Store.open(folder), MovableClock(), CountedIds(), MemorySecrets()
    desk = Desk(store, school or SchoolId(ids.new()), clock, ids, Ed25519Verifier())
    identities, seat = identities_in(folder), take_seat(secrets, found=school is None)
    keys, session = Keys(desk, identities), Session(desk, identities, seat)
    return TinySchool(folder, store, desk, clock, keys, session, secrets, seat, root)
