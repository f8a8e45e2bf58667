"""A file of bytes that were never written as text isn't asked about like a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.past_posts import UnknownTitles
from smadmin.importing.past_posts.reading import PastReader


@pytest.fixture
def reader() -> Iterator[PastReader]:
    with PastReader() as made:
        yield made


def test_of_bytes_that_are_no_text_nobody_is_asked_for_columns(reader: PastReader, tmp_path: Path) -> None:
    noise = bytes((number * number * 7 + number // 3) % 256 for number in range(1, 5_000))

    listed = tmp_path / "posts.csv"
    listed.write_bytes(noise)
    with pytest.raises(BadInput) as refused:
        reader.read(listed)
    assert refused.value.happened.id == "pastposts.unknown-shape"

    listed.write_bytes("Wann,Wer\n2024-05-03,é\n".encode("cp1252"))
    with pytest.raises(UnknownTitles):
        reader.read(listed)
