"""What nobody picked is removed after the pack's days: rows, files and, in the record, one row for a folder.

It happens after somebody signed in, as face patterns expire. A restored backup brings such photos back only
until the next sign-in: the day is counted from when the folder was taken in.
"""

from collections.abc import Callable

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.ids import PhotoId
from smadmin.domain.media import MediaFile
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.photos.unpicked import kept_until, unpicked
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backups import KEPT
from smadmin.services.desk import Deed, Desk
from smadmin.services.media import Media
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

_PART = "unpicked"


class Unpicked:
    """Removing what nobody picked.

    Args:
        days: the pack's.
    """

    def __init__(self, desk: Desk, media: Media, *, days: int) -> None:
        """Stand on the desk and the sealed files."""
        self._desk = desk
        self._media = media
        self._days = days

    def remove(self, by: Actor) -> Changes:
        """Remove what is due (a chain, after sign-in); where nothing is, no row is left."""
        return self._remove(by, self._is_due, after_days=self._days)

    def remove_now(self, by: Actor) -> Changes:
        """Remove all that nobody picked before its day (a chain): it lies on somebody's own computer."""
        return self._remove(by, lambda _unit, _set: True, after_days=0)

    def counted(self, by: Actor) -> tuple[int, int]:
        """Tell how many photos nobody picked, and how many others there are."""
        with self._desk.look(by) as unit:
            sets, used = unit.photo_sets.all(), _used(unit)
            found = [photo for one in sets for photo in unit.photos.find(set_id=one.id)]
        loose = len(unpicked(found, used))
        return loose, len(found) - loose

    def _remove(self, by: Actor, due: Callable[[Unit, PhotoSet], bool], *, after_days: int) -> Changes:
        with self._desk.look(by) as unit:
            ended = [photo_set for photo_set in unit.photo_sets.all() if due(unit, photo_set)]
            wanted = [one for one in ended if unpicked(unit.photos.find(set_id=one.id), _used(unit))]
        if not wanted:
            return Changes()
        files: list[MediaFile] = []
        gone: list[PhotoId] = []
        with self._desk.deed(by) as deed:
            used = _used(deed.unit)
            for photo_set in wanted:
                photos = unpicked(deed.unit.photos.find(set_id=photo_set.id), used)
                files += [_without(deed, photo) for photo in photos]
                gone += [photo.id for photo in photos]
                _note(deed, photo_set, photos, after_days)
        self._media.shred(files)
        return Changes.of("photos", [*(one.id for one in wanted), *gone])

    def _is_due(self, unit: Unit, photo_set: PhotoSet) -> bool:
        school = unit.schools.get(unit.school)
        taken_in = school.local(photo_set.created_at).date()
        return kept_until(taken_in, self._days) <= today_of(unit, self._desk)


def _note(deed: Deed, photo_set: PhotoSet, photos: tuple[Photo, ...], after_days: int) -> None:
    """Leave the receipt: what went, after how many days, and when the last copy of it ends."""
    if not photos:
        return
    listed: list[Plain] = [{"photo": photo.id, "sha256": photo.sha256} for photo in photos]
    copies_end = deed.unit.schools.get(deed.unit.school).local(deed.now).date() + KEPT
    details: dict[str, Plain] = {
        "photos": listed,
        "after_days": after_days,
        "copies_end": copies_end.isoformat(),
    }
    deed.record(Act.REMOVE, Noun.PHOTO_SETS, photo_set.id, parts={_PART: details})


def _used(unit: Unit) -> frozenset[PhotoId]:
    """Give the photos that stand in any post."""
    contents = [draft.content for draft in unit.posts.all()] + [one.content for one in unit.revisions.all()]
    return frozenset(picture.photo for content in contents for picture in content.pictures)


def _without(deed: Deed, photo: Photo) -> MediaFile:
    """Remove a photo's rows; its file can't be read any more then."""
    file = deed.unit.media.get(photo.original)
    deed.unit.media.remove(photo.original)
    deed.unit.photos.remove(photo.id)
    return file
