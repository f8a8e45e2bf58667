"""The port through which videos are seen. Behind it stands a process of its own for each video.

Each call is an errand: it may take seconds, so never inside a transaction or on the window's thread.
"""

from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol

from smadmin.domain.errors import BadInput
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.videos.captions import Captions
from smadmin.domain.videos.video import VideoFacts

_SAMPLE_BYTES = 2


class VideoUnreadable(BadInput):
    """This video can't be used."""


@dataclass(frozen=True)
class CleanVideo:
    """A copy that holds pictures and sound and nothing else."""

    content: bytes = field(repr=False)
    facts: VideoFacts


@dataclass(frozen=True)
class Frame:
    """One picture of a video, for the screen.

    Args:
        at_ms: when it shows, from the video's beginning.
        pixels: blue, green, red and an unused byte each, row by row; kept alive by whoever shows it.
    """

    at_ms: int
    width: int
    height: int
    pixels: memoryview = field(repr=False)


@dataclass(frozen=True)
class Frames:
    """The next pictures; `ended` where none comes after them."""

    frames: tuple[Frame, ...]
    ended: bool


@dataclass(frozen=True)
class Sampled:
    """A picture in which faces are looked for.

    Args:
        picture: None where the video ended before another was due.
        cut: whether the scene changed since the one before.
        pictures: how many were read since it was opened.
        end_ms: how far the video has been read, to the end of its last picture.
    """

    picture: Picture | None
    at_ms: int
    cut: bool
    ended: bool
    end_ms: int
    pictures: int


@dataclass(frozen=True)
class Sound:
    """The sound of a video, as it is played: one channel of signed 16-bit samples.

    Args:
        rate: so many samples are a second.
    """

    rate: int
    samples: memoryview = field(repr=False)

    @property
    def length_ms(self) -> int:
        """How long it lasts."""
        return len(self.samples) // _SAMPLE_BYTES * 1000 // self.rate


class Projection(Protocol):
    """A video that is open; one thread at a time."""

    def frames(self, *, most: int, longest_px: int, every_ms: int) -> Frames:
        """Give the next pictures, at least so far apart.

        Raises:
            VideoUnreadable: if the video can't be read any further.
        """
        ...

    def sample(self, *, longest_px: int, every_ms: int) -> Sampled:
        """Go on to the next picture that is worth looking at: so much later, or of another scene.

        Raises:
            VideoUnreadable: as `frames`.
        """
        ...

    def seek(self, at_ms: int) -> None:
        """Go to a moment; the next picture is the one that shows then."""
        ...

    def close(self) -> None:
        """End the process."""
        ...

    def __enter__(self) -> "Projection":
        """Give the open video, to be closed at the end of the block."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        ...


class Videos(Protocol):
    """Opens video and captions files that nobody vouches for."""

    def clean(self, untrusted_file: bytes) -> CleanVideo:
        """Give a copy without anything but pictures and sound.

        Raises:
            VideoUnreadable: with the reason.
        """
        ...

    def open(self, file: bytes) -> Projection:
        """Open a video to be seen.

        Raises:
            VideoUnreadable: with the reason.
        """
        ...

    def sound(self, file: bytes) -> Sound | None:
        """Give the sound of a cleaned video; None where nothing is installed that plays it.

        Raises:
            VideoUnreadable: it can't be decoded.
        """
        ...

    def captions(self, untrusted_file: bytes, *, length_ms: int) -> Captions:
        """Read a captions file.

        Raises:
            VideoUnreadable: with the reason.
        """
        ...
