"""What others wrote is read strictly."""

from collections.abc import Callable

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.plainly import box_of, list_of, number_of, object_of, sides_of, text_of


def test_a_box_is_read_as_it_was_written() -> None:
    assert box_of(sides_of(Box(1, 2, 30, 40))) == Box(1, 2, 30, 40)


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (text_of, 7),
        (text_of, "x" * 201),
        (number_of, True),
        (number_of, "7"),
        (list_of, {"a": 1}),
        (object_of, [1]),
    ],
)
def test_what_is_of_another_kind_is_refused(read: Callable[[Plain], object], wrong: Plain) -> None:
    with pytest.raises(ValueError, match="was expected"):
        read(wrong)


def test_a_text_may_be_long_where_that_is_asked_for() -> None:
    assert text_of("x" * 201, longest=None) == "x" * 201
