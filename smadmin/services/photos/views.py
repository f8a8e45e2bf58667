"""Photos as they are read: whom to look for, and a photo with all that stands beside it.

Opened into memory for a screen; nothing here writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smadmin.domain.ids import PersonId, PhotoId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, cover_as_drawn, cover_for_face
from smadmin.domain.photos.deciding import PhotoState, covered_faces, later_listed, state_of
from smadmin.domain.photos.gallery import Portrait
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.photos.seeking import Search, looked_for
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student, Template, unreadable_blockers
from smadmin.services.desk import Desk
from smadmin.services.roles import refuse, today_of
from smadmin.services.students.patterns import lawful
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class PhotoView:
    """A photo under review, with what a screen shows beside it.

    Args:
        beside: the children whose faces must not be shown: of the set's groups, then others who are compared.
        later: how many of them came on the list after the photo was searched.
        covers: what is covered as it stands.
        undoable: whose last decision can be taken back, or None.
        unread: how many children's entries can't be read; the photo may be seen, nothing of it finished.
    """

    photo: Photo
    set: PhotoSet
    beside: tuple[Student, ...]
    mode: RosterMode
    later: int
    covers: tuple[Cover, ...]
    undoable: PersonId | None = None
    unread: int = 0

    @property
    def state(self) -> PhotoState:
        """How it stands on the contact sheet."""
        return state_of(self.photo)

    def near(self, face_students: tuple[StudentId, ...]) -> tuple[Student, ...]:
        """Give the children that a face looks like, nearest first."""
        known = {student.id: student for student in self.beside}
        return tuple(known[student] for student in face_students if student in known)


@dataclass(frozen=True)
class SetView:
    """A folder of photos, as the contact sheet shows it.

    Args:
        states: how each photo stands.
        open: how many faces of each photo are to be decided.
        covers: what of each photo is covered as it stands, in the photo's pixels.
        matching: whether faces were or will be compared here.
        patterned: the children of whom there is a face pattern.
    """

    set: PhotoSet
    photos: tuple[Photo, ...]
    beside: tuple[Student, ...]
    states: Mapping[PhotoId, PhotoState]
    open: Mapping[PhotoId, int]
    covers: Mapping[PhotoId, tuple[Box, ...]]
    matching: bool
    patterned: frozenset[StudentId] = frozenset()


def search_for(
    unit: Unit, desk: Desk, photo_set: PhotoSet, mode: RosterMode, *, engine: str | None
) -> Search:
    """Say whom this set's photos are searched for, with the patterns that may lawfully be compared today.

    Args:
        unit: the store as it stands.
        desk: whose clock says what today is.
        photo_set: whose groups are looked for.
        mode: the policy's.
        engine: whose patterns can be compared; None compares nobody.
    """
    children = beside(unit, photo_set, mode)
    compared = patterns_for(unit, desk, children, engine=engine)
    portraits = tuple(Portrait(template.student, template.numbers) for template in compared)
    return Search(children, portraits, mode, photo_set.groups)


def patterns_for(
    unit: Unit, desk: Desk, children: Iterable[Student], *, engine: str | None
) -> tuple[Template, ...]:
    """Give the patterns of these children that may lawfully be compared today."""
    sought = {child.id for child in children}
    return tuple(
        template
        for template in lawful(unit, desk, today_of(unit, desk))
        if template.student in sought and template.engine == engine
    )


def beside(unit: Unit, photo_set: PhotoSet, mode: RosterMode) -> tuple[Student, ...]:
    """Give the children who are looked for in the photos of a set, those of its groups first.

    Raises:
        NotAllowed: while an entry can't be read: it may be the child who said no (BAL-B1i1).
    """
    children, unread = shown_beside(unit, photo_set, mode)
    refuse(unreadable_blockers(unread))
    return children


def shown_beside(unit: Unit, photo_set: PhotoSet, mode: RosterMode) -> tuple[tuple[Student, ...], int]:
    """Give the same for looking on only, without the entries that can't be read; and how many those are."""
    students, spoilt = unit.students.readable()
    return looked_for(students, photo_set.groups, mode), len(spoilt)


def later_of(unit: Unit, photo: Photo, mode: RosterMode) -> int:
    """Count the children who came on the list after a photo was searched.

    Raises:
        NotAllowed: while an entry can't be read.
    """
    children = beside(unit, unit.photo_sets.get(photo.set), mode)
    return len(later_listed(photo, [child.id for child in children]))


def covers_of(photo: Photo, mode: RosterMode) -> tuple[Cover, ...]:
    """Give what is covered: a found face with its hair and ears, a drawn box exactly as drawn."""
    return tuple(
        cover_as_drawn(face.box) if face.added else cover_for_face(face.box, face.turn)
        for face in covered_faces(photo, mode)
    )


def boxes_covered(photo: Photo, mode: RosterMode) -> tuple[Box, ...]:
    """Give the upright boxes around the covers, in the photo's pixels, for small pictures."""
    return tuple(one.box for one in covers_of(photo, mode))


def photo_view(unit: Unit, photo_id: PhotoId, mode: RosterMode, *, undoable: PersonId | None) -> PhotoView:
    """Read a photo with all that stands beside it."""
    photo = unit.photos.get(photo_id)
    photo_set = unit.photo_sets.get(photo.set)
    children, unread = shown_beside(unit, photo_set, mode)
    return PhotoView(
        photo=photo,
        set=photo_set,
        beside=children,
        mode=mode,
        later=len(later_listed(photo, [child.id for child in children])),
        covers=covers_of(photo, mode),
        undoable=undoable,
        unread=unread,
    )
