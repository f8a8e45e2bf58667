"""What lies under a cover is gone (R1): it can't be told from the export what it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, CoverStyle, cover_as_drawn, cover_for_face
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.imaging.covering import COLOUR, STAR, STICKER, cover, hidden
from smadmin.imaging.workers import PhotoWorkers
from tests.covered import differing, numbered
from tests.pictures import as_picture, drawn, stored

WIDTH, HEIGHT = 40, 30
EXPORTS = (ImageFormat.JPEG, ImageFormat.PNG)
PAIRS = 24
"""How many pairs of files are compared; all 300 in `dev.py bench safety R1`."""


def boxes() -> st.SearchStrategy[Box]:
    sides = st.tuples(st.integers(-20, 39), st.integers(-20, 29), st.integers(1, 50), st.integers(1, 50))
    return sides.map(lambda side: Box(side[0], side[1], side[0] + side[2], side[1] + side[3]))


drawn_covers = st.builds(cover_as_drawn, boxes())
face_covers = st.builds(cover_for_face, boxes(), st.integers(-180, 180))
covers = st.lists(drawn_covers | face_covers, min_size=1, max_size=3)


def area(picture: Picture) -> NDArray[np.uint8]:
    return np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, 3)


@given(chosen=covers, style=st.sampled_from(CoverStyle), seed=st.integers(0, 1000))
def test_pictures_that_differ_only_under_the_cover_become_equal(
    chosen: list[Cover], style: CoverStyle, seed: int
) -> None:
    one = as_picture(drawn(WIDTH, HEIGHT, seed))

    assert cover(one, chosen, style) == cover(differing(one, chosen, seed), chosen, style)


@given(box=boxes())
def test_a_drawn_box_covers_every_pixel_of_its_own_and_fades_within_two(box: Box) -> None:
    before = as_picture(Image.new("RGB", (WIDTH, HEIGHT), "white"))

    after = area(cover(before, [cover_as_drawn(box)]))

    inside = np.zeros((HEIGHT, WIDTH), dtype=bool)
    inside[max(box.top, 0) : max(box.bottom, 0), max(box.left, 0) : max(box.right, 0)] = True
    near = np.zeros((HEIGHT, WIDTH), dtype=bool)
    near[max(box.top - 2, 0) : max(box.bottom + 2, 0), max(box.left - 2, 0) : max(box.right + 2, 0)] = True
    assert (after[inside] == COLOUR).all()
    assert (after[~near] == 255).all()


@given(chosen=covers, style=st.sampled_from(CoverStyle))
def test_edges_are_soft_outwards_only(chosen: list[Cover], style: CoverStyle) -> None:
    black, white = (as_picture(Image.new("RGB", (WIDTH, HEIGHT), name)) for name in ("black", "white"))
    gone = hidden(black, chosen)

    dark, bright = (area(cover(one, chosen, style))[gone].astype(int) for one in (black, white))

    if style is not CoverStyle.BLUR:  # whose colours are the surroundings'
        assert (dark == bright).all()
    whole = hidden(black, [cover_as_drawn(Box(0, 0, WIDTH, HEIGHT))])
    assert whole.all()
    assert gone.sum() <= WIDTH * HEIGHT


@pytest.mark.parametrize("style", CoverStyle)
def test_the_same_pixels_are_destroyed_in_every_style(style: CoverStyle) -> None:
    chosen = [cover_for_face(Box(60, 60, 120, 140), 20), cover_as_drawn(Box(150, 20, 180, 50))]
    noise = np.random.default_rng(5).integers(0, 255, (240, 240, 3), dtype=np.uint8)
    picture = Picture(240, 240, noise.tobytes())

    covered = area(cover(picture, chosen, style))

    gone = hidden(picture, chosen)
    assert (covered[gone] == noise[gone]).all(axis=1).mean() < 0.001


@pytest.mark.parametrize("style", CoverStyle)
@pytest.mark.parametrize("turn", [-35, 35])
def test_a_tilted_head_is_gone_as_somebody_drew_it_by_hand(turn: int, style: CoverStyle) -> None:
    """The head is drawn here, as a slim oval, and not taken from what the program says it hides."""
    grey = Image.new("RGB", (300, 300), "grey")
    head = Image.new("L", (300, 300))
    ImageDraw.Draw(head).ellipse((105, 20, 195, 255), fill=255)  # from the top of the hair to the beard
    head = head.rotate(-turn, center=(150, 160))  # Pillow turns the other way
    red = Image.composite(Image.new("RGB", (300, 300), "red"), grey, head)
    face = Box(100, 90, 200, 230)  # what an engine finds of it: from the eyebrows to the chin

    one, other = (cover(as_picture(shown), [cover_for_face(face, turn)], style) for shown in (red, grey))

    assert one == other


def test_a_shape_is_a_star_on_a_sticker() -> None:
    picture = as_picture(Image.new("RGB", (300, 300), "white"))

    covered = area(cover(picture, [cover_for_face(Box(110, 110, 190, 210))], CoverStyle.SHAPE))

    assert tuple(covered[145, 150]) == STAR
    assert tuple(covered[80, 100]) == STICKER


def test_a_blur_look_has_the_light_around_it_and_no_colour() -> None:
    halves = Image.new("RGB", (400, 300), "navy")
    halves.paste("gold", (200, 0, 400, 300))

    covered = area(cover(as_picture(halves), [cover_for_face(Box(160, 110, 240, 210))], CoverStyle.BLUR))

    left, right = covered[150, 165], covered[150, 235]
    lighter = right.astype(int) - left
    assert lighter.min() > 5
    assert np.ptp(lighter) <= 1


def test_a_cover_outside_of_the_picture_changes_nothing() -> None:
    picture = as_picture(drawn(WIDTH, HEIGHT))

    for style in CoverStyle:
        assert cover(picture, [cover_as_drawn(Box(500, 500, 600, 600))], style).pixels == picture.pixels


@pytest.mark.parametrize("exported", EXPORTS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exports_are_equal_to_the_byte_whatever_was_under_the_cover(
    photo_workers: PhotoWorkers, orientation: int, exported: ImageFormat
) -> None:
    for pair in numbered(orientation, PAIRS // 8):
        untrusted = stored(
            drawn(pair.width, pair.height, pair.seed), ImageFormat.PNG, orientation=orientation
        )
        one = photo_workers.decode(untrusted)
        chosen = pair.covers(one.width, one.height)
        other = differing(one, chosen, pair.seed)
        assert one.pixels != other.pixels

        again = photo_workers.decode(photo_workers.encode(other, ImageFormat.PNG))
        files = {photo_workers.encode(cover(seen, chosen, pair.style), exported) for seen in (one, again)}

        assert len(files) == 1
