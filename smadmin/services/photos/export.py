"""The file that goes out: covered, made of pixels only, sealed beside the store until it is published.

A chain: the errand makes and seals the file, then a deed sets it on the photo it was made from. Had somebody
decided otherwise meanwhile, the deed refuses and the file is shredded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Conflict, KnownError, NotAllowed, Reason
from smadmin.domain.ids import PhotoId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import covered_faces, export_reasons
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.domain.photos.renditions import fitting
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.covering import cover
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.rendering import rendered
from smadmin.services.photos.views import PhotoView, covers_of, later_of
from smadmin.services.roles import refuse

KIND = "image/jpeg"


@dataclass(frozen=True)
class Covered:
    """A covered file and the photo, as it stood, that it was made from."""

    photo: Photo
    file: MediaFile


class Export:
    """Covered, clean files.

    Args:
        mode: the policy's; in an opt-in district everybody not known as consented is covered.
        platforms: what each platform takes; the file fits all on which the school has an account.
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
        """List why the covered file can't be made yet, from values already loaded."""
        return (*unreadable_blockers(view.unread), *export_reasons(view.photo, later=view.later))

    def export(self, by: Actor, photo: PhotoId) -> Changes:
        """Make the covered file and set it on the photo; one that holds already is kept (a chain).

        Raises:
            NotAllowed: open faces, no first look, a list that changed.
            Conflict: somebody decided otherwise meanwhile.
        """
        with self._desk.look(by) as unit:
            seen = unit.photos.get(photo)
            refuse(export_reasons(seen, later=later_of(unit, seen, self._mode)))
        if seen.exported is not None:
            return Changes()
        covered = self.cover(by, seen)
        try:
            return self.keep(by, covered)
        except KnownError:
            self._media.shred([covered.file])
            raise

    def cover(self, by: Actor, photo: Photo) -> Covered:
        """Make the covered file from the sealed original (an errand); none of it is ever plain on the disk.

        Raises:
            PhotoUnreadable: if the original can't be used.
            OutsideFailed: no space.
        """
        whole = self._workers.decode(self._media.open(by, photo.original))
        covered = cover(whole, covers_of(photo, self._mode), photo.style)
        del whole
        with self._desk.look(by) as unit:
            used = {account.platform for account in unit.accounts.all()}
        rendition = fitting(facts for platform, facts in self._platforms.items() if platform in used)
        file = rendered(self._workers, covered, rendition, ImageFormat.JPEG)
        return Covered(photo, self._media.seal(file, KIND))

    def keep(self, by: Actor, covered: Covered) -> Changes:
        """Set a covered file on the photo it was made from (a deed).

        Raises:
            Conflict: if the photo was decided otherwise since.
            Tampered: the children's rows aren't what the last signed row says.
        """
        made_from, file = covered.photo, covered.file
        with self._desk.deed(by) as deed:
            deed.require_roster()
            now = deed.unit.photos.get(made_from.id)
            if _content(now) != _content(made_from) or now.exported is not None:
                raise Conflict(say("photos.decided-meanwhile"), remedy=say("photos.export-again"))
            refuse(export_reasons(now, later=later_of(deed.unit, now, self._mode)))
            deed.unit.media.add(file)
            deed.unit.photos.change(replace(now, exported=file.id, exported_sha256=file.sha256))
            faces = len(covered_faces(now, self._mode))
            deed.record(
                Act.EXPORT, Noun.PHOTOS, now.id, parts={"file": {"sha256": file.sha256, "covered": faces}}
            )
        return Changes.of("photos", [now.id])

    def content(self, by: Actor, photo: PhotoId) -> bytes:
        """Give the covered file for publishing (an errand).

        Raises:
            NotAllowed: if there is none, or it no longer holds.
        """
        with self._desk.look(by) as unit:
            exported = unit.photos.get(photo).exported
        if exported is None:
            raise NotAllowed((Reason(say("photos.not-exported"), None, f"photo:{photo}"),))
        return self._media.open(by, exported)


def _content(photo: Photo) -> tuple[object, ...]:
    """Give what the file is made of."""
    return photo.original, photo.faces, photo.style
