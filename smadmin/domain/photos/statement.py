"""What somebody who took a second look elsewhere says of one photo, and what follows from it.

It is signed by who looked and holds for exactly the faces and the file that were asked about (`away`).
Covering more is always possible; a statement uncovers nothing.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import FaceId, KeyId, PersonId, PhotoId, SchoolId
from smadmin.domain.photos.away import MOST_PHOTOS
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.plainly import box_of, list_of, sides_of, text_of
from smadmin.domain.photos.review import Decision, Face, Photo

_ANSWERED, _STATEMENT = "second-look-answered", "second-look"
_VERSION = 1


@dataclass(frozen=True)
class Statement:
    """What the second person says of one photo: it may go out, with these faces covered as well.

    Args:
        question, asked: the question's id and digest.
        state, file: of the photo as it was asked about.
        answered: the asked faces that are nobody who must not be shown.
        covered: faces that are to be covered.
        added: frames that the second person drew, to be covered; their ids are new.
        ends: the question's, so that this alone tells how long it holds.
    """

    question: str
    asked: str
    school: SchoolId
    photo: PhotoId
    state: str
    file: str
    reviewer: PersonId
    key: KeyId
    ends: datetime
    answered: tuple[FaceId, ...] = ()
    covered: tuple[FaceId, ...] = ()
    added: tuple[tuple[FaceId, Box], ...] = ()

    def to_bytes(self) -> bytes:
        """Give the bytes that are signed."""
        return canonical(
            {
                "v": _VERSION,
                "what": _STATEMENT,
                "question": self.question,
                "asked": self.asked,
                "school": self.school,
                "photo": self.photo,
                "state": self.state,
                "file": self.file,
                "reviewer": self.reviewer,
                "key": self.key,
                "ends": self.ends.isoformat(),
                "answered": list(self.answered),
                "covered": list(self.covered),
                "added": [[face, sides_of(box)] for face, box in self.added],
            }
        )

    @classmethod
    def from_bytes(cls, body: bytes) -> "Statement":
        """Read what `to_bytes` gave.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one.
        """
        value = parse(body)
        drawn = [list_of(one) for one in list_of(value["added"])]
        said = cls(
            text_of(value["question"]),
            text_of(value["asked"]),
            SchoolId(text_of(value["school"])),
            PhotoId(text_of(value["photo"])),
            text_of(value["state"]),
            text_of(value["file"]),
            PersonId(text_of(value["reviewer"])),
            KeyId(text_of(value["key"])),
            datetime.fromisoformat(text_of(value["ends"])),
            tuple(FaceId(text_of(one)) for one in list_of(value["answered"])),
            tuple(FaceId(text_of(one)) for one in list_of(value["covered"])),
            tuple((FaceId(text_of(face)), box_of(list_of(box))) for face, box in drawn),
        )
        if said.to_bytes() != body or said.ends.tzinfo is None:
            raise ValueError("a statement that contradicts itself")
        return said

    @property
    def again(self) -> frozenset[FaceId]:
        """The faces that the second person answered on their own."""
        return frozenset(self.answered) | frozenset(self.covered)

    def fits(self, photo: Photo) -> bool:
        """Tell whether all its faces are the photo's, and what was drawn lies in it and is new."""
        known = {face.id for face in photo.faces}
        drawn = [face for face, _ in self.added]
        inside = all(box.within(photo.width, photo.height) == box for _, box in self.added)
        return self.again <= known and len(set(drawn)) == len(drawn) and not known & set(drawn) and inside


def faces_covered(photo: Photo, said: Statement) -> tuple[Face, ...]:
    """Give the photo's faces that a statement covers, as they stand then."""
    wanted = set(said.covered)
    covered = [
        Choice(Decision.COVERED).said_of(face, said.reviewer)
        for face in photo.faces
        if face.id in wanted and not face.covered
    ]
    drawn = [
        Face(face, box, FaceState.FOUND, decision=Decision.COVERED, decided_by=said.reviewer, added=True)
        for face, box in said.added
    ]
    return (*covered, *drawn)


def parts_after(parts: Sequence[Mapping[str, Plain]], said: Statement) -> list[Mapping[str, Plain]]:
    """Give faces, as the record words them, as they stand once a statement was followed."""
    wanted = set(said.covered)
    covered = Decision.COVERED.value
    after: list[Mapping[str, Plain]] = [
        {**part, "decision": covered, "student": None}
        if part.get("face") in wanted and part.get("decision") not in {covered, Decision.OPTED_OUT.value}
        else part
        for part in parts
    ]
    drawn: list[Mapping[str, Plain]] = [
        {
            "face": face,
            "box": sides_of(box),
            "hint": FaceState.FOUND.value,
            "decision": covered,
            "student": None,
        }
        for face, box in said.added
    ]
    return [*after, *drawn]


def signed_statement(body: bytes) -> bytes:
    """Give what a key signs that states something outside the record (`keys.md`, Off-line)."""
    return b"smadmin/1/statement\0" + hashlib.sha256(body).digest()


def answer_bytes(statements: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Give the head of an answer file: each statement's bytes with its signature."""
    said: list[Plain] = [[body.decode(), signature.hex()] for body, signature in statements]
    return canonical({"v": _VERSION, "what": _ANSWERED, "said": said})


def answered_in(head: bytes) -> tuple[tuple[bytes, bytes], ...] | None:
    """Give what `answer_bytes` took, or None where the head is something else.

    Raises:
        KeyError, TypeError, ValueError: if it is neither.
    """
    value = parse(head)
    if value["what"] != _ANSWERED or value["v"] != _VERSION:
        return None
    said = [list_of(one) for one in list_of(value["said"])[: MOST_PHOTOS + 1]]
    if not 0 < len(said) <= MOST_PHOTOS:
        raise ValueError("an answer about no photo, or too many")
    return tuple((text_of(body, longest=None).encode(), bytes.fromhex(text_of(sign))) for body, sign in said)
