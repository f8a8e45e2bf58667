"""A video of a post: its facts, what was said about it, the faces in it, and who has watched how much.

What is kept is a copy that holds pictures and sound and nothing else (`imaging/video_boxes.py`); exactly its
bytes go out. A face in it can't be covered: an opted-out child means that the video is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId, SchoolId, StudentId, VideoId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.videos.captions import Captions
from smadmin.domain.videos.viewing import Stretch, may_miss_ms, seen_to_end

VIDEO_ENDINGS = (".mp4", ".mov", ".m4v", ".3gp")
"""What counts as a video in dialogs and drops; what a file is shows only when it is opened."""

_SOUND_OFF_MS, _SOUND_OFF_HUNDREDTHS = 500, 5
_FEW_PICTURES = 5
"""So many may be left out, and only where that is a moment: a film that was cut may begin with some that lean
on pictures which are gone."""


class Music(StrEnum):
    """Whose music is heard; `unknown` blocks (BLO-IV-B3)."""

    UNKNOWN = "unknown"
    NONE = "none"  # none is heard
    OWN = "own"  # played by the school itself, of a work that is free or its own
    LICENSED = "licensed"  # allowed in writing, or by a licence
    FREE = "free"  # public domain


def apart(sound_ms: int, told_ms: int) -> bool:
    """Tell whether so much sound isn't what was told: coders add some at the beginning and the end."""
    return abs(sound_ms - told_ms) > _SOUND_OFF_MS + told_ms * _SOUND_OFF_HUNDREDTHS // 100


def goes_on(sound_ms: int, length_ms: int) -> bool:
    """Tell whether sound goes on after the last picture: nobody would hear it who sees the video here."""
    return sound_ms > length_ms and apart(sound_ms, length_ms)


@dataclass(frozen=True)
class VideoFacts:
    """What the file is.

    Args:
        width, height: of the upright pictures, in pixels.
        length_ms: by the file's own word, or more where its last picture shows longer; never less.
        sound: whether there is any.
        held: what else was in it and is in the copy no longer: messages' ids.
        pictures: how many there are by the file's own word; 0 where that isn't known.
        sound_ms: how long its sound is, likewise.
    """

    width: int
    height: int
    length_ms: int
    sound: bool
    held: tuple[str, ...] = ()
    pictures: int = 0
    sound_ms: int = 0

    def hides(self, shown: int) -> bool:
        """Tell whether pictures that are in the file weren't among those that could be shown."""
        moment = self.pictures * may_miss_ms(self.length_ms) // max(1, self.length_ms)
        return shown < self.pictures - min(_FEW_PICTURES, moment)

    def ends_early(self, end_ms: int) -> bool:
        """Tell whether the decoder gave up before the end: what comes after it would go out unseen."""
        return end_ms < self.length_ms - may_miss_ms(self.length_ms)


@dataclass(frozen=True)
class VideoSaid:
    """What a person says about a video.

    Args:
        taken_by: who made it.
        right: the right to use it; `right_note` where that stands in writing.
        music: whose music is heard; `music_note` where its right stands in writing.
        captions: for those who can't hear, or None.
        no_captions: why there are none, where there are none.
    """

    taken_by: str = ""
    right: RightOfUse = RightOfUse.UNKNOWN
    right_note: str = ""
    music: Music = Music.UNKNOWN
    music_note: str = ""
    captions: Captions | None = None
    no_captions: str = ""

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as a row's part holds them."""
        captions = self.captions
        return {
            "taken_by": self.taken_by,
            "right": self.right.value,
            "right_note": self.right_note,
            "music": self.music.value,
            "music_note": self.music_note,
            "captions": None if captions is None else [captions.kind.value, captions.text],
            "no_captions": self.no_captions,
        }


@dataclass(frozen=True)
class VideoFace:
    """A face that shows for a while.

    Args:
        face: its box is in the pixels of a frame of `width` times `height`.
        at_ms: where it is seen best; `until_ms` where it was seen last.
    """

    face: Face
    at_ms: int
    until_ms: int
    width: int
    height: int


@dataclass(frozen=True)
class Video:
    """A video under a post.

    Args:
        name: the file's name, for staff.
        media: the sealed copy; `sha256` of its bytes, hex, `original` of the file as it was brought.
        sampled: whether faces were looked for; no faces before that isn't none.
        sought: the children who were looked for then.
        watched: which stretches each person has seen.
        watched_until: until when the time that this took each of them is accounted for.
    """

    id: VideoId
    school: SchoolId
    name: str
    media: MediaId
    sha256: str
    original: str
    facts: VideoFacts
    added_by: PersonId
    added_at: datetime
    said: VideoSaid = field(default_factory=VideoSaid)
    sampled: bool = False
    sought: tuple[StudentId, ...] = ()
    weaker_eyes: bool = False
    faces: tuple[VideoFace, ...] = ()
    watched: Mapping[PersonId, tuple[Stretch, ...]] = field(default_factory=dict)
    watched_until: Mapping[PersonId, datetime] = field(default_factory=dict)
    version: int = 1

    @property
    def place(self) -> str:
        """What a reason about it points at."""
        return f"video:{self.id}"

    @property
    def ending(self) -> str:
        """The ending of its file's name, as platforms know it."""
        written = self.name[self.name.rfind(".") :].lower()
        return written if written in VIDEO_ENDINGS else VIDEO_ENDINGS[0]

    def seen_by(self, person: PersonId) -> tuple[Stretch, ...]:
        """Give what somebody has watched."""
        return self.watched.get(person, ())

    def open_faces(self) -> tuple[VideoFace, ...]:
        """Give the faces that a person still has to answer."""
        return tuple(one for one in self.faces if one.face.must_decide)


def said_reasons(said: VideoSaid, place: str) -> tuple[Reason, ...]:
    """List what is still to be said about a video: source, rights, music, captions."""
    reasons = []
    if not said.taken_by.strip():
        reasons.append(Reason(say("videos.taken-by-missing"), "BAL-B1h", place))
    if said.right is RightOfUse.UNKNOWN:
        reasons.append(Reason(say("videos.right-missing"), "BLO-IV-B3", place))
    if said.right in {RightOfUse.GIVEN, RightOfUse.LICENSED} and not said.right_note.strip():
        reasons.append(Reason(say("videos.right-note-missing"), "BLO-IV-B3", place))
    if said.music is Music.UNKNOWN:
        reasons.append(Reason(say("videos.music-missing"), "BLO-IV-B3", place))
    if said.music is Music.LICENSED and not said.music_note.strip():
        reasons.append(Reason(say("videos.music-note-missing"), "BLO-IV-B3", place))
    if said.captions is None and not said.no_captions.strip():
        reasons.append(Reason(say("videos.captions-missing"), None, place))
    return tuple(reasons)


def face_reasons(video: Video, *, later: int) -> tuple[Reason, ...]:
    """List what is still to be answered about the faces.

    Args:
        video: which one.
        later: how many children came on the list since faces were looked for.
    """
    if not video.sampled:
        return (Reason(say("videos.still-looking"), "BAL-B1i1", video.place),)
    reasons = []
    if any(one.face.covered for one in video.faces):
        reasons.append(Reason(say("videos.shows-opted-out"), "BAL-B1i1", video.place))
    if left := len(video.open_faces()):
        reasons.append(Reason(say("videos.faces-open", n=left), "BAL-B1i1", video.place))
    if later:
        reasons.append(Reason(say("videos.list-changed", n=later), "BAL-B1i1", video.place))
    return tuple(reasons)


def finish_reasons(video: Video, person: PersonId, *, later: int, unanswered: int) -> tuple[Reason, ...]:
    """List why somebody can't say yet that they have seen a video to its end.

    Args:
        video: which one.
        person: who wants to say so.
        later: how many children came on the list since faces were looked for.
        unanswered: how many faces this person has yet to answer for themselves, who sees it second.
    """
    reasons = list(face_reasons(video, later=later))
    if not seen_to_end(video.seen_by(person), video.facts.length_ms):
        reasons.append(Reason(say("videos.not-seen-to-end"), "SOC-O7", video.place))
    if unanswered:
        reasons.append(Reason(say("videos.answer-again", n=unanswered), "SOC-M4", video.place))
    return tuple(reasons)


ANSWERS = frozenset({Decision.NOT_THIS_CHILD, Decision.OPTED_OUT, Decision.CLEARED, Decision.OPEN})
"""What may be said of a face in a video: it can't be covered, and consents are said of photos."""
