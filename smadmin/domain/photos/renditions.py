"""How large an exported picture may be and how fine, by where it goes (`resources/platforms/*.toml`).

Each platform gets a file of its own, made of the same covered pixels; what comes out equal is kept once. The
finest that is made is what people look at elsewhere: where a finer one is made later, they look again.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smadmin.domain.photos.pictures import ImageFormat

if TYPE_CHECKING:
    from smadmin.domain.photos.review import Made
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
        format: JPEG or PNG.
    """

    longest_px: int = 30_000
    quality: int = 90
    most_bytes: int | None = None
    format: ImageFormat = ImageFormat.JPEG

    @property
    def within(self) -> str:
        """What a file made for it is kept under; another number in the platform's data is another file."""
        return f"{self.format.value}/{self.longest_px}/{self.quality}/{self.most_bytes or 0}"

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


def rendition_of(facts: "PlatformFacts") -> Rendition:
    """Give what a platform's pictures keep within; of one without any, what shows well on a screen."""
    if not facts.pictures:
        return Rendition(_ANYWHERE_PX)
    jpeg = ImageFormat.JPEG in facts.picture_types or ImageFormat.PNG not in facts.picture_types
    return Rendition(
        facts.picture_px,
        facts.picture_quality,
        facts.picture_bytes,
        ImageFormat.JPEG if jpeg else ImageFormat.PNG,
    )


def renditions_for(platforms: "Iterable[PlatformFacts]") -> tuple[Rendition, ...]:
    """Give what is made for these platforms, the finest first, each once; without any, one for the screen."""
    shown = {rendition_of(one) for one in platforms if one.pictures}
    finest = sorted(shown, key=lambda one: (one.longest_px, one.quality, one.most_bytes or math.inf))
    return tuple(reversed(finest)) or (Rendition(_ANYWHERE_PX),)


def fineness(within: str) -> tuple[int, int, float]:
    """Give how fine a file is that keeps within this (`Rendition.within`), to compare it with others."""
    _, longest_px, quality, most_bytes = within.split("/")
    return int(longest_px), int(quality), int(most_bytes) or math.inf


def finest(made: "Iterable[Made]") -> "Made":
    """Give the finest file, of equally fine ones the first."""
    return max(made, key=lambda one: fineness(one.within))


def shows_more(made: "Iterable[Made]", *, within: str, sha256: str) -> bool:
    """Tell whether one of these files is finer than what somebody saw.

    Args:
        made: the files.
        within: what the one that was seen kept within; another one may have been made for it since.
        sha256: of the one that was seen.
    """
    files = tuple(made)
    same = {sha256, *(one.sha256 for one in files if one.within == within)}
    return any(one.sha256 not in same and fineness(one.within) > fineness(within) for one in files)
