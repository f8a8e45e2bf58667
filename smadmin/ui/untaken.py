"""What is said of folders whose taking in was interrupted: how many photos are missing, and what to do."""

from collections.abc import Sequence

from smadmin.domain.messages import say
from smadmin.services.photos.taking import Taking
from smadmin.ui.banners import BannerModel
from smadmin.ui.theme import State

UNTAKEN = "photos-untaken"
"""The banner's key; its action opens the photos screen at `REST_OF_PHOTOS`."""


def untaken_banners(interrupted: Sequence[Taking]) -> tuple[BannerModel, ...]:
    """Say it of the oldest one; the next is said once that is whole."""
    return tuple(
        BannerModel(
            State.WAITS,
            say("photoui.untaken", n=taking.left, event=taking.facts.event),
            (say("photoui.untaken-gone", n=taking.gone),) if taking.gone else (),
            action=say("photoui.take-rest") if taking.load.left else None,
            key=UNTAKEN,
        )
        for taking in interrupted[:1]
    )
