"""What is queued for an account gets its new log-in, once that was connected or kept anew."""

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.services.queue_renewal import PackedAnew
from smadmin.ui.surroundings import Surroundings


def renew_queued(around: Surroundings, account: AccountId, origin: QObject) -> None:
    """Pack anew what is queued there; what can't be stays here, is told, and Today asks about it.

    Args:
        around: what the screen stands on.
        account: which.
        origin: the screen.
    """
    office, by, performer = around.office, around.by, around.performer

    def tell(stayed: int) -> None:
        if stayed:
            remedy = say("queue.not-renewed-remedy")
            performer.failedUnheard.emit(KnownError(say("queue.not-renewed", n=stayed), remedy=remedy))

    def enter(anew: PackedAnew) -> None:
        if not anew.packed:
            tell(anew.stayed)
            return
        performer.perform(
            lambda: Done(None, office.queue_renewal.enter(by, anew.packed)),
            done=lambda _: tell(anew.stayed),
            origin=origin,
        )

    performer.errand(lambda: office.queue_renewal.pack(by, account), done=enter, origin=origin)
