"""The back room of a school's office: keys, record, register, vault, backups; nothing of posts or photos.

Asking `seat` or `session` for the first time asks the keyring (an errand); nothing else here does.
"""

from contextlib import suppress
from functools import cached_property

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.messages import say
from smadmin.domain.records import Head
from smadmin.domain.schools import School
from smadmin.services.accounts import Accounts
from smadmin.services.backups import Backups
from smadmin.services.checked import CheckedNotes
from smadmin.services.coming_key import forget_once_in
from smadmin.services.desk import Desk
from smadmin.services.envelope import Envelopes
from smadmin.services.export import RecordExport
from smadmin.services.going import going_here, going_now, leaves_as_noted
from smadmin.services.grounds import DataFolder
from smadmin.services.heads import Heads, NoNote, Noted, contains
from smadmin.services.keys import Keys
from smadmin.services.proof import Proof, Proven, proven_now
from smadmin.services.records import Records, Verdict
from smadmin.services.restoring import Restoring
from smadmin.services.seats import Seat, pin_root, pinned_root, take_seat
from smadmin.services.session import Session
from smadmin.services.tables import mend
from smadmin.services.vault import Vault


class BackRoom:
    """What every school needs, whatever it posts. Each service is made when first asked."""

    def __init__(self, grounds: DataFolder, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        self.grounds = grounds
        self.desk = desk
        self.noted = Noted()
        self._described: School | None = None

    @property
    def school(self) -> School:
        """The school: as the record proves it once somebody signed in, until then as the store has it."""
        if self._described is not None:
            return self._described
        with self.desk.look() as unit:
            return unit.schools.get(self.desk.school)

    @cached_property
    def seat(self) -> Seat:
        """This seat, from the keyring (an errand)."""
        return take_seat(self.grounds.secrets, found=False)

    def find_seat(self) -> Seat:
        """Ask the keyring once more where it didn't answer before (an errand)."""
        if "seat" in self.__dict__ and self.seat.missing is not None:
            self.seat = take_seat(self.grounds.secrets, found=False)
            self.session.sit_at(self.seat)
        return self.seat

    @cached_property
    def session(self) -> Session:
        """Who sits here (the first time an errand, for it needs the seat)."""
        return Session(self.desk, self.grounds.identities, self.seat)

    @cached_property
    def heads(self) -> Heads:
        """This seat's note of where the record ends."""
        return Heads(self.grounds.secrets, self.desk.school)

    @cached_property
    def checked(self) -> CheckedNotes:
        """Up to where each person here has seen the record's signatures checked."""
        return CheckedNotes(self.grounds.secrets, self.desk.school)

    @cached_property
    def proof(self) -> Proof:
        """The record as far as it was proven, against the notes taken at sign-in."""
        return Proof(self.desk, lambda: self.noted)

    @cached_property
    def keys(self) -> Keys:
        """Keys and trust."""
        return Keys(self.desk, self.grounds.identities)

    @cached_property
    def records(self) -> Records:
        """The record."""
        return Records(self.desk, self.proof)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk, proof=self.proof)

    @cached_property
    def vault(self) -> Vault:
        """The accounts' log-ins."""
        return Vault(self.desk, self.grounds.secrets, proof=self.proof)

    @cached_property
    def backups(self) -> Backups:
        """Backups."""
        return Backups(self.desk, self.grounds.place, self.proven)

    @cached_property
    def restoring(self) -> Restoring:
        """What the principal decides after a restore."""
        return Restoring(self.desk, self.proof)

    @cached_property
    def record_export(self) -> RecordExport:
        """The record as a package."""
        return RecordExport(self.desk)

    @cached_property
    def envelopes(self) -> Envelopes:
        """The school's envelope, while it may be shown."""
        return Envelopes(self.desk, self.grounds.ids)

    def note_outside(self) -> None:
        """Take the notes that lie in the keyring into memory (an errand, after signing in).

        Every road to a lock begins the notes first (`begin_notes`), so missing ones are gone.
        Without a keyring there are none but those on paper: whoever signs in then has a lock made so.
        """
        self.noted = self._notes()

    def prove(self, by: Actor) -> None:
        """Prove the record for whoever signed in, and note for their next time what was checked (an errand).

        Only a proof that was whole and whose end was right is noted. Nothing may be done before this is done:
        each deed stands on it.
        """
        seated = self.seat.identity is not None
        self.proof.begin(by.signer.key, self.checked.of(by, self.desk.now) if seated else None)
        self.proof.catch_up(by)
        proven = proven_now(self.proof, self.desk, by)
        self._described = proven.trust.school
        self.desk.leaves = leaves_as_noted(proven)
        if seated and proven.whole and proven.head_right:
            with suppress(NoKeyring):
                self.checked.keep(by, proven.head, self.proof.all_checked_at)
            forget_once_in(self.grounds.keyring, self.desk)

    def take_record(self, by: Actor, *, root: str = "") -> Changes:
        """Go on with the record as it stands, on the principal's decision (a chain: deed, then the notes).

        A kill between the two leaves the alarm standing, and the principal decides once more.

        Args:
            by: the principal.
            root: root's letters, where this computer's note of them is gone.

        Raises:
            NotAllowed: as `Restoring.sign`.
            NoKeyring: if the keyring doesn't take the notes.
        """
        changes = self.restoring.sign(by, root=root)
        proven = proven_now(self.proof, self.desk, by)
        if self.desk.newest is not None and proven.begun_by is not None:
            self.begin_notes(self.desk.newest, proven.begun_by)
        self.note_outside()
        return changes

    def last_note(self) -> Head | NoNote:
        """Give where the record ended here (an errand); a keyring that gave no seat isn't asked once more."""
        return NoNote.SILENT if self.seat.missing is not None else self.heads.kept()

    def mend_tables(self) -> bool:
        """Write the trust tables anew where they aren't what the record says (an errand, before signing in).

        They are caches: nothing is decided by that, and nobody could sign in to decide it.

        Returns:
            whether anything was put right.

        Raises:
            OutsideFailed: `store.record-unproven` where the record isn't whole either: a backup is needed.
            Tampered: as `require_own_store`.
        """
        mended = mend(self.desk, self.last_note(), lambda: self.noted)
        self.require_own_store()
        return mended

    def require_own_store(self) -> None:
        """Refuse a store under another id than the locks here were made for (an errand).

        The id is a plain row, and each note's name in the keyring starts with it: under another one none is
        found, and this looks like a new computer.

        Raises:
            Tampered: `store.other-store`, which only a backup mends.
        """
        with self.desk.look() as unit:
            trust = unit.trust.read()
        locks = [lock for one, lock in self.grounds.identities.locks().items() if one in trust.people]
        ours = [lock for lock in locks if lock.fields.get("store") == self.grounds.store.id]
        keys = [trust.keys.get(KeyId(str(lock.fields.get("key")))) for lock in ours]
        # A forged id finds no seat in the keyring; under our own, one odd lock is that lock's trouble.
        borne_out = any(key is not None and key.seat is not None and key.seat == self.seat.id for key in keys)
        if len(ours) < len(locks) and not borne_out:
            raise Tampered(say("store.other-store"), kept=say("store.record-unproven-kept"))

    def vouched_root(self) -> KeyId:
        """Give the key that the record surely began with.

        Raises:
            KnownError: if nothing outside the store says so.
        """
        proven, acting = self.proven(), self.session.now_acting
        by_lock = acting is not None and acting.root == proven.begun_by
        if proven.begun_by is None or not (by_lock or proven.root_proven):
            raise KnownError(
                say("joining.root-unproven"),
                kept=say("keys.nothing-changed"),
                remedy=say("joining.root-unproven-remedy"),
            )
        return proven.begun_by

    def begin_notes(self, head: Head, root: KeyId) -> None:
        """Note end and root on a seat that never noted anything, before it acts (an errand).

        Raises:
            NoKeyring: if the keyring doesn't answer.
        """
        if self.seat.identity is not None:
            pin_root(self.grounds.secrets, root)
            self.heads.keep_leaving(going_now(self.desk))
            self.heads.move_back(head)

    def verify(self) -> Verdict:
        """Verify the record against this seat's own notes of its end and of root (an errand)."""
        acting, noted = self.session.now_acting, self._notes()
        return self.records.verify(
            by=None if acting is None else acting.actor,
            root=noted.vouched,
            noted=None if noted == Noted(vouched=noted.vouched) else noted,
        )

    def settle(self) -> bool:
        """Note where the record ends, outside the store (an errand, after deeds and at quit).

        Only an older note moves up: one that is gone, or that the record lacks, stays as it is however long
        the record grows, for it is what tells, until the principal decides.

        Returns:
            whether nothing is left to note; False where the keyring didn't answer: try again later.
        """
        newest = self.desk.newest
        if self.seat.identity is None or newest is None:
            return True
        noted = self.heads.kept()
        if noted is NoNote.SILENT:
            return False
        with self.desk.look() as unit:
            stands = isinstance(noted, Head) and contains(unit.record, noted)
            going = going_here(unit, self.desk.now) if stands and noted != newest else None
        try:
            self.heads.keep_leaving(going)
            if stands:
                self.heads.keep(newest)
        except NoKeyring:
            return False
        return True

    def proven(self) -> Proven:
        """Prove the record up to now; with nobody signed in anew, against the notes as they lie there now."""
        acting = self.session.now_acting if "session" in self.__dict__ else None
        if acting is not None:
            return proven_now(self.proof, self.desk, acting.actor)
        # Not `self.proof`: nobody's keys are here, so what is sealed stays unchecked.
        noted = self._notes()
        return proven_now(Proof(self.desk, lambda: noted), self.desk, None)

    def _notes(self) -> Noted:
        """Ask the keyring, wherever it answers: a spoiled seat hides no note that lies there."""
        acting = self.session.now_acting if "session" in self.__dict__ else None
        vouched = None if acting is None else acting.root
        if self.seat.missing is not None:
            return Noted(vouched=vouched)
        root, leaving = pinned_root(self.grounds.secrets), self.heads.leaving()
        return Noted(self.heads.kept(), root, self.seat.id, vouched, leaving)
