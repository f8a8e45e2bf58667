"""A road of deeds and errands, walked by the window: each part on the thread where it belongs."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from smadmin.domain.errors import KnownError
from smadmin.services.send_road import Part, Road
from smadmin.ui.perform import Performer

T = TypeVar("T")


def drive(
    performer: Performer,
    road: Road[T],
    *,
    over: Callable[[T], None],
    failed: Callable[[KnownError], None],
    origin: QObject | None,
    stored: Callable[[], None] = lambda: None,
) -> None:
    """Do a road's parts one after the other; all that is called back is called on the window's thread.

    Args:
        performer: what runs them.
        road: the road, not yet begun.
        over: is given what came of it.
        failed: is given what ended it before.
        origin: whose it is (`Performer.perform`).
        stored: is called after each part on the store.
    """

    def step(go: Callable[[], Part]) -> None:
        try:
            part = go()
        except StopIteration as end:
            over(end.value)
            return
        except KnownError as error:
            failed(error)
            return

        def done(given: object) -> None:
            if part.on_store:
                stored()
            step(lambda: road.send(given))

        run = performer.perform if part.on_store else performer.network
        run(part.do, done=done, failed=lambda error: step(lambda: road.throw(error)), origin=origin)

    step(lambda: next(road))
