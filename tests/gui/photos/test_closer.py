"""*Look closer* from the photo: one key, progress, cancelling, and what came of it in words."""

import pytest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.ui.photos.decide import DecidePage
from tests.gui.photos.conftest import Studio, Watching
from tests.seeing import ANN, BEN, TOP, picture

SMALL_PX = 30


class ShortSighted(Watching):
    """Eyes that see no face lower than 48 px."""

    def _squares(self, picture: Picture) -> list[tuple[tuple[int, int, int], Box]]:
        return [(colour, box) for colour, box in super()._squares(picture) if box.height >= 48]


@pytest.fixture
def decide(studio: Studio) -> DecidePage:
    """Sit before a photo with Ben large, and Ann so small that she wasn't found."""
    studio.office.workers = ShortSighted()  # type: ignore[assignment]  # a cached property: made beforehand
    for old in studio.camera.iterdir():
        old.unlink()
    large, small = picture((BEN, 20)), picture((ANN, 200), side=SMALL_PX)
    pixels = bytearray(small.pixels)
    for row in range(TOP, TOP + 64):
        start, end = (row * 320 + 20) * 3, (row * 320 + 84) * 3
        pixels[start:end] = large.pixels[start:end]
    studio.shoot(crowd=Picture(320, 120, bytes(pixels)))
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    return studio.screen.decide


def ended(studio: Studio, decide: DecidePage) -> bool:
    studio.sitting.settle()
    return decide.stage.count.closer.text().strip().startswith("Look closer")


def test_one_key_finds_the_small_face_and_says_so(studio: Studio, decide: DecidePage) -> None:
    before = len(studio.photos[0].faces)

    studio.type("l")
    studio.until(lambda: ended(studio, decide))
    studio.sitting.settle()

    assert (before, len(studio.photos[0].faces)) == (1, 2)
    assert "1 more face found" in decide.stage.count.note.text()
    assert "2 faces found" in decide.stage.count.sentence.text()


def test_what_was_decided_before_stays(studio: Studio, decide: DecidePage) -> None:
    studio.type("c")

    decide.stage.count.closer.click()
    studio.until(lambda: ended(studio, decide))
    studio.sitting.settle()

    assert [face.decision for face in studio.photos[0].faces] == [Decision.COVERED, Decision.OPEN]


def test_a_second_press_cancels_at_once_and_nothing_changes(studio: Studio, decide: DecidePage) -> None:
    decide.stage.count.closer.click()
    assert decide.stage.count.closer.text().strip().startswith("Cancel")

    decide.stage.count.closer.click()

    assert not decide.stage.count.closer.isEnabled()
    assert "Nothing was changed" in decide.stage.count.note.text()
    studio.until(lambda: ended(studio, decide))
    assert len(studio.photos[0].faces) == 1


def test_where_nothing_more_is_there_it_says_so_and_asks_to_look(studio: Studio, decide: DecidePage) -> None:
    for _ in range(2):
        studio.type("l")
        studio.until(lambda: ended(studio, decide))
        studio.sitting.settle()

    assert "no more faces found" in decide.stage.count.note.text()
