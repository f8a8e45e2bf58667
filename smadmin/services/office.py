"""A data folder opened: the store, this seat, and every service on top of them, each made when first asked.

Window, commands, demo and tests get the same office. Asking `seat` or `session` first asks the keyring.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from smadmin.credentials.files import AgeFiles
from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.clock import Clock
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import Ids, KeyId, SchoolId
from smadmin.domain.policy.packs import Pack
from smadmin.domain.records import Head
from smadmin.domain.schools import School
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.accounts import Accounts
from smadmin.services.approvals import Approvals
from smadmin.services.backups import Backups
from smadmin.services.desk import Desk
from smadmin.services.heads import Heads
from smadmin.services.keys import Keys
from smadmin.services.media import Media
from smadmin.services.photos.export import Export
from smadmin.services.photos.find import Finder
from smadmin.services.photos.intake import Intake
from smadmin.services.photos.looks import Looks
from smadmin.services.photos.previews import Previews
from smadmin.services.photos.review import Review
from smadmin.services.places import Place, place_blockers
from smadmin.services.plan import Plan
from smadmin.services.policy import Policy
from smadmin.services.posts import Posts
from smadmin.services.proof import Proof
from smadmin.services.publications import Publications
from smadmin.services.reading import Reader
from smadmin.services.records import Records, Verdict
from smadmin.services.restoring import Restoring
from smadmin.services.seats import Seat, pinned_root, take_seat
from smadmin.services.session import Session
from smadmin.services.students.law import Law
from smadmin.services.students.portraits import Portraits
from smadmin.services.students.roster import Students
from smadmin.services.vault import Vault
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.files import MediaFiles
from smadmin.storage.store import Store, only_school


@dataclass
class Grounds:
    """An open data folder, in which there may not be a school yet."""

    place: Place
    store: Store
    secrets: SecretStore
    clock: Clock
    ids: Ids
    photos_at_once: int = 1

    @property
    def founded(self) -> bool:
        """Tell whether a school lives here."""
        return bool(self.store.schools())

    @cached_property
    def identities(self) -> IdentityFile:
        """The locked identities of this seat."""
        return IdentityFile(self.place.seat)

    def desk(self, school: SchoolId) -> Desk:
        """Give a desk: of a school that is here, or of one that is about to be founded."""
        return Desk(self.store, school, self.clock, self.ids, Ed25519Verifier())

    def office(self) -> "Office":
        """Give the office of the school that lives here.

        Raises:
            KnownError: if none does.
        """
        return Office(self, self.desk(only_school(self.store)))

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


@dataclass(frozen=True)
class Noted:
    """What the keyring says about the record: where it ended, and which root it began with."""

    head: Head | None
    root: KeyId | None


class Office:
    """One school's services."""

    def __init__(self, grounds: Grounds, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        self.grounds = grounds
        self.desk = desk
        self._noted = Noted(None, None)

    @property
    def school(self) -> School:
        """The school as it stands."""
        with self.desk.look() as unit:
            return unit.schools.get(self.desk.school)

    @cached_property
    def seat(self) -> Seat:
        """This seat, from the keyring (an errand)."""
        return take_seat(self.grounds.secrets, found=False)

    @cached_property
    def session(self) -> Session:
        """Who sits here (the first time an errand, for it needs the seat)."""
        return Session(self.desk, self.grounds.identities, self.seat)

    @cached_property
    def heads(self) -> Heads:
        """This seat's note of where the record ends."""
        return Heads(self.grounds.secrets, self.desk.school)

    @cached_property
    def keys(self) -> Keys:
        """Keys and trust."""
        return Keys(self.desk, self.grounds.identities)

    @cached_property
    def records(self) -> Records:
        """The record."""
        return Records(self.desk)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk)

    @cached_property
    def vault(self) -> Vault:
        """The accounts' log-ins."""
        return Vault(self.desk, self.grounds.secrets)

    @cached_property
    def backups(self) -> Backups:
        """Backups."""
        return Backups(self.desk, self.grounds.place)

    @cached_property
    def restoring(self) -> Restoring:
        """What the principal decides after a restore."""
        return Restoring(self.desk)

    @cached_property
    def policy(self) -> Policy:
        """The packs and platforms (read from files when first asked)."""
        return Policy.shipped()

    @property
    def pack(self) -> Pack:
        """The policy in force at this school."""
        return self.policy.pack(self.school.policy)

    @cached_property
    def reader(self) -> Reader:
        """Reads contents by the policy, with the children's names at hand."""
        return Reader(self.desk, self.policy)

    @cached_property
    def proof(self) -> Proof:
        """The record as far as it was proven, against the notes taken at sign-in."""
        return Proof(self.desk, head=lambda: self._noted.head, root=lambda: self._noted.root)

    @cached_property
    def posts(self) -> Posts:
        """Posts being written."""
        return Posts(self.desk, self.reader)

    @cached_property
    def plan(self) -> Plan:
        """The week's plan and the cadence."""
        return Plan(self.desk, self.reader, self.proof)

    @cached_property
    def approvals(self) -> Approvals:
        """Releasing posts."""
        return Approvals(self.desk, self.reader, self.proof)

    @cached_property
    def publications(self) -> Publications:
        """What goes out."""
        return Publications(self.desk, self.reader, self.proof, self.media)

    @cached_property
    def media(self) -> Media:
        """Sealed files."""
        return Media(self.desk, MediaFiles(self.grounds.place.store / "media"), AgeFiles())

    @cached_property
    def workers(self) -> PhotoWorkers:
        """The processes that open photos and find faces; each starts when first needed."""
        return PhotoWorkers.open(at_once=self.grounds.photos_at_once)

    @cached_property
    def students(self) -> Students:
        """The list of children."""
        return Students(self.desk, self.media, roster_age_days=self.pack.roster_age_days)

    @cached_property
    def portraits(self) -> Portraits:
        """Children's portraits and face patterns."""
        return Portraits(self.desk, self.media, self.workers)

    @cached_property
    def law(self) -> Law:
        """Whether faces may be compared here."""
        return Law(self.desk)

    @cached_property
    def intake(self) -> Intake:
        """Taking photos in."""
        return Intake(self.desk, self.media)

    @cached_property
    def finder(self) -> Finder:
        """Finding faces."""
        at_once = self.grounds.photos_at_once
        return Finder(self.desk, self.media, self.workers, mode=self.pack.roster_mode, at_once=at_once)

    @cached_property
    def review(self) -> Review:
        """Deciding about faces."""
        return Review(self.desk, mode=self.pack.roster_mode)

    @cached_property
    def looks(self) -> Looks:
        """First and second looks."""
        return Looks(self.desk, mode=self.pack.roster_mode)

    @cached_property
    def export(self) -> Export:
        """Covered, clean files."""
        return Export(self.desk, self.media, self.workers, mode=self.pack.roster_mode)

    @cached_property
    def previews(self) -> Previews:
        """Pictures for the screen, in memory only."""
        return Previews(self.desk, self.media, self.workers, mode=self.pack.roster_mode)

    def note_outside(self) -> None:
        """Take the notes that lie in the keyring into memory (an errand, after signing in)."""
        self._noted = Noted(self.heads.kept(), pinned_root(self.grounds.secrets))

    def lock(self) -> None:
        """Drop what signing in opened: identities, keys, children's names."""
        self.session.lock()
        if "reader" in self.__dict__:
            self.reader.forget()

    def close(self) -> None:
        """End the workers and let go of the store."""
        if "workers" in self.__dict__:
            self.workers.close()
        self.grounds.close()

    def verify(self) -> Verdict:
        """Verify the record against this seat's own notes of its end and of root (an errand)."""
        acting = self.session.now_acting
        return self.records.verify(
            by=None if acting is None else acting.actor,
            head=self.heads.kept(),
            root=pinned_root(self.grounds.secrets),
        )

    def settle(self) -> None:
        """Note where the record ends, outside the store (an errand, after deeds and at quit)."""
        self.heads.keep(self.desk.newest)


def open_grounds(place: Place, secrets: Callable[[str], SecretStore] = KeyringSecrets) -> Grounds:
    """Open a data folder; an absent store is made, an older one brought up to date.

    Args:
        place: where it lies.
        secrets: makes the keyring's face from the store's id.

    Raises:
        NotAllowed: on a network share or in a synced folder.
        OutsideFailed: no permission, no space, a newer program's store, a damaged one.
    """
    if reasons := place_blockers(place.store):
        raise NotAllowed(reasons)
    store = Store.open(place.store)
    place.seat.mkdir(parents=True, exist_ok=True)
    return Grounds(place, store, secrets(store.id), SystemClock(), SystemIds())
