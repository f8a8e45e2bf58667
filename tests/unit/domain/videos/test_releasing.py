"""By how many people a video is seen before its post goes on."""

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.videos.releasing import VideoLooks, hand_in_reasons, video_reasons
from tests.unit.domain.videos.made import ANA, BO

OPEN = Reason(say("videos.faces-open", n=1))


def looks(
    *seen: PersonId, needed: int = 1, sha256: str | None = "ab", missing: tuple[Reason, ...] = ()
) -> VideoLooks:
    return VideoLooks(
        VideoId("v"), sha256, "", tuple((one, at) for at, one in enumerate(seen)), needed, missing
    )


@pytest.mark.demand("SOC-O7")
@pytest.mark.parametrize(
    ("stands", "in_", "out"),
    [
        (looks(), ["videos.not-seen-by-author"], ["videos.not-seen-by-author"]),
        (looks(BO), ["videos.not-seen-by-author"], ["videos.not-seen-by-author"]),
        (looks(ANA), [], []),
        (looks(ANA, needed=2), [], ["videos.seen-by-too-few"]),
        (looks(ANA, ANA, needed=2), [], ["videos.seen-by-too-few"]),
        (looks(ANA, BO, needed=2), [], []),
        (looks(ANA, BO, sha256=None), ["videos.changed"], ["videos.changed"]),
        (looks(ANA, missing=(OPEN,)), ["videos.faces-open"], ["videos.faces-open"]),
    ],
)
def test_who_writes_has_seen_it_whole_and_so_have_as_many_as_the_policy_says(
    stands: VideoLooks, in_: list[str], out: list[str]
) -> None:
    assert [reason.message.id for reason in hand_in_reasons(stands, ANA)] == in_
    assert [reason.message.id for reason in video_reasons(stands, ANA)] == out
