"""An identity: one age secret string that opens what is sealed to it and, derived from it, signs.

The same class serves root, seat and person (`keys.md`, Four kinds of key). Whoever holds an `Identity`
object can act as it, so it lives only while somebody is signed in.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Self, cast

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from smadmin.credentials.headers import looked_at
from smadmin.domain.errors import BadInput, Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import key_id
from smadmin.domain.messages import say


def derive(secret: bytes, purpose: str, length: int = 32) -> bytes:
    """Derive a key for one purpose (HKDF-SHA256, no salt)."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose.encode()).derive(secret)


@dataclass(frozen=True, repr=False)
class Identity:
    """An unlocked identity. `secret` is `AGE-SECRET-KEY-1…`, upper case."""

    secret: str

    def __post_init__(self) -> None:
        """Refuse what isn't an age secret (its checksum tells)."""
        try:
            self._age()
        except pyrage.IdentityError as error:
            raise BadInput(say("keys.not-a-key"), remedy=say("keys.type-again")) from error

    @classmethod
    def new(cls) -> Self:
        """Make a fresh identity."""
        return cls(str(pyrage.x25519.Identity.generate()))

    @property
    def recipient(self) -> str:
        """The public half that others seal to."""
        return str(self._age().to_public())

    @property
    def public(self) -> bytes:
        """The public half that others verify with (32 bytes)."""
        return self._signing().public_key().public_bytes_raw()

    @property
    def key(self) -> KeyId:
        """The key's id."""
        return key_id(self.public, self.recipient)

    def sign(self, message: bytes) -> bytes:
        """Sign (Ed25519, 64 bytes)."""
        return self._signing().sign(message)

    def open(self, sealed: bytes) -> bytes:
        """Open an age file that was sealed to this identity.

        Raises:
            Tampered: if it wasn't, or was changed since.
        """
        content = BytesIO()
        try:
            self._decrypt(BytesIO(sealed), content)  # in one piece it takes longer, a long header 25 times
        except (pyrage.DecryptError, OSError) as error:
            raise Tampered(say("keys.cannot-open"), kept=say("keys.nothing-changed")) from error
        return content.getvalue()

    def open_stream(self, sealed: BinaryIO, content: BinaryIO) -> None:
        """Open an age file that is too large for memory, as `open`; a disk's refusal is an `OSError`."""
        try:
            self._decrypt(sealed, content)
        except (pyrage.DecryptError, OSError) as error:
            if "[Errno" in str(error):
                raise OSError(str(error)) from error
            other = "No matching keys" in str(error)
            raise Tampered(say("keys.not-for-this-key" if other else "keys.cannot-open")) from error

    def opens(self, sealed: BinaryIO) -> bool:
        """Tell whether an age file is sealed to this identity, reading only its beginning."""
        sink = _FirstBytes()
        try:
            self._decrypt(sealed, cast("BinaryIO", sink))
        except (pyrage.DecryptError, OSError):
            return sink.came
        return True

    def _decrypt(self, sealed: BinaryIO, content: BinaryIO) -> None:
        looked = looked_at(sealed)
        if looked is None:
            raise pyrage.DecryptError("no header of ours")
        pyrage.decrypt_io(cast("BinaryIO", looked), content, [self._age()])

    def _age(self) -> pyrage.x25519.Identity:
        return pyrage.x25519.Identity.from_str(self.secret)

    def _signing(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(derive(self.secret.encode("ascii"), "smadmin/1/sign"))


class _FirstBytes:
    """Takes the first opened bytes, and no more."""

    came = False

    def write(self, _content: bytes) -> int:
        self.came = True
        raise OSError("enough")

    def flush(self) -> None:
        """Nothing was kept."""


def is_recipient(text: str) -> bool:
    """Tell whether something can be sealed to this."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(content: bytes, recipients: list[str]) -> bytes:
    """Seal content to recipients as an age file. Age doesn't say who wrote it: sign its digest."""
    return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(r) for r in recipients]))


def seal_under(content: bytes, phrase: str) -> bytes:
    """Seal content under a passphrase as an age file, for who has no key here (takes about a second)."""
    return bytes(pyrage.passphrase.encrypt(content, phrase))


def seal_stream(content: BinaryIO, sealed: BinaryIO, recipients: list[str]) -> None:
    """Seal content that is too large for memory; what a disk refuses is an `OSError`."""
    try:
        pyrage.encrypt_io(content, sealed, [pyrage.x25519.Recipient.from_str(r) for r in recipients])
    except pyrage.EncryptError as error:
        raise OSError(str(error)) from error


def times_sealed(sealed: bytes) -> int:
    """Count for how many keys an age file was sealed; for whose, it tells only who opens it."""
    head, found, _ = sealed.partition(b"\n--- ")
    return head.count(b"\n-> X25519 ") if found else 0


class Ed25519Verifier:
    """The domain's `Verifier`."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        """Tell whether the signature holds."""
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True
