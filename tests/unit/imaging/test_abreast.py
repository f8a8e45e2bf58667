"""Several at once: in order, no more than asked for, and nothing left running."""

import threading

import pytest

from smadmin.imaging.abreast import abreast


@pytest.mark.parametrize("at_once", [1, 3])
def test_results_come_in_the_items_order(at_once: int) -> None:
    assert list(abreast(lambda item: item * 2, range(20), at_once=at_once)) == list(range(0, 40, 2))


def test_no_more_than_asked_for_run_at_the_same_time() -> None:
    lock = threading.Lock()
    running: list[int] = []
    most = 0

    def deed(item: int) -> int:
        nonlocal most
        with lock:
            running.append(item)
            most = max(most, len(running))
        threading.Event().wait(0.01)
        with lock:
            running.remove(item)
        return item

    assert len(list(abreast(deed, range(12), at_once=3))) == 12
    assert 1 < most <= 3


@pytest.mark.parametrize("at_once", [1, 3])
def test_what_one_deed_raises_reaches_who_asked(at_once: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(abreast(lambda item: 1 // (item - 5), range(20), at_once=at_once))


def test_one_that_takes_long_leaves_nobody_idle() -> None:
    sixth = threading.Event()

    def deed(item: int) -> bool:
        if item == 6:
            sixth.set()
        return item > 0 or sixth.wait(2)

    assert all(abreast(deed, range(8), at_once=2))


def test_who_stops_taking_stops_the_rest() -> None:
    begun: list[int] = []
    results = abreast(begun.append, range(1000), at_once=2)

    next(results)
    results.close()  # type: ignore[attr-defined]  # a generator, said to be an iterator

    assert len(begun) < 20
