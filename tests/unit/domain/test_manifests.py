"""What a release releases, to the byte."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import canonical
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, VideoId
from smadmin.domain.manifests import (
    MANIFEST_PART,
    ONE_FOR_ALL,
    OVERRIDES_PART,
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
        files={x: ((PhotoId("p"), "00", "A tower"),)},
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

    assert told["v"] == 3
    assert told["files"] == {"x": [["p", "00", "A tower"]]}
    assert told["accounts"] == {"x": {"pin": "", "handle": "lincoln_es", "page": "https://x.com/lincoln_es"}}


def test_a_manifest_is_read_back_as_it_was_signed() -> None:
    overrides = canonical(manifest().overrides_plain())

    assert Manifest.from_bytes(manifest().to_bytes(), overrides) == manifest()


def test_what_was_let_stand_is_a_part_of_its_own_so_that_the_rest_can_leave() -> None:
    parts = manifest().parts()

    assert "it is a fair" not in str(parts[MANIFEST_PART])
    assert "it is a fair" in str(parts[OVERRIDES_PART])
    assert set(manifest(overrides=()).parts()) == {MANIFEST_PART}


@pytest.mark.parametrize("beside", [None, b"{}", b'{"overrides":[["promotion","fair"]],"v":3}'])
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
        manifest(overrides=()).to_bytes().replace(b'"v":3', b'"v":2'),
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


def test_a_manifest_with_a_video_is_read_back() -> None:
    video = SignedVideo(VideoId("v"), "ab", "cd", (7, 9))
    signed = replace(manifest(), video=video)

    assert signed.to_plain()["video"] == ["v", "ab", "cd", [7, 9]]
    assert Manifest.from_bytes(signed.to_bytes(), canonical(signed.overrides_plain())) == signed


def test_each_account_has_the_files_that_were_made_for_it() -> None:
    tower, hall = PhotoId("p"), PhotoId("q")
    files = {
        AccountId("x"): ((tower, "00", "A tower"),),
        AccountId("y"): ((tower, "11", "A tower"), (hall, "22", "A hall")),
    }
    signed = manifest(files=files, overrides=())

    assert signed.to_plain()["files"] == {
        "x": [["p", "00", "A tower"]],
        "y": [["p", "11", "A tower"], ["q", "22", "A hall"]],
    }
    assert Manifest.from_bytes(signed.to_bytes()) == signed


OLD = (
    b'{"accounts":{"x":{"handle":"h","page":"","pin":""},"y":{"handle":"i","page":"","pin":""}},"author":"ana",'
    b'"closes":"2026-11-23T12:00:00+00:00","files":[["p","00","A tower"]],"findings":[],'
    b'"looks":[["p",3,4]],"mandate":"week","mandate_seq":7,"opens":"2026-11-16T12:00:00+00:00","overrides":0,'
    b'"policy":"yelm-wa/1","post":"post","revision":1,"texts":{"x":"Fair","y":"Fair"},"v":1}'
)


@pytest.mark.parametrize("stored", [OLD, OLD.replace(b'"v":1', b'"v":2,"video":null')])
def test_a_manifest_from_when_one_file_served_every_account_is_read_back_to_the_byte(stored: bytes) -> None:
    signed = Manifest.from_bytes(stored)

    assert signed.to_bytes() == stored
    assert signed.v in ONE_FOR_ALL
    assert set(signed.files.values()) == {((PhotoId("p"), "00", "A tower"),)}
    assert list(signed.files) == ["x", "y"]
