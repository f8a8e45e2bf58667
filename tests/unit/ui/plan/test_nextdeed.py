"""What a planned post's button does: it leads to where the post is."""

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.week import SlotStage
from smadmin.ui.plan.nextdeed import SCREENS, SlotDeed, slot_deed


@pytest.mark.parametrize(
    ("stage", "deed", "screen"),
    [
        (SlotStage.PLANNED, SlotDeed.WRITE, ""),
        (SlotStage.GAP, SlotDeed.WRITE, ""),
        (SlotStage.MISSED, SlotDeed.WRITE, ""),
        (SlotStage.DRAFTED, SlotDeed.OPEN, "compose"),
        (SlotStage.SENT_BACK, SlotDeed.OPEN, "compose"),
        (SlotStage.IN_REVIEW, SlotDeed.LOOK, "approvals"),
        (SlotStage.RELEASED, SlotDeed.PUBLISH, "publish"),
        (SlotStage.PUBLISHED, SlotDeed.SEE, "publish"),
    ],
)
def test_a_slot_leads_to_where_its_post_is(stage: SlotStage, deed: SlotDeed, screen: str) -> None:
    post = None if stage.empty else PostId("post")

    assert slot_deed(stage, post, writes=True, mine=True) is deed
    assert SCREENS.get(deed, "") == screen


def test_what_went_out_without_a_draft_leads_nowhere() -> None:
    assert slot_deed(SlotStage.PUBLISHED, None, writes=True, mine=True) is None
