"""Which covered file of a picture goes out on which account: the one that was made for its platform.

Asked before the release, by the gate and for the e-mail of a yes, so that all three mean the same files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.ids import AccountId, MediaId, PhotoId
from smadmin.domain.manifests import ONE_FOR_ALL, File, Manifest
from smadmin.domain.photos.renditions import rendition_of
from smadmin.domain.photos.review import Made, Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Content
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class PictureFile:
    """A picture on an account. `file` and `sha256` are None where its file wasn't made for it."""

    photo: PhotoId
    alt: str
    file: MediaId | None
    sha256: str | None


def picture_files(
    unit: Unit,
    content: Content,
    platforms: Mapping[Platform, PlatformFacts],
    *,
    one_for_all: bool = False,
) -> dict[AccountId, tuple[PictureFile, ...]]:
    """Give per account the pictures that go out there, in order; an account that is gone gets none.

    Args:
        unit: the transaction.
        content: of the post.
        platforms: what each takes.
        one_for_all: as a release from before there were several files of a picture meant it.
    """
    photos = {one.photo: unit.photos.maybe(one.photo) for one in content.pictures}
    found: dict[AccountId, tuple[PictureFile, ...]] = {}
    for account in content.accounts:
        known = unit.accounts.maybe(account)
        facts = None if known is None else platforms[known.platform]
        going = content.pictures if one_for_all else content.pictures[: facts.pictures if facts else 0]
        pairs = [(one, _made(photos[one.photo], None if one_for_all else facts)) for one in going]
        found[account] = tuple(
            PictureFile(one.photo, one.alt, *((None, None) if made is None else (made.file, made.sha256)))
            for one, made in pairs
        )
    return found


def files_as_signed(
    unit: Unit,
    content: Content,
    platforms: Mapping[Platform, PlatformFacts],
    signed: Manifest | None,
) -> dict[AccountId, tuple[PictureFile, ...]]:
    """Give per account the pictures that go out there, in the shape of what was released, if anything was."""
    old = signed is not None and signed.v in ONE_FOR_ALL
    return picture_files(unit, content, platforms, one_for_all=old)


def sizes_of(unit: Unit, files: Mapping[AccountId, tuple[PictureFile, ...]]) -> dict[MediaId, int]:
    """Give how large each file is, in bytes; one that is gone isn't there."""
    named = {one.file for listed in files.values() for one in listed if one.file is not None}
    rows = [unit.media.maybe(file) for file in named]
    return {one.id: one.size for one in rows if one is not None}


def signed_files(
    unit: Unit,
    content: Content,
    platforms: Mapping[Platform, PlatformFacts],
    *,
    looks: Sequence[PhotoLooks],
    opened: Mapping[MediaId, str] | None,
    v: int,
) -> dict[AccountId, tuple[File, ...]]:
    """Give the files as a manifest of the shape `v` names them; one that isn't there has an empty digest.

    Args:
        unit: the transaction.
        content: of the post.
        platforms: what each takes.
        looks: what is proven of each photo; of one without a proven file no digest is taken over.
        opened: per file the SHA-256 (hex) of its bytes, where they were opened; then only these count.
        v: the manifest's shape.
    """
    proven = {look.photo for look in looks if look.exported is not None}

    def digest(one: PictureFile) -> str:
        if opened is not None:
            return "" if one.file is None else opened.get(one.file, "")
        return one.sha256 or "" if one.photo in proven else ""

    found = picture_files(unit, content, platforms, one_for_all=v in ONE_FOR_ALL)
    return {
        account: tuple((one.photo, digest(one), one.alt) for one in files) for account, files in found.items()
    }


def with_every_file(
    unit: Unit,
    content: Content,
    looks: tuple[PhotoLooks, ...],
    platforms: Mapping[Platform, PlatformFacts],
) -> tuple[PhotoLooks, ...]:
    """Give the looks; a photo that lacks the file of one of the accounts counts as having none."""
    listed = picture_files(unit, content, platforms).values()
    lacking = {one.photo for files in listed for one in files if one.file is None}
    return tuple(
        replace(one, exported=None, lacks_file=one.exported is not None) if one.photo in lacking else one
        for one in looks
    )


def smallest_files(
    unit: Unit, content: Content, platforms: Mapping[Platform, PlatformFacts]
) -> tuple[MediaId | None, ...]:
    """Give of each picture the smallest file that goes out: an e-mail can't carry many large ones.

    One that goes out nowhere is the file that people looked at; None where there is none.
    """
    going = [one for files in picture_files(unit, content, platforms).values() for one in files]
    found: list[MediaId | None] = []
    for picture in content.pictures:
        photo = unit.photos.maybe(picture.photo)
        files = [one.file for one in going if one.photo == picture.photo and one.file is not None]
        rest = [photo.exported] if photo is not None and photo.exported is not None else []
        kept = [unit.media.get(one) for one in files or rest]
        found.append(min(kept, key=lambda one: one.size).id if kept else None)
    return tuple(found)


def _made(photo: Photo | None, facts: PlatformFacts | None) -> Made | None:
    if photo is None:
        return None
    if facts is not None:
        return photo.made_for(rendition_of(facts).within)
    shown, digest = photo.exported, photo.exported_sha256
    return None if shown is None or digest is None else Made("", shown, digest)
