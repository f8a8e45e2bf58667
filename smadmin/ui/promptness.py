"""Keeps Python itself from holding the window up while threads beside it compute."""

import gc
import sys

TURN_S = 0.001
"""After so long a thread that computes lets the window's go on. After Python's own 5 ms a dozen calls of Qt,
each of which hands the turn on, are 60 ms late."""


def be_prompt() -> None:
    """Let the window's thread have its turn soon, and tidy up quickly; called once all modules are loaded.

    What there is by then stays for the whole run. Looking through it anew for what could be thrown away takes
    0.2 s, in which no thread goes on. Called before anybody sits down, so that nothing of theirs is kept.
    """
    sys.setswitchinterval(TURN_S)
    if not gc.get_freeze_count():
        gc.freeze()
