"""Frames on time: fetched ahead on an errand's thread, shown one after the other by the window's clock.

The video is open in a process of its own from `open` to `close`; only one errand asks it at a time.
"""

import threading
from collections import deque
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.videos.ports import Frame, Frames, Projection
from smadmin.ui.perform import Performer

_AHEAD, _AT_ONCE = 24, 8
_LONGEST_PX = 960
_LEAST_APART_MS = 30
_TICK_MS = 10
_STALLED_S = 0.25
"""Where nothing ticked for longer, a lid was closed or the computer was busy: nothing is caught up then."""


class Reel(QObject):
    """A video that plays.

    Signals:
        shown: the `Frame` that is to be seen now.
        stopped: it plays no longer: paused, or at its end.
        failed: a `KnownError`.
    """

    shown = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, performer: Performer, parent: QObject) -> None:
        """Stand without a video."""
        super().__init__(parent)
        self._performer = performer
        self._projection: Projection | None = None
        self._ahead: deque[Frame] = deque()
        self._round = 0
        self._fetching = False
        self._ended = False
        self.tenths = 10
        self._begun_at_ms, self._begun_s = 0, 0.0
        self._ticked_s = 0.0
        self.playing = False
        self.at_ms = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._hold = _Hold()

    def open(self, opening: Callable[[], Projection], *, at_ms: int) -> None:
        """Open a video and show the frame of a moment; plays nothing yet."""
        hold = self._hold = _Hold()
        self.destroyed.connect(hold.let_go)

        def opened() -> Projection:
            projection = opening()
            hold.take(projection)
            projection.seek(at_ms)
            return projection

        def came(projection: Projection) -> None:
            self._projection, self.at_ms = projection, at_ms
            self._fetch()

        self._performer.errand(opened, done=came, failed=self.failed.emit, origin=self)

    @property
    def ready(self) -> bool:
        """Tell whether there is a video to play."""
        return self._projection is not None

    @property
    def at_end(self) -> bool:
        """Tell whether the last frame was shown."""
        return self._ended and not self._ahead

    def play(self) -> None:
        """Play from where it stands."""
        if self._projection is None or self.playing:
            return
        self.playing = True
        self._anchor()
        self._timer.start()
        self._fetch()

    def pause(self) -> None:
        """Stand still."""
        if self.playing:
            self.playing = False
            self._timer.stop()
            self.stopped.emit()

    def speed_up(self, tenths: int) -> None:
        """Play at another speed, in tenths."""
        self.tenths = tenths
        self._anchor()

    def seek(self, at_ms: int) -> None:
        """Go to a moment and show its frame."""
        projection = self._projection
        if projection is None:
            return
        self._round += 1
        self._ahead.clear()
        self._ended, self._fetching, self.at_ms = False, True, at_ms
        asked = self._round

        def gone_there() -> None:
            projection.seek(at_ms)

        def there(_: None) -> None:
            if asked == self._round:
                self._fetching = False
                self._anchor()
                self._fetch()

        self._performer.errand(gone_there, done=there, failed=self._broke, origin=self)

    def close(self) -> None:
        """End it; what is still under way ends with its process."""
        self.playing = False
        self._timer.stop()
        self._round += 1
        self._projection = None
        self._ahead.clear()
        self._performer.errand(self._hold.let_go)

    def _anchor(self) -> None:
        """Count time from the frame that shows now."""
        self._begun_at_ms, self._begun_s = self.at_ms, monotonic()
        self._ticked_s = self._begun_s

    def _fetch(self) -> None:
        projection = self._projection
        if projection is None or self._fetching or self._ended or len(self._ahead) >= _AHEAD:
            return
        self._fetching = True
        asked, every_ms = self._round, _LEAST_APART_MS * self.tenths // 10

        def next_ones() -> Frames:
            return projection.frames(most=_AT_ONCE, longest_px=_LONGEST_PX, every_ms=every_ms)

        def came(frames: Frames) -> None:
            if asked != self._round:
                return
            self._fetching, self._ended = False, frames.ended
            waiting = not self._ahead
            self._ahead.extend(frames.frames)
            if waiting and not self.playing and self._ahead:
                self._show(self._ahead.popleft())
            elif waiting:
                self._anchor()  # the screen waited: the clock goes on from here
            self._fetch()

        self._performer.errand(next_ones, done=came, failed=self._broke, origin=self)

    def _tick(self) -> None:
        now = monotonic()
        if now - self._ticked_s > _STALLED_S:
            self._anchor()
        self._ticked_s = now
        due = self._begun_at_ms + (now - self._begun_s) * 100 * self.tenths
        frame = None
        while self._ahead and self._ahead[0].at_ms <= due:
            frame = self._ahead.popleft()
        if frame is not None:
            self._show(frame)
        self._fetch()
        if self.at_end:
            self.pause()

    def _show(self, frame: Frame) -> None:
        self.at_ms = frame.at_ms
        self.shown.emit(frame)

    def _broke(self, error: KnownError) -> None:
        if self._projection is not None:
            self.pause()
            self.failed.emit(error)


class _Hold:
    """Holds the open video, also one that is opened only after somebody has let go."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Projection | None = None
        self._gone = False

    def take(self, projection: Projection) -> None:
        """Hold a video; it is closed at once where nobody wants it any more."""
        with self._lock:
            self._held, gone = projection, self._gone
        if gone:
            projection.close()

    def let_go(self) -> None:
        """Close it, now or as soon as it is there."""
        with self._lock:
            self._gone, held = True, self._held
        if held is not None:
            held.close()
