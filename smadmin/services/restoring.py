"""Restoring a backup: checked first, put back in one moment, and decided about by the principal afterwards.

Putting back needs no sign-in, only a key that opens the file (this seat's, or root's from paper): contents
stay sealed. Until the principal has signed the row `restore`, which names both heads, nothing is published:
the head noted outside isn't in the record, and the children's rows lack their face patterns.
"""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.departing import leaves_reason
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.ids import KeyId
from smadmin.domain.joining import same_letters
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import say
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backup_files import require_sealed
from smadmin.services.backups import erased, errno_of
from smadmin.services.coming_key import MARK, OTHERWISE, has_come, mark_of
from smadmin.services.desk import Desk
from smadmin.services.going import LEAVERS_PART, going_at, going_lost, who_decides
from smadmin.services.looked_through import label_of, no_bare_errors, unpacked, verified, without_locks
from smadmin.services.openers import opener_for, opens, store_ids_of
from smadmin.services.places import Place
from smadmin.services.proof import Proof, Proven
from smadmin.services.restored import NOTES, Restored, from_notes, missing_rows, text_of, to_notes
from smadmin.services.roles import today_of
from smadmin.storage.backup import contains_head, erase, head_of, note, put_back
from smadmin.storage.clock import SystemClock
from smadmin.storage.disk import disk_error
from smadmin.storage.engine import Corrupt
from smadmin.storage.packed import STORE
from smadmin.storage.presence import Presence
from smadmin.storage.regular import is_regular
from smadmin.storage.unit import Unit


def restore(
    place: Place, file: Path, opener: Identity, *, root: KeyId | None = None, coming: bool = False
) -> Restored:
    """Put a backup in the place of the store (an errand; nobody needs to be signed in).

    Args:
        place: the data folder; a damaged store in it is kept beside.
        file: the backup.
        opener: an identity it is sealed to.
        root: the root key that this seat has pinned.
        coming: the opener is this computer's key for a copy: it opens another until somebody has a lock here.

    Raises:
        Tampered: if the file isn't sealed to this key, or one byte of it was changed.
        OutsideFailed: if it is no backup, of a newer program, doesn't verify; or the disk refuses.
    """
    presence = Presence(place.store)
    try:
        place.store.mkdir(parents=True, exist_ok=True)
        place.seat.mkdir(parents=True, exist_ok=True)
        presence.come_alone()
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=place.store) as opened:
            folder = unpacked(file, opener, Path(opened))
            return _put_back(place, folder, root, mark_of(opener) if coming else OTHERWISE)
    except FileNotFoundError as error:
        raise BadInput(
            say("store.backup-missing", file=str(file)), remedy=say("store.backup-name")
        ) from error
    except OSError as error:
        raise disk_error(errno_of(error)) from error
    finally:
        presence.go()


def restore_from(
    place: Place,
    file: Path,
    *,
    typed: str | None = None,
    secrets: Callable[[str], SecretStore] = KeyringSecrets,
) -> Restored:
    """Put back a backup with this seat's key, or with root's as typed from the envelope (an errand).

    Raises:
        BadInput: if the file is no backup, or what was typed doesn't open it.
        Tampered: `keys.not-for-this-key` where the envelope is needed; else as `restore`.
        NoKeyring: on a new computer, if the keyring that could have opened it is shut.
    """
    chosen = file.resolve()  # a link of somebody's own leads where they say
    require_sealed(chosen)
    opener = opener_for(place, chosen, typed=typed, secrets=secrets)
    if typed is not None and not opens(opener.identity, chosen):
        raise BadInput(say("store.other-envelope"), remedy=say("store.other-envelope-remedy"))
    restored = restore(place, chosen, opener.identity, root=opener.root, coming=opener.coming)
    if not opener.coming:  # else it may have been the wrong copy: `BackRoom.prove`
        has_come(secrets)
    return restored


def restore_here(place: Place, file: Path, typed: str | None) -> Restored:
    """Put back a backup with this computer's own keyring; see `restore_from`."""
    return restore_from(place, file, typed=typed)


class Restoring:
    """What the principal decides after a restore, and about any record that isn't the one noted."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the restored store, and on its record as proven."""
        self._desk = desk
        self._proof = proof

    def pending(self) -> Restored | None:
        """Give the restore that waits to be signed, or None."""
        with self._desk.look() as unit:
            return from_notes(unit.notes.all())

    def blockers(self, by: Actor, *, root: str = "") -> tuple[Reason, ...]:
        """List why this person may not take the record as it stands.

        Args:
            by: who wants to.
            root: the root's letters from the recovery letter, where this computer's own note of them is gone.
        """
        with self._desk.look(by) as unit:
            return self._blockers(unit, self._proof.now(unit), by, root)

    def sign(self, by: Actor, *, root: str = "") -> Changes:
        """Take the store as it stands: a row names the heads and carries the new roster (a deed).

        The notes outside are then made anew by `BackRoom.take_record` (an errand); a kill between the two
        leaves the alarm standing, and the principal signs once more.

        Raises:
            NotAllowed: for anybody but who decides (`who_decides`), and where no decision helps: a
                changed row stays changed, and another root stays another.
        """
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            if reasons := self._blockers(deed.unit, proven, by, root):
                raise NotAllowed(reasons)
            pending = from_notes(deed.unit.notes.all())
            noted = proven.noted.head if isinstance(proven.noted.head, Head) else None
            here = noted if pending is None or pending.here is None else pending.here
            heads: dict[str, Plain] = {
                "backup": text_of(deed.head if pending is None else pending.head),
                "here": None if here is None else text_of(here),
                "noted": None if noted is None else text_of(noted),
            }
            parts: dict[str, Plain] = {"heads": heads}
            if left := going_lost(proven, today_of(deed.unit, self._desk)):
                parts[LEAVERS_PART] = {"people": list[Plain](sorted(left))}
            deed.roster_changed()
            deed.record(Act.RESTORE, Noun.RECORDS, None, parts=parts)
            deed.unit.notes.remove(NOTES)
        return Changes.of("records", [self._desk.school])

    def _blockers(self, unit: Unit, proven: Proven, by: Actor, root: str) -> tuple[Reason, ...]:
        if beyond := _beyond_deciding(proven):
            return (beyond,)
        today = today_of(unit, self._desk)
        nothing = proven.head_right and proven.roster_right and from_notes(unit.notes.all()) is None
        rooted = proven.noted.seat is None or proven.root_proven or _is_root(root, proven)
        leaves, not_theirs = by.person in going_at(proven, today), Reason(say("store.restore-principal"))
        checks = (
            (by.person in who_decides(proven, today), leaves_reason()[0] if leaves else not_theirs),
            (not nothing, Reason(say("store.restore-nothing"))),
            (rooted or nothing, Reason(say("store.restore-root"), None, "root")),
            (by.fresh(self._desk.now), Reason(say("keys.passphrase-again"), None, "passphrase")),
        )
        return tuple(reason for right, reason in checks if not right)


def _beyond_deciding(proven: Proven) -> Reason | None:
    """Say why nobody's decision helps; the alarm screen then leads to a backup, or to asking again."""
    if proven.other_root:
        return Reason(say("store.restore-other-root"))
    if not proven.rows_right:
        return Reason(say("store.restore-changed"))
    if not proven.school_right:
        return Reason(say("store.restore-school"))
    if proven.end is End.UNANSWERED:
        return Reason(say("store.restore-not-answered"))
    return None


def _is_root(typed: str, proven: Proven) -> bool:
    return proven.begun_by is not None and same_letters(fingerprint(proven.begun_by), typed)


def _put_back(place: Place, folder: Path, root: KeyId | None, mark: str) -> Restored:
    old = place.store / STORE
    with no_bare_errors():
        label = label_of(folder)
        head = verified(folder, label, root, alone=not store_ids_of(place))
        gone = erased(place)
        missing = missing_rows(folder / STORE, label.patterns, gone)
        erase(folder / STORE, gone)
        here = _readable_head(old)
        older = here is not None and not contains_head(folder / STORE, here)
        stamp = SystemClock().now()
        # A name that nobody can have planted a link under.
        name = f"store-before-restore-{stamp:%Y%m%dT%H%M%SZ}-{token_hex(8)}.db"
        aside = name if is_regular(old) else None
        restored = Restored(label.made, head, here, aside, older, missing)
        # The note lies in the copy itself, so that it comes with the one renaming or not at all.
        note(folder / STORE, {**to_notes(restored), MARK: mark})
        without_locks(folder, all_of_them=mark != OTHERWISE)
    put_back(folder, place.store, place.seat, aside=aside or "")
    return restored


def _readable_head(database: Path) -> Head | None:
    with suppress(Corrupt):
        return head_of(database) if database.exists() else None
    return None
