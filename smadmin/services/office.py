"""A data folder opened: the store, this seat, and every service on top of them, each made when first asked.

Window, commands, demo and tests get the same office. Asking `seat` or `session` first asks the keyring.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property

from smadmin.credentials.files import AgeFiles
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.policy.packs import Pack
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.accounts import Accounts
from smadmin.services.alarm import Alarms
from smadmin.services.approvals import Approvals
from smadmin.services.backroom import BackRoom
from smadmin.services.backups import NotProven
from smadmin.services.desk import Desk
from smadmin.services.grounds import DataFolder, mend_store_id
from smadmin.services.logs import teach_log
from smadmin.services.media import Media
from smadmin.services.outgoing import Outgoing
from smadmin.services.photos.export import Export
from smadmin.services.photos.find import Finder
from smadmin.services.photos.intake import Intake
from smadmin.services.photos.looks import Looks
from smadmin.services.photos.previews import Previews
from smadmin.services.photos.review import Review
from smadmin.services.places import Place, open_to_group, place_blockers
from smadmin.services.plan import Plan
from smadmin.services.policy import Policy
from smadmin.services.posts import Posts
from smadmin.services.publications import Publications
from smadmin.services.reading import Reader
from smadmin.services.sample.pictures import sample_thresholds
from smadmin.services.session import Unlocked
from smadmin.services.sheets import Sheets
from smadmin.services.standing import Standing
from smadmin.services.students.law import Law
from smadmin.services.students.portraits import Portraits
from smadmin.services.students.roster import Students
from smadmin.services.today.gather import Today
from smadmin.services.told import Teller
from smadmin.services.week import Weeks
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.engine import disk_error
from smadmin.storage.files import MediaFiles
from smadmin.storage.store import Store, only_school


class Grounds(DataFolder):
    """An open data folder that gives the office of its school."""

    def office(self) -> "Office":
        """Give the office of the school that lives here.

        Raises:
            KnownError: if none does.
        """
        return Office(self, self.desk(only_school(self.store)))


class Office(BackRoom):
    """One school's services."""

    def __init__(self, grounds: DataFolder, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        super().__init__(grounds, desk)

    @property
    def session_if_any(self) -> Unlocked | None:
        """Who signed in already, without asking the keyring for a session that nobody began."""
        return self.session.signed_in if "session" in self.__dict__ else None

    @cached_property
    def policy(self) -> Policy:
        """The packs and platforms (read from files when first asked)."""
        return Policy.shipped()

    @property
    def pack(self) -> Pack:
        """The policy in force at this school."""
        return self.policy.pack(self.school.policy)

    def _page_fits(self, platform: Platform, page: str) -> bool:
        # The policy's files are read once somebody enters a page, not to list accounts.
        return self.policy.page_fits(platform, page)

    @cached_property
    def reader(self) -> Reader:
        """Reads contents by the policy, with the children's names at hand."""
        return Reader(self.desk, self.policy)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk, self._page_fits)

    @cached_property
    def alarms(self) -> Alarms:
        """Whether this is the record that was here last."""
        return Alarms(self.desk, self.proof, self.restoring)

    @cached_property
    def posts(self) -> Posts:
        """Posts being written."""
        return Posts(self.desk, self.reader)

    @cached_property
    def plan(self) -> Plan:
        """The week's plan and the cadence."""
        return Plan(self.desk, self.reader, self.proof)

    @cached_property
    def weeks(self) -> Weeks:
        """Weeks of the plan, to be looked at."""
        return Weeks(self.desk, self.reader, self.proof)

    @cached_property
    def teller(self) -> Teller:
        """The record, told row by row."""
        return Teller(self.desk)

    @cached_property
    def today(self) -> Today:
        """What waits for whom."""
        return Today(self.desk, self.reader, self.proof)

    @cached_property
    def approvals(self) -> Approvals:
        """Releasing posts."""
        return Approvals(self.desk, self.reader, self.proof)

    @cached_property
    def publications(self) -> Publications:
        """What goes out."""
        return Publications(self.desk, self.reader, self.proof, self.media)

    @cached_property
    def sheets(self) -> Sheets:
        """What is read before a release."""
        return Sheets(self.desk, self.reader, self.proof, self.approvals)

    @cached_property
    def standing(self) -> Standing:
        """Standing permissions, with names."""
        return Standing(self.desk, self.reader, self.proof, self.approvals)

    @cached_property
    def outgoing(self) -> Outgoing:
        """What is read while publishing."""
        return Outgoing(self.desk, self.reader, self.proof, publications=self.publications, plan=self.plan)

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
        return Students(
            self.desk,
            self.media,
            roster_age_days=self.pack.roster_age_days,
            note_erased=self.backups.note_erased,
        )

    @cached_property
    def portraits(self) -> Portraits:
        """Children's portraits and face patterns."""
        return Portraits(self.desk, self.media, self.workers, mode=self.pack.roster_mode)

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
        return Finder(
            self.desk,
            self.media,
            self.workers,
            mode=self.pack.roster_mode,
            at_once=self.grounds.photos_at_once,
            thresholds=sample_thresholds() if self.school.sample else None,
        )

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

    def begin_work(self, by: Actor) -> None:
        """Do what follows every signing in (a chain): prove the record, let patterns expire, sweep files.

        The notes in the keyring are taken first, so that a rolled-back store is noticed before anything is
        built upon it.
        """
        self.note_outside()
        self.desk.proven, self.desk.decided = self.proof.trust, self.proof.newest
        self.prove(by)
        if by.cells is not None:
            # A spoilt cell of a child shuts nobody out: the alarm says it, and the principal can decide.
            with suppress(Tampered):
                self.students.expire(by)
            with suppress(Tampered):
                children = self.students.roster(by).students
                teach_log(name for child in children for name in (child.first_name, child.last_name))
        self.media.sweep()

    def tend(self) -> None:
        """Make the backup that is due (an errand, beside the work of whoever is signed in).

        Where the record isn't proven none is made: the alarm says why, and the last good one stays the last.
        """
        if self.backups.state().due:
            with suppress(NotProven):
                self.backups.make()

    def lock(self) -> None:
        """Drop what signing in opened: identities, keys, children's names."""
        self.session.lock()
        teach_log(())
        if "reader" in self.__dict__:
            self.reader.forget()

    def end_workers(self) -> None:
        """End the workers, busy ones at once: whoever waits for one gets `WorkersEnded`."""
        if "workers" in self.__dict__:
            self.workers.close()

    def close(self) -> None:
        """End the workers and let go of the store."""
        self.end_workers()
        self.grounds.close()


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
    try:
        place.seat.mkdir(parents=True, exist_ok=True)
        open_to_group(place)
        mend_store_id(store, place, secrets)
        return Grounds(place, store, secrets(store.id), SystemClock(), SystemIds(), keyring=secrets)
    except OSError as error:
        store.close()
        raise disk_error(error) from error
    except KnownError:
        store.close()
        raise
