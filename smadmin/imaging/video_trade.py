"""The video worker's trade: opens video and captions files that nobody vouches for. In a jailed process only.

Unlike a photo's worker it keeps one file open between jobs, so it belongs to one video and ends with it. The
decoder is FFmpeg inside OpenCV; it is told to open nothing but MP4 and MOV.
"""

import importlib
import io
import os
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

# What the decoder may open; what an edit list hides is shown too, as it goes out with the file. It has to
# stand in the environment before OpenCV opens the first file.
os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
    "ignore_editlist;1|format_whitelist;mov,mp4,m4a,3gp,3g2,mj2|protocol_whitelist;none|codec_whitelist;"
    "h264,hevc,mpeg4,mjpeg,vp9,av1,aac,mp3,alac,opus,pcm_s16le,pcm_s16be,pcm_s24le,amrnb,amrwb"
)

import cv2
import numpy as np
from typing_extensions import override

from smadmin.domain.videos.captions import CaptionFault, CaptionKind, read_captions
from smadmin.imaging.video_border import (
    LONGEST_MS,
    LONGEST_SIDE_PX,
    MOST_FRAME_PIXELS,
    MOST_FRAMES_AT_ONCE,
    VideoReason,
    VideoVerb,
)
from smadmin.imaging.video_boxes import read_layout
from smadmin.jail.trade import Job, Refusal, Reply

_THREADS = 2
_TINY = (32, 18)
_CUT = 24.0
"""So much brighter or darker is a picture's mean dot in another scene than in the one before (of 255)."""
_LOOKED_EVERY_MS = 200
_KINDS = tuple(CaptionKind)
_FAULTS = tuple(CaptionFault)

Pixels = cv2.typing.MatLike


class _Stream(io.BufferedIOBase):
    """The file as the decoder reads it: from memory."""

    def __init__(self, content: bytearray) -> None:
        super().__init__()
        self._content = memoryview(content)
        self._at = 0

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        """Give the next bytes; none where it isn't said how many."""
        piece = bytes(self._content[self._at : self._at + max(0, size or 0)])
        self._at += len(piece)
        return piece

    @override
    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go somewhere else, and say where that is."""
        start = (0, self._at, len(self._content))[whence]
        self._at = min(max(0, start + offset), len(self._content))
        return self._at


@dataclass
class _Open:
    """The video that is open.

    Args:
        ahead: when the picture shows that was gone on to and not given yet.
        pictures: how many were read since it was opened.
        given_ms: when the picture showed that was given last; `sampled` is that one, tiny.
    """

    capture: cv2.VideoCapture
    width: int
    height: int
    frame_ms: float
    ahead: int | None = None
    given_ms: int = -LONGEST_MS
    looked_ms: int = -LONGEST_MS
    end_ms: int = 0
    pictures: int = 0
    sampled: Pixels | None = field(default=None)


_opened: list[_Open] = []


def prepare() -> Mapping[int, Job]:
    """Load what captions are written in, and give the verbs; the decoder is loaded by now."""
    for encoding in ("utf_8_sig", "utf_16"):
        importlib.import_module(f"encodings.{encoding}")
    cv2.setNumThreads(1)
    cv2.ocl.setUseOpenCL(False)
    return {
        VideoVerb.READ: read,
        VideoVerb.OPEN: open_video,
        VideoVerb.FRAMES: frames,
        VideoVerb.SAMPLE: sample,
        VideoVerb.SEEK: seek,
        VideoVerb.CAPTIONS: captions,
    }


def read(numbers: Sequence[int], body: bytearray) -> Reply:
    """Say what of a file is neither picture nor sound."""
    layout = read_layout(body)
    places = [*layout.renamed, *(number for blank in layout.blanks for number in blank)]
    counts = (len(layout.renamed), len(layout.blanks))
    facts = (layout.held, layout.sound_ms + 1, layout.length_ms, layout.pictures)
    return Reply((*facts, *counts), struct.pack(f"<{len(places)}Q", *places))


def open_video(numbers: Sequence[int], body: bytearray) -> Reply:
    """Open a video, upright, at its beginning."""
    _opened.clear()
    capture = cv2.VideoCapture()
    asked = [cv2.CAP_PROP_N_THREADS, _THREADS, cv2.CAP_PROP_HW_ACCELERATION, cv2.VIDEO_ACCELERATION_NONE]
    try:
        able = capture.open(cast("cv2.IStreamReader", _Stream(body)), cv2.CAP_FFMPEG, asked)
    except cv2.error:
        able = False
    if not able:
        raise Refusal(VideoReason.UNKNOWN_KIND)
    rate = capture.get(cv2.CAP_PROP_FPS)
    opened = _Open(capture, 0, 0, 1000 / rate if 1 <= rate <= 1000 else 40.0)  # noqa: PLR2004 - else nonsense
    first = _next(opened)
    if first is None:
        raise Refusal(VideoReason.BROKEN)
    opened.height, opened.width = _pixels(opened).shape[:2]
    opened.ahead = first
    _opened.append(opened)
    return Reply((opened.width, opened.height))


def seek(numbers: Sequence[int], body: bytearray) -> Reply:
    """Go to a moment."""
    opened = _current()
    opened.capture.set(cv2.CAP_PROP_POS_MSEC, float(max(0, numbers[0])))
    opened.ahead, opened.sampled = None, None
    opened.given_ms = opened.looked_ms = -LONGEST_MS
    return Reply()


def frames(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the next pictures for the screen."""
    most, longest_px, every_ms = numbers
    opened, ended = _current(), False
    shown: list[bytes] = []
    times: list[int] = []
    while len(times) < min(most, MOST_FRAMES_AT_ONCE):
        at_ms = _next(opened)
        if at_ms is None:
            ended = True
            break
        if at_ms - opened.given_ms < every_ms:
            continue
        opened.given_ms = at_ms
        times.append(at_ms)
        small = _smaller(_pixels(opened), longest_px, cv2.INTER_LINEAR)
        shown.append(cv2.cvtColor(small, cv2.COLOR_BGR2BGRA).tobytes())
    width, height = _smaller_size(opened, longest_px)
    return Reply((width, height, int(ended), opened.end_ms, *times), b"".join(shown))


def sample(numbers: Sequence[int], body: bytearray) -> Reply:
    """Go on to the next picture in which faces are looked for."""
    longest_px, every_ms = numbers
    opened = _current()
    while True:
        at_ms = _next(opened)
        if at_ms is None:
            return Reply((0, 0, opened.end_ms, 0, 1, opened.end_ms, opened.pictures))
        due = at_ms - opened.given_ms >= every_ms
        if not due and at_ms - opened.looked_ms < _LOOKED_EVERY_MS:
            continue
        opened.looked_ms, pixels = at_ms, _pixels(opened)
        tiny = cv2.resize(pixels, _TINY, interpolation=cv2.INTER_AREA)
        cut = opened.sampled is None or float(np.abs(tiny.astype(np.int16) - opened.sampled).mean()) > _CUT
        if not due and not cut:
            continue
        opened.given_ms, opened.sampled = at_ms, tiny.astype(np.int16)
        small = cv2.cvtColor(_smaller(pixels, longest_px, cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
        height, width = small.shape[:2]
        numbers = (width, height, at_ms, int(cut), 0, opened.end_ms, opened.pictures)
        return Reply(numbers, small.tobytes())


def captions(numbers: Sequence[int], body: bytearray) -> Reply:
    """Read a captions file."""
    found = read_captions(bytes(body), length_ms=numbers[0])
    if isinstance(found, CaptionFault):
        raise Refusal(VideoReason.CAPTIONS + _FAULTS.index(found))
    return Reply((_KINDS.index(found.kind), found.lines), found.text.encode())


def _current() -> _Open:
    if not _opened:
        raise Refusal(VideoReason.BROKEN)
    return _opened[0]


def _next(opened: _Open) -> int | None:
    """Go on to the next picture and say when it shows (`_pixels` gives it); None at the end."""
    if opened.ahead is not None:
        found, opened.ahead = opened.ahead, None
        return found
    try:
        able = opened.capture.grab()
    except cv2.error as error:
        raise Refusal(VideoReason.BROKEN) from error
    if not able:
        return None
    opened.pictures += 1
    at_ms = round(opened.capture.get(cv2.CAP_PROP_POS_MSEC))
    opened.end_ms = max(opened.end_ms, at_ms + round(opened.frame_ms))
    if opened.end_ms > LONGEST_MS + 1000:
        raise Refusal(VideoReason.TOO_LONG)
    return at_ms


def _pixels(opened: _Open) -> Pixels:
    """Give the picture that was gone on to."""
    try:
        able, pixels = opened.capture.retrieve()
    except cv2.error as error:
        raise Refusal(VideoReason.BROKEN) from error
    if not able:
        raise Refusal(VideoReason.BROKEN)
    height, width = pixels.shape[:2]
    if height * width > MOST_FRAME_PIXELS or max(height, width) > LONGEST_SIDE_PX:
        raise Refusal(VideoReason.TOO_LARGE)
    if opened.width and (width, height) != (opened.width, opened.height):
        raise Refusal(VideoReason.BROKEN)
    return pixels


def _smaller_size(opened: _Open, longest_px: int) -> tuple[int, int]:
    longest = max(opened.width, opened.height)
    if not longest_px or longest <= longest_px:
        return opened.width, opened.height
    share = longest_px / longest
    return max(1, round(opened.width * share)), max(1, round(opened.height * share))


def _smaller(pixels: Pixels, longest_px: int, how: int) -> Pixels:
    size = _smaller_size(_current(), longest_px)
    if size == (pixels.shape[1], pixels.shape[0]):
        return pixels
    return cv2.resize(pixels, size, interpolation=how)
