"""A released post goes out through the program itself: proven, once, and read back."""

from pathlib import Path

from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.sending import Next
from tests.direct import make_direct
from tests.road import PIXELS, TEXT


def test_a_released_post_goes_out_and_is_read_back(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    post = direct.released(photo=True)
    intended = direct.intended(post)

    standing = direct.go(intended)

    assert standing.decision.next is Next.DONE
    kept = standing.publication
    assert (kept.step, kept.posted_id, kept.link) == (
        PublicationStep.CONFIRMED,
        "1",
        "https://blog0.lincoln.example/1",
    )
    assert direct.platform.calls == ["who_am_i", "who_am_i", "publish", "read_back"]
    (out,) = direct.platform.kept
    assert (out.sent.text, [one.content for one in out.sent.pictures]) == (TEXT, [PIXELS])
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]
    assert direct.road.posts.get(direct.road.by("ana"), post).stage is PostStage.PUBLISHED
    school = direct.road.school
    assert school.records.verify(by=direct.road.by("ana"), noted=school.noted).whole
