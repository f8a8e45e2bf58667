"""The demo's photo comes with who stands where."""

from smadmin.services.sample.pictures import sample_picture


def test_a_drawn_photo_knows_who_is_in_it() -> None:
    picture = sample_picture("01-science-fair.jpg")

    assert picture.file.exists()
    assert len(picture.people) == 7
    assert len({name for name, _ in picture.people}) == 7
    assert picture.text
    assert picture.alt
