"""A file for each platform the school posts on: as it takes it, equal ones once, gone with the photo."""

from pathlib import Path

import pytest

from smadmin.credentials.files import AgeFiles
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, MediaId, PhotoId, PostId
from smadmin.domain.messages import say
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content, Draft, PostStage
from smadmin.domain.posts import Picture as PostPicture
from smadmin.services.accounts import Accounts
from smadmin.services.media import Media
from smadmin.services.photos.export import Export
from smadmin.services.policy import Policy
from smadmin.storage.files import MediaFiles
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, Eyes, as_file, picture


def ready(room: Darkroom, seen: Picture) -> PhotoId:
    """Take a picture in, cover its faces and finish the first look."""
    ana = room.by("ana")
    photo = room.one_photo(ana, seen)
    room.review.cover_everybody(ana, [photo])
    room.looks.finish(ana, photo, other_things_fine=True)
    return photo


def adopted(room: Darkroom, platform: Platform) -> AccountId:
    form = AccountForm(
        platform, "Lincoln", f"{platform.value}.example", f"https://{platform.value}.example", ""
    )
    return Accounts(room.school.desk).adopt(room.by("pat"), form).value


def write_post(room: Darkroom, photo: PhotoId, *accounts: AccountId) -> None:
    """Begin a post with the photo for these accounts."""
    ana, desk = room.by("ana"), room.school.desk
    content = Content("Fair", accounts, pictures=(PostPicture(photo),))
    draft = Draft(
        PostId(desk.ids.new()), desk.school, room.school.people["ana"], content, PostStage.DRAFT, desk.now
    )
    with desk.deed(ana) as deed:
        deed.unit.posts.add(draft)


def widths(room: Darkroom, photo: PhotoId) -> dict[str, int]:
    """Give how wide each file is that goes out, by what it keeps within."""
    ana = room.by("ana")
    made = room.photo(ana, photo).made
    return {one.within: Eyes().decode(room.media.open(ana, one.file)).width for one in made}


WIDE = picture((ANN, 60), width=4800, height=96)
MASTODON, BLUESKY = "jpeg/3840/90/0", "jpeg/2000/90/1000000"


def test_each_platform_that_its_posts_go_to_gets_a_file_as_it_takes_it(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, photo = room.by("ana"), ready(room, WIDE)
    adopted(room, Platform.FACEBOOK)
    write_post(room, photo, adopted(room, Platform.BLUESKY), adopted(room, Platform.MASTODON))

    room.export.export(ana, photo)

    assert widths(room, photo) == {MASTODON: 2400, BLUESKY: 1600}  # these eyes shrink by whole steps
    assert Eyes().decode(room.export.content(ana, photo)).width == 2400  # people look at the finest


def test_a_photo_in_no_post_gets_the_finest_file_of_the_schools_platforms(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    photo = ready(room, picture((ANN, 60)))
    for platform in (Platform.BLUESKY, Platform.MASTODON):
        adopted(room, platform)

    room.export.export(room.by("ana"), photo)

    assert list(widths(room, photo)) == [MASTODON]


def test_a_finer_file_that_came_later_is_what_people_look_at(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, photo = room.by("ana"), ready(room, WIDE)
    write_post(room, photo, adopted(room, Platform.BLUESKY))
    room.export.export(ana, photo)
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)  # at the covered picture, not at a file
    write_post(room, photo, adopted(room, Platform.MASTODON))

    room.export.complete(ana, [photo])

    assert Eyes().decode(room.export.content(ana, photo)).width == 2400
    assert room.photo(ana, photo).second is not None


def test_a_photo_whose_post_goes_to_some_accounts_gets_the_finest_file_as_well(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    photo, _ = ready(room, WIDE), adopted(room, Platform.MASTODON)
    write_post(room, photo, adopted(room, Platform.BLUESKY))

    room.export.export(room.by("ana"), photo)

    assert widths(room, photo) == {MASTODON: 2400, BLUESKY: 1600}


def test_what_comes_out_equal_is_made_and_kept_once(tmp_path: Path) -> None:
    class Counting(Eyes):
        encoded = 0

        def encode(self, picture: Picture, image_format: object, *, quality: int = 90) -> bytes:
            Counting.encoded += 1
            return as_file(picture)

    room = make_darkroom(tmp_path / "data", workers=Counting())
    photo = ready(room, picture((ANN, 60)))
    write_post(room, photo, adopted(room, Platform.BLUESKY), adopted(room, Platform.MASTODON))

    room.export.export(room.by("ana"), photo)

    assert widths(room, photo) == {MASTODON: 320, BLUESKY: 320}
    assert len(room.photo(room.by("ana"), photo).files) == 1
    assert len(list((room.folder / "media").iterdir())) == 2
    assert Counting.encoded == 1


def test_for_an_account_that_came_later_only_its_file_is_made_before_a_post_is_handed_in(
    tmp_path: Path,
) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo, unseen = ready(room, WIDE), room.one_photo(ana, picture((ANN, 60), width=300))
    write_post(room, photo, adopted(room, Platform.MASTODON))
    room.export.export(ana, photo)
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)
    before = room.photo(ana, photo)
    write_post(room, photo, adopted(room, Platform.BLUESKY))

    lacking = room.export.unmade(ana, [photo, unseen])
    made, again = room.export.complete(ana, [photo, unseen]), room.export.complete(ana, [photo, unseen])

    after = room.photo(ana, photo)
    assert (lacking, bool(made), bool(again)) == (
        (photo,),
        True,
        False,
    )  # nobody looked at the other: it waits
    assert widths(room, photo) == {MASTODON: 2400, BLUESKY: 1600}
    assert (after.exported, after.second, after.made[:1]) == (before.exported, before.second, before.made)
    assert room.school.records.verify(by=ana).whole


def test_a_file_that_is_gone_from_the_disk_is_made_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, photo = room.by("ana"), ready(room, WIDE)
    write_post(room, photo, adopted(room, Platform.BLUESKY), adopted(room, Platform.MASTODON))
    originals = set((room.folder / "media").iterdir())
    room.export.export(ana, photo)
    made = room.photo(ana, photo).made
    for file in set((room.folder / "media").iterdir()) - originals:
        file.unlink()

    lacking = room.export.unmade(ana, [photo])
    room.export.complete(ana, [photo])

    again = room.photo(ana, photo).made
    assert lacking == (photo,)
    assert widths(room, photo) == {MASTODON: 2400, BLUESKY: 1600}
    assert [one.sha256 for one in again] == [one.sha256 for one in made]  # what was released still holds
    with room.school.desk.look(ana) as unit:
        assert [unit.media.maybe(one.file) for one in made] == [None, None]
    assert room.export.unmade(ana, [photo]) == ()


def test_a_file_whose_row_is_gone_is_made_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, photo = room.by("ana"), ready(room, WIDE)
    adopted(room, Platform.MASTODON)
    room.export.export(ana, photo)
    with room.school.desk.deed(ana) as deed:
        deed.unit.media.remove(room.photo(ana, photo).made[0].file)

    room.export.complete(ana, [photo])

    assert widths(room, photo) == {MASTODON: 2400}


def test_a_full_disk_leaves_none_of_several_files_behind(tmp_path: Path) -> None:
    class Full(MediaFiles):
        left = 1

        def write(self, sealed: bytes) -> str:
            if not self.left:
                raise OutsideFailed(say("store.no-space"))
            self.left -= 1
            return super().write(sealed)

    room = make_darkroom(tmp_path / "data")
    ana, photo = room.by("ana"), ready(room, WIDE)
    write_post(room, photo, adopted(room, Platform.BLUESKY), adopted(room, Platform.MASTODON))
    before = list((room.folder / "media").iterdir())
    media = Media(room.school.desk, Full(room.folder / "media"), AgeFiles())
    platforms = Policy.shipped().platforms
    export = Export(room.school.desk, media, room.eyes, mode=RosterMode.OPT_OUT, platforms=platforms)

    with pytest.raises(OutsideFailed):
        export.export(ana, photo)

    assert list((room.folder / "media").iterdir()) == before


def test_no_file_is_left_readable_by_a_later_decision_or_after_the_photo_is_removed(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    accounts = [adopted(room, platform) for platform in (Platform.BLUESKY, Platform.MASTODON)]
    decided, removed = ready(room, WIDE), ready(room, picture((ANN, 60), width=4804, height=96))
    files: list[MediaId] = []
    for photo in (decided, removed):
        write_post(room, photo, *accounts)
        room.export.export(ana, photo)
        files += room.photo(ana, photo).files

    room.review.restyle(ana, room.photo(ana, decided).set, CoverStyle.BLUR)
    room.intake.remove(ana, [removed])

    with room.school.desk.look(ana) as unit:
        assert [unit.media.maybe(one) for one in files] == [None] * 4
