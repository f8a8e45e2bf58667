"""`smadmin count` on every platform: its unit, its limit, what is over, and its further limits."""

import json
from pathlib import Path

import pytest

from smadmin.cli.asking import Doors
from smadmin.cli.main import run
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Grounds

TEXT = "Niños 👍🏽 https://lincoln.org/news @office@m.example.org #a"
"""57 graphemes, 58 code points, 60 UTF-16 units, 65 bytes; a link of 24, a mention with a server of 14."""


def count(path: Path, platform: str, text: str) -> int:
    def no_store(_folder: Path | None) -> Grounds:
        raise BadInput(say("store.no-school"))

    doors = Doors(open_grounds=no_store, catalogue=Catalogue.load("en"), ask_secret=lambda prompt: prompt)
    path.write_text(text, "utf-8")
    return run(doors, ("count", "--platform", platform, "--json", str(path)))


@pytest.mark.parametrize(
    ("platform", "number", "limit", "unit", "also"),
    [
        ("x", 5 + 1 + 2 + 1 + 23 + 1 + 21 + 3, 280, "weighted characters", []),
        ("bluesky", 57, 300, "graphemes", [("bytes", 65, 3000)]),
        ("mastodon", 57 - 1 - 14, 500, "characters", []),
        ("facebook", 60, 63_206, "characters", []),
        ("instagram", 60, 2200, "characters", [("hashtags", 1, 30)]),
        ("youtube", 65, 5000, "bytes", []),
        ("linkedin", 60, 3000, "characters", []),
        ("vimeo", 60, 5000, "characters", []),
        ("wordpress", 60, None, "characters", []),
    ],
)
def test_each_platform_counts_in_its_own_unit(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    platform: str,
    number: int,
    limit: int | None,
    unit: str,
    also: list[tuple[str, int, int]],
) -> None:
    assert count(tmp_path / "post.txt", platform, TEXT) == 0

    told = json.loads(capsys.readouterr().out)
    assert ("facets" in told) is (platform == "bluesky")
    told.pop("facets", None)
    assert told == {
        "platform": platform,
        "count": number,
        "limit": limit,
        "unit": unit,
        "over": 0,
        "also": [{"unit": name, "count": many, "limit": most, "over": 0} for name, many, most in also],
    }


@pytest.mark.parametrize(
    ("platform", "text", "over", "further"),
    [
        ("x", "a" * 281, 1, []),
        ("bluesky", "👩‍👩‍👧‍👦" * 200, 0, [2000]),
        ("mastodon", "https://lincoln.org/" + "a" * 500 + " " + "a" * 480, 4, []),
        ("instagram", "#a " * 31, 0, [1]),
        ("youtube", "é" * 2501, 2, []),
        ("linkedin", "a" * 3005, 5, []),
    ],
)
def test_what_is_over_is_told_with_status_1(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    platform: str,
    text: str,
    over: int,
    further: list[int],
) -> None:
    assert count(tmp_path / "post.txt", platform, text) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["over"], [one["over"] for one in told["also"]]) == (over, further)
