"""How far a search is, in words."""

import pytest

from smadmin.domain.messages import say
from smadmin.ui.photos.pace import progress_words


@pytest.mark.parametrize(
    ("done", "seconds", "left"),
    [
        (10, 10.0, say("photoui.minutes-left", n=3)),
        (100, 100.0, say("photoui.minutes-left", n=2)),
        (180, 180.0, say("photoui.moment-left")),
        (3, 9.0, say("photoui.minutes-left", n=10)),
    ],
)
def test_the_time_left_follows_from_the_pace_so_far(done: int, seconds: float, left: object) -> None:
    said = progress_words(done, 200, seconds=seconds)

    assert said.id == "photoui.progress-left"
    assert (said.values["done"], said.values["total"], said.values["left"]) == (done, 200, left)


@pytest.mark.parametrize(("done", "total"), [(0, 200), (2, 200), (200, 200)])
def test_before_the_pace_is_known_and_at_the_end_none_is_told(done: int, total: int) -> None:
    said = progress_words(done, total, seconds=5.0)

    assert said == say("photoui.progress", done=done, total=total)
