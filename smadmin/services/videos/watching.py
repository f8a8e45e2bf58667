"""Watching a video: what somebody has seen of it, what they say of its faces, and that they saw all of it.

Stretches are saved without a row, like what is typed; an answer and *seen to its end* are rows of the record.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import FaceId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import unreadable_blockers
from smadmin.domain.videos.ports import Projection, Sound, Videos, VideoUnreadable
from smadmin.domain.videos.video import ANSWERS, Video, VideoFace, apart, finish_reasons
from smadmin.domain.videos.viewing import Stretch, accounted, believable, joined, least_ms
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.roles import person_of, refuse, roles_in
from smadmin.services.videos.looked import SEEN_PART, video_face_part, video_looks
from smadmin.services.videos.views import VideoView, asked_again, children_of, later_of


class WatchingVideos:
    """Videos that somebody watches.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(
        self, desk: Desk, media: Media, videos: Videos, reader: Reader, proof: Proof, *, mode: RosterMode
    ) -> None:
        """Stand on the desk, the sealed files, what opens videos, the policy and the proven record."""
        self._desk = desk
        self._media = media
        self._videos = videos
        self._reader = reader
        self._proof = proof
        self._mode = mode

    def view(self, by: Actor, video: VideoId) -> VideoView:
        """Give a video with all that stands beside it.

        Raises:
            KnownError: if there is none.
        """
        with self._desk.look(by) as unit:
            kept, proven = unit.videos.get(video), self._proof.now(unit)
            looks = video_looks(unit, proven, video, self._reader.pack(unit))
            people = proven.trust.people
            names = (people[person].name for person, _ in looks.seen if person in people)
            children, unread = children_of(unit, self._mode)
            return VideoView(
                video=kept,
                beside=children,
                later=later_of(unit, kept, self._mode),
                looks=looks,
                seen_by=tuple(dict.fromkeys(names)),
                unread=unread,
            )

    def open(self, by: Actor, video: VideoId) -> Projection:
        """Open a video to be shown (an errand); who asked closes it."""
        return self._videos.open(self._file(by, video))

    def sound(self, by: Actor, video: VideoId) -> Sound | None:
        """Give the sound of a video (an errand); None where nothing is installed that plays it.

        Raises:
            VideoUnreadable: it can't be decoded, or not all of it: what isn't heard would go out too.
        """
        with self._desk.look(by) as unit:
            facts = unit.videos.get(video).facts
        sound = self._videos.sound(self._file(by, video))
        if sound is not None and facts.sound_ms and apart(sound.length_ms, facts.sound_ms):
            raise VideoUnreadable(say("videos.sound-unread"))
        return sound

    def watched(self, by: Actor, video: VideoId, stretches: Sequence[Stretch], *, took_ms: int) -> Changes:
        """Keep what this person watched (a deed without a row).

        Args:
            by: who watched.
            video: what.
            stretches: of it.
            took_ms: how long it took on a clock.

        Raises:
            NotAllowed: if nobody can have watched that much in that time, or that time hasn't passed.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            kept = deed.unit.videos.get(video)
            took = max(took_ms, least_ms(stretches))  # the leeway of many tellings adds up
            until = accounted(kept.watched_until.get(person), deed.now, took_ms=took)
            if until is None or not believable(stretches, took_ms=took_ms):
                raise NotAllowed((Reason(say("videos.not-believed"), "SOC-O7", f"video:{video}"),))
            inside = (Stretch(max(0, one.start_ms), max(0, one.end_ms)) for one in stretches)
            seen = joined((*kept.seen_by(person), *inside))
            deed.unit.videos.change(
                replace(
                    kept,
                    watched={**kept.watched, person: seen},
                    watched_until={**kept.watched_until, person: until},
                )
            )
        return Changes.of("videos", [video])

    def answer(self, by: Actor, video: VideoId, faces: Collection[FaceId], choice: Choice) -> Changes:
        """Say the same of some faces (a deed); it is a row of the record.

        Raises:
            NotAllowed: a child isn't named, another it may be isn't answered, or somebody else said that an
                opted-out child shows.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            deed.require_roster()
            kept = deed.unit.videos.get(video)
            meant = [one for one in kept.faces if one.face.id in faces]
            reasons = [reason for one in meant for reason in answer_reasons(kept, one, choice, by)]
            if not roles_in(deed) or not meant:
                reasons.insert(0, Reason(say("videos.not-your-role")))
            refuse(tuple(reasons))
            said = {one.face.id: replace(one, face=choice.said_of(one.face, person)) for one in meant}
            after = tuple(said.get(one.face.id, one) for one in kept.faces)
            deed.unit.videos.change(replace(kept, faces=after))
            decided: list[Plain] = [video_face_part(one) for one in said.values()]
            parts: dict[str, Plain] = {"faces": {"video": kept.sha256, "decided": decided}}
            deed.record(Act.ANSWER_VIDEO_FACES, Noun.VIDEOS, video, parts=parts)
        return Changes.of("videos", [video])

    def finish(self, by: Actor, video: VideoId, *, again: Collection[FaceId] = ()) -> Changes:
        """Say that one has seen a video to its end (a deed; SOC-O7).

        Args:
            by: who has seen it.
            video: which one.
            again: the faces that somebody else answered and this person answered for themselves.

        Raises:
            NotAllowed: not all of it was watched, or a face is open.
            Tampered: the children's rows aren't what the last signed row says.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            deed.require_roster()
            kept = deed.unit.videos.get(video)
            left = len(asked_again(kept, person) - set(again))
            later, unread = later_of(deed.unit, kept, self._mode), children_of(deed.unit, self._mode)[1]
            reasons = finish_reasons(kept, person, later=later, unanswered=left)
            refuse((*unreadable_blockers(unread), *reasons))
            faces: list[Plain] = [video_face_part(one) for one in kept.faces]
            details: dict[str, Plain] = {
                "video": kept.sha256,
                "length_ms": kept.facts.length_ms,
                "faces": faces,
                "again": sorted(again),
            }
            deed.record(Act.SEEN_TO_END, Noun.VIDEOS, video, parts={SEEN_PART: details})
        return Changes.of("videos", [video])

    def _file(self, by: Actor, video: VideoId) -> bytes:
        with self._desk.look(by) as unit:
            media = unit.videos.get(video).media
        return self._media.open(by, media)


def answer_reasons(video: Video, one: VideoFace, choice: Choice, by: Actor) -> tuple[Reason, ...]:
    """List why this can't be said of a face."""
    face = one.face
    if choice.decision not in ANSWERS:
        return (Reason(say("videos.not-your-role"), None, video.place),)
    if choice.decision is Decision.OPTED_OUT and choice.student is None:
        return (Reason(say("videos.child-missing"), "BAL-B1i1", video.place),)
    if face.covered and face.decided_by != by.person:
        return (Reason(say("videos.not-your-answer"), "BAL-B1i1", video.place),)
    unnamed = set(face.near) - {choice.student, *choice.others}
    if choice.decision in {Decision.NOT_THIS_CHILD, Decision.CLEARED} and unnamed:
        return (Reason(say("videos.may-be-others"), "BAL-B1i1", video.place),)
    return ()
