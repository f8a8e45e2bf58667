"""How readers on each account will see the open post."""

from dataclasses import replace

from smadmin.domain.ids import MediaId, PhotoId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.posts import Content
from smadmin.services.picture_files import PictureFile
from smadmin.ui.approvals.versions import versions_of
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import FACEBOOK, PLATFORMS, X, draft, model, picture, sheet

TEXT = "The book fair opens on Thursday: https://lincoln.k12.wa.us/fair"


def test_each_account_has_its_own_words_fold_and_card() -> None:
    words = {FACEBOOK.id: TEXT}
    post = replace(draft(), content=Content(text="The fair.", accounts=(X.id, FACEBOOK.id), wordings=words))

    on_x, on_facebook = versions_of(replace(sheet(), draft=post), PLATFORMS)

    assert (on_x.account, on_x.seen.text, on_x.seen.rest, on_x.seen.card) == (X, "The fair.", "", "")
    assert on_facebook.seen.text + on_facebook.seen.rest == TEXT
    assert on_facebook.seen.rest
    assert on_facebook.seen.card == "lincoln.k12.wa.us"


def test_what_a_platform_drops_is_told_below_its_version_and_not_shown_in_it() -> None:
    one = picture()
    two = replace(picture(), photo=None, picture=replace(one.picture, photo=PhotoId("q")))
    pictures = (one.picture, two.picture)
    post = replace(draft(), content=replace(draft().content, pictures=pictures))

    on_x, on_facebook = versions_of(replace(sheet(), draft=post, pictures=(one, two)), PLATFORMS)

    assert [len(version.seen.pictures) for version in (on_x, on_facebook)] == [1, 2]
    assert [line.state for line in on_x.seen.told] == [State.DOUBT]
    assert on_facebook.seen.told == ()


def test_the_files_made_for_an_account_are_those_it_shows() -> None:
    one, (big, small) = picture(), (MediaId("big"), MediaId("small"))
    files = {
        X.id: (PictureFile(PhotoId("p"), "A table", big, "00"),),
        FACEBOOK.id: (PictureFile(PhotoId("p"), "A table", small, "11"),),
    }
    read = sheet(pictures=(one,), files=files, sizes={big: 1_496_842, small: 565_319})

    on_x, on_facebook = versions_of(read, PLATFORMS)

    assert (on_x.files, on_facebook.files) == ({PhotoId("p"): big}, {PhotoId("p"): small})
    assert (on_x.made, on_facebook.made) == (
        say("approvalui.made-for", n=1, kb=1497),
        say("approvalui.made-for", n=1, kb=565),
    )
    assert [one.made for one in versions_of(sheet(), PLATFORMS)] == [None, None]


def test_words_that_readers_see_as_they_stand_are_told_apart_from_what_they_see_otherwise() -> None:
    plain = Content(text="The fair.", accounts=(X.id, FACEBOOK.id), wordings={FACEBOOK.id: TEXT})
    filmed = replace(plain, wordings={}, video=VideoId("v"))

    def told(content: Content) -> list[bool]:
        read = replace(sheet(), draft=replace(draft(), content=content))
        return [one.plain for one in versions_of(read, PLATFORMS)]

    assert told(plain) == [True, False]
    assert told(filmed) == [False, False]
    assert told(replace(plain, text="Long. " * 200, wordings={}))[1] is False, "it is shown shortened"


def test_with_a_video_nobody_reads_that_there_are_no_pictures() -> None:
    filmed = replace(draft(), content=replace(draft().content, video=VideoId("v")))

    said = [model(sheet()).people, model(replace(sheet(), draft=filmed)).people]

    assert [any(line.said.id == "approvalui.no-pictures" for line in lines) for lines in said] == [
        True,
        False,
    ]
