"""The sound of a video, kept beside its pictures: the window plays samples, no file goes to QtMultimedia.

QtMultimedia is an extra: where it isn't installed nothing here is asked for it, as there are no samples then.
"""

import importlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from smadmin.domain.videos.ports import Sound

_PLAYER = "PySide6.QtMultimedia"
_SAMPLE_BYTES = 2
_PIECE_BYTES = 1024 * 1024
_APART_MS = 300
"""So far sound and picture may be apart, by the clock: what a device says it has played lags behind."""


class Voice(Protocol):
    """What plays samples from somewhere on, until it is stopped."""

    def begin(self, source: QIODevice, rate: int) -> None:
        """Play, so many samples a second."""
        ...

    def stop(self) -> None:
        """End it."""
        ...


@dataclass(frozen=True)
class Samples:
    """A sound as it is played from: Qt's own bytes."""

    rate: int
    bytes: QByteArray = field(repr=False)


def samples_of(sound: Sound) -> Samples:
    """Copy a sound into Qt's bytes (an errand: an hour of it takes long).

    Piece by piece, for a window stands still while another thread copies.
    """
    held = QByteArray()
    held.reserve(len(sound.samples))
    for start in range(0, len(sound.samples), _PIECE_BYTES):
        held.append(bytes(sound.samples[start : start + _PIECE_BYTES]))
    return Samples(sound.rate, held)


def load_player() -> None:
    """Load what plays samples, where it is installed (an errand: the window needn't wait for it)."""
    with suppress(ImportError):
        importlib.import_module(_PLAYER)


class Speaker:
    """Plays what belongs to the picture that shows.

    Args:
        voice: gives what plays samples, or None where there is no loudspeaker.
        clock: seconds that pass.
    """

    def __init__(self, voice: Callable[[], Voice | None], *, clock: Callable[[], float] = monotonic) -> None:
        """Stand without sound."""
        self._clock, self._begun_s = clock, 0.0
        self._make = voice
        self._voice: Voice | None = None
        self._samples = QByteArray()
        self._source = QBuffer()
        self._rate = 0
        self._from_ms, self._tenths = 0, 0
        self.silent = False

    @property
    def playing(self) -> bool:
        """Tell whether something is heard."""
        return self._tenths > 0

    def take(self, samples: Samples) -> bool:
        """Take a video's sound; tells whether there is a loudspeaker for it."""
        self._voice = self._make()
        if self._voice is None:
            return False
        self._samples, self._rate = samples.bytes, samples.rate
        self._source.setData(self._samples)
        return self._source.open(QIODevice.OpenModeFlag.ReadOnly)

    def follow(self, at_ms: int, tenths: int) -> None:
        """Go on with a picture that shows now, at a speed in tenths; a faster one sounds higher."""
        if self._voice is None or self.silent:
            return
        heard_ms = self._from_ms + (self._clock() - self._begun_s) * 100 * tenths
        if tenths == self._tenths and abs(heard_ms - at_ms) <= _APART_MS:
            return
        self.rest()
        self._source.seek(min(self._samples.size(), at_ms * self._rate // 1000 * _SAMPLE_BYTES))
        self._from_ms, self._tenths, self._begun_s = at_ms, tenths, self._clock()
        self._voice.begin(self._source, self._rate * tenths // 10)

    def rest(self) -> None:
        """Be silent until the next picture."""
        if self._voice is not None and self.playing:
            self._voice.stop()
        self._tenths = 0


class _Device:
    """The system's loudspeaker."""

    def __init__(self, multimedia: Any) -> None:
        self._multimedia = multimedia
        self._sink: Any = None

    def begin(self, source: QIODevice, rate: int) -> None:
        form = self._multimedia.QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(self._multimedia.QAudioFormat.SampleFormat.Int16)
        self._sink = self._multimedia.QAudioSink(form)
        self._sink.start(source)

    def stop(self) -> None:
        self._sink.stop()
        self._sink = None


def system_voice() -> Voice | None:
    """Give the system's loudspeaker; None where there is none, or nothing installed that plays on it."""
    try:
        multimedia = importlib.import_module(_PLAYER)
    except ImportError:
        return None
    return None if multimedia.QMediaDevices.defaultAudioOutput().isNull() else _Device(multimedia)
