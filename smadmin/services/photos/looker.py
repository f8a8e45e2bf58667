"""What a service stands on that looks at photos: the desk, the sealed files, what sees, the policy's word."""

from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers


class Looker:
    """Base of what looks at photos.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
        at_once: how many photos, or parts of one, are looked at at the same time.
        thresholds: where a likeness begins.
    """

    def __init__(
        self,
        desk: Desk,
        media: Media,
        workers: Workers,
        *,
        mode: RosterMode,
        at_once: int = 1,
        thresholds: Thresholds | None = None,
    ) -> None:
        """Stand on the desk, the sealed files and what sees."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._mode = mode
        self._at_once = at_once
        self._thresholds = thresholds or Thresholds()
