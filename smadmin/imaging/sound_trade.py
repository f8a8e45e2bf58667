"""The sound worker's trade: decodes the sound of a cleaned video to plain samples. In a jailed process only.

The decoder is QtMultimedia's, an extra (`sound`): its FFmpeg is under the LGPL and knows AAC. The window
never opens the file with it: it gets numbers, and plays those.
"""

import os
import struct
from collections.abc import Mapping, Sequence

# Before Qt is loaded: no service is asked for, nothing is told to a terminal.
os.environ.update(QT_MEDIA_BACKEND="ffmpeg", QT_NO_GLIB="1", QT_LOGGING_RULES="*=false")

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEventLoop
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

from smadmin.imaging.sound_border import MOST_SOUND_BYTES, SOUND_RATE, SoundVerb
from smadmin.imaging.video_border import VideoReason
from smadmin.imaging.video_boxes import read_layout
from smadmin.jail.trade import Job, Refusal, Reply

_SILENCE = bytes(16_000)
_WAVE = (
    struct.pack("<4sI4s", b"RIFF", 36 + len(_SILENCE), b"WAVE")
    + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8_000, 16_000, 2, 16)
    + struct.pack("<4sI", b"data", len(_SILENCE))
    + _SILENCE
)
"""A second of silence: with it everything that lies on the disk is loaded before the fences go up."""

_application: list[QCoreApplication] = []


def prepare() -> Mapping[int, Job]:
    """Load the decoder and give the verb."""
    _application.append(QCoreApplication([]))
    _decoded(_WAVE)
    return {SoundVerb.SOUND: sound}


def sound(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the sound of a video."""
    if not read_layout(body).heard:
        raise Refusal(VideoReason.UNKNOWN_KIND)
    return Reply((SOUND_RATE,), _decoded(bytes(body)))


def _decoded(file: bytes) -> bytearray:
    source, decoder, loop = QBuffer(), QAudioDecoder(), QEventLoop()
    source.setData(QByteArray(file))
    source.open(QBuffer.OpenModeFlag.ReadOnly)
    form = QAudioFormat()
    form.setSampleRate(SOUND_RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    decoder.setAudioFormat(form)
    decoder.setSourceDevice(source)
    samples = bytearray()

    def take() -> None:
        while decoder.bufferAvailable():
            heard = decoder.read()
            samples.extend(memoryview(heard.constData())[: heard.byteCount()])
        if len(samples) > MOST_SOUND_BYTES:
            loop.quit()

    decoder.bufferReady.connect(take)
    decoder.finished.connect(loop.quit)
    decoder.error.connect(loop.quit)
    decoder.start()
    loop.exec()
    take()
    decoder.stop()
    if len(samples) > MOST_SOUND_BYTES:
        raise Refusal(VideoReason.TOO_LONG)
    if not samples:
        raise Refusal(VideoReason.BROKEN)
    return samples
