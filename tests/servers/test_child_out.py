"""A post with a child's picture leaves a real WordPress within seconds, kept before it goes."""

import time
from pathlib import Path

import pytest

from smadmin.domain.removals import Ground, RemovalStage, Wish
from tests.afterwards import take_down
from tests.servers.blog import Blog
from tests.servers.test_after import settled
from tests.servers.test_sending import connected

_MOST_S = 30.0


@pytest.mark.demand("BLO-IV-D2")
def test_it_is_gone_in_less_than_half_a_minute(tmp_path: Path, blog: Blog) -> None:
    direct = connected(tmp_path, blog)
    publication = settled(direct, direct.intended(direct.released(photo=True))).publication

    begun = time.monotonic()
    removal = take_down(direct, publication, Wish(Ground.CHILD, "A child is out", uncaptured=True))
    took = time.monotonic() - begun

    assert removal.stage is RemovalStage.GONE
    assert took < _MOST_S
