"""Whatever a picture's size and orientation: it comes upright, and what turned to be searched turns back."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.sight import Seen
from smadmin.imaging.turning import turned_back, turned_points
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import as_picture, drawn, stored
from tests.unit.imaging.test_decoder import TURNS

sides = st.integers(1, 40)


@given(width=sides, height=sides, seed=st.integers(0, 99), orientation=st.sampled_from(sorted(TURNS)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_picture_of_any_size_comes_upright(
    photo_workers: PhotoWorkers, width: int, height: int, seed: int, orientation: int
) -> None:
    image = drawn(width, height, seed)

    seen = photo_workers.decode(stored(image, ImageFormat.PNG, orientation=orientation))

    upright = TURNS[orientation](np.asarray(image))
    assert (seen.height, seen.width) == upright.shape[:2]
    assert bytes(seen.pixels) == upright.tobytes()
    assert orientation > 1 or bytes(seen.pixels) == as_picture(image).pixels


@given(
    size=st.tuples(st.integers(60, 4000), st.integers(60, 4000)),
    corner=st.tuples(st.floats(0, 0.9), st.floats(0, 0.9)),
    share=st.tuples(st.floats(0.02, 0.1), st.floats(0.02, 0.1)),
    quarters=st.integers(0, 3),
)
def test_a_box_found_in_a_turned_picture_comes_back_to_its_place(
    size: tuple[int, int], corner: tuple[float, float], share: tuple[float, float], quarters: int
) -> None:
    left, top = (int(side * at) for side, at in zip(size, corner, strict=True))
    right, bottom = (
        at + max(1, int(side * part)) for at, side, part in zip((left, top), size, share, strict=True)
    )
    corners = turned_points(np.array([(left, top), (right, bottom)], np.float32), quarters, size)
    (found_left, found_top), (found_right, found_bottom) = np.sort(corners, axis=0).astype(int).tolist()
    seen = Seen((found_left, found_top, found_right, found_bottom), 0.8, None)

    back = turned_back(seen, quarters, size if quarters % 2 == 0 else size[::-1])

    assert back.box == (left, top, right, bottom)
