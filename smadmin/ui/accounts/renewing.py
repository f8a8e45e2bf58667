"""What is queued for an account gets its new log-in, once that was connected or kept anew."""

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.ids import AccountId
from smadmin.services.packing import Packed
from smadmin.ui.surroundings import Surroundings


def renew_queued(around: Surroundings, account: AccountId, origin: QObject) -> None:
    """Pack anew what is queued there; what can't be stays here, and Today asks about it.

    Args:
        around: what the screen stands on.
        account: which.
        origin: the screen.
    """
    office, by = around.office, around.by

    def enter(packed: tuple[Packed, ...]) -> None:
        if packed:
            around.performer.perform(
                lambda: Done(None, office.queue_renewal.enter(by, packed)), origin=origin
            )

    around.performer.errand(
        lambda: office.queue_renewal.pack(by, account), done=enter, failed=lambda _: None, origin=origin
    )
