"""Opens what is written for a planned post, or begins to write it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.plan import Slot
from smadmin.domain.posts import Draft
from smadmin.ui.plan.nextdeed import SCREENS, SlotDeed
from smadmin.ui.surroundings import Surroundings


def open_planned(
    around: Surroundings,
    deed: SlotDeed,
    slot: Slot,
    post: PostId | None,
    *,
    failed: Callable[[KnownError], None],
    origin: QObject,
) -> None:
    """Do the next thing with a planned post.

    Args:
        around: the screen's surroundings.
        deed: what `slot_deed` gave.
        slot: the planned post.
        post: what is written for it, or None.
        failed: hears why a draft could not be begun.
        origin: the screen.
    """
    if deed is not SlotDeed.WRITE:
        around.doors.open(SCREENS[deed], post)
        return
    office, by = around.office, around.by

    def begun(done: Done[Draft]) -> None:
        around.doors.open("compose", done.value.id)

    around.performer.perform(
        lambda: office.posts.create(by, (slot.account,), slot=slot.id),
        done=begun,
        failed=failed,
        origin=origin,
    )
