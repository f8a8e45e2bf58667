"""What must be said and answered about a video."""

from dataclasses import replace

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.videos.captions import CaptionKind, Captions
from smadmin.domain.videos.video import (
    Music,
    VideoSaid,
    apart,
    face_reasons,
    finish_reasons,
    goes_on,
    said_reasons,
)
from smadmin.domain.videos.viewing import Stretch
from tests.unit.domain.videos.made import ANA, BO, SAID, face, video


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.message.id for reason in reasons]


@pytest.mark.demand("BLO-IV-B3")
def test_source_rights_music_and_captions_are_asked_for() -> None:
    assert ids(said_reasons(VideoSaid(), "video:v")) == [
        "videos.taken-by-missing",
        "videos.right-missing",
        "videos.music-missing",
        "videos.captions-missing",
    ]
    assert said_reasons(SAID, "video:v") == ()


@pytest.mark.demand("BLO-IV-B3")
@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (replace(SAID, right=RightOfUse.GIVEN), "videos.right-note-missing"),
        (replace(SAID, right=RightOfUse.LICENSED, right_note=" "), "videos.right-note-missing"),
        (replace(SAID, music=Music.LICENSED), "videos.music-note-missing"),
    ],
)
def test_permission_from_others_is_said_where_it_stands_in_writing(said: VideoSaid, missing: str) -> None:
    assert ids(said_reasons(said, "video:v")) == [missing]


def test_captions_do_as_well_as_a_reason_for_none() -> None:
    captions = Captions(CaptionKind.SRT, "1\n00:00:00,000 --> 00:00:02,000\nHi\n", 1)

    assert said_reasons(replace(SAID, no_captions="", captions=captions), "video:v") == ()


@pytest.mark.parametrize(
    ("hint", "decision", "left"),
    [
        (FaceState.FOUND, Decision.OPEN, ["videos.faces-open"]),
        (FaceState.POSSIBLE, Decision.OPEN, ["videos.faces-open"]),
        (FaceState.NO_MATCH, Decision.OPEN, []),
        (FaceState.FOUND, Decision.CLEARED, []),
        (FaceState.POSSIBLE, Decision.NOT_THIS_CHILD, []),
        (FaceState.MATCH, Decision.OPTED_OUT, ["videos.shows-opted-out"]),
    ],
)
def test_a_face_is_answered_and_an_opted_out_child_leaves_the_video_out(
    hint: FaceState, decision: Decision, left: list[str]
) -> None:
    assert ids(face_reasons(video(faces=(face(0, hint, decision),)), later=0)) == left


def test_no_face_yet_is_not_no_face() -> None:
    assert ids(face_reasons(video(sampled=False), later=0)) == ["videos.still-looking"]


def test_a_child_who_came_on_the_list_later_was_not_looked_for() -> None:
    assert ids(face_reasons(video(), later=2)) == ["videos.list-changed"]


@pytest.mark.demand("SOC-O7")
def test_each_says_for_themselves_that_they_saw_it_to_the_end() -> None:
    watched = video(watched={ANA: (Stretch(0, 10_000),), BO: (Stretch(0, 4_000),)})

    assert finish_reasons(watched, ANA, later=0, unanswered=0) == ()
    assert ids(finish_reasons(watched, BO, later=0, unanswered=0)) == ["videos.not-seen-to-end"]
    assert ids(finish_reasons(watched, ANA, later=0, unanswered=1)) == ["videos.answer-again"]


def test_what_was_said_is_told_to_the_record_whole() -> None:
    captions = Captions(CaptionKind.VTT, "WEBVTT\n", 1)

    told = replace(SAID, captions=captions).to_plain()

    assert told["captions"] == ["vtt", "WEBVTT\n"]
    assert set(told) == set(VideoSaid.__dataclass_fields__)


@pytest.mark.parametrize(
    ("shown", "hides"), [(180, False), (176, False), (175, False), (174, True), (0, True)]
)
def test_pictures_that_nobody_could_see_are_noticed(shown: int, *, hides: bool) -> None:
    facts = replace(video().facts, length_ms=6_000, pictures=180)

    assert facts.hides(shown) is hides
    assert not video().facts.hides(0)  # nobody knows how many there are


@pytest.mark.parametrize(("pictures", "shown"), [(108_000, 107_994), (3600, 3594), (60, 59)])
def test_no_more_than_a_moment_of_a_long_or_slow_video_is_left_out(pictures: int, shown: int) -> None:
    facts = replace(video().facts, length_ms=3_600_000, pictures=pictures)

    assert facts.hides(shown)
    assert not facts.hides(pictures)


@pytest.mark.parametrize(
    ("end_ms", "early"), [(30_000, False), (29_500, False), (29_499, True), (5_000, True)]
)
def test_a_decoder_that_gives_up_before_the_end_is_noticed(end_ms: int, *, early: bool) -> None:
    assert replace(video().facts, length_ms=30_000).ends_early(end_ms) is early


@pytest.mark.parametrize(
    ("sound_ms", "told_ms", "off", "on"),
    [
        (10_000, 10_000, False, False),
        (11_000, 10_000, False, False),  # half a second and a twentieth
        (11_001, 10_000, True, True),
        (4_000, 10_000, True, False),
        (0, 400, False, False),
    ],
)
def test_sound_is_held_against_what_is_told_and_against_the_pictures(
    sound_ms: int, told_ms: int, *, off: bool, on: bool
) -> None:
    assert (apart(sound_ms, told_ms), goes_on(sound_ms, told_ms)) == (off, on)
