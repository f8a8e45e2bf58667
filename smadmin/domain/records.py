"""The record: one chain of signed rows per school (`keys.md`, The record).

What is signed and linked are the stored bytes of a body. Details stay outside in parts, so that they can
be erased while the chain still verifies. Nothing here reads a clock, a file or a key.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.messages import Message

VERSION = 1
START = bytes(32)
"""The previous row's fingerprint of the first row."""

SALT_BYTES = 32

PART_VERSION = 1
"""The shape of a part that is an object: its own "v", for parts are read for ever, by readers that stay."""


class Verifier(Protocol):
    """Checks signatures; the domain knows no cipher."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        """Tell whether `signature` over `message` was made by the key whose public half is given."""
        ...


class Signer(Protocol):
    """An unlocked key that signs."""

    @property
    def key(self) -> KeyId:
        """The key's id."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Sign (Ed25519, 64 bytes)."""
        ...


@dataclass(frozen=True)
class Part:
    """A detail of a row that can be erased on its own.

    Args:
        salt: 32 random bytes, without which nobody can guess the content from its digest.
        content: canonical bytes.
    """

    salt: bytes
    content: bytes

    @property
    def digest(self) -> str:
        """The hex digest that stands in the body."""
        return hashlib.sha256(b"smadmin/1/part\0" + self.salt + self.content).hexdigest()


def versioned(content: Plain) -> Plain:
    """Give a part's content with its "v"; a writer that counts its own versions has written one already."""
    return {"v": PART_VERSION, **content} if isinstance(content, dict) else content


@dataclass(frozen=True)
class Body:
    """What one row says. Times are UTC; `person` is None where a seat or root acted."""

    chain: SchoolId
    seq: int
    utc: datetime
    person: PersonId | None
    key: KeyId
    seat: SeatId | None
    act: str
    noun: str
    id: str | None
    parts: Mapping[str, str] = field(default_factory=dict)
    trust: str = ""
    roster: str = ""

    def judged(self, latest: datetime | None) -> "Body":
        """Give this row as rights judge it: no earlier than any row before it.

        A row's own time is a claim. Who had a role until yesterday could otherwise date an act of today back.

        Args:
            latest: the latest time that a sound row before it claims.
        """
        return self if latest is None or latest <= self.utc else replace(self, utc=latest)

    def to_bytes(self) -> bytes:
        """Give the bytes that are stored, linked and signed."""
        return canonical(
            {
                "v": VERSION,
                "chain": self.chain,
                "seq": self.seq,
                "utc": self.utc.astimezone(UTC).isoformat(timespec="milliseconds"),
                "person": self.person,
                "key": self.key,
                "seat": self.seat,
                "act": self.act,
                "noun": self.noun,
                "id": self.id,
                "parts": dict(self.parts),
                "trust": self.trust,
                "roster": self.roster,
            }
        )

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Body":
        """Read stored bytes.

        Raises:
            ValueError: if the bytes aren't a body of a known version.
        """
        value = parse(stored)
        if value.pop("v", None) != VERSION or value.keys() != cls.__dataclass_fields__.keys():
            raise ValueError("a record's row of an unknown shape")
        seq, parts, stated, id_ = value["seq"], value["parts"], value["utc"], value["id"]
        person, seat = value["person"], value["seat"]
        chain, key, act, noun = value["chain"], value["key"], value["act"], value["noun"]
        trust, roster = value["trust"], value["roster"]
        # One after the other: of a million rows each is read here.
        if not (
            isinstance(seq, int)
            and isinstance(parts, dict)
            and isinstance(stated, str)
            and isinstance(chain, str)
            and isinstance(key, str)
            and isinstance(act, str)
            and isinstance(noun, str)
            and isinstance(trust, str)
            and isinstance(roster, str)
            and (person is None or isinstance(person, str))
            and (seat is None or isinstance(seat, str))
            and (id_ is None or isinstance(id_, str))
        ):
            raise ValueError("a record's row of an unknown shape")
        utc = datetime.fromisoformat(stated)
        if utc.tzinfo is None:
            raise ValueError("a record's row without a zone")
        return cls(
            SchoolId(chain),
            seq,
            utc,
            None if person is None else PersonId(person),
            KeyId(key),
            None if seat is None else SeatId(seat),
            act,
            noun,
            id_,
            {name: _text(digest) for name, digest in parts.items()},
            trust,
            roster,
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a record's row with something else than text")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


@dataclass(frozen=True)
class Row:
    """A row as stored."""

    body: bytes
    previous: bytes
    row_hash: bytes
    signature: bytes


@dataclass(frozen=True)
class Found:
    """A row as found: its bytes, the columns beside them, and its parts (None where erased or sealed)."""

    row: Row
    columns: Mapping[str, object]
    parts: Mapping[str, Part | None]
    present: frozenset[str]


@dataclass(frozen=True)
class Fault:
    """What is wrong, and at which row (0: with the whole)."""

    seq: int
    message: Message


@dataclass(frozen=True)
class Head:
    """The newest row's place and fingerprint; also kept outside the store."""

    seq: int
    row_hash: bytes

    @property
    def letters(self) -> str:
        """Sixteen letters for paper (the first 80 bits in Crockford's base 32)."""
        return crockford(self.row_hash[:10])


def row_hash(previous: bytes, body: bytes) -> bytes:
    """Link a body to the row before it."""
    return hashlib.sha256(b"smadmin/1/record\0" + previous + body).digest()


def signed_text(linked: bytes) -> bytes:
    """Give what a row's key signs."""
    return b"smadmin/1/row\0" + linked


def make_row(body: Body, previous: bytes, signer: Signer) -> Row:
    """Link and sign a body."""
    stored = body.to_bytes()
    linked = row_hash(previous, stored)
    return Row(body=stored, previous=previous, row_hash=linked, signature=signer.sign(signed_text(linked)))


def links(previous: bytes, rows: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[KeyId, bytes, bytes]]:
    """Link bodies anew, one to the other; gives the key that each names, what it signed, its signature.

    Args:
        previous: the fingerprint of the row before the first.
        rows: stored bodies and signatures, in order.

    Raises:
        ValueError, KeyError: at bytes that nobody's program wrote.
    """
    for body, signature in rows:
        previous = row_hash(previous, body)
        yield KeyId(_text(parse(body)["key"])), previous, signature


_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def crockford(raw: bytes) -> str:
    """Write bytes (a multiple of 5) in Crockford's base 32, eight letters for five bytes."""
    number, letters = int.from_bytes(raw), len(raw) * 8 // 5
    return "".join(_CROCKFORD[number >> 5 * (letters - 1 - i) & 31] for i in range(letters))


def grouped(letters: str) -> str:
    """Write letters in groups of four, as they stand on paper and on every screen: `ABCD-EFGH-JKMN-PQRS`."""
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def as_read(typed: str) -> str:
    """Give letters typed from paper as they are meant: no blanks, no hyphens, 0 for O, 1 for I and L."""
    told = "".join(one for one in typed.upper() if one.isalnum())
    return told.translate(str.maketrans("OIL", "011"))


def state_digest(stored: Mapping[str, bytes]) -> str:
    """Digest rows as they stand: over the sorted (id, digest of the stored bytes).

    Used for the trust tables and the children's roster (`keys.md`, `trust`, `roster`).
    """
    return digest_of({key: hashlib.sha256(content).digest() for key, content in stored.items()})


def digest_of(digests: Mapping[str, bytes]) -> str:
    """Give the same from the rows' own digests, where their bytes are gone (a backup's patterns)."""
    whole = hashlib.sha256()
    for key in sorted(digests):
        whole.update(key.encode() + digests[key])
    return whole.hexdigest()
