"""Going through the picked photos: their order, and which one comes next. Pure, no Qt."""

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.model import picked_of
from smadmin.ui.photos.reading import SheetRead


def order_of(sheet: SheetRead, here: PhotoId | None) -> tuple[PhotoId, ...]:
    """Give the picked photos in the sheet's order; the one that is seen stands last where it isn't picked."""
    picked = tuple(photo.id for photo in picked_of(sheet.view.photos))
    return picked if here is None or here in picked else (*picked, here)


def next_unlooked(
    sheet: SheetRead, here: PhotoId | None, *, without: PhotoId | None = None
) -> PhotoId | None:
    """Give the next picked photo that nobody has looked at, round the end, or None."""
    picked = picked_of(sheet.view.photos)
    order = [photo.id for photo in picked]
    place = order.index(here) if here in order else -1
    left = {photo.id for photo in picked if photo.first is None} - {without}
    return next((one for one in (*order[place + 1 :], *order[: place + 1]) if one in left), None)


def stepped(order: tuple[PhotoId, ...], here: PhotoId | None, step: int) -> PhotoId | None:
    """Give the photo a step further (or back), round the end."""
    if here not in order:
        return None
    return order[(order.index(here) + step) % len(order)]
