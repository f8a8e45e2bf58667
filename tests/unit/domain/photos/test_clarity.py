"""What keeps a face from being told."""

import pytest

from smadmin.domain.photos.clarity import (
    LEAST_LIGHT,
    LEAST_SHARPNESS,
    MOST_ASIDE,
    SMALLEST_PX,
    Clarity,
    Unclear,
    unclear,
)


@pytest.mark.parametrize(
    ("height", "clarity", "said"),
    [
        (SMALLEST_PX, Clarity(MOST_ASIDE, LEAST_SHARPNESS, LEAST_LIGHT), ()),
        (SMALLEST_PX - 1, Clarity(0, 1, 99), (Unclear.SMALL,)),
        (200, Clarity(MOST_ASIDE + 0.01, 1, 99), (Unclear.TURNED,)),
        (200, Clarity(0, LEAST_SHARPNESS - 0.01, 99), (Unclear.BLURRED,)),
        (200, Clarity(0, 1, LEAST_LIGHT - 1), (Unclear.DARK,)),
        (20, Clarity(2, 0, 0), tuple(Unclear)),
        (20, None, (Unclear.SMALL,)),
        (200, None, ()),
    ],
)
def test_size_side_blur_and_darkness_count_each(
    height: int, clarity: Clarity | None, said: tuple[Unclear, ...]
) -> None:
    assert unclear(height, clarity) == said
