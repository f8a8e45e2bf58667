"""A week that is signed away from this computer, by a file and its statement (`keys.md`).

A statement holds for exactly the posts that were asked about, and in the record in which they were; whoever
signs may strike some. On paper: `given_weeks`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SlotId
from smadmin.domain.photos.plainly import list_of, number_of, object_of, text_of
from smadmin.domain.week_pictures import ToldPicture, require_lines, told_pictures

WAITS = timedelta(days=7)
"""How long an answer is waited for: a week's plan is no news after it."""

MOST_POSTS = 400
"""So many planned posts go into one file."""

_MOST_LINES = 2_000
_ASKED, _STATEMENT, _ANSWERED = "week-asked", "week", "week-answered"
_VERSION = 1

Section = tuple[str, tuple[str, ...]]
"""A title and its lines, worded already."""


def week_digest(slots: Iterable[Mapping[str, Plain]]) -> str:
    """Digest a week's planned posts as they stand, in no order."""
    listed: list[Plain] = [dict(one) for one in sorted(slots, key=lambda slot: str(slot.get("id")))]
    return hashlib.sha256(b"smadmin/1/week\0" + canonical(listed)).hexdigest()


@dataclass(frozen=True)
class WeekAsked:
    """What one file asks.

    Args:
        id: of this question; it is answered once.
        sender, key: who asks, and the key that signed.
        signer: the one person who is asked.
        ends: after that moment no answer is taken, UTC.
        seq, letters: where the record ended when it was asked, and that end's letters (`Head.letters`).
        slots: the week's planned posts, as rows name them.
        page: the weekly page, worded in the sender's language.
        pictures: the covered pictures in small that follow in the file.
    """

    id: str
    school: SchoolId
    monday: date
    sender: PersonId
    key: KeyId
    signer: PersonId
    ends: datetime
    seq: int
    letters: str
    slots: tuple[Mapping[str, Plain], ...]
    page: tuple[Section, ...]
    pictures: tuple[ToldPicture, ...] = ()

    def to_bytes(self) -> bytes:
        """Give the bytes that are signed."""
        return canonical(
            {
                "v": _VERSION,
                "what": _ASKED,
                "id": self.id,
                "school": self.school,
                "monday": self.monday.isoformat(),
                "sender": self.sender,
                "key": self.key,
                "signer": self.signer,
                "ends": self.ends.isoformat(),
                "seq": self.seq,
                "letters": self.letters,
                "slots": [dict(one) for one in self.slots],
                "page": [[title, list(lines)] for title, lines in self.page],
                "pictures": [one.to_plain() for one in self.pictures],
            }
        )

    @classmethod
    def from_bytes(cls, head: bytes) -> "WeekAsked":
        """Read what `to_bytes` gave.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one.
        """
        value = parse(head)
        asked = cls(
            text_of(value["id"]),
            SchoolId(text_of(value["school"])),
            date.fromisoformat(text_of(value["monday"])),
            PersonId(text_of(value["sender"])),
            KeyId(text_of(value["key"])),
            PersonId(text_of(value["signer"])),
            datetime.fromisoformat(text_of(value["ends"])),
            number_of(value["seq"]),
            text_of(value["letters"]),
            tuple(object_of(one) for one in list_of(value["slots"])[: MOST_POSTS + 1]),
            tuple(_section(list_of(one)) for one in list_of(value["page"])[:_MOST_LINES]),
            told_pictures(value["pictures"]),
        )
        require_lines(asked.pictures, [len(lines) for _title, lines in asked.page])
        if asked.to_bytes() != head or asked.ends.tzinfo is None or not 0 < len(asked.slots) <= MOST_POSTS:
            raise ValueError("a question that contradicts itself")
        return asked

    @property
    def digest(self) -> str:
        """The digest by which an answer names this very question, its page included."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


@dataclass(frozen=True)
class WeekStatement:
    """What a principal or deputy signed elsewhere: these posts of this week, but for the struck ones.

    Args:
        question, asked: the question's id and digest.
        seq, letters: where the record ended when it was asked, and that end's letters: after an older copy
            was put back other rows stand at the same places.
        plan: the digest of the posts that were asked about (`week_digest`).
        ends: the question's or seven days from the signature, so that this alone tells how long it may be
            taken in.
    """

    question: str
    asked: str
    school: SchoolId
    monday: date
    seq: int
    letters: str
    plan: str
    struck: tuple[SlotId, ...]
    signer: PersonId
    key: KeyId
    ends: datetime

    def to_bytes(self) -> bytes:
        """Give the bytes that are signed."""
        return canonical(
            {
                "v": _VERSION,
                "what": _STATEMENT,
                "question": self.question,
                "asked": self.asked,
                "school": self.school,
                "monday": self.monday.isoformat(),
                "seq": self.seq,
                "letters": self.letters,
                "plan": self.plan,
                "struck": list(self.struck),
                "signer": self.signer,
                "key": self.key,
                "ends": self.ends.isoformat(),
            }
        )

    @classmethod
    def from_bytes(cls, body: bytes) -> "WeekStatement":
        """Read what `to_bytes` gave.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one.
        """
        value = parse(body)
        said = cls(
            text_of(value["question"]),
            text_of(value["asked"]),
            SchoolId(text_of(value["school"])),
            date.fromisoformat(text_of(value["monday"])),
            number_of(value["seq"]),
            text_of(value["letters"]),
            text_of(value["plan"]),
            tuple(SlotId(text_of(one)) for one in list_of(value["struck"])),
            PersonId(text_of(value["signer"])),
            KeyId(text_of(value["key"])),
            datetime.fromisoformat(text_of(value["ends"])),
        )
        if said.to_bytes() != body or said.ends.tzinfo is None:
            raise ValueError("a statement that contradicts itself")
        return said


def answer_bytes(body: bytes, signature: bytes, asked: bytes) -> bytes:
    """Give the head of an answer file: a statement's bytes with its signature, and the question's."""
    said: list[Plain] = [body.decode(), signature.hex(), asked.decode()]
    return canonical({"v": _VERSION, "what": _ANSWERED, "said": said})


def answered_in(head: bytes) -> tuple[bytes, bytes, bytes] | None:
    """Give what `answer_bytes` took, or None where the head is something else.

    Raises:
        KeyError, TypeError, ValueError: if it is neither.
    """
    value = parse(head)
    if value["what"] != _ANSWERED or value["v"] != _VERSION:
        return None
    body, signature, asked = list_of(value["said"])
    said, question = (text_of(one, longest=None).encode() for one in (body, asked))
    return said, bytes.fromhex(text_of(signature)), question


def _section(value: list[Plain]) -> Section:
    title, lines = value
    return text_of(title), tuple(text_of(one, longest=None) for one in list_of(lines)[:_MOST_LINES])
