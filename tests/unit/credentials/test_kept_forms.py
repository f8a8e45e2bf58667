"""What was locked, sealed or signed once opens for ever: each form is worked out anew from its description.

What lies in stores and in `identities.json` can't be changed later, so nothing here asks the program how it
derives a key.
"""

import hashlib
import hmac
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from smadmin.credentials.cells import SchoolCells, school_key_digest
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import Costs, close_lock
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import SchoolId

SECRET = "AGE-SECRET-KEY-1W0FSJV8U436ACCG3R553RP0UDWQ0UJANU5PWFNZJZXN599VLPXYSJGXSWD"
RECIPIENT = "age1nrd59l0ljuwhhyqdu7ztfjvs4jl0ekqt8c9cnwv9w8zv2r3mhf7swphnml"
KEY = bytes(range(32))


def hkdf(secret: bytes, info: str) -> bytes:
    """HKDF-SHA256 without a salt, 32 bytes (RFC 5869)."""
    extracted = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, info.encode() + b"\x01", hashlib.sha256).digest()


def test_an_identity_signs_with_the_key_that_follows_from_its_letters() -> None:
    identity = Identity(SECRET)
    signing = Ed25519PrivateKey.from_private_bytes(hkdf(SECRET.encode("ascii"), "smadmin/1/sign"))

    assert identity.public == signing.public_key().public_bytes_raw()
    assert identity.sign(b"words") == signing.sign(b"words")


def test_a_key_is_called_by_its_two_public_halves() -> None:
    identity = Identity(SECRET)

    assert identity.recipient == RECIPIENT
    assert identity.key == hashlib.sha256(identity.public + RECIPIENT.encode()).hexdigest()[:32]


def test_a_persons_lock_opens_by_passphrase_and_seat_as_described() -> None:
    costs = Costs(8 * 1024, 1, 1)
    fields: dict[str, Plain] = {"person": "p", "key": "k"}
    lock = close_lock(Identity(SECRET), "caf\u00e9", seat="the seat", fields=fields, costs=costs, floor=costs)
    stretched = Argon2id(salt=lock.salt, length=32, iterations=1, lanes=1, memory_cost=8 * 1024)

    passphrase = stretched.derive("caf\u00e9".encode())
    opens = hkdf(passphrase + hkdf(b"the seat", "smadmin/1/wrap"), "smadmin/1/person")
    beside = json.dumps([{"key": "k", "person": "p"}, lock.salt.hex(), 8192, 1, 1], separators=(",", ":"))

    assert (len(lock.salt), len(lock.nonce)) == (16, 12)
    assert AESGCM(opens).decrypt(lock.nonce, lock.sealed, beside.encode()) == SECRET.encode()


def test_a_cell_is_version_number_nonce_and_what_its_place_binds() -> None:
    cell = SchoolCells(SchoolId("s"), {3: KEY}).close("students/body", "a", b"no photos")
    beside = b'["smadmin/1/cell","s","students/body","a",3]'

    assert cell[:5] == b"\x01\x00\x00\x00\x03"
    opened = AESGCM(hkdf(KEY, "smadmin/1/cell")).decrypt(cell[5:17], cell[17:], beside)
    assert opened == b"no photos"
    assert len(cell) == 5 + 12 + len(opened) + 16


def test_the_school_key_is_signed_by_its_sha256() -> None:
    assert school_key_digest(KEY) == hashlib.sha256(KEY).hexdigest()


def test_the_same_content_is_known_by_a_mark_of_its_own_key() -> None:
    expected = hmac.new(hkdf(KEY, "smadmin/1/same"), b"photo", hashlib.sha256).hexdigest()

    assert SchoolCells(SchoolId("s"), {1: KEY}).same(b"photo") == expected
