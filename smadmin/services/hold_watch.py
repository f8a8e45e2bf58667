"""Looks while bytes leave whether everything was stopped: in this program, or in another on the same school.

The window presses and `smadmin worker` sends, or the other way round: neither hears of the other's deeds, so
who lets bytes leave looks at the record meanwhile. A look that finds no new row proves nothing and costs one
query.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from smadmin.domain.errors import KnownError
from smadmin.domain.records import Head
from smadmin.services.crisis_rows import crisis_in
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof

LOOKS_EVERY_S = 0.5

_log = logging.getLogger(__name__)


class HoldWatch:
    """The watch over what one room sends.

    Attributes:
        stop: ends what is on its way there, but for what goes on all the same (from any thread); whoever
            owns the way to the servers sets it.
    """

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof
        self._at: tuple[Head, bool] | None = None
        self.stop: Callable[[], None] = lambda: None

    def all_stopped(self) -> bool:
        """Tell whether somebody stopped everything, in this program or another."""
        with self._desk.look() as unit:
            head, known = unit.record.head(), self._at
            if known is None or known[0] != head:
                known = self._at = head, crisis_in(self._proof.now(unit)) is not None
            return known[1]

    @contextmanager
    def watched(self, *, goes_on: bool = False) -> Iterator[None]:
        """Look on a thread of its own within the block.

        Args:
            goes_on: whether what leaves isn't stopped anyway (a notice).
        """
        if goes_on:
            yield
            return
        over = threading.Event()
        thread = threading.Thread(target=self._look_until, args=(over,), name="hold-watch", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()  # nothing looks into a store that is closed next

    def _look_until(self, over: threading.Event) -> None:
        told = False
        while not over.wait(LOOKS_EVERY_S):
            try:
                if self.all_stopped():
                    self.stop()  # each time: what begins between two calls would be missed
            except KnownError:  # the store is busy, say: the next look comes soon
                continue
            except Exception as error:  # noqa: BLE001 - a bug is told, but must not end the watch
                if not told:
                    _log.error("the watch over a hold: %s", type(error).__name__)
                told = True
