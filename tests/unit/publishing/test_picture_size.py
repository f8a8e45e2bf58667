"""A picture's size from its first bytes, held against the library that opens pictures."""

import io

import pytest
from PIL import Image

from smadmin.publishing.picture_size import picture_size


def drawn(form: str, **how: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (321, 200), "navy").save(file, form, **how)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        drawn("JPEG"),
        drawn("JPEG", progressive=True),
        drawn("JPEG", exif=b"Exif\0\0" + b"x" * 5000),
        drawn("PNG"),
    ],
    ids=["jpeg", "progressive", "with a long part before", "png"],
)
def test_width_and_height_are_read(content: bytes) -> None:
    assert picture_size(content) == (321, 200)


def test_filling_bytes_are_passed_over() -> None:
    content = drawn("JPEG")
    assert picture_size(content[:2] + b"\xff\xff" + content[2:]) == (321, 200)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0" * 3, b"GIF89a", drawn("JPEG")[:30], drawn("WEBP")]
)
def test_of_another_or_half_a_file_nothing_is_said(content: bytes) -> None:
    assert picture_size(content) is None


def test_each_beginning_of_a_file_ends_soon() -> None:
    whole = drawn("JPEG", progressive=True)
    assert {picture_size(whole[:many]) for many in range(0, len(whole), 7)} == {None, (321, 200)}
