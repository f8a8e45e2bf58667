"""The Qt side of threads: deeds in order on one store thread, errands on a few others, servers apart.

`perform`, `errand` and `network` return at once; `done` and `failed` are called on the GUI thread, through a
queued signal. What was queued when the window closes still runs to its end, so drafts are saved. Only the
queue does deeds on a thread for servers (`app/queue_watch.py`): the store lets one write at a time.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, Locked

ERRAND_THREADS = 3
NETWORK_THREADS = 3
"""Its own: a server that takes minutes for its answer keeps nobody from signing in."""

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


class Performer(QObject):
    """Runs operations beside the GUI thread.

    Signals:
        changed: `(Changes, origin)` after a deed that changed something, before its `done`.
        failedUnheard: a `KnownError` that nobody took; the frame shows it as a banner.
        crashed: an exception that is a bug; the application shows the crash dialog.
    """

    changed = Signal(object, object)
    failedUnheard = Signal(object)
    crashed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the threads' pools; threads start with the first operation."""
        super().__init__(parent)
        self._store = ThreadPoolExecutor(max_workers=1, thread_name_prefix="smadmin-store")
        self._errands = ThreadPoolExecutor(max_workers=ERRAND_THREADS, thread_name_prefix="smadmin-errand")
        self._network = ThreadPoolExecutor(max_workers=NETWORK_THREADS, thread_name_prefix="smadmin-network")
        # Somebody's dead web site keeps no post from leaving: pages that are only tried queue by themselves.
        self._trials = ThreadPoolExecutor(max_workers=1, thread_name_prefix="smadmin-trial")
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def perform(
        self,
        operation: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        origin: QObject | None = None,
    ) -> None:
        """Queue a deed or a reading of the store; they run one after the other, in order.

        Args:
            operation: what to run; what changed is read from a result that is `Changes` or `Done`.
            done: gets the result.
            failed: gets the error; without it the error becomes a banner.
            origin: the screen or widget that asks. It isn't reloaded by its own change, and once it
                is gone nobody is called back.
        """
        self._submit(self._store, operation, done=done, failed=failed, origin=origin)

    def errand(
        self,
        operation: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        origin: QObject | None = None,
    ) -> None:
        """Run something outside the store (keyring, files); arguments as `perform`."""
        self._submit(self._errands, operation, done=done, failed=failed, origin=origin)

    def network(
        self,
        operation: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        origin: QObject | None = None,
    ) -> None:
        """Run something that waits for a server; arguments as `perform`."""
        self._submit(self._network, operation, done=done, failed=failed, origin=origin)

    def trial(
        self,
        operation: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        origin: QObject | None = None,
    ) -> None:
        """Run something that tries other people's pages, one after the other; arguments as `perform`."""
        self._submit(self._trials, operation, done=done, failed=failed, origin=origin)

    def close(self) -> None:
        """Let what is queued for the store end, drop errands that haven't begun, end the threads.

        Blocks until then; called once, by the application, after the window is gone.
        """
        self._open = False
        for pool in (self._network, self._trials):
            pool.shutdown(wait=False, cancel_futures=True)
        self._errands.shutdown(wait=True, cancel_futures=True)
        for pool in (self._network, self._trials):
            pool.shutdown(wait=True)
        self._store.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        operation: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None,
        failed: Callable[[KnownError], None] | None,
        origin: QObject | None,
    ) -> None:
        if not self._open:
            _log.warning("an operation came after closing and was not run")
            return

        def heard() -> bool:
            return origin is None or isValid(origin)

        def told(result: Result) -> None:
            changes = _changes_of(result)
            if changes:
                self.changed.emit(changes, origin if heard() else None)
            if done is not None and heard():
                done(result)

        def refused(error: KnownError) -> None:
            if failed is None:
                self.failedUnheard.emit(error)
            elif heard():
                failed(error)

        pool.submit(self._run, operation, told, refused)

    def _run(
        self,
        operation: Callable[[], Result],
        told: Callable[[Result], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """Run on the pool's thread; the border where exceptions end."""
        try:
            result = operation()
        except KnownError as error:
            known = error
            self._arrived.emit(lambda: refused(known))
        except Exception as error:  # noqa: BLE001  # the border named in architecture.md: a bug is shown
            bug = error
            self._arrived.emit(lambda: self.crashed.emit(bug))
        else:
            self._arrived.emit(lambda: told(result))

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Locked:  # what was read arrives behind the lock, at a screen that is about to go
            _log.info("what came after the window locked was dropped")


def _changes_of(result: object) -> Changes:
    if isinstance(result, Changes):
        return result
    if isinstance(result, Done):
        return result.changes
    return Changes()
