"""What a planned post's button does, by how the post stands and whose it is. Pure, no Qt."""

from enum import Enum

from smadmin.domain.ids import PostId
from smadmin.domain.week import SlotStage


class SlotDeed(Enum):
    """What a slot's button does."""

    WRITE = "write"
    OPEN = "open"
    LOOK = "look"
    PUBLISH = "publish"
    SEE = "see"  # how it is out, and what can be done about it


SCREENS = {SlotDeed.OPEN: "compose", SlotDeed.LOOK: "approvals"} | dict.fromkeys(
    (SlotDeed.PUBLISH, SlotDeed.SEE), "publish"
)


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
