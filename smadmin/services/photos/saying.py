"""Saying something about faces within a deed: what one answer writes, and how one row is taken back.

Whether faces are decided one by one or a page of pairs at once, these rows are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import FaceId, PersonId, PhotoId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice, choice_blockers, decided
from smadmin.domain.photos.recurring import decided_alike
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.photos.seeking import looked_for
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed
from smadmin.services.photos.decisions import taken_back, write, write_decision
from smadmin.services.roles import refuse, roles_in
from smadmin.storage.record import StoredRow


@dataclass(frozen=True)
class Said:
    """What one answer left: in which photos, and the places of its rows."""

    photos: tuple[PhotoId, ...]
    rows: tuple[int, ...]


def say_together(
    deed: Deed, person: PersonId, faces: Sequence[tuple[PhotoId, FaceId]], choice: Choice, *, mode: RosterMode
) -> Said:
    """Say the same about one face in several photos; the first one is whom the words were about.

    Of the others only those follow that are open and of which the engine says the same (`recurring.py`).

    Raises:
        NotAllowed: nobody named for an opted-out face, no consent, or uncovering what needs both.
    """
    child = child_of(deed, choice.student)
    photos = [seen_photo(deed, photo) for photo, _ in faces]
    seen = [face_of(photo, face) for photo, (_, face) in zip(photos, faces, strict=True)]
    pairs = [(photos[0], seen[0])]
    pairs += [
        (photo, other)
        for photo, other in zip(photos, seen, strict=True)
        if photo.id != photos[0].id and decided_alike(seen[0], other)
    ]
    together, rows = tuple(photo.id for photo, _ in pairs), list[int]()
    for before, one in pairs:
        may_be = _looked_for(deed, before, one, mode)
        refuse(choice_blockers(before, one, choice, child=child, may_be=may_be, by=person, mode=mode))
        after = decided(before, [choice.said_of(one, person)])
        row = write_decision(deed, before, after, together=together)
        rows += [] if row is None else [row]
    return Said(together, tuple(rows))


def take_back(deed: Deed, photo: PhotoId, row: StoredRow) -> None:
    """Take the decision of a row back, which is the photo's last one.

    Raises:
        NotAllowed: its details were erased since.
    """
    before = seen_photo(deed, photo)
    earlier = taken_back(deed.unit, before, row)
    if earlier is None:
        raise nothing_to_undo(photo)
    write(deed, before, earlier)
    deed.record(Act.UNDO, Noun.PHOTOS, photo, parts={"row": {"row": row.seq}})


def nothing_to_undo(photo: PhotoId) -> NotAllowed:
    """Say that nothing can be taken back."""
    return NotAllowed((Reason(say("photos.nothing-to-undo"), None, f"photo:{photo}"),))


def seen_photo(deed: Deed, photo: PhotoId) -> Photo:
    """Give a photo that this person may decide about."""
    refuse(() if roles_in(deed) else (Reason(say("photos.not-your-role")),))
    return deed.unit.photos.get(photo)


def face_of(photo: Photo, face: FaceId) -> Face:
    """Give a photo's face.

    Raises:
        NotAllowed: it is gone.
    """
    found = next((one for one in photo.faces if one.id == face), None)
    if found is None:
        raise NotAllowed((Reason(say("photos.face-gone"), None, f"photo:{photo.id}"),))
    return found


def _looked_for(deed: Deed, photo: Photo, face: Face, mode: RosterMode) -> tuple[StudentId, ...]:
    """Give those whom a face resembles and who are looked for in this photo still."""
    known = (deed.unit.students.maybe(one) for one in face.may_be)
    groups = deed.unit.photo_sets.get(photo.set).groups
    return tuple(child.id for child in looked_for((one for one in known if one), groups, mode))


def child_of(deed: Deed, student: StudentId | None) -> Student | None:
    """Give the child that is named, if the list has it."""
    return None if student is None else deed.unit.students.maybe(student)
