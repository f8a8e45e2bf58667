"""What a planned post's button does, by how the post stands and whose it is. Pure, no Qt."""

from enum import Enum

from smadmin.domain.ids import PostId
from smadmin.domain.week import Planned, SlotStage


class SlotDeed(Enum):
    """What a slot's button does."""

    WRITE = "write"
    OPEN = "open"
    LOOK = "look"
    PUBLISH = "publish"
    SCHEDULE = "schedule"  # when it goes out by itself, and what can be done about that
    SEE = "see"  # how it is out, and what can be done about it


SCREENS = {SlotDeed.OPEN: "compose", SlotDeed.LOOK: "approvals"} | dict.fromkeys(
    (SlotDeed.PUBLISH, SlotDeed.SCHEDULE, SlotDeed.SEE), "publish"
)


def planned_deed(planned: Planned, *, writes: bool, mine: bool) -> SlotDeed | None:
    """Say the same of a planned post of the week, where it may be scheduled."""
    deed = slot_deed(planned.stage, planned.post, writes=writes, mine=mine)
    return SlotDeed.SCHEDULE if deed is SlotDeed.PUBLISH and planned.schedule is not None else deed


def slot_deed(stage: SlotStage, post: PostId | None, *, writes: bool, mine: bool) -> SlotDeed | None:
    """Say what a person can do next with a planned post, or None.

    Args:
        stage: how it stands.
        post: what is written for it; what went out before the school used this has none.
        writes: whether they write for its account.
        mine: whether they wrote what is written for it.
    """
    if stage.empty:
        return SlotDeed.WRITE if writes else None
    if stage in {SlotStage.DRAFTED, SlotStage.SENT_BACK}:
        return SlotDeed.OPEN if mine else None
    if stage is SlotStage.IN_REVIEW:
        return SlotDeed.LOOK
    if stage is SlotStage.RELEASED:
        return SlotDeed.PUBLISH
    return SlotDeed.SEE if post is not None else None
