"""*Look closer*: one photo searched once more, part by part at full size (a job).

Nothing is kept before the last part was seen, so cancelling leaves the photo as it was. What is kept only
adds faces; those found are compared where that is lawful, and their patterns end with the job.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.photos.closer import Part, lifted, more_faces, parts_of, stands_upright, with_more
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.photos.seeking import Search
from smadmin.imaging.abreast import abreast
from smadmin.imaging.cutting import cut_out, doubled
from smadmin.services.jobs import Progress
from smadmin.services.photos.decisions import write
from smadmin.services.photos.looker import Looker
from smadmin.services.photos.views import search_for
from smadmin.services.students.patterns import matching_allowed


@dataclass(frozen=True)
class LookedCloser(Progress):
    """The job's last step: `more` faces were found, and are in the photo now."""

    more: int = 0


_See = Callable[[Picture], Sequence[FoundFace]]


class Closer(Looker):
    """Looks closer."""

    def run(self, by: Actor, photo_id: PhotoId) -> Generator[Progress, None, None]:
        """Look closer at a photo, a step for each part; the last step is a `LookedCloser`.

        Raises:
            NotAllowed: if the photo can't be read, or wasn't searched at all yet.
            PhotoUnreadable: if a part couldn't be searched.
        """
        photo, search = self._begin(by, photo_id)
        picture = self._workers.decode(self._media.open(by, photo.original))
        parts = parts_of(picture.width, picture.height)
        found: list[FoundFace] = []

        see = self._seeing(photo, search)

        def look(part: Part) -> list[FoundFace]:
            return _look(see, picture, part)

        for done, seen in enumerate(abreast(look, parts, at_once=self._at_once), 1):
            found += seen
            yield Progress(done, len(parts) + 1)
        kept = self.keep(by, photo_id, found, search)
        yield LookedCloser(len(parts) + 1, len(parts) + 1, kept.changes, kept.value)

    def keep(self, by: Actor, photo_id: PhotoId, found: list[FoundFace], search: Search) -> Done[int]:
        """Add the faces that weren't known yet (a deed); gives how many.

        The children who were looked for stay as they are noted: the other faces weren't compared anew.
        """
        with self._desk.deed(by) as deed:
            photo = deed.unit.photos.maybe(photo_id)
            if photo is None:
                return Done(0, Changes())
            more = more_faces([face.box for face in photo.faces], found)
            called = (self._called(face, search) for face in more)
            looked = replace(photo, looked_closer=True)
            write(deed, photo, with_more(looked, called, by=by.person))
        return Done(len(more), Changes.of("photos", [photo_id]))

    def _begin(self, by: Actor, photo_id: PhotoId) -> tuple[Photo, Search]:
        with self._desk.look(by) as unit:
            photo = unit.photos.get(photo_id)
            compares = matching_allowed(unit, self._desk)
        if photo.error is not None or not photo.looked_for:
            raise NotAllowed(photo.look_blockers())
        engine = self._workers.name().descriptor if compares else None
        with self._desk.look(by) as unit:
            photo_set = unit.photo_sets.get(photo.set)
            return photo, search_for(unit, self._desk, photo_set, self._mode, engine=engine)

    def _seeing(self, photo: Photo, search: Search) -> _See:
        """Choose how parts are looked at: with patterns where lawful, turned where the photo may lie."""
        if stands_upright([face for face in photo.faces if not face.added]):
            upright = self._workers
            return upright.find_as_it_stands_and_describe if search.portraits else upright.find_as_it_stands
        return self._workers.find_and_describe if search.portraits else self._workers.find

    def _called(self, face: FoundFace, search: Search) -> Face:
        return search.judge(face, FaceId(self._desk.ids.new()), self._thresholds)


def _look(see: _See, picture: Picture, part: Part) -> list[FoundFace]:
    shown = cut_out(picture, part.box)
    faces = see(shown if part.times == 1 else doubled(shown))
    seen = (lifted(face, part, width=picture.width, height=picture.height) for face in faces)
    return [face for face in seen if face is not None]
