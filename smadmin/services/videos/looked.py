"""The video of a post, as the record proves it: is it what was taken in, who has seen it to its end.

The video's row says what was said and answered; only what a signed row says counts. *Seen* holds for these
very bytes and faces, and only if nothing was decided after it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PersonId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import Duty, Pack
from smadmin.domain.records import versioned
from smadmin.domain.videos.captions import Captions
from smadmin.domain.videos.releasing import VideoLooks
from smadmin.domain.videos.video import Video, VideoFace, face_reasons, said_reasons
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.decisions import face_part
from smadmin.services.proof import Proven
from smadmin.services.videos.taking import SAID_PART, VIDEO_PART
from smadmin.services.videos.views import later_of
from smadmin.storage.unit import Unit

SEEN_PART = "seen"


@dataclass(frozen=True)
class _Row:
    seq: int
    act: str
    person: PersonId | None
    part: Callable[[str], bytes | None]


def video_looks(unit: Unit, proven: Proven, video: VideoId, pack: Pack) -> VideoLooks:
    """Give how a video stands, by the proven record."""
    rows = (
        _Row(fact.seq, fact.body.act, fact.body.person, partial(proven.part_bytes, fact))
        for fact in proven.about(Noun.VIDEOS, video)
    )
    return _looks(unit, video, pack, tuple(rows))


def stored_looks(unit: Unit, video: VideoId, pack: Pack) -> VideoLooks:
    """Give how a video stands by the stored rows, for who hands in; a release asks the proven ones."""
    rows = (
        _Row(
            row.seq,
            row.act,
            PersonId(row.person) if row.person else None,
            partial(_stored_part, unit, row.seq),
        )
        for row in unit.record.about(Noun.VIDEOS, video)
    )
    return _looks(unit, video, pack, tuple(rows))


def captions_sha256(captions: Captions | None) -> str:
    """Give the digest of captions as they go out; empty where there are none."""
    return "" if captions is None else hashlib.sha256(captions.text.encode()).hexdigest()


def video_face_part(one: VideoFace) -> dict[str, Plain]:
    """Say in a record's part what was answered about a face of a video."""
    return {**face_part(one.face), "at_ms": one.at_ms, "until_ms": one.until_ms}


def _looks(unit: Unit, video_id: VideoId, pack: Pack, rows: tuple[_Row, ...]) -> VideoLooks:
    video = unit.videos.maybe(video_id)
    if video is None:
        gone = Reason(say("videos.gone"), None, f"video:{video_id}")
        return VideoLooks(video_id, None, "", (), pack.video_seen_by, (gone,))
    both = pack.second_look is Duty.REQUIRED and bool(video.faces)
    later = later_of(unit, video, pack.roster_mode)
    return VideoLooks(
        video=video_id,
        sha256=video.sha256 if _as_said(video, rows) else None,
        captions=captions_sha256(video.said.captions),
        seen=_seen(video, rows),
        needed=max(pack.video_seen_by, 2 if both else 1),
        missing=(*said_reasons(video.said, video.place), *face_reasons(video, later=later)),
    )


def _as_said(video: Video, rows: tuple[_Row, ...]) -> bool:
    """Tell whether bytes and words are those of the newest rows: an older state may have been put back."""
    taken = _object(next((row.part(VIDEO_PART) for row in rows if row.act == Act.TAKE_IN_VIDEO), None))
    told = [row.part(SAID_PART) for row in rows if row.act in {Act.TAKE_IN_VIDEO, Act.CHANGE}]
    return (
        taken.get("sha256") == video.sha256
        and bool(told)
        and told[-1] == canonical(versioned(video.said.to_plain()))
    )


def _seen(video: Video, rows: tuple[_Row, ...]) -> tuple[tuple[PersonId, int], ...]:
    """Give who has seen these very bytes and faces, after everything that was decided about them."""
    decided = max((row.seq for row in rows if row.act == Act.ANSWER_VIDEO_FACES), default=0)
    faces: list[Plain] = [video_face_part(one) for one in video.faces]
    found: dict[PersonId, int] = {}
    for row in rows:
        if row.act != Act.SEEN_TO_END or row.person is None or row.seq < decided:
            continue
        seen = _object(row.part(SEEN_PART))
        if seen.get("video") == video.sha256 and canonical(seen.get("faces")) == canonical(faces):
            found.setdefault(row.person, row.seq)
    return tuple(found.items())


def _stored_part(unit: Unit, seq: int, name: str) -> bytes | None:
    try:
        found = unit.record.part(seq, name)
    except KnownError:  # a cell that doesn't open is as good as none
        return None
    return None if found is None else found.content


def _object(content: bytes | None) -> dict[str, Plain]:
    try:
        return {} if content is None else parse(content)
    except ValueError:
        return {}
