"""A second look that is taken elsewhere: what the file asks (decision 8).

Nothing in it says what the first person answered, nor names a child: the second person has the list in their
own smadmin. What comes back stands in `statement`.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import FaceId, KeyId, PersonId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.plainly import box_of, list_of, number_of, object_of, sides_of, text_of
from smadmin.domain.photos.review import Photo

WAITS = timedelta(days=7)
"""How long an answer is waited for; as long as a release holds, later the look is old."""

MOST_PHOTOS = 60
"""So many photos go into one file: a folder's picked ones, not the whole day's."""

_ASKED = "second-look-asked"
_VERSION = 1


@dataclass(frozen=True)
class ShownFace:
    """A face as the second person gets it.

    Args:
        box: in the pixels of the photo.
        asked: whether it wants an answer of its own (`Face.asks_again`).
        hidden: whether it is covered in the picture.
    """

    id: FaceId
    box: Box
    asked: bool
    hidden: bool


@dataclass(frozen=True)
class AskedPhoto:
    """A photo that is asked about.

    Args:
        state: digest of the faces as decided (`state_of_faces`).
        file: SHA-256 of the covered file, hex; its bytes travel along.
        size: of that file, in bytes.
        width, height: of the photo, in whose pixels the boxes are; the file may be smaller.
    """

    id: PhotoId
    state: str
    file: str
    size: int
    width: int
    height: int
    faces: tuple[ShownFace, ...]

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "photo": self.id,
            "state": self.state,
            "file": self.file,
            "size": self.size,
            "px": [self.width, self.height],
            "faces": [[one.id, sides_of(one.box), one.asked, one.hidden] for one in self.faces],
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "AskedPhoto":
        """Read what `to_plain` gave."""
        width, height = list_of(value["px"])
        faces = tuple(_shown(list_of(one)) for one in list_of(value["faces"]))
        return cls(
            PhotoId(text_of(value["photo"])),
            text_of(value["state"]),
            text_of(value["file"]),
            number_of(value["size"]),
            number_of(width),
            number_of(height),
            faces,
        )


@dataclass(frozen=True)
class Asked:
    """What one file asks.

    Args:
        id: of this question; it is answered once.
        event: the folder's name.
        sender, key: who asks, and the key that signed.
        reviewer: the one person who is asked.
        ends: after that moment no answer is taken, UTC.
    """

    id: str
    school: SchoolId
    set: PhotoSetId
    event: str
    sender: PersonId
    key: KeyId
    reviewer: PersonId
    ends: datetime
    photos: tuple[AskedPhoto, ...]

    def to_bytes(self) -> bytes:
        """Give the bytes that are signed."""
        return canonical(
            {
                "v": _VERSION,
                "what": _ASKED,
                "id": self.id,
                "school": self.school,
                "set": self.set,
                "event": self.event,
                "sender": self.sender,
                "key": self.key,
                "reviewer": self.reviewer,
                "ends": self.ends.isoformat(),
                "photos": [photo.to_plain() for photo in self.photos],
            }
        )

    @classmethod
    def from_bytes(cls, head: bytes) -> "Asked":
        """Read what `to_bytes` gave.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one.
        """
        value = parse(head)
        asked = cls(
            text_of(value["id"]),
            SchoolId(text_of(value["school"])),
            PhotoSetId(text_of(value["set"])),
            text_of(value["event"]),
            PersonId(text_of(value["sender"])),
            KeyId(text_of(value["key"])),
            PersonId(text_of(value["reviewer"])),
            datetime.fromisoformat(text_of(value["ends"])),
            tuple(
                AskedPhoto.from_plain(object_of(one)) for one in list_of(value["photos"])[: MOST_PHOTOS + 1]
            ),
        )
        if asked.to_bytes() != head or not 0 < len(asked.photos) <= MOST_PHOTOS or asked.ends.tzinfo is None:
            raise ValueError("a question that contradicts itself")
        return asked

    @property
    def digest(self) -> str:
        """The digest by which an answer names this very question, its pictures included."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def state_of_faces(sha256: str, faces: Collection[Mapping[str, Plain]]) -> str:
    """Digest a photo's faces as the record words them, so that a look elsewhere names what it is about."""
    listed = sorted(faces, key=lambda face: str(face.get("face")))
    whole: dict[str, Plain] = {"photo": sha256, "faces": list(listed)}
    return hashlib.sha256(b"smadmin/1/look\0" + canonical(whole)).hexdigest()


def asked_photo(photo: Photo, *, hidden: Collection[FaceId], state: str, file: bytes) -> AskedPhoto:
    """Say what is asked about a photo whose covered file is `file`."""
    faces = tuple(ShownFace(face.id, face.box, face.asks_again, face.id in hidden) for face in photo.faces)
    digest = hashlib.sha256(file).hexdigest()
    return AskedPhoto(photo.id, state, digest, len(file), photo.width, photo.height, faces)


def _shown(value: Sequence[Plain]) -> ShownFace:
    face, box, asked, hidden = value
    return ShownFace(FaceId(text_of(face)), box_of(list_of(box)), asked is True, hidden is True)
