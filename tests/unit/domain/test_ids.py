"""Ids sort by time and are what RFC 9562 says."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_uuid_of_version_seven_that_keeps_its_time(unix_ms: int, random: bytes) -> None:
    made = UUID(uuid7(unix_ms, random))

    assert made.version == 7
    assert made.int >> 80 == unix_ms


@given(st.integers(0, 2**47), st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_later_ids_sort_later(unix_ms: int, first: bytes, second: bytes) -> None:
    assert uuid7(unix_ms, first) < uuid7(unix_ms + 1, second)


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(ValueError, match="10 random"):
        uuid7(0, b"short")
