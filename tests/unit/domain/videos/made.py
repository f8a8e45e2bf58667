"""A video for the tests of its rules: nothing is decoded."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from smadmin.domain.ids import FaceId, MediaId, PersonId, SchoolId, VideoId
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.videos.video import Music, Video, VideoFace, VideoFacts, VideoSaid

ANA, BO = PersonId("ana"), PersonId("bo")
SAID = VideoSaid("Ana Brooks", RightOfUse.STAFF, music=Music.NONE, no_captions="Nobody speaks")


def video(**changed: Any) -> Video:
    made = Video(
        id=VideoId("v"),
        school=SchoolId("s"),
        name="fair.mp4",
        media=MediaId("m"),
        sha256="ab",
        original="cd",
        facts=VideoFacts(640, 360, 10_000, sound=True),
        added_by=ANA,
        added_at=datetime(2026, 11, 16, tzinfo=UTC),
        said=SAID,
        sampled=True,
    )
    return replace(made, **changed)


def face(number: int, hint: FaceState = FaceState.FOUND, decision: Decision = Decision.OPEN) -> VideoFace:
    box = Box(number * 100, 0, number * 100 + 60, 60)
    return VideoFace(Face(FaceId(f"f{number}"), box, hint, decision=decision), 0, 0, 640, 360)
