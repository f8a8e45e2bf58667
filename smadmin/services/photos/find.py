"""Finding faces: a job over photos, one deed per photo, so that a kill loses at most the photo under way.

Patterns of faces are computed only where matching is lawful, live while one photo is compared, and are not
kept.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.domain.ids import FaceId, PhotoId, PhotoSetId
from smadmin.domain.photos.deciding import later_listed
from smadmin.domain.photos.likeness import likeness
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.photos.seeking import Search, seen_again
from smadmin.imaging.abreast import abreast
from smadmin.services.jobs import Progress
from smadmin.services.photos.closer import Closer
from smadmin.services.photos.decisions import write
from smadmin.services.photos.looker import Looker
from smadmin.services.photos.reviewed import as_reviewed, write_reviewed
from smadmin.services.photos.views import search_for, shown_beside
from smadmin.services.students.patterns import matching_allowed

Job = tuple[Photo, Search]


@dataclass(frozen=True)
class Seen:
    """What looking at one photo gave; `error` is a message's id, and then the rest is empty."""

    photo: PhotoId
    width: int = 0
    height: int = 0
    faces: tuple[Face, ...] = ()
    likeness: str = ""
    weaker_eyes: bool = False
    lacks: tuple[str, ...] = ()
    error: str | None = None


class Finder(Looker):
    """Looks for faces."""

    @cached_property
    def closer(self) -> Closer:
        """Looks closer at one photo, with the same eyes."""
        return Closer(
            self._desk,
            self._media,
            self._workers,
            mode=self._mode,
            at_once=self._at_once,
            thresholds=self._thresholds,
        )

    def pending(self, by: Actor, set_id: PhotoSetId | None = None) -> tuple[PhotoId, ...]:
        """Give the photos to look at: never looked at.

        Of a named set also those that were searched for fewer children than are on the list now.
        """
        with self._desk.look(by) as unit:
            if set_id is None:
                return tuple(photo.id for photo in unit.photos.all() if _fresh(photo))
            children, _ = shown_beside(unit, unit.photo_sets.get(set_id), self._mode)
            sought = [child.id for child in children]
            photos = unit.photos.find(set_id=set_id)
            return tuple(
                photo.id
                for photo in photos
                if _fresh(photo) or (photo.error is None and later_listed(photo, sought))
            )

    def run(
        self, by: Actor, set_id: PhotoSetId | None = None, *, stopped: Callable[[], bool] = lambda: False
    ) -> Generator[Progress, None, None]:
        """Look at all that is pending, a chain per photo; closing the iterator stops before the next.

        What is taken in meanwhile is looked at too, and the total grows. Once `stopped`, nothing is kept,
        not even of the photo under way.
        """
        jobs = _Jobs(partial(self._jobs_for, by), partial(self.pending, by, set_id))

        def look(job: Job) -> tuple[Seen, Search]:
            return self.look(by, *job), job[1]

        for done, (seen, search) in enumerate(abreast(look, jobs, at_once=self._at_once), 1):
            if stopped():
                return
            yield Progress(done, jobs.total, self.keep(by, seen, search))

    def look(self, by: Actor, photo: Photo, search: Search) -> Seen:
        """Look at one photo (an errand); what is wrong with it concerns no other."""
        try:
            picture = self._workers.decode(self._media.open(by, photo.original))
            see = self._workers.find_and_describe if search.portraits else self._workers.find
            faces = tuple(
                search.judge(face, FaceId(self._desk.ids.new()), self._thresholds) for face in see(picture)
            )
            weaker = self._workers.name().weaker
        except (PhotoUnreadable, Tampered, OutsideFailed) as spoilt:
            return Seen(photo.id, error=spoilt.happened.id)
        marks = likeness(picture)
        return Seen(
            photo.id,
            picture.width,
            picture.height,
            faces,
            marks,
            weaker_eyes=weaker,
            lacks=() if picture.facts is None else tuple(note.id for note in picture.facts.lacks),
        )

    def keep(self, by: Actor, seen: Seen, search: Search) -> Changes:
        """Keep what was seen (a deed); what persons decided before stays, as `seen_again` says."""
        with self._desk.deed(by) as deed:
            photo = deed.unit.photos.maybe(seen.photo)
            if photo is None:
                return Changes()
            known = as_reviewed(deed.unit, photo, self._desk.ids)
            if seen.error is not None:
                known = after = replace(photo, error=seen.error)
            else:
                after = replace(
                    known.unmade(),
                    width=seen.width,
                    height=seen.height,
                    faces=seen_again(known, seen.faces, search.sought),
                    looked_for=True,
                    sought=search.sought,
                    likeness=seen.likeness,
                    weaker_eyes=seen.weaker_eyes,
                    lacks=seen.lacks,
                    first=None,
                    second=None,
                )
            if known.faces and not photo.faces:
                write_reviewed(deed, photo, after)
            else:
                write(deed, photo, after)
        return Changes.of("photos", [seen.photo])

    def try_again(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Let photos that failed be looked at once more (a deed without a row)."""
        wanted = tuple(photos)
        with self._desk.deed(by) as deed:
            for photo_id in wanted:
                photo = deed.unit.photos.get(photo_id)
                deed.unit.photos.change(replace(photo, error=None, looked_for=False))
        return Changes.of("photos", wanted)

    def _jobs_for(self, by: Actor, pending: Sequence[PhotoId]) -> list[Job]:
        with self._desk.look(by) as unit:
            compares = matching_allowed(unit, self._desk)
        engine = self._workers.name().descriptor if compares else None
        searches: dict[PhotoSetId, Search] = {}
        jobs = []
        with self._desk.look(by) as unit:
            for photo_id in pending:
                photo = unit.photos.get(photo_id)
                if photo.set not in searches:
                    photo_set = unit.photo_sets.get(photo.set)
                    searches[photo.set] = search_for(unit, self._desk, photo_set, self._mode, engine=engine)
                jobs.append((photo, searches[photo.set]))
        return jobs


class _Jobs:
    """The photos to look at, lot by lot: once one is through, what is pending then and wasn't given yet."""

    def __init__(
        self, prepare: Callable[[Sequence[PhotoId]], list[Job]], pending: Callable[[], Sequence[PhotoId]]
    ) -> None:
        self.total = 0
        self._prepare, self._pending = prepare, pending

    def __iter__(self) -> Iterator[Job]:
        given: set[PhotoId] = set()
        while lot := [photo for photo in self._pending() if photo not in given]:
            given.update(lot)
            self.total += len(lot)
            yield from self._prepare(lot)


def _fresh(photo: Photo) -> bool:
    return not photo.looked_for and photo.error is None
