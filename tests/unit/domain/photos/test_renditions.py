"""An exported picture keeps within what its platforms take."""

from dataclasses import replace

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import MediaId
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.domain.photos.renditions import Rendition, finest, rendition_of, renditions_for, shows_more
from smadmin.domain.photos.review import Made
from smadmin.domain.platforms import PlatformFacts

WIDE = PlatformFacts(Platform.X, "X", (), pictures=4, picture_bytes=5000, picture_px=4096, picture_quality=92)
SMALL = PlatformFacts(
    Platform.BLUESKY, "Bluesky", (), pictures=4, picture_bytes=2000, picture_px=2000, picture_quality=88
)
UNLIMITED = PlatformFacts(Platform.MASTODON, "Mastodon", (), pictures=4, picture_px=3840)
FILMS = PlatformFacts(Platform.VIMEO, "Vimeo", (), picture_px=300)


def test_a_platforms_file_is_as_its_data_say() -> None:
    assert rendition_of(SMALL) == Rendition(2000, 88, 2000)
    assert rendition_of(UNLIMITED) == Rendition(3840, 90, None)
    assert rendition_of(replace(WIDE, picture_types=("png",))).format is ImageFormat.PNG
    assert rendition_of(replace(WIDE, picture_types=("png", "jpeg"))).format is ImageFormat.JPEG


def test_each_platform_that_shows_pictures_gets_its_own_file_the_finest_first() -> None:
    made = renditions_for([SMALL, WIDE, FILMS, UNLIMITED, SMALL])

    assert made == (rendition_of(WIDE), rendition_of(UNLIMITED), rendition_of(SMALL))
    assert len({one.within for one in made}) == 3


def test_without_a_platform_it_is_as_large_as_a_large_screen() -> None:
    assert renditions_for([]) == renditions_for([FILMS]) == (Rendition(4096),)
    assert rendition_of(FILMS) == Rendition(4096)


def test_a_file_is_small_enough_or_not() -> None:
    assert Rendition(most_bytes=3).fits(b"abc")
    assert not Rendition(most_bytes=2).fits(b"abc")
    assert Rendition().fits(bytes(10_000))


def test_it_is_tried_coarser_first_then_smaller() -> None:
    tries = list(Rendition(2000, 90, 1).tries())

    assert tries[:5] == [(2000, 90), (2000, 82), (2000, 74), (2000, 66), (1600, 90)]
    assert tries[-1][0] >= 200
    assert list(Rendition(100, 50).tries()) == [(100, 50)]


def made(within: str, sha256: str) -> Made:
    return Made(within, MediaId(sha256), sha256)


def test_a_larger_or_less_pressed_file_shows_more_than_the_one_that_was_seen() -> None:
    small, large = made("jpeg/2000/90/2000000", "a"), made("jpeg/3840/90/0", "b")

    assert finest((small, large)) == finest((large, small)) == large
    assert shows_more((small, large), within=small.within, sha256="a")
    assert not shows_more((small, large), within=large.within, sha256="b")
    assert shows_more((made("jpeg/2000/90/0", "c"),), within=small.within, sha256="a")


def test_an_equal_file_shows_no_more_whatever_it_was_made_for() -> None:
    small, same = made("jpeg/2000/90/2000000", "a"), made("jpeg/3840/90/0", "a")

    assert not shows_more((small, same), within=small.within, sha256="a")
    assert not shows_more((small, same), within=small.within, sha256="before a face was covered")
