"""Somebody at Publish, on a computer that only notes what is asked of it."""

from pathlib import Path

import pytest

from smadmin.ui.publish.screen import PublishScreen
from tests.gui.publish.at_publish import AtPublish, NotedOutside
from tests.gui.seated import Seat


@pytest.fixture
def at(seat: Seat, tmp_path: Path) -> AtPublish:
    outside = NotedOutside(tmp_path / "out")
    made = AtPublish(seat, PublishScreen(seat.around, outside), outside)
    made.screen.bannerAsked.connect(made.banners.append)
    return made
