"""Whether a post with a video may be handed in or released: who has seen it, and is everything said.

What counts as seen is a row of the record about these very bytes and faces (`services/videos/looked.py`).
"""

from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, VideoId
from smadmin.domain.messages import say


@dataclass(frozen=True)
class VideoLooks:
    """How a post's video stands, as the record proves it.

    Args:
        sha256: of the bytes that go out, hex; None where they aren't what was taken in.
        captions: SHA-256 of the captions, hex; empty where there are none.
        seen: who has seen it to its end, and at which row they said so, oldest first.
        needed: by how many people it must have been seen.
        missing: what else is still open about it.
    """

    video: VideoId
    sha256: str | None
    captions: str
    seen: tuple[tuple[PersonId, int], ...]
    needed: int
    missing: tuple[Reason, ...] = ()


def hand_in_reasons(looks: VideoLooks, author: PersonId) -> tuple[Reason, ...]:
    """List why a post with this video can't be handed in: who writes it has seen it whole (SOC-O7)."""
    place = f"video:{looks.video}"
    if looks.sha256 is None:
        return (Reason(say("videos.changed"), None, place),)
    if looks.missing:
        return looks.missing
    if author not in {person for person, _ in looks.seen}:
        return (Reason(say("videos.not-seen-by-author"), "SOC-O7", place),)
    return ()


def video_reasons(looks: VideoLooks, author: PersonId) -> tuple[Reason, ...]:
    """List why a post with this video can't be released: as many people as the policy says have seen it."""
    if reasons := hand_in_reasons(looks, author):
        return reasons
    left = looks.needed - len({person for person, _ in looks.seen})
    if left > 0:
        return (Reason(say("videos.seen-by-too-few", n=left), "SOC-O7", f"video:{looks.video}"),)
    return ()
