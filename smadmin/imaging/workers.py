"""The ports of `domain/photos/ports.py`, made of jailed worker processes.

Three kinds of process: decoders see files, encoders see pixels and never a file, engines hold the models.
A bad photo raises `PhotoUnreadable` and spoils no other; after `close` it is `WorkersEnded`, nobody's fault.
Any thread may call; each call waits for its answer.
"""

import math
import struct
from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Clarity
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, Descriptor, FoundFace
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, ImageFormat, Picture, PictureFacts
from smadmin.domain.photos.ports import QUALITY, EngineName, PhotoUnreadable, WorkersEnded
from smadmin.imaging.border import (
    FORMATS,
    MOST_FACES,
    MOST_FILE_BYTES,
    MOST_PIXELS,
    DecoderVerb,
    EncoderVerb,
    EngineVerb,
    Fact,
    Reason,
    SightKind,
)
from smadmin.imaging.clean import is_clean
from smadmin.imaging.proof import shows
from smadmin.jail.limits import GIB, Fences, Limits
from smadmin.jail.trade import DONE, FAILED, Bytes
from smadmin.jail.worker import Answer, Failure, WorkerFailed
from smadmin.jail.workshop import Workshop

DECODER_LIMITS = Limits(memory=GIB, cpu_s=10, wall_s=15, start_s=20, jobs=200)
ENCODER_LIMITS = Limits(memory=GIB, cpu_s=20, wall_s=30, start_s=20, jobs=1000)
ENGINE_LIMITS = Limits(memory=4 * GIB, cpu_s=120, wall_s=120, start_s=60, jobs=2000)

_FACE_NUMBERS = 9
_HALF_TURN = 180
_DETECTORS: dict[int, str] = {
    SightKind.DLIB: "HOG with one upsampling, dlib",
    SightKind.REFERENCE: "HOG with one upsampling, face_recognition, dlib",
    SightKind.NETWORKS: "CenterFace, onnxruntime",
}
_DESCRIPTOR = "dlib_face_recognition_resnet_model_v1"
"""Whichever eyes see: patterns made by one of them can be compared with the others'."""
_SAID = {
    Reason.NOT_A_PHOTO: "imaging.not-a-photo",
    Reason.TOO_LARGE: "imaging.too-large",
    Reason.BROKEN: "imaging.broken",
    Reason.NO_HEIC: "imaging.no-heic",
}
_DONE_TO_IT = {
    Failure.DIED: "imaging.worker-died",
    Failure.TOO_SLOW: "imaging.worker-slow",
    Failure.NONSENSE: "imaging.worker-nonsense",
    Failure.NO_MEMORY: "imaging.too-large",
}


class PhotoWorkers:
    """Decoder, encoder and face engine in processes of their own; `close` ends them.

    Args:
        decoders: see files.
        encoders: see pixels and have never seen a file.
        engines: hold the models and see pixels.
    """

    def __init__(self, decoders: Workshop, encoders: Workshop, engines: Workshop) -> None:
        self._decoders = decoders
        self._encoders = encoders
        self._engines = engines

    @classmethod
    def open(cls, *, at_once: int = 1, yields: bool = False) -> "PhotoWorkers":
        """Give workers for so many photos at the same time; each kind starts when it is first needed.

        Args:
            at_once: how many photos.
            yields: whether nobody waits for them: they give way to all else, and may take longer for it.
        """
        trades = {"decoder": DECODER_LIMITS, "encoder": ENCODER_LIMITS, "engine": ENGINE_LIMITS}
        if yields:
            trades = {name: _patient(limits) for name, limits in trades.items()}
        decoders, encoders, engines = (
            Workshop(f"smadmin.imaging.{name}", limits, places=at_once) for name, limits in trades.items()
        )
        return cls(decoders, encoders, engines)

    def __enter__(self) -> "PhotoWorkers":
        """Give the workers, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the workers."""
        self.close()

    def close(self) -> None:
        """End all processes."""
        for workshop in (self._decoders, self._encoders, self._engines):
            workshop.close()

    def warm_up(self) -> None:
        """Begin to start what finding faces needs, so that no photo waits for it; returns at once."""
        self._engines.fill()  # they take longest
        self._decoders.fill()

    def rest(self) -> None:
        """Let idle processes go, with whatever pixels are left in them; who asks later gets new ones."""
        for workshop in (self._decoders, self._encoders, self._engines):
            workshop.rest()

    def stop(self) -> None:
        """Kill all processes and come back at once; `close` clears them away."""
        for workshop in (self._decoders, self._encoders, self._engines):
            workshop.stop()

    def fences(self) -> Fences:
        """Say what stands around a decoder on this computer (for `doctor`); starts one.

        Raises:
            OutsideFailed: if no decoder can be started.
        """
        try:
            return self._decoders.warm_up()
        except WorkerFailed as failed:
            raise _no_start() from failed

    def decode(self, untrusted_file: bytes) -> Picture:
        """Give the upright picture, whole (`Decoder`)."""
        return self._decode(untrusted_file, 0)

    def preview(self, untrusted_file: bytes, *, longest_px: int) -> Picture:
        """Give the upright picture with no side longer than asked (`Decoder`)."""
        return self._decode(untrusted_file, longest_px)

    def encode(self, picture: Picture, image_format: ImageFormat, *, quality: int = QUALITY) -> bytes:
        """Give a new JPEG or PNG file that holds the pixels and nothing else (`Encoder`)."""
        if image_format not in {ImageFormat.JPEG, ImageFormat.PNG}:
            raise ValueError("exports are JPEG or PNG")
        numbers = (picture.width, picture.height, FORMATS.index(image_format), quality)
        largest = len(picture.pixels) * 2 + (1 << 20)
        answer = _ask(self._encoders, EncoderVerb.ENCODE, numbers, picture.pixels, largest=largest)
        file = bytes(answer.untrusted_body)
        if not (is_clean(file, image_format) and shows(self.decode(file), picture, image_format)):
            raise _unreadable("imaging.not-proved")
        return file

    def shrink(self, picture: Picture, *, longest_px: int) -> Picture:
        """Give a smaller picture (`Encoder`)."""
        if max(picture.width, picture.height) <= longest_px:
            return picture
        numbers = (picture.width, picture.height, longest_px)
        largest = longest_px * longest_px * BYTES_PER_PIXEL
        answer = _ask(self._encoders, EncoderVerb.SHRINK, numbers, picture.pixels, largest=largest)
        return _picture(answer, answer.untrusted_numbers, picture.facts)

    def name(self) -> EngineName:
        """Say which engine sees (`FaceEngine`); starts it."""
        answer = _ask(self._engines, EngineVerb.NAME, (), b"", largest=0)
        kind, *version = answer.untrusted_numbers
        detector = _DETECTORS.get(kind, "")
        weaker = kind != SightKind.NETWORKS
        return EngineName(f"{detector} {'.'.join(map(str, version))}", _DESCRIPTOR, weaker=weaker)

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces, from left to right; no pattern is computed (`FaceEngine`)."""
        return self._find(EngineVerb.FIND, picture, 0)

    def find_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces and compute their patterns (`FaceEngine`)."""
        return self._find(EngineVerb.FIND_AND_DESCRIBE, picture, DESCRIPTOR_NUMBERS)

    def find_as_it_stands(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces in part of an upright picture; no pattern is computed (`FaceEngine`)."""
        return self._find(EngineVerb.FIND_AS_IT_STANDS, picture, 0)

    def find_as_it_stands_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        """Find the faces in part of an upright picture and compute their patterns (`FaceEngine`)."""
        return self._find(EngineVerb.FIND_AS_IT_STANDS_AND_DESCRIBE, picture, DESCRIPTOR_NUMBERS)

    def describe(self, picture: Picture, boxes: Sequence[Box]) -> tuple[Descriptor, ...]:
        """Compute the patterns of faces whose boxes are known (`FaceEngine`)."""
        sides = [side for box in boxes for side in (box.left, box.top, box.right, box.bottom)]
        numbers = (picture.width, picture.height, *sides)
        largest = len(boxes) * DESCRIPTOR_NUMBERS * 8
        answer = _ask(self._engines, EngineVerb.DESCRIBE, numbers, picture.pixels, largest=largest)
        rows = _rows(answer, DESCRIPTOR_NUMBERS)
        if len(rows) != len(boxes):
            raise _unreadable("imaging.worker-nonsense")
        return tuple(rows)

    def _decode(self, untrusted_file: bytes, longest_px: int) -> Picture:
        if len(untrusted_file) > MOST_FILE_BYTES:
            raise _unreadable("imaging.too-large")
        largest = (longest_px * longest_px or MOST_PIXELS) * BYTES_PER_PIXEL
        answer = _ask(self._decoders, DecoderVerb.DECODE, (longest_px,), untrusted_file, largest=largest)
        untrusted = answer.untrusted_numbers
        if len(untrusted) != 4 or not 0 <= untrusted[0] < len(FORMATS):  # noqa: PLR2004 - by border.py
            raise _unreadable("imaging.worker-nonsense")
        facts = PictureFacts(
            FORMATS[untrusted[0]],
            had_place=bool(untrusted[1] & Fact.HAD_PLACE),
            animated=bool(untrusted[1] & Fact.ANIMATED),
            had_more=bool(untrusted[1] & Fact.HAD_MORE),
            cut_off=bool(untrusted[1] & Fact.CUT_OFF),
        )
        return _picture(answer, untrusted[2:], facts)

    def _find(self, verb: EngineVerb, picture: Picture, more: int) -> tuple[FoundFace, ...]:
        size = (picture.width, picture.height)
        largest = MOST_FACES * (_FACE_NUMBERS + more) * 8
        answer = _ask(self._engines, verb, size, picture.pixels, largest=largest)
        return tuple(_face(row, picture) for row in _rows(answer, _FACE_NUMBERS + more))


def _patient(limits: Limits) -> Limits:
    """Give way, and wait longer by the clock: others may take the processor for a while."""
    return replace(limits, yields=True, wall_s=limits.wall_s * 10, start_s=limits.start_s * 5)


def _ask(workshop: Workshop, verb: int, numbers: tuple[int, ...], body: Bytes, *, largest: int) -> Answer:
    try:
        answer = workshop.ask_again(verb, numbers, body, largest=largest)
    except WorkerFailed as failed:
        if workshop.closed:
            raise WorkersEnded(say("imaging.workers-ended")) from failed
        if failed.failure is Failure.NO_START:
            raise _no_start() from failed
        raise _unreadable(_DONE_TO_IT[failed.failure]) from failed
    if answer.code == DONE:
        return answer
    known = answer.code in set(Reason)
    raise _unreadable(_SAID[Reason(answer.code)] if known and answer.code != FAILED else "imaging.broken")


def _unreadable(message: str) -> PhotoUnreadable:
    return PhotoUnreadable(say(message), kept=say("imaging.others-go-on"), remedy=say("imaging.leave-out"))


def _no_start() -> OutsideFailed:
    """Not this photo's fault: without workers no photo can be opened."""
    return OutsideFailed(say("imaging.worker-no-start"), remedy=say("imaging.see-doctor"))


def _picture(answer: Answer, untrusted_size: Sequence[int], facts: PictureFacts | None) -> Picture:
    """Believe a picture whose pixels fit its size."""
    if len(untrusted_size) == 2:  # noqa: PLR2004 - width and height
        width, height = untrusted_size
        fits = len(answer.untrusted_body) == width * height * BYTES_PER_PIXEL
        if fits and 0 < width * height <= MOST_PIXELS and width > 0:
            return Picture(width, height, answer.untrusted_body.toreadonly(), facts)
    raise _unreadable("imaging.worker-nonsense")


def _rows(answer: Answer, width: int) -> list[tuple[float, ...]]:
    """Believe rows of finite numbers, as many as announced."""
    numbers = answer.untrusted_numbers
    if len(numbers) != 1 or len(answer.untrusted_body) != numbers[0] * width * 8:
        raise _unreadable("imaging.worker-nonsense")
    values = struct.unpack(f"<{numbers[0] * width}d", answer.untrusted_body)
    if not all(math.isfinite(value) for value in values):
        raise _unreadable("imaging.worker-nonsense")
    return [values[start : start + width] for start in range(0, len(values), width)]


def _face(row: tuple[float, ...], picture: Picture) -> FoundFace:
    left, top, right, bottom = (int(side) for side in row[:4])
    inside = 0 <= left < right <= picture.width and 0 <= top < bottom <= picture.height
    confidence, turn, *clarity = row[4:_FACE_NUMBERS]
    if not (inside and 0 <= confidence <= 1 and abs(turn) <= _HALF_TURN and min(clarity) >= 0):
        raise _unreadable("imaging.worker-nonsense")
    box, pattern = Box(left, top, right, bottom), row[_FACE_NUMBERS:] or None
    return FoundFace(box, confidence, pattern, int(turn), Clarity(*clarity))
