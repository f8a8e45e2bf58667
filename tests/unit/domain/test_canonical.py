"""Canonical bytes equal RFC 8785 for what is allowed, and nothing else is allowed."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.canonical import LARGEST, Plain, canonical, loads, parse

texts = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(max_codepoint=127))
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST + 1, LARGEST - 1) | texts,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)


@given(st.dictionaries(keys, plain, max_size=5))
def test_canonical_bytes_equal_rfc_8785_and_read_back(value: dict[str, Plain]) -> None:
    assert canonical(value) == rfc8785.dumps(value)
    assert parse(canonical(value)) == value


@pytest.mark.parametrize("bad", [{"a": 0.5}, {"ä": 1}, {"a": 2**53 + 1}, {"a": "\ud800"}, {"a": b"bytes"}])
def test_what_has_no_single_form_is_refused(bad: dict[str, Plain]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        canonical(bad)


def test_bytes_that_are_no_object_are_refused() -> None:
    with pytest.raises(ValueError, match="object"):
        parse(b"[1]")


def test_brackets_nested_thousands_deep_are_refused_like_any_other_bytes() -> None:
    with pytest.raises(ValueError, match="deep"):
        loads("[" * 5000)
