"""What is said once photos were taken in."""

import pytest

from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.messages import say
from smadmin.services.photos.taken import LeftOut, TakenIn
from smadmin.ui.photos.taken import banners_after
from smadmin.ui.theme import State

PLAIN = TakenIn(PhotoSetId("s"), (PhotoId("p"),), (), 0)


def test_where_all_went_well_nothing_is_said() -> None:
    assert banners_after(PLAIN, phone=False) == ()


def test_what_was_left_out_or_set_aside_is_said() -> None:
    left = LeftOut("film.mp4", say("photos.film"))

    (banner,) = banners_after(TakenIn(PLAIN.set, PLAIN.photos, (left,), 2, films=3), phone=False)

    assert banner.state is State.DOUBT
    assert [detail.id for detail in banner.details] == [
        "photoui.left-out",
        "photoui.films-aside",
        "photoui.same",
    ]


def test_of_many_that_were_left_out_the_first_are_named_and_the_others_counted() -> None:
    left = tuple(LeftOut(f"{number}.jpg", say("imaging.unreadable")) for number in range(303))

    (banner,) = banners_after(TakenIn(PLAIN.set, PLAIN.photos, left, 0), phone=False)

    assert [detail.id for detail in banner.details] == ["photoui.left-out"] * 3 + ["photoui.left-out-more"]
    assert banner.details[-1].values["n"] == 300


@pytest.mark.demand("BLO-P1")
def test_whoever_brings_photos_from_their_own_phone_is_told_to_delete_them_there() -> None:
    (banner,) = banners_after(PLAIN, phone=True)

    assert banner.happened.id == "photoui.phone-delete"
    assert [detail.id for detail in banner.details] == ["photoui.phone-personal"]
    assert banner.state is State.WAITS  # so that it stays until it is dismissed
