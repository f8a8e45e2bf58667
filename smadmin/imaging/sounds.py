"""The sound of a video, decoded in a jailed process; only where the extra `sound` is installed."""

from importlib.util import find_spec

from smadmin.domain.messages import say
from smadmin.domain.videos.ports import Sound, VideoUnreadable
from smadmin.imaging.sound_border import MOST_SOUND_BYTES, SAMPLE_BYTES, SOUND_RATE, SoundVerb
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.trade import DONE, Bytes
from smadmin.jail.worker import Worker, WorkerFailed

TRADE = "smadmin.imaging.sound_trade"
DECODER = "PySide6.QtMultimedia"
LIMITS = Limits(memory=2 * GIB, cpu_s=120, wall_s=120, start_s=30, jobs=1)
"""An hour of sound took 60 s."""


def sound_of(file: Bytes, *, decoder: str = DECODER) -> Sound | None:
    """Give the sound of a cleaned video; None where nothing is installed that decodes it.

    Args:
        file: its bytes.
        decoder: the module that is asked for.

    Raises:
        VideoUnreadable: it can't be decoded.
    """
    if find_spec(decoder) is None:
        return None
    worker = None
    try:
        worker = Worker(TRADE, LIMITS)
        worker.get_ready()
        answer = worker.ask(SoundVerb.SOUND, (), file, largest=MOST_SOUND_BYTES)
    except WorkerFailed as failed:
        raise _unheard() from failed
    finally:
        if worker is not None:
            worker.bury()
    samples = answer.untrusted_body
    if answer.code != DONE or answer.untrusted_numbers != (SOUND_RATE,) or len(samples) % SAMPLE_BYTES:
        raise _unheard()
    return Sound(SOUND_RATE, samples.toreadonly())


def _unheard() -> VideoUnreadable:
    return VideoUnreadable(say("videos.sound-unread"))
