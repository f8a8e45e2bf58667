"""Finding faces beside the window: the finder's iterator runs on an errand thread, its steps come as signals.

`cancel` lets the photo under way end and keeps it. `drop` is over at once: what was under way may still be
computed for a moment, and isn't kept.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal, Slot

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.services.jobs import Progress
from smadmin.ui.perform import Performer

Run = Callable[[Actor], Iterator[Progress]]


class Finding(QObject):
    """One job at a time.

    Signals:
        progressed: a `Progress`, after each photo; its changes were told through the performer before.
        ended: nothing runs any more.
        failed: a `KnownError` that ended the job.
    """

    progressed = Signal(object)
    ended = Signal()
    failed = Signal(object)
    _stepped = Signal(object)

    def __init__(self, performer: Performer, parent: QObject) -> None:
        """Stand still."""
        super().__init__(parent)
        self._performer = performer
        self._stop: threading.Event | None = None
        self._clock = QElapsedTimer()
        self.last: Progress | None = None
        self._stepped.connect(self._came, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._stopper())

    @property
    def running(self) -> bool:
        """Tell whether faces are being looked for."""
        return self._stop is not None

    @property
    def stopping(self) -> bool:
        """Tell whether the photo under way is the last one."""
        return self._stop is not None and self._stop.is_set()

    @property
    def seconds(self) -> float:
        """How long ago the last job began."""
        return self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0

    def start(self, by: Actor, run: Run, stop: threading.Event | None = None) -> None:
        """Begin; does nothing while a job runs.

        Args:
            by: who.
            run: makes the job on the errand's thread.
            stop: is set once it shall end, for a job that asks before it keeps something.
        """
        if self._stop is not None:
            return
        stop = self._stop = stop or threading.Event()
        self._stops.append(stop)
        self.last = None
        self._clock.start()
        tell = self._stepped.emit
        self._performer.errand(
            lambda: _drive(run(by), stop, lambda progress: tell((stop, progress))),
            done=lambda _: self._over(stop),
            failed=lambda error: self._broke(stop, error),
            origin=self,
        )

    def cancel(self) -> None:
        """Stop after the photo under way."""
        if self._stop is not None:
            self._stop.set()

    def drop(self) -> None:
        """Be over at once; whatever the job still tells changes nothing here."""
        if self._stop is not None:
            self.let_go()
            self.ended.emit()

    def let_go(self) -> None:
        """Do the same for another job's sake: nobody is told that it ended."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    @Slot(object)
    def _came(self, told: tuple[threading.Event, Progress]) -> None:
        job, progress = told
        if progress.changes:  # in the store already, also where nobody waits for it any more
            self._performer.changed.emit(progress.changes, self.parent())
        if job is self._stop:
            self.last = progress
            self.progressed.emit(progress)

    def _over(self, job: threading.Event) -> None:
        if job is self._stop:
            self._stop = None
            self.ended.emit()

    def _broke(self, job: threading.Event, error: KnownError) -> None:
        if job is self._stop:
            self._stop = None
            self.failed.emit(error)
            self.ended.emit()

    def _stopper(self) -> Callable[[], None]:
        # What runs when this object is gone may hold no part of it.
        stops: list[threading.Event] = []
        self._stops = stops

        def stop_all() -> None:
            for one in stops:
                one.set()

        return stop_all


def _drive(steps: Iterator[Progress], stop: threading.Event, tell: Callable[[Progress], None]) -> None:
    """Take step after step on the errand's thread; closing the iterator ends the threads it started."""
    try:
        for progress in steps:
            with suppress(RuntimeError):  # the screen is gone, and with it whoever would hear
                tell(progress)
            if stop.is_set():
                break
    finally:
        close = getattr(steps, "close", None)
        if close is not None:
            close()
