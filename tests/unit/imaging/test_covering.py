"""What lies under a cover is gone (R1): it can't be told from the export what it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.imaging.covering import COLOUR, Cover, Shape, cover, cover_for_face
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import as_picture, drawn, stored

WIDTH, HEIGHT = 40, 30


def boxes() -> st.SearchStrategy[Box]:
    sides = st.tuples(st.integers(-20, 39), st.integers(-20, 29), st.integers(1, 50), st.integers(1, 50))
    return sides.map(lambda side: Box(side[0], side[1], side[0] + side[2], side[1] + side[3]))


covers = st.lists(st.builds(Cover, boxes(), st.sampled_from(Shape)), min_size=1, max_size=3)


def area(picture: Picture) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, 3)


def other_under(picture: Picture, chosen: list[Cover]) -> Picture:
    """Give a picture that differs from this one wherever it will be covered, and nowhere else."""
    # A pixel of the picture may happen to have one of the two colours, but not both.
    marks = [area(cover(picture, chosen, colour=colour)) for colour in ((255, 0, 255), (0, 255, 0))]
    pixels = area(picture).copy()
    hidden = (marks[0] != marks[1]).any(axis=2)
    pixels[hidden] = 255 - pixels[hidden]
    return Picture(picture.width, picture.height, pixels.tobytes())


@given(chosen=covers, seed=st.integers(0, 1000))
def test_pictures_that_differ_only_under_the_cover_become_equal(chosen: list[Cover], seed: int) -> None:
    one = as_picture(drawn(WIDTH, HEIGHT, seed))

    assert cover(one, chosen) == cover(other_under(one, chosen), chosen)


@given(box=boxes())
def test_a_rectangle_covers_every_pixel_of_its_box_and_no_other(box: Box) -> None:
    before = as_picture(Image.new("RGB", (WIDTH, HEIGHT), "white"))

    after = area(cover(before, [Cover(box)]))

    inside = np.zeros((HEIGHT, WIDTH), dtype=bool)
    inside[max(box.top, 0) : max(box.bottom, 0), max(box.left, 0) : max(box.right, 0)] = True
    assert (after[inside] == COLOUR).all()
    assert (after[~inside] == 255).all()


def test_an_ellipse_touches_the_four_sides_of_its_box() -> None:
    before = as_picture(Image.new("RGB", (WIDTH, HEIGHT), "white"))

    after = area(cover(before, [Cover(Box(5, 5, 26, 16), Shape.ELLIPSE)]))

    covered = (after == COLOUR).all(axis=2)
    rows, columns = np.nonzero(covered)
    assert (columns.min(), rows.min(), columns.max(), rows.max()) == (5, 5, 25, 15)
    assert not covered[5, 5]


def test_the_cover_of_a_face_hides_hair_ears_and_chin() -> None:
    face = Box(100, 100, 200, 200)

    wide = cover_for_face(face).box

    assert wide.left <= 70
    assert wide.right >= 230
    assert wide.top <= 50
    assert wide.bottom >= 220


@pytest.mark.parametrize("exported", [ImageFormat.JPEG, ImageFormat.PNG])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exports_are_equal_to_the_byte_whatever_was_under_the_cover(
    photo_workers: PhotoWorkers, orientation: int, exported: ImageFormat
) -> None:
    upright = [Cover(Box(3, 4, 17, 19)), Cover(Box(12, 20, 60, 60), Shape.ELLIPSE)]
    one = photo_workers.decode(stored(drawn(WIDTH, HEIGHT), ImageFormat.PNG, orientation=orientation))
    other = other_under(one, upright)
    assert one.pixels != other.pixels

    files = [photo_workers.encode(cover(picture, upright), exported) for picture in (one, other)]

    assert files[0] == files[1]
