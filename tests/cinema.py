"""The road with videos on it: services over a tiny school, and videos that are lines of text.

A fake video's first line reads `video`; each further one is a second of it and names who shows (`photo_fakes`
tells how). `#` at a line's end is a change of scene after it.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

from smadmin.domain.actors import Actor
from smadmin.domain.ids import FaceId, PostId, VideoId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.videos.captions import CaptionFault, Captions, read_captions
from smadmin.domain.videos.ports import CleanVideo, Frame, Frames, Projection, Sampled, Sound, VideoUnreadable
from smadmin.domain.videos.video import Music, Video, VideoFacts, VideoSaid
from smadmin.domain.videos.viewing import TOLD_AT_ONCE_MS, Stretch
from smadmin.services.students.roster import Students
from smadmin.services.videos.faces import VideoFaces
from smadmin.services.videos.taking import TakingVideos
from smadmin.services.videos.watching import WatchingVideos
from tests.photo_fakes import FACE_PX, FakePhotoWorkers
from tests.road import Road, make_road

SAID = VideoSaid("Ana Brooks", RightOfUse.STAFF, music=Music.NONE, no_captions="Nobody speaks")
QUIET = "video\n\n\n"
"""Two seconds in which nobody shows."""
ONE_FACE = "video\nZoe\nZoe\n"


class FakeProjection:
    """A text that is shown line by line."""

    def __init__(self, text: str, eyes: FakePhotoWorkers) -> None:
        self._lines = text.splitlines()[1:]
        self._eyes = eyes
        self._at = 0
        self.sampled = 0
        self.closed = False

    def sample(self, *, longest_px: int, every_ms: int) -> Sampled:
        end = len(self._lines) * 1000
        if self._at >= len(self._lines):
            return Sampled(None, end, cut=False, ended=True, end_ms=end, pictures=self._at)
        cut = self._at == 0 or self._lines[self._at - 1].endswith("#")
        line = self._lines[self._at].removesuffix("#")
        width = FACE_PX * max(4, len(line.split()))
        # The number keeps two frames that show the same apart, as pixels would.
        picture = self._eyes.decode(f"photo {width} {128 + self._at} {line}".encode())
        self._at += 1
        self.sampled += 1
        return Sampled(
            picture, (self._at - 1) * 1000, cut=cut, ended=False, end_ms=self._at * 1000, pictures=self._at
        )

    def frames(self, *, most: int, longest_px: int, every_ms: int) -> Frames:
        first = self._at
        self._at = min(len(self._lines), first + most)
        shown = tuple(
            Frame(at * 1000, 4, 2, memoryview(bytes([at % 256]) * 32)) for at in range(first, self._at)
        )
        return Frames(shown, ended=self._at >= len(self._lines))

    def seek(self, at_ms: int) -> None:
        self._at = at_ms // 1000

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> "FakeProjection":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FakeVideos:
    """Opens what begins with `video`."""

    def __init__(self, eyes: FakePhotoWorkers) -> None:
        self._eyes = eyes
        self.opened: list[FakeProjection] = []
        self.hears = self.hushed = False
        self.gives_up = 1
        """Only so much of a sound is decoded: a half, a third."""

    def clean(self, untrusted_file: bytes) -> CleanVideo:
        text = untrusted_file.decode()
        if not text.startswith("video"):
            raise VideoUnreadable(say("videos.not-a-video"))
        seconds = len(text.splitlines()) - 1
        length_ms = seconds * 1000
        held = ("videos.held-place",) if "@" in text else ()
        return CleanVideo(
            text.replace("@", "").encode(),
            VideoFacts(640, 360, length_ms, sound=True, held=held, sound_ms=length_ms),
        )

    def open(self, file: bytes) -> Projection:
        self.opened.append(FakeProjection(file.decode(), self._eyes))
        return self.opened[-1]

    def sound(self, file: bytes) -> Sound | None:
        seconds = len(file.decode().splitlines()) - 1
        return Sound(8_000, memoryview(bytes(16_000 * seconds // self.gives_up))) if self.hears else None

    def hush(self) -> None:
        self.hushed = True

    stop = hush

    def captions(self, untrusted_file: bytes, *, length_ms: int) -> Captions:
        found = read_captions(untrusted_file, length_ms=length_ms)
        if isinstance(found, CaptionFault):
            raise VideoUnreadable(say("videos.captions-no-lines"))
        return found


@dataclass
class Cinema:
    """A school with everything between a video's file and a published post."""

    road: Road
    eyes: FakePhotoWorkers
    videos: FakeVideos
    taking: TakingVideos
    faces: VideoFaces
    watching: WatchingVideos
    _in: dict[str, Actor] = field(default_factory=dict)

    def by(self, name: str) -> Actor:
        """Give somebody who signs in once: it takes longer than most of what is tested here."""
        if name not in self._in:
            self._in[name] = self.road.by(name)
        return self._in[name]

    def file(self, text: str = QUIET, name: str = "fair.mp4") -> Path:
        path = self.road.school.folder / name
        path.write_text(text, "utf-8")
        return path

    def taken(self, text: str = QUIET, *, name: str = "fair.mp4") -> VideoId:
        """Take a video in as Ana, say what it is, and look through it."""
        ana = self.by("ana")
        video = self.taking.take_in(ana, self.file(text, name)).value
        self.taking.tell(ana, video, SAID)
        list(self.faces.run(ana, video))
        return video

    def kept(self, video: VideoId) -> Video:
        return self.watching.view(self.by("ana"), video).video

    def watch(self, who: str, video: VideoId, *, until_ms: int | None = None) -> None:
        """Let somebody watch a video, to its end unless said otherwise."""
        end = until_ms or self.kept(video).facts.length_ms
        by = self.by(who)
        for at in range(0, end, TOLD_AT_ONCE_MS):
            if at:
                self.road.school.clock.forward(seconds=TOLD_AT_ONCE_MS // 1000)
            part = Stretch(at, min(end, at + TOLD_AT_ONCE_MS))
            self.watching.watched(by, video, (part,), took_ms=part.end_ms - part.start_ms)

    def see(self, who: str, video: VideoId) -> None:
        """Let somebody watch it to its end, answer for every face and say so."""
        self.watch(who, video)
        open_ones = [one.face.id for one in self.kept(video).open_faces() if not one.face.near]
        if open_ones:
            self.watching.answer(self.by(who), video, open_ones, Choice(Decision.CLEARED))
        again = [one.face.id for one in self.kept(video).faces]
        self.watching.finish(self.by(who), video, again=again)

    def answered(self, who: str, video: VideoId, face: FaceId, choice: Choice) -> None:
        self.watching.answer(self.by(who), video, [face], choice)

    def submitted(self, video: VideoId, *, text: str = "The book fair opens on Thursday.") -> PostId:
        """Hand a post with this video in, as Ana."""
        ana = self.by("ana")
        draft = self.road.draft(text=text)
        self.road.posts.save(ana, draft, replace(draft.content, video=video))
        self.road.posts.submit(ana, draft.id)
        return draft.id


def make_cinema(folder: Path, *, policy: str = "socorro-tx") -> Cinema:
    """Make the road, and say that the list of children is right today."""
    road = make_road(folder, policy=policy)
    desk, eyes = road.school.desk, FakePhotoWorkers()
    Students(desk, road.media, roster_age_days=30).still_right(road.by("pat"))
    videos, mode = FakeVideos(eyes), RosterMode.OPT_OUT
    return Cinema(
        road,
        eyes,
        videos,
        TakingVideos(desk, road.media, videos),
        VideoFaces(desk, road.media, videos, eyes, mode=mode, thresholds=Thresholds(smallest_px=20)),
        WatchingVideos(desk, road.media, videos, road.reader, road.proof, mode=mode),
    )
