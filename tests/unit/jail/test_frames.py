"""What a frame announces is checked before it is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.jail import frames

numbers = st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20).map(tuple)


@given(job=st.integers(0, 2**64 - 1), code=st.integers(0, 2**16 - 1), values=numbers, size=st.integers(0, 99))
def test_what_is_packed_is_read_back(job: int, code: int, values: tuple[int, ...], size: int) -> None:
    packed = frames.pack(job, code, values, size)

    head = frames.parse_head(packed[: frames.HEAD.size], largest=99)
    assert (head.job, head.code, head.body) == (job, code, size)
    assert frames.parse_numbers(packed[frames.HEAD.size :], head.numbers) == values


@given(noise=st.binary(min_size=frames.HEAD.size, max_size=frames.HEAD.size))
def test_noise_is_no_frame(noise: bytes) -> None:
    with pytest.raises(frames.NonsenseError):
        frames.parse_head(noise, largest=2**63)


@pytest.mark.parametrize(("count", "size"), [(0, 101), (frames.MOST_NUMBERS + 1, 0)])
def test_more_than_was_agreed_is_refused(count: int, size: int) -> None:
    head = frames.HEAD.pack(frames.MARK, 1, 0, count, size)

    with pytest.raises(frames.NonsenseError):
        frames.parse_head(head, largest=100)
