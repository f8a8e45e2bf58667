"""Looking for faces in a video: a frame each second and at each change of scene, through the photos' engine.

Patterns of faces are computed only where matching is lawful, live while one face is compared, and are not
kept. What was found is kept at the end, in one deed: half a video looked through is one not looked through.
"""

from collections.abc import Generator
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.ids import FaceId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.seeking import Search
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.videos.ports import Sampled, Videos, VideoUnreadable
from smadmin.domain.videos.tracking import Sample, tracked, with_answers
from smadmin.domain.videos.video import Video, VideoFace, VideoFacts
from smadmin.services.desk import Desk
from smadmin.services.jobs import Progress
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.previews import cut
from smadmin.services.students.patterns import matching_allowed
from smadmin.services.videos.views import search_in

SAMPLED_PX = 1280
"""The longest side of a frame that faces are looked for in: a face of 24 px there is 36 px in full HD."""
EVERY_MS = 1_000
_ROOM = 0.5


class VideoFaces:
    """Finds the faces of a video.

    Args:
        videos: what opens videos.
        eyes: what finds faces.
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(
        self,
        desk: Desk,
        media: Media,
        videos: Videos,
        eyes: Workers,
        *,
        mode: RosterMode,
        thresholds: Thresholds,
    ) -> None:
        """Stand on the desk, the sealed files and what sees."""
        self._desk = desk
        self._media = media
        self._videos = videos
        self._eyes = eyes
        self._mode = mode
        self._thresholds = thresholds

    def run(self, by: Actor, video: VideoId) -> Generator[Progress, None, None]:
        """Look through a video (a chain); done and total are milliseconds. Who closes it keeps nothing.

        Raises:
            VideoUnreadable: if it can't be read to its end.
        """
        with self._desk.look(by) as unit:
            kept = unit.videos.get(video)
            compares = matching_allowed(unit, self._desk)
        engine = self._eyes.name().descriptor if compares else None
        with self._desk.look(by) as unit:
            search = search_in(unit, self._desk, self._mode, engine=engine)
        samples, length_ms = [], kept.facts.length_ms
        with self._videos.open(self._media.open(by, kept.media)) as projection:
            while True:
                found = projection.sample(longest_px=SAMPLED_PX, every_ms=EVERY_MS)
                if found.picture is None:
                    break
                samples.append(self._look(found.picture, found.at_ms, search, scene=found.cut))
                yield Progress(min(found.at_ms, length_ms), length_ms, Changes())
        _require_all(kept.facts, found)
        length_ms = max(length_ms, found.end_ms)
        changes = self._keep(by, kept, tracked(samples), search, length_ms=length_ms)
        yield Progress(length_ms, length_ms, changes)

    def face(self, by: Actor, video: VideoId, face: FaceId, *, longest_px: int) -> Picture | None:
        """Give one face with some room around it (an errand); None if it is there no longer."""
        with self._desk.look(by) as unit:
            kept = unit.videos.get(video)
        one = next((one for one in kept.faces if one.face.id == face), None)
        if one is None:
            return None
        with self._videos.open(self._media.open(by, kept.media)) as projection:
            projection.seek(one.at_ms)
            found = projection.sample(longest_px=SAMPLED_PX, every_ms=0)
        return None if found.picture is None else self._around(found.picture, one, longest_px)

    def pictures(
        self, by: Actor, video: VideoId, *, longest_px: int
    ) -> Generator[tuple[FaceId, Picture], None, None]:
        """Give every face with some room around it, in the list's order (an errand that opens it once)."""
        with self._desk.look(by) as unit:
            kept = unit.videos.get(video)
        if not kept.faces:
            return
        with self._videos.open(self._media.open(by, kept.media)) as projection:
            for one in kept.faces:
                projection.seek(one.at_ms)
                found = projection.sample(longest_px=SAMPLED_PX, every_ms=0)
                if found.picture is not None:
                    yield one.face.id, self._around(found.picture, one, longest_px)

    def _look(self, picture: Picture, at_ms: int, search: Search, *, scene: bool) -> Sample:
        eyes = self._eyes
        see = eyes.find_as_it_stands_and_describe if search.portraits else eyes.find_as_it_stands
        faces = tuple(
            search.judge(face, FaceId(self._desk.ids.new()), self._thresholds) for face in see(picture)
        )
        return Sample(at_ms, picture.width, picture.height, scene, faces)

    def _keep(
        self, by: Actor, before: Video, faces: tuple[VideoFace, ...], search: Search, *, length_ms: int
    ) -> Changes:
        weaker = self._eyes.name().weaker
        with self._desk.deed(by) as deed:
            kept = deed.unit.videos.get(before.id)
            seen = replace(
                kept,
                sampled=True,
                faces=with_answers(faces, kept.faces),
                sought=search.sought,
                weaker_eyes=weaker,
                facts=replace(kept.facts, length_ms=length_ms),
            )
            deed.unit.videos.change(seen)
        return Changes.of("videos", [before.id])

    def _around(self, picture: Picture, one: VideoFace, longest_px: int) -> Picture:
        wider = one.face.box.grown(sides=_ROOM, top=_ROOM, bottom=_ROOM)
        box = wider.within(picture.width, picture.height) or Box(0, 0, picture.width, picture.height)
        return self._eyes.shrink(cut(picture, box), longest_px=longest_px)


def _require_all(facts: VideoFacts, end: Sampled) -> None:
    """Refuse a video of which not every picture was shown: its whole file would go out.

    Raises:
        VideoUnreadable: the decoder gave up before the file's own end, or left pictures out.
    """
    happened = None
    if facts.ends_early(end.end_ms):
        happened = say("videos.ends-early")
    elif facts.hides(end.pictures):
        happened = say("videos.hides", shown=end.pictures, n=facts.pictures)
    if happened is not None:
        raise VideoUnreadable(happened, kept=say("videos.original-kept"), remedy=say("videos.save-as-mp4"))
