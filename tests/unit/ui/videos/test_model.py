"""A video in words: what is asked of whom, and how it stands under its post."""

from dataclasses import replace

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PersonId, StudentId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import OptOut, Student
from smadmin.domain.videos.captions import CaptionKind, Captions
from smadmin.domain.videos.releasing import VideoLooks
from smadmin.domain.videos.video import Video, VideoFace
from smadmin.domain.videos.viewing import Stretch
from smadmin.services.videos.views import VideoView
from smadmin.ui.theme import State
from smadmin.ui.videos.model import clock, said_lines, sorted_rows, tile_line, video_model
from tests.unit.domain.videos.made import ANA, BO, SAID, face, video

CHILD = Student(
    StudentId("ann"), video().school, "Annabel", "Quillfeather", ("4b",), frozenset({OptOut.PHOTOS})
)


def view(
    shown: Video, *, seen: tuple[PersonId, ...] = (), needed: int = 1, missing: tuple[Reason, ...] = ()
) -> VideoView:
    looks = VideoLooks(shown.id, "ab", "", tuple((one, 1) for one in seen), needed, missing)
    return VideoView(shown, (CHILD,), 0, looks, tuple(seen))


def near_ann(one: VideoFace) -> VideoFace:
    return replace(one, face=replace(one.face, near=(CHILD.id,)))


def test_faces_that_look_like_nobody_are_answered_together() -> None:
    faces = (face(0), near_ann(face(1, FaceState.POSSIBLE)), face(2, FaceState.NO_MATCH))

    model = video_model(view(video(faces=faces)), ANA, ())

    assert model.together == ("f0",)
    assert [row.asked for row in model.rows] == [True, True, False]
    assert model.rows[1].near == (CHILD,)
    assert [row.state for row in model.rows] == [State.WAITS, State.DOUBT, State.NOTE]


def test_few_faces_are_answered_by_one_press_and_none_whose_picture_cannot_be_had() -> None:
    faces = (near_ann(face(0, FaceState.TOO_SMALL)), *(face(number) for number in range(1, 10)))
    model = video_model(view(video(faces=faces)), ANA, ())

    sort = sorted_rows(model, {FaceId("f2")})

    assert [row.face for row in sort.doubts] == ["f0"]
    assert [row.face for row in sort.page] == ["f1", "f3", "f4"]
    assert sort.later == 5
    assert [row.face for row in sort.rest] == ["f2"]


def test_the_second_person_is_asked_without_the_firsts_answer() -> None:
    answered = near_ann(face(0, FaceState.POSSIBLE, Decision.NOT_THIS_CHILD))
    answered = replace(answered, face=replace(answered.face, decided_by=ANA))
    shown = video(faces=(answered,), watched={BO: (Stretch(0, 10_000),)})

    first, second = (video_model(view(shown, seen=(ANA,)), who, ()) for who in (ANA, BO))
    done = video_model(view(shown, seen=(ANA,)), BO, {answered.face.id})

    assert (first.rows[0].asked, first.finished) == (False, True)
    assert second.rows[0].asked
    assert second.rows[0].says == say("videoui.face-like")
    assert [reason.message.id for reason in second.missing] == ["videos.answer-again"]
    assert done.missing == ()


def test_what_was_taken_out_is_told_with_the_file_left_alone() -> None:
    held = replace(video().facts, held=("videos.held-place",))

    told = video_model(view(video(facts=held)), ANA, ()).held

    assert told == say("videoui.held", what=(say("videos.held-place"),))
    assert video_model(view(video()), ANA, ()).held is None


@pytest.mark.parametrize(
    ("stands", "expected"),
    [
        (view(video(), missing=(Reason(say("videos.music-missing")),)), (State.STOP, "videoui.to-do")),
        (view(video()), (State.WAITS, "videoui.to-see")),
        (view(video(), seen=(ANA,), needed=2), (State.WAITS, "videoui.second-to-see")),
        (view(video(), seen=(ANA, BO), needed=2), (State.FINE, "videoui.seen-by-so-many")),
    ],
)
def test_the_tile_says_what_is_left(stands: VideoView, expected: tuple[State, str]) -> None:
    state, says = tile_line(stands, ANA)

    assert (state, says.id) == expected


def test_a_reader_sees_what_was_said() -> None:
    captions = Captions(CaptionKind.SRT, "1\n", 3)
    said = replace(SAID, right=RightOfUse.GIVEN, right_note="Binder 3", captions=captions)

    assert [line.id for line in said_lines(said)] == [
        "videoui.by",
        "videoui.right-given",
        "videoui.music-none",
        "videoui.proof",
        "videoui.captions-there",
    ]
    assert said_lines(SAID)[-1].id == "videoui.captions-none"


def test_a_length_is_minutes_and_seconds() -> None:
    assert [clock(one) for one in (0, 61_900, 600_000)] == ["0:00", "1:01", "10:00"]
