"""The ports of `domain/videos/ports.py`, made of jailed worker processes: one process for each open video.

What comes back is checked for size and range before it is believed. A bad video raises `VideoUnreadable`.
Any thread may ask and close; one job is done after the other.
"""

import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.domain.videos.captions import MOST_BYTES, CaptionFault, CaptionKind, Captions
from smadmin.domain.videos.ports import CleanVideo, Frame, Frames, Sampled, Sound, VideoUnreadable
from smadmin.domain.videos.video import VideoFacts, goes_on
from smadmin.imaging.sounds import Sounds
from smadmin.imaging.video_border import (
    LONGEST_MS,
    MOST_BLANKS,
    MOST_FRAME_PIXELS,
    MOST_FRAMES_AT_ONCE,
    MOST_VIDEO_BYTES,
    Held,
    VideoReason,
    VideoVerb,
)
from smadmin.imaging.video_copy import blank, copied
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.trade import DONE, Bytes
from smadmin.jail.worker import Answer, Failure, Worker, WorkerFailed

TRADE = "smadmin.imaging.video_trade"
LIMITS = Limits(memory=2 * GIB, cpu_s=60, wall_s=60, start_s=30, jobs=1)
"""For one job; an open video is asked thousands of them. It ends when it is closed."""

_SCREEN_BYTES = 4
_NUMBER_BYTES = 8
_SAID = {
    VideoReason.NOT_A_VIDEO: "videos.not-a-video",
    VideoReason.TOO_LARGE: "videos.too-large",
    VideoReason.BROKEN: "videos.broken",
    VideoReason.IN_PIECES: "videos.in-pieces",
    VideoReason.CUT_INSIDE: "videos.cut-inside",
    VideoReason.TOO_LONG: "videos.too-long",
    VideoReason.UNKNOWN_KIND: "videos.unknown-kind",
    VideoReason.NO_PICTURES: "videos.no-pictures",
}
_DONE_TO_IT = {
    Failure.DIED: "videos.worker-died",
    Failure.TOO_SLOW: "videos.worker-slow",
    Failure.NONSENSE: "videos.worker-nonsense",
    Failure.NO_MEMORY: "videos.too-large",
}
_CAPTION_SAID = {
    CaptionFault.NOT_TEXT: "videos.captions-not-text",
    CaptionFault.TOO_LARGE: "videos.captions-too-large",
    CaptionFault.NO_LINES: "videos.captions-no-lines",
    CaptionFault.TIMES: "videos.captions-times",
    CaptionFault.TOO_LONG: "videos.captions-too-long",
}
_HELD = {
    Held.PLACE: "videos.held-place",
    Held.DEVICE: "videos.held-device",
    Held.TRACKS: "videos.held-tracks",
    Held.REST: "videos.held-rest",
}
_KINDS = tuple(CaptionKind)
_FAULTS = tuple(CaptionFault)


@dataclass(frozen=True)
class TakenOut:
    """What was found in a file and taken out of a copy.

    Args:
        held: bits of `Held`; 0 where nothing was left to take out.
        length_ms: by the file's own word, as are the `pictures` and `sound_ms`, -1 where it has no sound.
    """

    held: int
    sound_ms: int
    length_ms: int
    pictures: int


class VideoWorkers:
    """Opens videos, each in a process of its own."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._sounds = Sounds()

    def clean(self, untrusted_file: bytes) -> CleanVideo:
        """Give a copy without anything but pictures and sound (`Videos`); what came of it is read again."""
        if len(untrusted_file) > MOST_VIDEO_BYTES:
            raise _unreadable("videos.too-large")
        if not untrusted_file:
            raise _unreadable("videos.empty")
        with OpenVideo() as worker:
            copy = copied(untrusted_file)
            with copy.getbuffer() as view:
                found = worker.take_out(view)
                if worker.take_out(view).held:
                    raise _unreadable("videos.not-clean")
                width, height = worker.start(view)
        if goes_on(found.sound_ms, found.length_ms):
            raise _unreadable("videos.sound-goes-on")
        notes = tuple(message for bit, message in _HELD.items() if found.held & bit)
        facts = VideoFacts(
            width,
            height,
            found.length_ms,
            sound=found.sound_ms >= 0,
            held=notes,
            pictures=found.pictures,
            sound_ms=max(0, found.sound_ms),
        )
        return CleanVideo(copy.getvalue(), facts)

    def open(self, file: bytes) -> "OpenVideo":
        """Open a video to be seen (`Videos`)."""
        worker = OpenVideo()
        try:
            worker.start(file)
        except BaseException:
            worker.close()
            raise
        return worker

    def sound(self, file: bytes) -> Sound | None:
        """Give the sound of a cleaned video (`Videos`)."""
        return self._sounds.of(file)

    def hush(self) -> None:
        """End the decoding of sound at once: nobody sits there to hear it (any thread)."""
        self._sounds.hush()

    def stop(self) -> None:
        """End it for good: the program ends."""
        self._sounds.stop()

    def captions(self, untrusted_file: bytes, *, length_ms: int) -> Captions:
        """Read a captions file (`Videos`)."""
        if len(untrusted_file) > MOST_BYTES:
            raise _unreadable(_CAPTION_SAID[CaptionFault.TOO_LARGE])
        with OpenVideo() as worker:
            answer = worker.ask(VideoVerb.CAPTIONS, (length_ms,), untrusted_file, largest=2 * MOST_BYTES)
        untrusted = answer.untrusted_numbers
        if len(untrusted) != 2 or not 0 <= untrusted[0] < len(_KINDS) or untrusted[1] < 1:  # noqa: PLR2004 - by video_border.py
            raise _unreadable(_DONE_TO_IT[Failure.NONSENSE])
        try:
            text = bytes(answer.untrusted_body).decode()
        except UnicodeDecodeError as error:
            raise _unreadable(_DONE_TO_IT[Failure.NONSENSE]) from error
        return Captions(_KINDS[untrusted[0]], text, untrusted[1])


class OpenVideo:
    """A video in its own process (`Projection`)."""

    def __init__(self) -> None:
        """Start the process.

        Raises:
            OutsideFailed: if none can be started.
        """
        try:
            self._worker = Worker(TRADE, LIMITS)
            self._worker.get_ready()
        except WorkerFailed as failed:
            raise OutsideFailed(say("imaging.worker-no-start"), remedy=say("imaging.see-doctor")) from failed
        self.fences = self._worker.fences
        self._turn = threading.Lock()
        self._over = False

    def __enter__(self) -> "OpenVideo":
        """Give it, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """End the process at once; whoever waits for it is told that the video was closed."""
        if self._over:
            return
        self._over = True
        self._worker.kill()  # ends what is under way, so that its turn comes
        with self._turn:
            self._worker.bury()

    def take_out(self, copy: bytearray | memoryview) -> "TakenOut":
        """Take out of a file's bytes what is neither picture nor sound."""
        answer = self.ask(VideoVerb.READ, (), copy, largest=MOST_BLANKS * 3 * _NUMBER_BYTES)
        untrusted, body = answer.untrusted_numbers, answer.untrusted_body
        if len(untrusted) != 6:  # noqa: PLR2004 - by video_border.py
            raise self._nonsense()
        held, sound, length_ms, pictures, renamed, blanks = untrusted  # sound: one more than its length
        fits = len(body) == (renamed + 2 * blanks) * _NUMBER_BYTES
        if min(untrusted) < 0 or not fits or max(length_ms, sound - 1) > LONGEST_MS or held >= 2 * Held.REST:
            raise self._nonsense()
        places = struct.unpack(f"<{renamed + 2 * blanks}Q", body)
        for start in places[:renamed]:
            if start + 8 > len(copy):
                raise self._nonsense()
            copy[start + 4 : start + 8] = b"free"
        for start, size in zip(places[renamed::2], places[renamed + 1 :: 2], strict=True):
            if start + size > len(copy):
                raise self._nonsense()
            blank(copy, start, size)
        told = held | (Held.REST if blanks and not held else 0)
        return TakenOut(told, sound - 1, length_ms, pictures)

    def start(self, file: Bytes) -> tuple[int, int]:
        """Open a file at its beginning; gives its width and height."""
        answer = self.ask(VideoVerb.OPEN, (), file, largest=0)
        return self._size(answer.untrusted_numbers)

    def frames(self, *, most: int, longest_px: int, every_ms: int) -> Frames:
        """Give the next pictures (`Projection`)."""
        most = min(most, MOST_FRAMES_AT_ONCE)
        largest = most * (longest_px * longest_px or MOST_FRAME_PIXELS) * _SCREEN_BYTES
        answer = self.ask(VideoVerb.FRAMES, (most, longest_px, every_ms), b"", largest=largest)
        untrusted = answer.untrusted_numbers
        if len(untrusted) < 4 or len(untrusted) - 4 > most:  # noqa: PLR2004 - by video_border.py
            raise self._nonsense()
        width, height = self._size(untrusted[:2])
        times, each = untrusted[4:], width * height * _SCREEN_BYTES
        in_range = all(0 <= at <= 2 * LONGEST_MS for at in times)
        if len(answer.untrusted_body) != len(times) * each or not in_range:
            raise self._nonsense()
        body = answer.untrusted_body.toreadonly()
        shown = (
            Frame(at, width, height, body[number * each : (number + 1) * each])
            for number, at in enumerate(times)
        )
        return Frames(tuple(shown), bool(untrusted[2]))

    def sample(self, *, longest_px: int, every_ms: int) -> Sampled:
        """Give the next picture to look for faces in (`Projection`)."""
        largest = longest_px * longest_px * BYTES_PER_PIXEL
        answer = self.ask(VideoVerb.SAMPLE, (longest_px, every_ms), b"", largest=largest)
        untrusted = answer.untrusted_numbers
        if len(untrusted) != 7 or min(untrusted) < 0 or max(untrusted[2], untrusted[5]) > 2 * LONGEST_MS:  # noqa: PLR2004 - by it
            raise self._nonsense()
        width, height, at_ms, cut, ended, end_ms, pictures = untrusted
        if ended:
            return Sampled(None, at_ms, cut=bool(cut), ended=True, end_ms=end_ms, pictures=pictures)
        self._size((width, height))
        if len(answer.untrusted_body) != width * height * BYTES_PER_PIXEL:
            raise self._nonsense()
        picture = Picture(width, height, answer.untrusted_body.toreadonly())
        return Sampled(picture, at_ms, cut=bool(cut), ended=False, end_ms=end_ms, pictures=pictures)

    def seek(self, at_ms: int) -> None:
        """Go to a moment (`Projection`)."""
        self.ask(VideoVerb.SEEK, (at_ms,), b"", largest=0)

    def ask(self, verb: VideoVerb, numbers: tuple[int, ...], body: Bytes, *, largest: int) -> Answer:
        """Have a job done.

        Raises:
            VideoUnreadable: with the reason; after a failure of the process no further job is taken.
        """
        with self._turn:
            if self._over:
                raise _unreadable("videos.closed")
            try:
                answer = self._worker.ask(verb, numbers, body, largest=largest)
            except WorkerFailed as failed:
                closed, self._over = self._over, True
                raise _unreadable("videos.closed" if closed else _DONE_TO_IT[failed.failure]) from failed
        if answer.code == DONE:
            return answer
        fault = answer.code - VideoReason.CAPTIONS
        if 0 <= fault < len(_FAULTS):
            raise _unreadable(_CAPTION_SAID[_FAULTS[fault]])
        known = answer.code in _SAID
        raise _unreadable(_SAID[VideoReason(answer.code)] if known else "videos.broken")

    def _size(self, untrusted: Sequence[int]) -> tuple[int, int]:
        if len(untrusted) != 2 or min(untrusted) < 1 or untrusted[0] * untrusted[1] > MOST_FRAME_PIXELS:  # noqa: PLR2004 - both sides
            raise self._nonsense()
        return untrusted[0], untrusted[1]

    def _nonsense(self) -> VideoUnreadable:
        self.close()
        return _unreadable(_DONE_TO_IT[Failure.NONSENSE])


def _unreadable(message: str) -> VideoUnreadable:
    return VideoUnreadable(say(message), kept=say("videos.original-kept"), remedy=say("videos.save-as-mp4"))
