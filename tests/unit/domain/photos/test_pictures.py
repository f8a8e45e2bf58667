"""A picture's pixels fit its size, or there is no picture."""

import pytest

from smadmin.domain.photos.pictures import Picture


@pytest.mark.parametrize(("width", "height", "size"), [(2, 2, 11), (2, 2, 13), (2, 0, 0), (-1, -2, 6)])
def test_pixels_that_do_not_fit_are_refused(width: int, height: int, size: int) -> None:
    with pytest.raises(ValueError, match="pixel"):
        Picture(width, height, bytes(size))


def test_a_picture_does_not_show_its_pixels_when_it_is_printed() -> None:
    assert "secret" not in repr(Picture(1, 2, b"secret"))
