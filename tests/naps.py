"""How late a thread wakes that only sleeps: what the computer is to blame for, not the program."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def late_wakings(nap_s: float) -> Iterator[list[float]]:
    """Give the milliseconds by which a thread woke late while the block ran; complete when it ends."""
    late_ms, over = [0.0], threading.Event()

    def nap() -> None:
        begun = time.perf_counter()
        while not over.wait(nap_s):
            late_ms.append((time.perf_counter() - begun - nap_s) * 1000)
            begun = time.perf_counter()

    napping = threading.Thread(target=nap)
    napping.start()
    try:
        yield late_ms
    finally:
        over.set()
        napping.join()
