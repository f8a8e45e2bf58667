"""Keeps Python itself from holding the window up while threads beside it compute."""

import gc
import sys
from typing import ClassVar

TURN_S = 0.001
"""After so long a thread that computes lets the window's go on. After Python's own 5 ms a dozen calls of Qt,
each of which hands the turn on, are 60 ms late."""

_NEVER = 1_000_000
"""So many rounds of tidying before the next one goes through everything: as good as none."""


class Tidying:
    """Holds back looking through all memory while a large file lies in it, or somebody scrolls through years.

    With 100,000 rows that takes 0.1 to 0.3 s, in which no thread goes on, and finds nothing: rows are let go
    when nobody names them any more. What is young is tidied as always. Several may hold it at once.
    """

    _holding: ClassVar[set[int]] = set()
    _usual: ClassVar[tuple[int, int, int]] = gc.get_threshold()

    def hold(self) -> None:
        """Hold it back until `go_on`."""
        if not Tidying._holding:
            Tidying._usual = gc.get_threshold()
            gc.set_threshold(*Tidying._usual[:2], _NEVER)
        Tidying._holding.add(id(self))

    def go_on(self) -> None:
        """Tidy as usual again, once nobody else holds it back."""
        if id(self) in Tidying._holding:
            Tidying._holding.remove(id(self))
            if not Tidying._holding:
                gc.set_threshold(*Tidying._usual)


def be_prompt() -> None:
    """Let the window's thread have its turn soon, and tidy up quickly; called once all modules are loaded.

    What there is by then stays for the whole run. Looking through it anew for what could be thrown away takes
    0.2 s, in which no thread goes on. Called before anybody sits down, so that nothing of theirs is kept.
    """
    sys.setswitchinterval(TURN_S)
    if not gc.get_freeze_count():
        gc.freeze()
