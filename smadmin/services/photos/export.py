"""The files that go out: covered, made of pixels only, sealed beside the store until they are published.

A chain: the errand makes and seals a file for each platform that the photo's posts go to, then a deed sets
them on the photo they were made from. Had somebody decided otherwise meanwhile, the deed refuses and the
files are shredded. While a post is read back the same chain makes what is missing for its accounts.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Conflict, KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId, MediaId, PhotoId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import covered_faces, export_reasons
from smadmin.domain.photos.renditions import Rendition, finest, renditions_for
from smadmin.domain.photos.review import Made, Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.students import unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.abreast import abreast
from smadmin.imaging.covering import cover
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.photos.decisions import FILE_PART, file_part, write
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.rendering import Rendering
from smadmin.services.photos.stated import shows_more_than_seen
from smadmin.services.photos.views import PhotoView, covers_of, later_of
from smadmin.services.roles import refuse
from smadmin.storage.unit import Unit

_AT_ONCE = 2
"""So many photos are made ready at a time: as many as there are workers for what nobody waits for."""

_MAY_GO_OUT = (PostStage.DRAFT, PostStage.SUBMITTED, PostStage.SENT_BACK, PostStage.RELEASED)


@dataclass(frozen=True)
class Covered:
    """Covered files, by what they keep within, and the photo, as it stood, that they were made from."""

    photo: Photo
    files: Mapping[str, MediaFile]

    @property
    def made(self) -> tuple[Made, ...]:
        """Give the files as a photo names them."""
        return tuple(Made(within, file.id, file.sha256) for within, file in self.files.items())

    @property
    def sealed(self) -> tuple[MediaFile, ...]:
        """Each file once."""
        return tuple({file.id: file for file in self.files.values()}.values())


class Export:
    """Covered, clean files.

    Args:
        mode: the policy's; in an opt-in district everybody not known as consented is covered.
        platforms: what each platform takes.
    """

    def __init__(
        self,
        desk: Desk,
        media: Media,
        workers: Workers,
        *,
        mode: RosterMode,
        platforms: Mapping[Platform, PlatformFacts],
    ) -> None:
        """Stand on the desk, the sealed files and what sees."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._mode = mode
        self._platforms = platforms

    def blockers(self, view: PhotoView) -> tuple[Reason, ...]:
        """List why the covered files can't be made yet, from values already loaded."""
        return (*unreadable_blockers(view.unread), *export_reasons(view.photo, later=view.later))

    def export(self, by: Actor, photo: PhotoId) -> Changes:
        """Make the covered files and set them on the photo; what holds already is kept (a chain).

        Raises:
            NotAllowed: open faces, no first look, a list that changed.
            Conflict: somebody decided otherwise meanwhile.
        """
        lost = self._lost(by, [photo])
        with self._desk.look(by) as unit:
            seen = unit.photos.get(photo)
            refuse(export_reasons(seen, later=later_of(unit, seen, self._mode)))
            missing = self._missing(unit, _without(seen, lost), _drafts(unit))
        if not missing:
            return Changes()
        covered = self.cover(by, seen, missing)
        try:
            return self.keep(by, covered, lost=lost)
        except KnownError:
            self._media.shred(covered.sealed)
            if self._made_meanwhile(by, photo, lost):
                return Changes()
            raise

    def complete(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Make what is missing for a post that is handed in (a chain); a photo that nobody looked at waits.

        Raises:
            OutsideFailed: no space.
            Conflict: somebody decided otherwise meanwhile.
        """
        changes = Changes()
        for made in abreast(partial(self.export, by), self.unmade(by, photos), at_once=_AT_ONCE):
            changes |= made
        return changes

    def unmade(self, by: Actor, photos: Iterable[PhotoId]) -> tuple[PhotoId, ...]:
        """Give the photos that were looked at and lack a file that their posts need, or have lost it."""
        wanted = tuple(photos)
        lost = self._lost(by, wanted)
        with self._desk.look(by) as unit:
            found = [_without(photo, lost) for photo in map(unit.photos.maybe, wanted) if photo is not None]
            drafts = _drafts(unit)
            return tuple(
                one.id for one in found if self._missing(unit, one, drafts) and self._ready(unit, one)
            )

    def cover(self, by: Actor, photo: Photo, renditions: Iterable[Rendition]) -> Covered:
        """Make covered files from the sealed original (an errand); none of it is ever plain on the disk.

        Raises:
            PhotoUnreadable: if the original can't be used.
            OutsideFailed: no space.
        """
        whole = self._workers.decode(self._media.open(by, photo.original))
        covered = cover(whole, covers_of(photo, self._mode), photo.style)
        del whole
        rendering, sealed, files = Rendering(self._workers, covered), dict[bytes, MediaFile](), {}
        try:
            for one in renditions:
                file = rendering.file(one, one.format)
                if file not in sealed:
                    sealed[file] = self._media.seal(file, f"image/{one.format.value}")
                files[one.within] = sealed[file]
        except KnownError:
            self._media.shred(sealed.values())  # a full disk lacks their space
            raise
        return Covered(photo, files)

    def keep(self, by: Actor, covered: Covered, *, lost: Collection[MediaId] = ()) -> Changes:
        """Set covered files on the photo they were made from (a deed); they replace what was lost.

        Raises:
            Conflict: if the photo was decided otherwise since.
            Tampered: the children's rows aren't what the last signed row says.
        """
        made_from = covered.photo
        with self._desk.deed(by) as deed:
            deed.require_roster()
            now = deed.unit.photos.get(made_from.id)
            if _content(now) != _content(made_from):
                raise Conflict(say("photos.decided-meanwhile"), remedy=say("photos.export-again"))
            refuse(export_reasons(now, later=later_of(deed.unit, now, self._mode)))
            for file in covered.sealed:
                deed.unit.media.add(file)
            after = _with_files(_without(now, lost), covered.made)
            if shows_more_than_seen(deed.unit, after):
                after = replace(after, second=None)
            write(deed, now, after)
            faces = len(covered_faces(now, self._mode))
            deed.record(Act.EXPORT, Noun.PHOTOS, now.id, parts={FILE_PART: file_part(after, faces)})
        return Changes.of("photos", [now.id])

    def content(self, by: Actor, photo: PhotoId) -> bytes:
        """Give the covered file that people look at (an errand).

        Raises:
            NotAllowed: if there is none, or it no longer holds.
        """
        with self._desk.look(by) as unit:
            exported = unit.photos.get(photo).exported
        if exported is None:
            raise NotAllowed((Reason(say("photos.not-exported"), None, f"photo:{photo}"),))
        return self._media.open(by, exported)

    def _ready(self, unit: Unit, photo: Photo) -> bool:
        return not export_reasons(photo, later=later_of(unit, photo, self._mode))

    def _lost(self, by: Actor, photos: Iterable[PhotoId]) -> frozenset[MediaId]:
        with self._desk.look(by) as unit:
            found = [photo for photo in map(unit.photos.maybe, photos) if photo is not None]
            rows = {file: unit.media.maybe(file) for photo in found for file in photo.files}
        gone = frozenset(file for file, row in rows.items() if row is None)
        return gone | self._media.lost(row for row in rows.values() if row is not None)

    def _made_meanwhile(self, by: Actor, photo: PhotoId, lost: Collection[MediaId]) -> bool:
        with self._desk.look(by) as unit:
            now = unit.photos.maybe(photo)
            return now is not None and not self._missing(unit, _without(now, lost), _drafts(unit))

    def _missing(self, unit: Unit, photo: Photo, drafts: Iterable[Draft]) -> tuple[Rendition, ...]:
        """Give what its posts' accounts need and isn't made, the finest first.

        At first, and for a photo that is in no post yet, the finest of the school's platforms: people look at
        it elsewhere, and needn't look again once the photo comes into a post for another account.
        """
        own = (one for one in drafts if photo.id in {picture.photo for picture in one.content.pictures})
        needed = _platforms(unit, (account for draft in own for account in draft.content.accounts))
        wanted = self._renditions(needed) if needed else ()
        if not needed or photo.exported is None:
            best = self._renditions({account.platform for account in unit.accounts.all()})[:1]
            wanted = (*best, *(one for one in wanted if one not in best))
        made = {one.within for one in photo.made}
        return tuple(one for one in wanted if one.within not in made)

    def _renditions(self, platforms: set[Platform]) -> tuple[Rendition, ...]:
        return renditions_for(self._platforms[one] for one in platforms if one in self._platforms)


def _drafts(unit: Unit) -> tuple[Draft, ...]:
    """Give the posts that may still go out."""
    return tuple(draft for stage in _MAY_GO_OUT for draft in unit.posts.find(stage=stage.value))


def _platforms(unit: Unit, accounts: Iterable[AccountId]) -> set[Platform]:
    known = (unit.accounts.maybe(one) for one in accounts)
    return {one.platform for one in known if one is not None}


def _without(photo: Photo, lost: Collection[MediaId]) -> Photo:
    """Give a photo without the files that are gone from the disk."""
    made = tuple(one for one in photo.made if one.file not in lost)
    if photo.exported not in lost:
        return replace(photo, made=made)
    return replace(photo, made=made, exported=None, exported_sha256=None)


def _with_files(photo: Photo, made: tuple[Made, ...]) -> Photo:
    """Give a photo with more files; people look at the finest, or at the one that served every account."""
    after = replace(photo, made=(*photo.made, *made))
    shown = finest(after.made)
    if shown.sha256 == photo.exported_sha256 or (photo.exported is not None and not photo.made):
        return after
    return replace(after, exported=shown.file, exported_sha256=shown.sha256)


def _content(photo: Photo) -> tuple[object, ...]:
    """Give what the files are made of, and which there are."""
    return photo.original, photo.faces, photo.style, photo.exported, photo.made
