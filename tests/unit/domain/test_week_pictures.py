"""A page's pictures are exactly those that its question names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.canonical import Plain
from smadmin.domain.week_pictures import (
    MOST_PICTURE_BYTES,
    MOST_PICTURES,
    PagePicture,
    ToldPicture,
    in_file,
    pictures_in,
    told_pictures,
)

PICTURES = st.lists(
    st.builds(PagePicture, st.integers(0, 9), st.integers(0, 99), st.binary(min_size=1, max_size=40)),
    max_size=6,
)


@given(PICTURES)
def test_what_was_told_is_read_and_parted_again(pictures: list[PagePicture]) -> None:
    plain: Plain = [one.told.to_plain() for one in pictures]
    content = b"".join(one.content for one in pictures)

    assert pictures_in(content, told_pictures(plain)) == tuple(pictures)


@given(PICTURES.filter(bool), st.data())
def test_a_changed_byte_is_noticed(pictures: list[PagePicture], data: st.DataObject) -> None:
    content = bytearray(b"".join(one.content for one in pictures))
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1

    with pytest.raises(ValueError, match="other pictures"):
        pictures_in(bytes(content), [one.told for one in pictures])


@pytest.mark.parametrize(
    "value",
    [[1], [[0, 0, 0, "a"]], [[0, 0, MOST_PICTURE_BYTES + 1, "a"]], [["0", 0, 1, "a"]], [[0, 0, 1, 5]]],
)
def test_what_names_no_picture_is_refused(value: Plain) -> None:
    with pytest.raises((TypeError, ValueError)):
        told_pictures(value)


def test_a_file_takes_so_many_pictures_and_none_too_large() -> None:
    many = [PagePicture(0, number, b"a") for number in range(MOST_PICTURES + 5)]

    assert in_file(many) == tuple(many[:MOST_PICTURES])
    assert in_file([PagePicture(0, 0, bytes(MOST_PICTURE_BYTES + 1)), PagePicture(0, 1, b"")]) == ()
    assert ToldPicture.from_plain(many[0].told.to_plain()) == many[0].told
