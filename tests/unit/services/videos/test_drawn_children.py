"""Real eyes on a real film: a drawn child who said no, enrolled with a portrait, is found among others.

Slow for a unit test (some seconds with each engine); everything about single steps has painted faces.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.ids import StudentId, VideoId
from smadmin.domain.law import LawDecision
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.videos.video import Video, VideoFace
from smadmin.imaging.videos import VideoWorkers
from smadmin.imaging.workers import DECODER_LIMITS, ENCODER_LIMITS, ENGINE_LIMITS, PhotoWorkers
from smadmin.importing.sample import read_sample
from smadmin.jail.workshop import Workshop
from smadmin.resources import find
from smadmin.services.photos.previews import cut
from smadmin.services.videos.faces import VideoFaces
from smadmin.services.videos.taking import TakingVideos
from tests import films
from tests.darkroom import Darkroom, make_darkroom

SAMPLE = read_sample(find("sample"))
LENA = next(one for one in SAMPLE.students if one.slug == "lena-novak")
FAIR = next(one for one in SAMPLE.photos if one.file == "photos/01-science-fair.jpg")
SHOWN_PX, ROOM = 560, 2.0
"""So many faces' widths around hers are shown: a neighbour stands there too."""


@pytest.fixture(params=["networks", "dlib"])
def eyes(request: pytest.FixtureRequest, photo_workers: PhotoWorkers) -> Iterator[PhotoWorkers]:
    if request.param == "networks":
        yield photo_workers
        return
    with PhotoWorkers(
        Workshop("smadmin.imaging.decoder", DECODER_LIMITS),
        Workshop("smadmin.imaging.encoder", ENCODER_LIMITS),
        Workshop("tests.older_engine", ENGINE_LIMITS),
    ) as workers:
        yield workers


def enrolled(room: Darkroom) -> StudentId:
    """Enter Lena, who said no to photos, with a portrait and her guardian's consent to comparing."""
    pat = room.by("pat")
    room.law.decide(pat, LawDecision("CO", "Pat Winters, principal", "sample", matching=True))
    entry = StudentEntry(LENA.first, LENA.last, (LENA.class_,), frozenset({OptOut.PHOTOS}))
    lena = room.students.add(pat, entry).value
    room.consent(pat, lena, room.school.clock.now().date().replace(month=12, day=31))
    for path in SAMPLE.portraits(LENA)[:1]:
        room.portraits.add(pat, lena, path)
    return lena


def looked_through(room: Darkroom, eyes: PhotoWorkers, path: Path) -> Video:
    """Take a film in and look for faces in it."""
    ana, desk, videos = room.by("ana"), room.school.desk, VideoWorkers()
    video: VideoId = TakingVideos(desk, room.media, videos).take_in(ana, path).value
    faces = VideoFaces(desk, room.media, videos, eyes, mode=RosterMode.OPT_OUT, thresholds=Thresholds())
    list(faces.run(ana, video))
    with desk.look(ana) as unit:
        return unit.videos.get(video)


def test_a_drawn_child_who_said_no_is_found_in_a_film(tmp_path: Path, eyes: PhotoWorkers) -> None:
    room = make_darkroom(tmp_path / "data", workers=eyes)
    lena = enrolled(room)
    (box,) = (Box(*face.box) for face in FAIR.faces if face.who == LENA.slug)
    around = box.grown(sides=ROOM, top=ROOM / 2, bottom=ROOM / 2)
    whole = eyes.decode((SAMPLE.folder / FAIR.file).read_bytes())
    shown = eyes.shrink(cut(whole, around), longest_px=SHOWN_PX)
    path = tmp_path / "fair.mp4"
    path.write_bytes(films.still(shown, 0.5))

    video = looked_through(room, eyes, path)

    share = shown.width / around.width
    left, top = box.left - around.left, box.top - around.top
    drawn = Box(*(round(side * share) for side in (left, top, left + box.width, top + box.height)))

    def nearness(one: VideoFace) -> float:
        return one.face.box.overlap(drawn)

    found = max(video.faces, key=nearness)
    assert nearness(found) > 0.3
    assert found.face.hint in {FaceState.MATCH, FaceState.POSSIBLE}
    assert found.face.near == (lena,)
    others = [one for one in video.faces if one is not found]
    assert len(others) >= 1
    assert not any(one.face.hint is FaceState.MATCH for one in others)
