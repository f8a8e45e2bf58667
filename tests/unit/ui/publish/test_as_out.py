"""What goes out on an account, as its readers will see it."""

from dataclasses import replace

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import MediaId, PhotoSetId
from smadmin.domain.photos.review import Photo
from smadmin.ui.publish.as_out import AsOut, as_out
from tests.policies import platforms
from tests.unit.ui.publish.cases import PICTURES, SCHOOL, going, lane


def shown(platform: Platform, text: str) -> AsOut:
    one = replace(lane(platform=platform), text=text)
    here = PICTURES[0][0]
    photo = Photo(here.photo, SCHOOL, PhotoSetId("f"), "1.jpg", MediaId("m"), "00", width=1000, height=2000)
    post = replace(going(one), pictures=((here, photo), PICTURES[1]))
    return as_out(post, one, platforms()[platform])


def test_each_account_shows_its_own_words_and_every_picture() -> None:
    on_x = shown(Platform.X, "The X words")

    assert (on_x.platform, on_x.seen.text) == ("X", "The X words")
    assert [one.photo for one in on_x.seen.pictures] == [one.photo for one, _ in PICTURES]


def test_a_photo_that_is_gone_keeps_its_place_empty() -> None:
    on_x = shown(Platform.X, "Words")

    assert set(on_x.photos) == {PICTURES[0][0].photo}
    assert len(on_x.seen.pictures) == len(PICTURES)
