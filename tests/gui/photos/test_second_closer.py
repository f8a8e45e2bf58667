"""*Look closer* in the second look: what is found only now is covered, or the first look is taken again."""

import pytest

from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.ui.photos.second import SecondPage
from tests.gui.photos.conftest import Studio
from tests.gui.photos.test_closer import SMALL_PX, ShortSighted
from tests.seeing import ANN, BEN, TOP, picture


@pytest.fixture
def second(studio: Studio) -> SecondPage:
    """A second person before a photo with Ben large, in which Ann is so small that nobody framed her."""
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
    studio.look_at_all()
    studio.second_person()
    page = studio.screen.second
    studio.look()
    look_closer(studio, page)
    return page


def look_closer(studio: Studio, page: SecondPage) -> None:
    studio.type("l")
    studio.until(lambda: len(studio.photos[0].faces) > 1)
    studio.until(lambda: page.question is not None)
    studio.sitting.settle()


def test_a_face_found_only_now_is_asked_about_and_covering_it_keeps_the_first_look(
    studio: Studio, second: SecondPage
) -> None:
    (photo,) = studio.photos
    assert [face.hint for face in photo.faces] == [FaceState.FOUND] * 2
    assert photo.first is not None
    assert "Found only now" in second.panel.sentence.text()
    assert "1 more face found" in second.count.note.text()
    assert second.header.main is not None
    assert not second.header.main.isEnabled()

    studio.type("c")
    studio.type(" ")

    (photo,) = studio.photos
    assert [face.decision for face in photo.faces] == [Decision.CLEARED, Decision.COVERED]
    assert photo.first is not None
    assert photo.second is not None


def test_leaving_it_as_it_is_asks_for_the_first_look_again(studio: Studio, second: SecondPage) -> None:
    studio.type("n")
    studio.sitting.settle()

    (photo,) = studio.photos
    assert (photo.first, photo.second) == (None, None)
    assert "photoui.first-again" in [one.happened.id for one in studio.banners]
