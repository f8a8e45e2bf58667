"""A log-in's copy in this computer's keyring, with the signed row that kept it beside it.

Everybody at the same OS login can write the keyring, and a sealed file doesn't say who wrote it. So a copy
that is newer than the store counts only with its own signed row, and only where a signed restore lost it.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.departing import counts_for_nothing
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.records import Body, Part, Row, Verifier, row_hash, signed_text
from smadmin.domain.rights import entitled
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

FILE_PART = "file"


@dataclass(frozen=True, repr=False)
class KeptHere:
    """What an item of the keyring holds.

    Args:
        proof: the row that kept it and that row's part, as `proof_of` gives them; empty where it has none.
    """

    version: int
    sealed: bytes
    proof: bytes = b""

    def to_item(self) -> str:
        """Give the item's text."""
        return ":".join((str(self.version), _text(self.sealed), _text(self.proof)))

    @classmethod
    def from_item(cls, item: str | None) -> "KeptHere | None":
        """Read an item; a spoiled one counts as emptied, for the store has the same bytes."""
        version, _, rest = (item or "").partition(":")
        sealed, _, proof = rest.partition(":")
        try:
            return cls(int(version), _bytes(sealed), _bytes(proof)) if item else None
        except (ValueError, binascii.Error):
            return None


def proof_of(row: Row, part: Part) -> bytes:
    """Give a row and its part in one piece."""
    return canonical(
        {
            "v": 1,
            "body": row.body.decode(),
            "previous": row.previous.hex(),
            "signature": row.signature.hex(),
            "salt": part.salt.hex(),
            "content": part.content.decode(),
        }
    )


@dataclass(frozen=True)
class Signatures:
    """Whose signatures count."""

    trust: Trust
    verifier: Verifier

    def rightful(self, row: Row) -> bool:
        """Tell whether a row is what somebody signed who may today: the chain holds it to nothing."""
        body = Body.from_bytes(row.body)
        return entitled(self.trust, body) and not counts_for_nothing(self.trust, body) and self.right(row)

    def right(self, row: Row) -> bool:
        """Tell whether a row is what one of the keys signed."""
        key = self.trust.keys.get(Body.from_bytes(row.body).key)
        return (
            key is not None
            and row.row_hash == row_hash(row.previous, row.body)
            and self.verifier.verifies(
                public=key.public, message=signed_text(row.row_hash), signature=row.signature
            )
        )


def lost_by_restore(unit: Unit, signatures: Signatures, account: AccountId, kept: KeptHere) -> bool:
    """Tell whether a copy was kept under a signed row that a signed restore has taken out of this store.

    Args:
        unit: the store as it stands.
        signatures: whose count.
        account: whose log-in it should be.
        kept: the keyring's copy, newer than the store's.
    """
    try:
        row, part = _read(kept.proof)
        body, named = Body.from_bytes(row.body), parse(part.content)
    except (KeyError, TypeError, ValueError):
        return False
    is_its_row = (
        (body.chain, body.act, body.noun, body.id)
        == (unit.school, Act.KEEP_LOG_IN, Noun.CREDENTIALS, account)
        and body.parts.get(FILE_PART) == part.digest
        and named.get("sha256") == hashlib.sha256(kept.sealed).hexdigest()
        and named.get("version") == kept.version
    )
    still_there = unit.record.at(body.seq)
    return (
        is_its_row
        and signatures.rightful(row)
        and (still_there is None or still_there.row.row_hash != row.row_hash)
        and any(_restored_after(found, body, signatures) for found in unit.record.rows(acts=(Act.RESTORE,)))
    )


def planted() -> Tampered:
    """Say that a log-in isn't what the record signed."""
    return Tampered(
        say("vault.not-what-was-signed"),
        kept=say("keys.nothing-changed"),
        remedy=say("vault.change-password"),
    )


def planted_here() -> Tampered:
    """Say that this computer's copy isn't what the record signed."""
    return Tampered(
        say("vault.planted-here"), kept=say("keys.nothing-changed"), remedy=say("vault.planted-remedy")
    )


def _restored_after(found: StoredRow, lost: Body, signatures: Signatures) -> bool:
    told = Body.from_bytes(found.row.body)
    is_one = (told.noun, told.act) == (Noun.RECORDS, Act.RESTORE)
    return is_one and told.utc >= lost.utc and signatures.rightful(found.row)


def _read(proof: bytes) -> tuple[Row, Part]:
    told: Mapping[str, Plain] = parse(proof)
    body, previous = str(told["body"]).encode(), bytes.fromhex(str(told["previous"]))
    row = Row(body, previous, row_hash(previous, body), bytes.fromhex(str(told["signature"])))
    return row, Part(bytes.fromhex(str(told["salt"])), str(told["content"]).encode())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
