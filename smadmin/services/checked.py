"""Up to where somebody's own program has checked the record's signatures, noted so that a start is quick.

Everybody at the same OS login can write and read the keyring, the seat's secret too. So the note is signed by
the person's own key, which only their passphrase opens, and is believed by nobody else: whoever forges one
without that passphrase gains nothing, and with their own they deceive only a program that they could change.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.records import Head

WEEK = timedelta(days=7)
"""After this every signature is checked once more, beside the work (`keys.md`, Start)."""

_LONGEST = 2 * WEEK
"""After this nobody leans on a note any more: the program ended each time before it had checked anew."""

_AHEAD = timedelta(minutes=2)
"""How far a clock may have been set back since; a note from later on is as good as none."""
_PURPOSE = b"smadmin/1/checked\0"


@dataclass(frozen=True)
class Checked:
    """What was checked.

    Args:
        whose: the key that signed this, whose person alone may lean on it.
        head: the row up to which every signature held.
        at: when all of them were last checked in one go, UTC.
    """

    whose: KeyId
    head: Head
    at: datetime

    def due(self, now: datetime) -> bool:
        """Tell whether every signature is to be checked once more."""
        return now - self.at > WEEK


class CheckedNotes:
    """The notes of whoever signs in on this computer, one each."""

    def __init__(self, secrets: SecretStore, school: SchoolId) -> None:
        """Take the keyring and the chain."""
        self._secrets = secrets
        self._school = school
        self._anew: dict[KeyId, datetime] = {}

    def of(self, by: Actor, now: datetime) -> Checked | None:
        """Give somebody's note (an errand); None where there is none, it is old, or it isn't their own."""
        try:
            told = parse((self._secrets.get(self._item(by)) or "").encode())
            row_hash, signature = bytes.fromhex(str(told["hash"])), bytes.fromhex(str(told["signature"]))
            head, at = Head(int(str(told["seq"])), row_hash), datetime.fromisoformat(str(told["at"]))
            note = Checked(by.signer.key, head, at)
            young = -_AHEAD <= now - at <= _LONGEST
            # Signing is deterministic (RFC 8032), and only their own key makes these bytes.
            own = hmac.compare_digest(signature, by.signer.sign(self._text(note)))
        except (NoKeyring, KeyError, RecursionError, TypeError, ValueError):
            return None
        return note if own and young else None

    def keep(self, by: Actor, head: Head, at: datetime) -> None:
        """Note what a proof has shown that was whole and ended right (an errand).

        A proof that began before all was checked anew doesn't put that back.

        Raises:
            NoKeyring: if the keyring doesn't answer.
        """
        at = max(at, self._anew.get(by.signer.key, at))
        signature = by.signer.sign(self._text(Checked(by.signer.key, head, at)))
        told: dict[str, Plain] = {
            "seq": head.seq,
            "hash": head.row_hash.hex(),
            "at": at.isoformat(),
            "signature": signature.hex(),
        }
        self._secrets.set(self._item(by), canonical(told).decode())

    def keep_anew(self, by: Actor, head: Head, at: datetime) -> None:
        """Note that every signature was checked once more just now (an errand); raises as `keep`."""
        self._anew[by.signer.key] = at
        self.keep(by, head, at)

    def forget(self, by: Actor) -> None:
        """Lean on nothing any more (an errand); raises as `keep`."""
        self._anew.pop(by.signer.key, None)
        self._secrets.delete(self._item(by))

    def _item(self, by: Actor) -> str:
        return f"proven/{self._school}/{by.signer.key}"

    def _text(self, note: Checked) -> bytes:
        """Give what is signed: no row's or statement's text begins like it."""
        said: list[Plain] = [self._school, note.head.seq, note.head.row_hash.hex(), note.at.isoformat()]
        return _PURPOSE + canonical(said)
