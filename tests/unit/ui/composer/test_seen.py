"""A post as readers of each platform see it."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.appearing import WHOLE, Cut
from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Picture
from smadmin.ui.composer.seen import SHOWN_AT_MOST, Seen, seen_on, takes_of
from smadmin.ui.theme import State
from tests.policies import platforms

NOW = datetime(2026, 11, 20, tzinfo=UTC)
PICTURES = tuple(Picture(PhotoId(str(number))) for number in range(6))
PHOTOS = {
    one.photo: Photo(
        one.photo, SchoolId("s"), PhotoSetId("f"), "1.jpg", MediaId("m"), "00", width=1000, height=2000
    )
    for one in PICTURES
}


def seen(
    platform: Platform, text: str = "Hello", pictures: int = 0, photos: dict[PhotoId, Photo] | None = None
) -> Seen:
    return seen_on(text, PICTURES[:pictures], PHOTOS if photos is None else photos, platforms()[platform])


def test_a_long_text_is_folded_where_the_platform_folds_it() -> None:
    text = "The book fair opens on Thursday. " * 10

    folded = seen(Platform.INSTAGRAM, text, 1)

    assert folded.text == text[:125].rpartition(" ")[0] + " "
    assert folded.text + folded.rest == text
    assert seen(Platform.X, text[:280]).rest == ""


def test_a_very_long_text_is_shown_in_part() -> None:
    shown = seen(Platform.WORDPRESS, "a" * 100_000)

    assert len(shown.text) == SHOWN_AT_MOST + 2
    assert seen(Platform.FACEBOOK, "a" * 100_000).rest.endswith(" …")


def test_only_what_goes_out_is_shown_and_the_rest_is_told() -> None:
    shown = seen(Platform.X, pictures=6)

    assert [one.photo for one in shown.pictures] == [one.photo for one in PICTURES[:4]]
    assert [(one.state, one.says.id) for one in shown.told] == [
        (State.DOUBT, "platforms.loses-pictures"),
        (State.DOUBT, "platforms.cuts-in-grid"),
    ]


def test_a_picture_is_shown_as_it_is_cut() -> None:
    assert seen(Platform.INSTAGRAM, pictures=1).pictures[0].cut == Cut(top=0.1875, bottom=0.8125)
    assert seen(Platform.WORDPRESS, pictures=1).pictures[0].cut == WHOLE
    assert seen(Platform.INSTAGRAM, pictures=1, photos={}).pictures[0].cut == WHOLE


@pytest.mark.parametrize(
    ("text", "pictures", "host"),
    [
        ("See https://www.Lincoln.org:8080/menu?x=1", 0, "lincoln.org"),
        ("See lincoln.org/menu", 1, ""),
        ("No link", 0, ""),
    ],
)
def test_the_first_link_gets_a_card_where_no_picture_takes_its_place(
    text: str, pictures: int, host: str
) -> None:
    assert seen(Platform.FACEBOOK, text, pictures).card == host


def test_the_text_stands_below_the_pictures_where_the_platform_puts_it_there() -> None:
    assert seen(Platform.INSTAGRAM).pictures_first
    assert not seen(Platform.FACEBOOK).pictures_first


def test_a_title_that_the_platform_asks_for_is_told() -> None:
    assert [(one.state, one.says.values["limit"]) for one in seen(Platform.YOUTUBE).told] == [
        (State.NOTE, 100)
    ]


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        (Platform.X, [("takes-photos", 4), ("takes-video-of", "2:20"), ("takes-descriptions", 1000)]),
        (Platform.VIMEO, [("takes-video", None)]),
        (Platform.FACEBOOK, [("takes-photos", 10), ("takes-video-of", "240:00")]),
    ],
)
def test_what_a_platform_takes_is_said_before_anything_is_added(
    platform: Platform, said: list[tuple[str, object]]
) -> None:
    told = [(one.id, *one.values.values(), None) for one in takes_of(platforms()[platform])]

    assert [(name, value) for name, value, *_ in told] == [
        (f"platforms.{name}", value) for name, value in said
    ]
