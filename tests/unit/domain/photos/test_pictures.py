"""A picture's pixels fit its size, or there is no picture."""

import pytest

from smadmin.domain.photos.pictures import ImageFormat, Picture, PictureFacts


@pytest.mark.parametrize(("width", "height", "size"), [(2, 2, 11), (2, 2, 13), (2, 0, 0), (-1, -2, 6)])
def test_pixels_that_do_not_fit_are_refused(width: int, height: int, size: int) -> None:
    with pytest.raises(ValueError, match="pixel"):
        Picture(width, height, bytes(size))


def test_a_picture_does_not_show_its_pixels_when_it_is_printed() -> None:
    assert "secret" not in repr(Picture(1, 2, b"secret"))


def test_what_a_file_lacks_and_what_no_copy_has_are_told_apart() -> None:
    facts = PictureFacts(ImageFormat.GIF, had_place=True, animated=True, had_more=True, cut_off=True)

    assert [note.id for note in facts.lacks] == ["imaging.first-frame", "imaging.cut-off"]
    assert [note.id for note in facts.held_besides] == ["imaging.had-place", "imaging.had-more"]
    assert PictureFacts(ImageFormat.JPEG).lacks == PictureFacts(ImageFormat.JPEG).held_besides == ()
