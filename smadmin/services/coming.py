"""A computer on which there is no school yet, and the copy that opens there without the envelope.

Its key's public half is saved as a file. Nobody believes that file: who may let people in types its letters
at the school's computer, as the other screen shows them (`keys.md`, Across computers), and saves a backup
there that this key opens too. The secret half lies in that computer's keyring until the copy is put back.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identity import is_recipient
from smadmin.credentials.secrets import SecretStore
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, Reason
from smadmin.domain.joining import same_letters
from smadmin.domain.messages import say
from smadmin.domain.records import crockford, grouped
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backup_files import require_free
from smadmin.services.backups import Made
from smadmin.services.coming_key import RING, take_key
from smadmin.services.office import Office
from smadmin.services.roles import refuse, today_of
from smadmin.storage.regular import open_regular

ENDING = ".smcomputer"
_MOST_BYTES = 1024
_FINGERPRINT_BYTES = 10
_VERSION = 1


@dataclass(frozen=True)
class Coming:
    """A computer that asks for a copy, by the public half of its key."""

    recipient: str

    @property
    def letters(self) -> str:
        """The 16 letters that its screen shows, in groups of four."""
        return grouped(crockford(self.digest[:_FINGERPRINT_BYTES]))

    @property
    def digest(self) -> bytes:
        """What its letters begin, and what the record names it by."""
        return hashlib.sha256(b"smadmin/1/coming\0" + self.content).digest()

    @property
    def content(self) -> bytes:
        """What stands in its file."""
        told: dict[str, Plain] = {"v": _VERSION, "recipient": self.recipient}
        return canonical(told)


def come(keyring: Callable[[str], SecretStore]) -> Coming:
    """Make this computer's key for a copy, where there is none yet (an errand).

    Raises:
        NoKeyring: if the keyring doesn't answer.
    """
    return Coming(take_key(keyring(RING)).recipient)


def read_coming(file: Path) -> Coming:
    """Read the file that somebody brought from such a computer (an errand).

    Raises:
        BadInput: if it is none.
    """
    try:
        with open_regular(file) as opened:
            told = parse(opened.read(_MOST_BYTES))
        recipient = str(told["recipient"])
        known = told["v"] == _VERSION and is_recipient(recipient)
    except (KeyError, KnownError, OSError, RecursionError, TypeError, ValueError) as error:
        raise BadInput(say("coming.no-computer"), remedy=say("coming.save-anew")) from error
    if not known:
        raise BadInput(say("coming.no-computer"), remedy=say("coming.save-anew"))
    return Coming(recipient)


def require_theirs(coming: Coming, typed: str) -> None:
    """Refuse a computer whose letters aren't those that were typed from its screen.

    Raises:
        BadInput: if they are others.
    """
    if not same_letters(coming.letters.replace("-", ""), typed):
        told = say("joining.other-letters")
        raise BadInput(told, kept=say("keys.nothing-changed"), remedy=say("joining.compare-letters"))


def copy_for(office: Office, coming: Coming, *, typed: str, file: Path) -> Done[Made]:
    """Write a backup that a computer without the school opens too (a deed, then an errand).

    The row comes first: a copy that couldn't be written stands there as given, never the other way round.

    Raises:
        BadInput: if the letters are others, or something is there already.
        NotAllowed: for anybody but who may let people in, who is on the way out, or with an old passphrase.
        OutsideFailed: as `Backups.write`.
    """
    require_theirs(coming, typed)
    acting = office.session.now_acting
    if acting is None:
        raise NotAllowed((Reason(say("store.locked")),))
    require_free(file)
    with office.desk.deed(acting.actor) as deed:
        today, by = today_of(deed.unit, office.desk), acting.actor
        reasons = office.keys.admit_blockers(deed.trust, by.person, frozenset(), today)
        if not by.fresh(deed.now):
            reasons = (*reasons, Reason(say("keys.passphrase-again"), None, "passphrase"))
        refuse(reasons)
        deed.record(Act.GIVE_COPY, Noun.RECORDS, coming.digest.hex())
    made = office.backups.write(file, also=(coming.recipient,))
    return Done(made, Changes.of("records", [office.desk.school]))
