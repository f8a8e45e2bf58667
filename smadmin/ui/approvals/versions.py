"""Each account's version of an open post, as its readers will see it. Pure, no Qt.

The same preview that *Compose* shows, of the very files that go out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import MediaId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.services.sheets import Sheet
from smadmin.ui.composer.seen import Seen, seen_on

_KB = 1000


@dataclass(frozen=True)
class Version:
    """A post on one account.

    Args:
        photos: those that readers see, as they stand.
        files: per photo the file that goes out there; a photo whose file isn't made has none.
        made: what was made for this account, in a sentence; None where that is nothing.
        plain: readers see the very words, whole, and nothing else: they needn't stand there twice.
    """

    account: Account
    seen: Seen
    photos: Mapping[PhotoId, Photo]
    files: Mapping[PhotoId, MediaId]
    made: Message | None
    plain: bool = False


def versions_of(sheet: Sheet, platforms: Mapping[Platform, PlatformFacts]) -> tuple[Version, ...]:
    """Give the versions of a post, in the order of its accounts."""
    return tuple(_version(sheet, one, platforms[one.platform]) for one in sheet.accounts)


def _version(sheet: Sheet, account: Account, facts: PlatformFacts) -> Version:
    content = sheet.draft.content
    photos = {one.photo.id: one.photo for one in sheet.pictures if one.photo is not None}
    going = sheet.files.get(account.id, ())
    files = {one.photo: one.file for one in going if one.file is not None}
    size = sum(sheet.sizes.get(file, 0) for file in files.values())
    made = say("approvalui.made-for", n=len(files), kb=max(1, round(size / _KB))) if files else None
    text = content.text_for(account.id)
    seen = seen_on(text, content.pictures, photos, facts, video=content.video)
    return Version(account, seen, photos, files, made, plain=seen.only_says(text))
