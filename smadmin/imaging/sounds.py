"""The sound of a video, decoded in a jailed process; only where the extra `sound` is installed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
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


class Sounds:
    """Decodes sounds, each in a process of its own.

    Args:
        trade: what the process does.
        decoder: the module that is asked for.
    """

    def __init__(self, *, trade: str = TRADE, decoder: str = DECODER) -> None:
        """Begin without a process."""
        self._trade, self._decoder = trade, decoder
        self._lock = threading.Lock()
        self._under_way: set[Worker] = set()
        self._over = False

    def of(self, file: Bytes) -> Sound | None:
        """Give the sound of a cleaned video; None where nothing is installed that decodes it.

        Raises:
            VideoUnreadable: it can't be decoded, or nobody waits for it any more.
        """
        if find_spec(self._decoder) is None:
            return None
        try:
            with self._worker() as worker:
                worker.get_ready()
                answer = worker.ask(SoundVerb.SOUND, (), file, largest=MOST_SOUND_BYTES)
        except WorkerFailed as failed:
            raise _unheard() from failed
        samples = answer.untrusted_body
        if answer.code != DONE or answer.untrusted_numbers != (SOUND_RATE,) or len(samples) % SAMPLE_BYTES:
            raise _unheard()
        return Sound(SOUND_RATE, samples.toreadonly())

    def hush(self) -> None:
        """End what is under way at once: nobody sits there to hear it."""
        with self._lock:
            for worker in self._under_way:
                worker.kill()

    def stop(self) -> None:
        """End what is under way at once, and begin nothing any more: the program ends."""
        self._over = True
        self.hush()

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        with self._lock:
            if self._over:
                raise _unheard()
            worker = Worker(self._trade, LIMITS)
            self._under_way.add(worker)
        try:
            yield worker
        finally:
            with self._lock:
                self._under_way.discard(worker)
            worker.bury()


def _unheard() -> VideoUnreadable:
    return VideoUnreadable(say("videos.sound-unread"))
