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
    videos, looked_at = seat.office.video_workers, []
    assert isinstance(videos, FakeVideos)

    def make_patterns(by: Actor) -> Iterator[Progress]:
        looked_at.append(len(videos.opened))
        yield from ()

    monkeypatch.setattr(seat.office.portraits, "make_patterns", make_patterns)
    path = tmp_path / "fair.mp4"
    path.write_text(FILM, "utf-8")
    seat.by("maya-ortega")
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)

    screen.writing.filesDropped.emit([str(path)])
    dialog = opened(seat, screen.video)

    assert looked_at == [1], "the player has opened it, nobody has looked for faces yet"
    dialog.reject()
    screen.settle()
    seat.settle()
