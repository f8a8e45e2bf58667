"""A picture as pixels, and what its file held besides. Metadata itself never gets this far."""

from dataclasses import dataclass, field
from enum import StrEnum

from smadmin.domain.messages import Message, say

BYTES_PER_PIXEL = 3


class ImageFormat(StrEnum):
    """The kinds of file that are opened; no other is (`safety.md`: decoders)."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    HEIF = "heif"
    AVIF = "avif"


@dataclass(frozen=True)
class PictureFacts:
    """What the file was and what it held besides the pixels.

    Args:
        had_place: it said where it was taken.
        animated: it had more than one frame; only the first is kept.
        had_more: it held further pictures of the scene (thumbnail, depth map, video), which an export drops.
        cut_off: it ends early; what is missing of the picture is grey.
    """

    format: ImageFormat
    had_place: bool = False
    animated: bool = False
    had_more: bool = False
    cut_off: bool = False

    @property
    def lacks(self) -> tuple[Message, ...]:
        """Say what of the file isn't in the picture that is seen."""
        lacking = (self.animated, "imaging.first-frame"), (self.cut_off, "imaging.cut-off")
        return tuple(say(note) for holds, note in lacking if holds)

    @property
    def held_besides(self) -> tuple[Message, ...]:
        """Say what the file held that no copy has."""
        held = (self.had_place, "imaging.had-place"), (self.had_more, "imaging.had-more")
        return tuple(say(note) for holds, note in held if holds)


@dataclass(frozen=True)
class Picture:
    """An upright picture (EXIF orientation applied) without transparency.

    Args:
        width, height: in pixels.
        pixels: red, green, blue, a byte each, row by row from the top, nothing between rows; never changed.
            What comes from a worker is a view of what was received: 36 MB copied would stop the window for
            50 to 90 ms.
        facts: None for a picture that was made here (covered, shrunk).
    """

    width: int
    height: int
    pixels: bytes | memoryview = field(repr=False)
    facts: PictureFacts | None = None

    def __post_init__(self) -> None:
        """Refuse pixels that don't fit the size."""
        if self.width < 1 or self.height < 1:
            raise ValueError("a picture has at least one pixel")
        if len(self.pixels) != self.width * self.height * BYTES_PER_PIXEL:
            raise ValueError("the pixels don't fit the picture's size")
