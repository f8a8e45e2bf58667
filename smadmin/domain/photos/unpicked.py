"""Photos that nobody picked: until when they are kept (`product.md`, Photos: the rest is removed).

What is wanted, was looked at, is covered for going out, or stands in a post is no such photo. Everything else
of a folder goes together, so that nobody has to remember single days.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo

UNPICKED_PHOTO_DAYS = 30
"""The program's default; a district's pack may say otherwise."""


def unpicked(photos: Iterable[Photo], used: Collection[PhotoId] = ()) -> tuple[Photo, ...]:
    """Give the photos that nobody wants.

    Args:
        photos: of a folder.
        used: those that stand in any post, whatever became of it.
    """
    return tuple(
        photo
        for photo in photos
        if not photo.picked and photo.first is None and photo.exported is None and photo.id not in used
    )


def kept_until(taken_in: date, days: int) -> date:
    """Give the first day on which what nobody picked is removed.

    Args:
        taken_in: the day, at the school, on which the folder was taken in.
        days: the pack's.
    """
    return taken_in + timedelta(days=days)
