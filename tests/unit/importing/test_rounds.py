"""Where somebody looks on each platform in a round."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.rounds import Spot
from smadmin.importing.rounds import read_round_pages


@pytest.mark.demand("SOC-R1")
def test_every_platform_says_where_comments_are_and_those_with_private_messages_where_these_are() -> None:
    pages = read_round_pages(resources.find("rounds.toml"))

    assert set(pages) == set(Platform)
    assert all(Spot.COMMENTS in spots for spots in pages.values())
    without = {platform for platform, spots in pages.items() if Spot.MESSAGES not in spots}
    assert without == {Platform.YOUTUBE, Platform.WORDPRESS}
    written = [page for spots in pages.values() for page in spots.values()]
    assert all(page.startswith(("https://", "{page}", "{server}")) for page in written)


def test_an_unknown_platform_or_place_is_refused(tmp_path: Path) -> None:
    for written in ('[friendster]\ncomments = "https://a.example/"', '[x]\ntower = "https://a.example/"'):
        (tmp_path / "rounds.toml").write_text(written, "utf-8")
        with pytest.raises(BadInput):
            read_round_pages(tmp_path / "rounds.toml")
