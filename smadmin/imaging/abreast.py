"""Several photos at once: the same deed for many items, results in the items' order.

The threads only wait for worker processes. They exist while the results are being taken and no longer.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_AHEAD = 4
"""So many items for each thread are begun or waiting, so that one that takes long leaves no thread idle."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def abreast(deed: Callable[[Item], Result], items: Iterable[Item], *, at_once: int) -> Iterator[Result]:
    """Give `deed(item)` for each item, `at_once` of them at a time.

    Who stops taking results also stops the deeds that haven't begun.
    """
    if at_once == 1:
        yield from map(deed, items)
        return
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(at_once, thread_name_prefix="photos") as pool:
        try:
            for item in items:
                waiting.append(pool.submit(deed, item))
                if len(waiting) > _AHEAD * at_once:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
