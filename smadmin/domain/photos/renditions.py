"""How large an exported picture may be and how fine, by where it goes (`resources/platforms/*.toml`).

One file serves all accounts of a school, because one file is what two people look at and release. So it keeps
within the strictest of their platforms.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smadmin.domain.platforms import PlatformFacts

_LOWER_QUALITY = 8
_LEAST_QUALITY = 66
"""Below this people see the difference sooner than in a smaller picture."""
_SMALLER = 0.8
_ANYWHERE_PX = 4096
_LEAST_PX = 200


@dataclass(frozen=True)
class Rendition:
    """What a file keeps within.

    Args:
        longest_px: its longer side.
        quality: of a JPEG, 1 to 95.
        most_bytes: its size, or None.
    """

    longest_px: int = 30_000
    quality: int = 90
    most_bytes: int | None = None

    def fits(self, file: bytes) -> bool:
        """Tell whether a file is small enough."""
        return self.most_bytes is None or len(file) <= self.most_bytes

    def tries(self) -> Iterator[tuple[int, int]]:
        """Give longest side and quality to try, finest first: first coarser, then smaller."""
        longest = self.longest_px
        while longest >= min(_LEAST_PX, self.longest_px):
            quality = self.quality
            while quality >= min(_LEAST_QUALITY, self.quality):
                yield longest, quality
                quality -= _LOWER_QUALITY
            longest = int(longest * _SMALLER)


def fitting(platforms: "Iterable[PlatformFacts]") -> Rendition:
    """Give what fits all of these platforms; without any, what shows well on a screen of any size."""
    shown = [one for one in platforms if one.pictures]
    if not shown:
        return Rendition(_ANYWHERE_PX)
    return Rendition(
        longest_px=min(one.picture_px for one in shown),
        quality=min(one.picture_quality for one in shown),
        most_bytes=min((one.picture_bytes for one in shown if one.picture_bytes), default=None),
    )
