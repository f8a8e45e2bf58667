"""A post that is out on some of its accounts and wanted on no other has an end."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.posts import PostStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.sheets import Sheets
from tests.road import make_road
from tests.spoken_road import why


def test_a_post_that_is_half_out_is_left_at_that_and_leaves_the_lists(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    ana, post = road.by("ana"), road.released(accounts=(road.x, road.facebook))
    sheets = Sheets(road.school.desk, road.reader, road.proof, road.approvals)
    with pytest.raises(NotAllowed) as untouched:
        road.publications.leave_at_that(ana, post, "not wanted")
    begun = road.handed_out(post, tmp_path / "out")
    road.publications.confirm(ana, begun, "https://x.com/lincoln_es/status/1234567890")
    with pytest.raises(NotAllowed) as others:
        road.publications.leave_at_that(road.by("bo"), post, "not wanted")

    road.publications.leave_at_that(ana, post, "Facebook isn't wanted")

    with road.school.desk.look(ana) as unit:
        row = unit.record.about(Noun.POSTS, post)[-1]
        told = unit.record.part(row.seq, "accounts")
        stage = unit.posts.get(post).stage
    assert (why(untouched), why(others)) == (["publications.not-half-out"], ["approvals.not-yours-to-void"])
    assert (row.act, stage, sheets.queue(ana)) == (Act.GIVE_UP, PostStage.PUBLISHED, ())
    assert told is not None
    assert road.facebook in told.content.decode()
    assert road.publications.blockers(ana, post, road.facebook) != ()
