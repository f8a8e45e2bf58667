"""The post as readers of one account will see it, shown beside what sends it. Pure, no Qt.

The preview is *Compose*'s own, so that whoever presses sees what they wrote, and not another post.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.services.outgoing import Going, Lane
from smadmin.ui.composer.seen import Seen, seen_on


@dataclass(frozen=True)
class AsOut:
    """What goes out on one account.

    Args:
        platform: its own name.
        seen: the words up to *See more*, and which part of each picture.
        photos: those that readers see, as they stand; one that is gone is missing.
    """

    platform: str
    seen: Seen
    photos: Mapping[PhotoId, Photo]


def as_out(going: Going, lane: Lane, facts: PlatformFacts) -> AsOut:
    """Give what goes out on an account of a post."""
    photos = {one.photo: photo for one, photo in going.pictures if photo is not None}
    pictures = tuple(one for one, _ in going.pictures)
    seen = seen_on(lane.text, pictures, photos, facts, video=going.draft.content.video)
    return AsOut(PLATFORM_NAMES[lane.account.platform], seen, photos)
