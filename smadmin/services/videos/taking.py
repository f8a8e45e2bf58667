"""Taking a video in, and saying what it is: source, rights, music, captions.

An errand reads the file, takes out of a copy what is neither picture nor sound, and seals that; a deed keeps
it. The file on the computer is only read.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import MediaId, VideoId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.typed import tidy
from smadmin.domain.videos.captions import Captions
from smadmin.domain.videos.ports import CleanVideo, Videos
from smadmin.domain.videos.video import Video, VideoSaid
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.files import read_captions, read_video, sha256
from smadmin.services.desk import Deed, Desk
from smadmin.services.media import Media
from smadmin.services.roles import person_of, refuse, roles_in
from smadmin.storage.unit import Unit

LOOSE_AGE = timedelta(days=1)
"""So long a video may lie under no post."""
SAID_PART, VIDEO_PART = "said", "video"
_KIND = "video/mp4"


class TakingVideos:
    """Videos from files to rows."""

    def __init__(self, desk: Desk, media: Media, workers: Videos) -> None:
        """Stand on the desk, the sealed files and what opens videos."""
        self._desk = desk
        self._media = media
        self._workers = workers

    def take_in(self, by: Actor, path: Path) -> Done[VideoId]:
        """Take a video in (a chain): read, cleaned, sealed, then kept.

        Raises:
            VideoUnreadable: with the reason; nothing is kept then.
            NotAllowed: no right to it.
        """
        content = read_video(path)
        clean = self._workers.clean(content)
        file = self._media.seal(clean.content, _KIND)
        try:
            return self._keep(by, tidy(path.name), clean, file=file, original=sha256(content))
        except KnownError:
            self._media.shred([file])
            raise

    def captions(self, by: Actor, video: VideoId, path: Path) -> Captions:
        """Read captions for a video from a file (an errand); `tell` keeps them.

        Raises:
            VideoUnreadable: with the reason.
        """
        with self._desk.look(by) as unit:
            length_ms = unit.videos.get(video).facts.length_ms
        return self._workers.captions(read_captions(path), length_ms=length_ms)

    def tell(self, by: Actor, video: VideoId, said: VideoSaid) -> Changes:
        """Keep what is said about a video (a deed)."""
        with self._desk.deed(by) as deed:
            _may(deed)
            kept = deed.unit.videos.get(video)
            tidied = replace(
                said,
                taken_by=tidy(said.taken_by),
                right_note=tidy(said.right_note),
                music_note=tidy(said.music_note),
                no_captions="" if said.captions is not None else tidy(said.no_captions),
            )
            if tidied == kept.said:
                return Changes()
            deed.unit.videos.change(replace(kept, said=tidied))
            deed.record(Act.CHANGE, Noun.VIDEOS, video, parts={SAID_PART: tidied.to_plain()})
        return Changes.of("videos", [video])

    def remove(self, by: Actor, video: VideoId) -> Changes:
        """Remove a video that no post carries: its row, then the file that nobody could read."""
        self._media.shred(self._remove_row(by, video))
        return Changes.of("videos", [video])

    def tidy(self, by: Actor) -> Changes:
        """Remove videos that lie under no post for a day (a chain); somebody may just be writing one."""
        with self._desk.look(by) as unit:
            videos = unit.videos.all()
            carried = _carried(unit) if videos else frozenset()
        over = self._desk.now - LOOSE_AGE
        gone = [one.id for one in videos if one.id not in carried and one.added_at < over]
        for video in gone:
            self.remove(by, video)
        return Changes.of("videos", gone)

    def _remove_row(self, by: Actor, video: VideoId) -> tuple[MediaFile, ...]:
        with self._desk.deed(by) as deed:
            kept = deed.unit.videos.maybe(video)
            if kept is None or video in _carried(deed.unit):
                return ()
            file = deed.unit.media.get(kept.media)
            deed.unit.media.remove(kept.media)
            deed.unit.videos.remove(video)
            deed.record(Act.REMOVE, Noun.VIDEOS, video, parts={VIDEO_PART: {"sha256": kept.sha256}})
        return (file,)

    def _keep(
        self, by: Actor, name: str, clean: CleanVideo, *, file: MediaFile, original: str
    ) -> Done[VideoId]:
        person = person_of(by)
        with self._desk.deed(by) as deed:
            _may(deed)
            deed.unit.media.add(file)
            video = Video(
                id=VideoId(self._desk.ids.new()),
                school=deed.unit.school,
                name=name,
                media=MediaId(file.id),
                sha256=file.sha256,
                original=original,
                facts=clean.facts,
                added_by=person,
                added_at=deed.now,
            )
            deed.unit.videos.add(video)
            parts: dict[str, Plain] = {
                VIDEO_PART: {"sha256": video.sha256, "original": original, "name": name},
                SAID_PART: video.said.to_plain(),
            }
            deed.record(Act.TAKE_IN_VIDEO, Noun.VIDEOS, video.id, parts=parts)
        return Done(video.id, Changes.of("videos", [video.id]))


def _carried(unit: Unit) -> frozenset[VideoId | None]:
    """Give the videos that lie under a post, or lay under a revision of one."""
    drafts = frozenset(one.content.video for one in unit.posts.all())
    return drafts | frozenset(one.content.video for one in unit.revisions.all())


def _may(deed: Deed) -> None:
    refuse(() if roles_in(deed) & ROSTER_ROLES else (Reason(say("videos.not-your-role")),))
