"""What a platform doesn't take of a post is told before anything is sent."""

from dataclasses import replace

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.losses import Sizes, alt_blockers, going_out, losses, video_blockers, video_losses
from tests.policies import platforms

LANDSCAPE, PANORAMA, PORTRAIT = (1500, 1000), (6000, 1000), (1000, 1250)


def told(platform: Platform, text: str = "", sizes: Sizes = ()) -> list[str]:
    """Give the ids of what is told."""
    return [message.id.removeprefix("platforms.") for message in losses(text, sizes, platforms()[platform])]


@pytest.mark.parametrize(
    ("platform", "text", "sizes", "expected"),
    [
        (Platform.FACEBOOK, "See lincoln.org", (LANDSCAPE,), []),
        (Platform.X, "", (PORTRAIT,) * 4, ["cuts-in-grid"]),
        (Platform.X, "", (PORTRAIT,) * 6, ["loses-pictures", "cuts-in-grid"]),
        (Platform.YOUTUBE, "", (LANDSCAPE,), ["loses-all-pictures"]),
        (Platform.INSTAGRAM, "See lincoln.org", (LANDSCAPE,), ["dead-links"]),
        (Platform.INSTAGRAM, "", (PORTRAIT, PANORAMA), ["cuts"]),
        (Platform.LINKEDIN, "", (PANORAMA,), ["cuts"]),
        (Platform.WORDPRESS, "", (PANORAMA, PORTRAIT), []),
        (Platform.INSTAGRAM, "", ((0, 0), PANORAMA), []),
    ],
)
def test_what_is_lost_is_told(platform: Platform, text: str, sizes: Sizes, expected: list[str]) -> None:
    assert told(platform, text, sizes) == expected


def test_the_first_pictures_go_out_as_many_as_the_platform_takes() -> None:
    sizes = (LANDSCAPE, PORTRAIT, PANORAMA, PORTRAIT, LANDSCAPE)

    assert going_out(sizes, platforms()[Platform.X]) == sizes[:4]
    assert losses("", sizes, platforms()[Platform.X])[0].values["n"] == 1


def test_a_description_too_long_for_a_platform_stops_the_post() -> None:
    alts = ("a" * 1000, "é" * 1003)

    found = alt_blockers(alts, platforms()[Platform.X], account="X @larks", place="account:1")

    assert [(one.message.values["number"], one.message.values["n"], one.place) for one in found] == [
        (2, 3, "account:1")
    ]
    assert alt_blockers(alts, platforms()[Platform.FACEBOOK], account="", place="") == ()


def test_a_video_too_long_for_a_platform_stops_the_post_and_none_is_said() -> None:
    x, mastodon = platforms()[Platform.X], platforms()[Platform.MASTODON]

    (over,) = video_blockers(140_001, x, account="X @larks", place="account:1")

    assert over.message.values == {"account": "X @larks", "length": "2:20"}
    assert video_blockers(140_000, x, account="", place="") == ()
    assert video_blockers(9_000_000, mastodon, account="", place="") == ()  # its server says how long
    assert video_losses(x) == ()
    assert [one.id for one in video_losses(replace(x, videos=0))] == ["platforms.loses-video"]
    assert video_blockers(9_000_000, replace(x, videos=0), account="", place="") == ()
