"""Only what somebody read is released or sent back by them."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict
from smadmin.domain.posts import PostStage
from tests.road import make_road


def test_nobody_releases_or_sends_back_what_was_handed_in_anew_while_they_read(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post, ana, bo = road.submitted(), road.by("ana"), road.by("bo")
    read = road.posts.get(bo, post)
    road.posts.take_back(ana, post)
    other = road.posts.get(ana, post)
    road.posts.save(ana, other, replace(other.content, text="Bring cash for my cousin's raffle on Thursday."))
    road.posts.submit(ana, post)

    with pytest.raises(Conflict) as refused:
        road.approvals.release(bo, post, read=read)
    with pytest.raises(Conflict):
        road.approvals.send_back(bo, post, "At 8, not at 9", read=read)

    assert refused.value.happened.id == "approvals.changed-meanwhile"
    assert road.posts.get(bo, post).stage is PostStage.SUBMITTED
    road.approvals.release(bo, post, read=road.posts.get(bo, post))
