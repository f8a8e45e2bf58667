"""A `Wish` is done: its errand first, then its deed, each beside the window's own thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.ui.comments.parts import Wish
from smadmin.ui.surroundings import Surroundings


def fulfil(
    around: Surroundings,
    wish: Wish,
    *,
    done: Callable[[Wish], None],
    failed: Callable[[KnownError], None],
    origin: QObject,
) -> None:
    """Do what is wished; what its errand made is put away where the deed is refused.

    Args:
        around: whose office and threads.
        wish: what is to be done.
        done: gets the wish whose deed was done.
        failed: gets an error that has no place where it was wished.
        origin: who asks.
    """
    office, by, performer = around.office, around.by, around.performer
    first, unmade = wish.first, wish.unmade

    def made(then: Wish | None) -> None:
        if then is not None:
            fulfil(around, then, done=done, failed=failed, origin=origin)

    def refused(error: KnownError) -> None:
        if unmade is not None:
            performer.errand(lambda: unmade(office), origin=origin)
        if not (isinstance(error, NotAllowed) and wish.refused(error)):
            failed(error)

    if first is not None:
        performer.errand(lambda: first(office, by), done=made, failed=refused, origin=origin)
    else:
        performer.perform(
            lambda: wish.do(office, by), done=lambda _: done(wish), failed=refused, origin=origin
        )
