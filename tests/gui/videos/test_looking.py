"""A video that comes before any photo is compared as photos are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.actors import Actor
from smadmin.services.jobs import Progress
from smadmin.ui.composer.screen import ComposeScreen
from tests.cinema import FakeVideos
from tests.gui.seated import Seat
from tests.gui.videos.test_post_video import FILM, opened, with_eyes


@pytest.mark.demand("BAL-B1i1")
def test_what_may_be_compared_is_made_before_the_video_is_looked_through(
    seat: Seat, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_eyes(seat)
    videos, shown = seat.office.video_workers, []
    assert isinstance(videos, FakeVideos)

    def make_patterns(by: Actor) -> Iterator[Progress]:
        # The player may have opened it already or not; only a search shows it to the engine.
        shown.append([projection.sampled for projection in videos.opened if projection.sampled])
        yield from ()

    monkeypatch.setattr(seat.office.portraits, "make_patterns", make_patterns)
    path = tmp_path / "fair.mp4"
    path.write_text(FILM, "utf-8")
    seat.by("maya-ortega")
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)

    screen.writing.filesDropped.emit([str(path)])
    dialog = opened(seat, screen.video)

    assert shown == [[]], "made once, before anybody looked for faces"
    assert any(projection.sampled for projection in videos.opened), "then looked for faces"
    dialog.reject()
    screen.settle()
    seat.settle()
