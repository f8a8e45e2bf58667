"""The same face in the picked photos of a folder, found anew in each sitting and kept in memory only.

Faces are described only where they were compared anyway: matching is decided on and somebody may be compared.
Their patterns live while the job runs. What stays until the window locks is which face ids belong together,
with a small cut-out of each (who decides about a group must have every one of its faces before their eyes),
and which portrait of a child each of them resembles most.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from smadmin.domain.actors import Actor
from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.domain.ids import FaceId, MediaId, PhotoId, PhotoSetId, StudentId
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.portraits import nearest_portraits
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.photos.recurring import Described, groupable, recurring
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Template
from smadmin.imaging.abreast import abreast
from smadmin.imaging.cutting import cut_out
from smadmin.services.desk import Desk
from smadmin.services.jobs import Progress
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.looker import Looker
from smadmin.services.photos.views import patterns_for, shown_beside
from smadmin.services.students.patterns import matching_allowed
from smadmin.storage.unit import Unit

_ROOM = 0.35
"""How much is shown around a face, as a share of its box."""
CROP_PX = 112


@dataclass(frozen=True)
class Crop:
    """A face of a photo, cut out small."""

    photo: PhotoId
    face: FaceId
    picture: Picture = field(repr=False)


@dataclass(frozen=True)
class _Known:
    """What is known of a folder: the faces that were held against one another, and what came of it.

    Args:
        portraits: of each face's likely children the portrait that is nearest.
    """

    faces: frozenset[FaceId]
    groups: tuple[tuple[FaceId, ...], ...]
    crops: dict[FaceId, Crop] = field(repr=False)
    portraits: dict[tuple[FaceId, StudentId], MediaId] = field(repr=False)


class Recurring(Looker):
    """Faces that stand in several photos."""

    def __init__(
        self,
        desk: Desk,
        media: Media,
        workers: Workers,
        *,
        mode: RosterMode,
        at_once: int = 1,
        thresholds: Thresholds | None = None,
    ) -> None:
        """Stand on the desk, the sealed files and what sees."""
        super().__init__(desk, media, workers, mode=mode, at_once=at_once, thresholds=thresholds)
        self._known: dict[PhotoSetId, _Known] = {}
        self._apart: set[FaceId] = set()
        self._sitting = 0

    def look(self, by: Actor, set_id: PhotoSetId) -> Generator[Progress, None, None]:
        """Look for faces that recur among the open ones of the picked photos (a job; it changes nothing).

        Where nobody may be compared, or nothing is new since the last time, it ends at once.
        """
        known, sitting = self._known.get(set_id), self._sitting
        photos, templates = self._photos(by, set_id)
        wanted = {face.id for photo in photos for face in photo.faces if groupable(face)}
        if not photos or (known is not None and wanted <= known.faces):
            return
        described: list[Described] = []
        crops: dict[FaceId, Crop] = {}
        for done, (faces, cuts) in enumerate(
            abreast(lambda photo: self._describe(by, photo), photos, at_once=self._at_once), 1
        ):
            described += faces
            crops |= cuts
            yield Progress(done, len(photos) + 1)
        groups = recurring(described, same_at_most=self._thresholds.same)
        together = {face for group in groups for face in group}
        kept = {face: crop for face, crop in crops.items() if face in together}
        if sitting != self._sitting:  # the window was locked meanwhile
            return
        nearest = {
            (one.face.id, child): portrait
            for one in described
            for child, portrait in nearest_portraits(one.face.may_be, one.descriptor, templates).items()
        }
        self._known[set_id] = _Known(frozenset(wanted), groups, kept, nearest)
        yield Progress(len(photos) + 1, len(photos) + 1)

    def group_of(self, set_id: PhotoSetId, face: FaceId) -> tuple[Crop, ...]:
        """Give the other faces of a face's group, in the order they came, those taken apart included."""
        known = self._known.get(set_id)
        if known is None:
            return ()
        group = next((group for group in known.groups if face in group), ())
        return tuple(known.crops[other] for other in group if other != face)

    def portrait(self, set_id: PhotoSetId, face: FaceId, child: StudentId) -> MediaId | None:
        """Give the child's portrait that a face resembles most, or None where that isn't known."""
        known = self._known.get(set_id)
        return None if known is None else known.portraits.get((face, child))

    def apart(self, face: FaceId) -> bool:
        """Tell whether somebody took a face out of its group: it is decided on its own."""
        return face in self._apart

    def turn_apart(self, faces: Iterable[FaceId]) -> None:
        """Take faces out of their group, or put them back where all of them are out."""
        wanted = set(faces)
        if wanted <= self._apart:
            self._apart -= wanted
        else:
            self._apart |= wanted

    def forget(self) -> None:
        """Drop everything: the window locks."""
        self._sitting += 1
        self._known.clear()
        self._apart.clear()

    def _photos(self, by: Actor, set_id: PhotoSetId) -> tuple[list[Photo], tuple[Template, ...]]:
        """Give the photos whose open faces may be held against one another, and the children's patterns.

        Where that isn't lawful there are none.
        """
        with self._desk.look(by) as unit:
            compares = matching_allowed(unit, self._desk)
        engine = self._workers.name().descriptor if compares else None
        with self._desk.look(by) as unit:
            templates = () if engine is None else self._templates(unit, set_id, engine)
            photos = unit.photos.find(set_id=set_id) if templates else ()
            picked = [one for one in photos if one.picked and any(groupable(face) for face in one.faces)]
            return picked, templates

    def _templates(self, unit: Unit, set_id: PhotoSetId, engine: str) -> tuple[Template, ...]:
        children, unread = shown_beside(unit, unit.photo_sets.get(set_id), self._mode)
        if unread:
            return ()  # while a child's entry can't be read nobody is looked for
        return patterns_for(unit, self._desk, children, engine=engine)

    def _describe(self, by: Actor, photo: Photo) -> tuple[list[Described], dict[FaceId, Crop]]:
        """Describe the open faces of one photo; one that can't be opened now has none that recur."""
        faces = [face for face in photo.faces if groupable(face)]
        try:
            picture = self._workers.decode(self._media.open(by, photo.original))
            patterns = self._workers.describe(picture, [face.box for face in faces])
        except (PhotoUnreadable, Tampered, OutsideFailed):
            return [], {}
        crops = {}
        for face in faces:
            wider = face.box.grown(sides=_ROOM, top=_ROOM, bottom=_ROOM).within(picture.width, picture.height)
            small = self._workers.shrink(cut_out(picture, wider or face.box), longest_px=CROP_PX)
            crops[face.id] = Crop(photo.id, face.id, small)
        pairs = zip(faces, patterns, strict=True)
        return [Described(photo.id, face, pattern) for face, pattern in pairs], crops
