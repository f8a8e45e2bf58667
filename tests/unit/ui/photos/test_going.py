"""Going through the picked photos."""

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.going import next_unlooked, order_of, stepped
from tests.unit.ui.photos.album import MAYA, photo, sheet


def test_only_picked_photos_are_gone_through_and_an_opened_one_last() -> None:
    read = sheet(photo("b"), photo("a"), photo("c", picked=False))

    assert order_of(read, PhotoId("a")) == ("a", "b")
    assert order_of(read, PhotoId("c")) == ("a", "b", "c")


def test_the_next_photo_is_one_that_nobody_looked_at() -> None:
    read = sheet(photo("a"), photo("b", looked_by=MAYA), photo("c"))

    assert next_unlooked(read, PhotoId("a")) == "c"
    assert next_unlooked(read, PhotoId("c")) == "a"
    assert next_unlooked(read, PhotoId("c"), without=PhotoId("a")) == "c"


def test_after_the_last_one_there_is_none() -> None:
    assert next_unlooked(sheet(photo("a", looked_by=MAYA)), PhotoId("a")) is None


def test_stepping_goes_round_the_end() -> None:
    order = (PhotoId("a"), PhotoId("b"))

    assert stepped(order, PhotoId("b"), 1) == "a"
    assert stepped(order, PhotoId("a"), -1) == "b"
    assert stepped(order, PhotoId("x"), 1) is None
