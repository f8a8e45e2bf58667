"""Photos, faces and children as values, for tests of view models."""

from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.ids import FaceId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import cover_as_drawn
from smadmin.domain.photos.deciding import covered_faces, state_of
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Look, Photo, PhotoSet
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student
from smadmin.services.photos.views import PhotoView, SetView
from smadmin.ui.photos.model import tiles_of
from smadmin.ui.photos.reading import SheetRead

AT = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
MAYA, JO = PersonId("maya"), PersonId("jo")
SCHOOL = SchoolId("school")
FOLDER = PhotoSet(PhotoSetId("set"), SCHOOL, "Chess finals", "Maya", RightOfUse.STAFF, "", ("4b",), AT)
ANN = Student(StudentId("ann"), SCHOOL, "Ann", "Lee", ("4b",), frozenset({OptOut.PHOTOS}))
BEN = Student(StudentId("ben"), SCHOOL, "Ben", "Ott", ("4b",), frozenset({OptOut.PHOTOS}))


def face(name: str, left: int, hint: FaceState = FaceState.FOUND, *near: Student) -> Face:
    """Make an open face."""
    return Face(FaceId(name), Box(left, 10, left + 20, 30), hint, tuple(child.id for child in near))


def decided(one: Face, decision: Decision) -> Face:
    """Give a face as a person decided it."""
    return replace(one, decision=decision, decided_by=MAYA)


def photo(name: str, *faces: Face, picked: bool = True, looked_by: PersonId | None = None) -> Photo:
    """Make a photo that was searched, and looked at by somebody, or not."""
    return Photo(
        id=PhotoId(name),
        school=SCHOOL,
        set=FOLDER.id,
        name=f"{name}.jpg",
        original=MediaId(f"file-{name}"),
        sha256="0" * 64,
        width=400,
        height=200,
        looked_for=True,
        picked=picked,
        faces=faces,
        first=None if looked_by is None else Look(looked_by, 7, AT, other_things_fine=True),
    )


def seen_twice(one: Photo) -> Photo:
    """Give a photo that two people have seen."""
    return replace(one, second=Look(JO, 8, AT, other_things_fine=True))


def view(one: Photo, *, mode: RosterMode = RosterMode.OPT_OUT) -> PhotoView:
    """Make the view of a photo with Ann and Ben beside it."""
    covers = tuple(cover_as_drawn(hidden.box) for hidden in covered_faces(one, mode))
    return PhotoView(one, FOLDER, (ANN, BEN), mode, later=0, covers=covers)


def sheet(*photos: Photo, me: PersonId = MAYA) -> SheetRead:
    """Make a folder as somebody reads it."""
    states = {one.id: state_of(one) for one in photos}
    left = {one.id: len(one.open_faces()) for one in photos}
    covers = {one.id: tuple(cover.box for cover in view(one).covers) for one in photos}
    shown = SetView(FOLDER, photos, (ANN, BEN), states, left, covers, matching=True)
    return SheetRead(
        shown,
        me,
        twice=True,
        today=date(2026, 11, 20),
        law=None,
        decided=None,
        tiles=tiles_of(shown, twice=True),
        late=False,
    )
