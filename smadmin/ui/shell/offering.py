"""The menus' deeds that only open a screen, each at its beginning."""

from collections.abc import Callable
from functools import partial

from smadmin.ui.menus import Menus

_OPENS: dict[str, tuple[str, ...]] = {
    "new-post": ("compose", "new"),
    "new-notice": ("notices",),
    "wished-posts": ("wishes",),
    "search-out": ("sweeps",),
    "open-photos": ("photos", "new"),
    "open-look": ("photos", "look"),
    "open-week": ("plan", "file"),
}


def offer_screens(menus: Menus, open_at: Callable[..., None]) -> None:
    """Offer them.

    Args:
        menus: the window's.
        open_at: opens a screen, at a subject where one is named.
    """
    for deed, there in _OPENS.items():
        menus.offer(deed, partial(open_at, *there))
