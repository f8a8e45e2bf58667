"""What a release releases, to the byte."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import canonical
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, VideoId
from smadmin.domain.manifests import (
    MANIFEST_PART,
    OVERRIDES_PART,
    WITH_VIDEO_VERSION,
    Identified,
    Manifest,
    SignedVideo,
)

ANA = PersonId("ana")
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


def manifest(**other: object) -> Manifest:
    x = AccountId("x")
    plain = Manifest(
        post=PostId("post"),
        revision=1,
        author=ANA,
        accounts={x: Identified("", "lincoln_es", "https://x.com/lincoln_es")},
        texts={x: "Book fair"},
        files=((PhotoId("p"), "00", "A tower"),),
        looks=((PhotoId("p"), 3, 4),),
        findings=("promotion",),
        overrides=(("promotion", "fair", "it is a fair"),),
        policy="baltimore-city-md/1",
        mandate=ReleaseBy.WEEK,
        mandate_seq=7,
        opens=NOON,
        closes=NOON + timedelta(days=7),
    )
    return replace(plain, **other)  # type: ignore[arg-type]  # a test's own fields


def test_a_manifest_says_its_version_and_each_account_in_parts() -> None:
    told = manifest().to_plain()

    assert told["v"] == 1
    assert told["accounts"] == {"x": {"pin": "", "handle": "lincoln_es", "page": "https://x.com/lincoln_es"}}


def test_a_manifest_is_read_back_as_it_was_signed() -> None:
    overrides = canonical(manifest().overrides_plain())

    assert Manifest.from_bytes(manifest().to_bytes(), overrides) == manifest()


def test_what_was_let_stand_is_a_part_of_its_own_so_that_the_rest_can_leave() -> None:
    parts = manifest().parts()

    assert "it is a fair" not in str(parts[MANIFEST_PART])
    assert "it is a fair" in str(parts[OVERRIDES_PART])
    assert set(manifest(overrides=()).parts()) == {MANIFEST_PART}


@pytest.mark.parametrize("beside", [None, b"{}", b'{"overrides":[["promotion","fair"]],"v":1}'])
def test_a_manifest_without_its_overrides_is_none(beside: bytes | None) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Manifest.from_bytes(manifest().to_bytes(), beside)


def test_an_override_that_nobody_signed_is_no_part_of_a_manifest() -> None:
    with pytest.raises(ValueError, match=r".*"):
        Manifest.from_bytes(manifest(overrides=()).to_bytes(), canonical(manifest().overrides_plain()))


@pytest.mark.parametrize(
    "stored",
    [
        b"{}",
        b"[]",
        b'{"post": 1}',
        manifest(overrides=()).to_bytes().replace(b'"v":1', b'"v":2'),
        manifest(overrides=()).to_bytes()[:-1] + b',"more":1}',
        manifest(overrides=()).to_bytes().replace(b'"revision":1', b'"revision": 1'),
        manifest(overrides=()).to_bytes().replace(b'"week"', b'"never"'),
        manifest(overrides=()).to_bytes().replace(b'["p",3,4]', b'["p",3]'),
        canonical({"v": 1, "post": "p", "revision": 1, "author": "a", "accounts": []}),
    ],
)
def test_bytes_that_are_no_manifest_are_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Manifest.from_bytes(stored)


def test_a_manifest_with_a_video_is_another_shape_and_is_read_back() -> None:
    video = SignedVideo(VideoId("v"), "ab", "cd", (7, 9))
    signed = replace(manifest(), video=video, v=WITH_VIDEO_VERSION)

    assert signed.to_plain()["video"] == ["v", "ab", "cd", [7, 9]]
    assert Manifest.from_bytes(signed.to_bytes(), canonical(signed.overrides_plain())) == signed
    assert "video" not in manifest().to_plain()  # what was signed before there were videos stays as it was
