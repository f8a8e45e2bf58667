"""Each account gets the file that was made for it: named in the release, handed out to the byte."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from smadmin.domain.approvals import Mandate, ReleaseBy
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.manifests import ONE_FOR_ALL, Manifest
from smadmin.domain.posts import PostStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.mail import MAIL_FILE
from smadmin.services.desk import Deed
from smadmin.services.releases import newest_revision
from tests.road import PIXELS, Road, make_road
from tests.spoken_road import prepared, spoken_of

FINE, COARSE = b"\xff\xd8\xff\xe0 a fine one \xff\xd9", b"\xff\xd8\xff\xe0 small \xff\xd9"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """The tiny school, where a picture's file for X isn't the one for Facebook."""
    road = make_road(tmp_path / "store")
    road.pixels = (FINE, COARSE)
    return road


def both(road: Road) -> tuple[AccountId, AccountId]:
    return road.x, road.facebook


def manifest_of(road: Road, post: PostId) -> Manifest:
    released = road.approvals.released(road.by("ana"), post)
    assert released is not None
    assert released.manifest is not None
    return released.manifest


def handed(road: Road, post: PostId, account: AccountId, folder: Path) -> bytes:
    """Hand a post out and give the picture's bytes."""
    road.handed_out(post, folder, account=account)
    (file,) = folder.glob("*/01.jpg")
    return file.read_bytes()


def test_a_release_names_each_accounts_file_and_exactly_that_goes_out(road: Road, tmp_path: Path) -> None:
    post = road.released(accounts=both(road), photo=True)

    files = manifest_of(road, post).files
    digests = {account: [sha256 for _, sha256, _ in listed] for account, listed in files.items()}
    assert digests == {
        road.x: [hashlib.sha256(FINE).hexdigest()],
        road.facebook: [hashlib.sha256(COARSE).hexdigest()],
    }
    assert handed(road, post, road.x, tmp_path / "x") == FINE
    assert handed(road, post, road.facebook, tmp_path / "facebook") == COARSE


def test_a_picture_that_lacks_the_file_of_one_account_is_not_released(road: Road) -> None:
    road.pixels = (FINE,)
    post = road.submitted(accounts=both(road), photo=True)
    for_x = road.submitted(accounts=(road.x,), photo=True)

    reasons = [one.message.id for one in road.approvals.blockers(road.by("bo"), post)]

    assert reasons == ["approvals.file-missing"]  # sent back and handed in again, it is made
    assert road.approvals.blockers(road.by("bo"), for_x) == ()


def test_a_file_that_came_after_the_release_leaves_it_whole(road: Road, tmp_path: Path) -> None:
    road.pixels = (FINE,)
    post = road.released(accounts=(road.x,), photo=True)
    photo = road.posts.get(road.by("ana"), post).content.pictures[0].photo

    road.pixels = (FINE, COARSE)
    road.export(photo)

    assert handed(road, post, road.x, tmp_path) == FINE


def test_the_e_mail_for_a_yes_carries_the_smallest_file_that_goes_out(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store", signed=False)
    road.pixels, yeses = (FINE, COARSE), spoken_of(road)
    asked = prepared(road, yeses, road.submitted(accounts=both(road), photo=True))

    folder = yeses.write(road.by("ana"), asked, tmp_path / "out", subject="Yes?", text="Yes?")

    mail = message_from_bytes((folder / MAIL_FILE).read_bytes())
    assert [
        one.get_payload(decode=True) for one in mail.walk() if one.get_content_type() == "image/jpeg"
    ] == [COARSE]


@pytest.mark.parametrize("v", sorted(ONE_FOR_ALL))
def test_a_release_from_when_one_file_served_every_account_still_holds(
    road: Road, tmp_path: Path, v: int
) -> None:
    road.pixels = (PIXELS, PIXELS)
    post = road.submitted(accounts=both(road), photo=True)

    signed = released_as_before(road, post, v)

    assert manifest_of(road, post) == signed
    assert signed.to_plain()["files"] == [
        [listed[0], hashlib.sha256(PIXELS).hexdigest(), listed[2]] for (listed,) in [signed.files[road.x]]
    ]
    assert road.publications.blockers(road.by("ana"), post, road.facebook) == ()
    assert handed(road, post, road.x, tmp_path) == PIXELS


@pytest.mark.parametrize("v", sorted(ONE_FOR_ALL))
def test_such_a_release_hands_out_what_people_looked_at_whatever_was_made_since(
    road: Road, tmp_path: Path, v: int
) -> None:
    post = road.submitted(accounts=both(road), photo=True)
    released_as_before(road, post, v)

    assert handed(road, post, road.facebook, tmp_path) == FINE


def released_as_before(road: Road, post: PostId, v: int) -> Manifest:
    """Release a post as Bo, in an older shape."""
    with road.school.desk.deed(road.by("bo")) as deed:
        manifest = _manifest(road, deed, post, v)
        deed.record(Act.APPROVE, Noun.POSTS, post, parts=manifest.parts())
        draft = deed.unit.posts.get(post)
        deed.unit.posts.change(replace(draft, stage=PostStage.RELEASED))
    return manifest


def _manifest(road: Road, deed: Deed, post: PostId, v: int) -> Manifest:
    proven = road.proof.now(deed.unit)
    (week,) = proven.acts(Act.SIGN_WEEK)
    revision = newest_revision(deed.unit, deed.unit.posts.get(post))
    assert revision is not None
    window = (deed.now, deed.now + timedelta(days=7))
    mandate = Mandate(ReleaseBy.WEEK, week.seq)
    return road.approvals.facts.manifest(deed.unit, proven, revision, mandate=mandate, window=window, v=v)
