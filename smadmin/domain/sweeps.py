"""The sweep: everything that is out is searched for one child who is no longer to be shown or named.

It lies in the record alone: what began it, what was found, what people decided about each thing, what was
looked through, and how it ended. The child stands in parts only. What computers search by themselves is
`sweep_tasks.py`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PhotoId, PhotoSetId, PostId, StudentId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act

SweepId = NewType("SweepId", str)

SWEEP_ACTS = frozenset(
    {Act.BEGIN_SWEEP, Act.SEAL_SWEEP, Act.TAKE_SWEEP, Act.LOOK_SWEEP, Act.LEAVE_OUT}
    | {Act.DECIDE_SWEEP, Act.END_SWEEP}
)
"""What whoever keeps the list of children signs of a sweep."""
BEGUN_PART, FOUND_PART = "sweep", "found"
PASSED_PART, LEFT_PART, DECIDED_PART, ENDED_PART = "passed", "left-out", "decided", "ended"
SEARCHED = ("texts", "photos", "videos", "past")
"""What is counted: words of posts by account, photos, videos that are out, posts from elsewhere."""
REASON_MOST = 1_000
"""So long a reason is at most."""
_LEAST_WORDS = 2
"""Of how many words a reason is at least why nobody looks at pictures: "ill" alone tells no family why."""


class SweepWhy(StrEnum):
    """Why everything is searched. Signed for ever by name: never rename one."""

    OPTED_OUT = "opted-out"
    CONSENT_ENDED = "consent-ended"  # the family's yes to photos was taken back
    ASKED = "asked"  # somebody who keeps the list wants to know


class SweepStep(StrEnum):
    """How far a sweep is."""

    OPEN = "open"
    ENDED = "ended"


class Found(StrEnum):
    """How something was found. Signed for ever by name."""

    NAME = "name"  # the post's words may name the child
    TOLD = "told"  # people decided earlier that a face is the child's
    FACE = "face"  # the engine: it looks like the child
    SEEN = "seen"  # a person saw the child while looking through
    VIDEO = "video"  # one that is out, and that somebody has to watch


class Decided(StrEnum):
    """What becomes of something that was found. Signed for ever by name."""

    TAKE_DOWN = "take-down"
    COVER = "cover"
    KEEP = "keep"
    NOT_THIS_CHILD = "not-this-child"


@dataclass(frozen=True)
class SweepItem:
    """Something that was found: a post by its words, or a photo or a video by who is on it.

    Args:
        key: of this thing in its sweep.
        found: how it was found first.
        sure: whether that leaves little doubt; else a person looks twice.
        decided: what becomes of it; None: nobody said yet.
        reason: why it may stay.
        by, at: who decided, and when, UTC.
    """

    key: str
    found: Found
    post: PostId | None = None
    photo: PhotoId | None = None
    video: VideoId | None = None
    sure: bool = True
    decided: Decided | None = None
    reason: str = ""
    by: PersonId | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Narrowed:
    """Which pictures are gone through first: the school's days on which they came in, and their folder."""

    since: date | None = None
    until: date | None = None
    event: PhotoSetId | None = None

    def holds(self, day: date, event: PhotoSetId) -> bool:
        """Tell whether a picture is among them."""
        late = self.since is None or day >= self.since
        early = self.until is None or day <= self.until
        return late and early and self.event in {None, event}


@dataclass(frozen=True)
class LeftOut:
    """Pictures that somebody settled without looking at them.

    Args:
        key: of this leaving-out in its sweep.
        photos: which ones; what comes in later isn't among them.
        reason: why the child can't be on them.
        narrowed: of which days and folder they are.
        by, at: who said so, and when, UTC.
    """

    key: str
    photos: frozenset[PhotoId]
    reason: str
    narrowed: Narrowed
    by: PersonId | None
    at: datetime


@dataclass(frozen=True)
class Sweep:
    """One sweep, as the record tells it.

    Args:
        student: for whom.
        begun_by, begun_at: who began, and when, UTC; `searched_at` is when the quick sources were searched
            last.
        items: what was found, in the order in which it was.
        passed: pictures that a person looked through, whoever is on them.
        searched: pictures that the engine searched and could.
        left_out: pictures that were settled without a look, oldest first.
        by_engine: whether a search of faces was sealed.
        pictures: whether pictures are searched too; not where only the name must not stand.
        counts: how much was searched last (`SEARCHED`).
        ended_at, ended_by: when and by whom it was ended; `ended_seq` is the row that says so.
    """

    id: SweepId
    student: StudentId
    why: SweepWhy
    begun_at: datetime
    begun_by: PersonId | None
    searched_at: datetime
    items: tuple[SweepItem, ...] = ()
    passed: frozenset[PhotoId] = frozenset()
    searched: frozenset[PhotoId] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    by_engine: bool = False
    pictures: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    ended_seq: int = 0

    @property
    def step(self) -> SweepStep:
        """How far it is."""
        return SweepStep.OPEN if self.ended_at is None else SweepStep.ENDED

    def item(self, key: str) -> SweepItem | None:
        """Give one thing that was found, or None."""
        return next((one for one in self.items if one.key == key), None)

    @property
    def undecided(self) -> tuple[SweepItem, ...]:
        """What nobody decided yet."""
        return tuple(one for one in self.items if one.decided is None)

    @property
    def looked_at(self) -> frozenset[PhotoId]:
        """The photos of which it is settled whether the child may be on them."""
        return self._seen.union(*(one.photos for one in self.left_out))

    def unseen_of(self, one: LeftOut) -> frozenset[PhotoId]:
        """Give what of a leaving-out nobody looked at, and no engine searched, until now."""
        return one.photos - self._seen

    @property
    def _seen(self) -> frozenset[PhotoId]:
        found = {one.photo for one in self.items if one.photo is not None}
        return self.passed | self.searched | found


def key_of(*, post: PostId | None = None, photo: PhotoId | None = None, video: VideoId | None = None) -> str:
    """Give the key of a thing in its sweep: one thing, one key, however often it is found."""
    for kind, one in (("post", post), ("photo", photo), ("video", video)):
        if one is not None:
            return f"{kind}:{one}"
    raise ValueError("nothing was found")


def item_of(
    found: Found,
    *,
    post: PostId | None = None,
    photo: PhotoId | None = None,
    video: VideoId | None = None,
    sure: bool = True,
) -> SweepItem:
    """Give what was found, not yet decided; exactly one of the three is named."""
    return SweepItem(key_of(post=post, photo=photo, video=video), found, post, photo, video, sure)


def with_found(items: Iterable[SweepItem], more: Iterable[SweepItem]) -> tuple[SweepItem, ...]:
    """Give the items with further ones; what is found twice stays one thing, and is surer for it.

    Where people said on the photo itself meanwhile that it is the child, *not this child* is asked anew.
    """
    known = {one.key: one for one in items}
    for one in more:
        before = known.get(one.key)
        said = one.found is Found.TOLD and before is not None and before.found is not Found.TOLD
        if before is None or (said and before.decided is Decided.NOT_THIS_CHILD):
            known[one.key] = one
        else:
            known[one.key] = replace(before, sure=before.sure or one.sure)
    return tuple(known.values())


def decide_blockers(item: SweepItem, decided: Decided, reason: str) -> tuple[Reason, ...]:
    """List why this can't be said of something that was found."""
    reasons = []
    if decided is Decided.COVER and item.photo is None:
        reasons.append(Reason(say("sweeping.nothing-to-cover"), None, "decided"))
    if decided is Decided.KEEP and not reason.strip():
        reasons.append(Reason(say("sweeping.reason-missing"), "BAL-B1i1", "reason"))
    if len(reason) > REASON_MOST:
        reasons.append(Reason(say("sweeping.reason-long", n=REASON_MOST), None, "reason"))
    return tuple(reasons)


def leave_blockers(reason: str) -> tuple[Reason, ...]:
    """List why pictures can't be left out of the look for this reason."""
    reasons = []
    if len(reason.split()) < _LEAST_WORDS:
        reasons.append(Reason(say("sweeping.leave-why"), "BAL-B1i1", "reason"))
    if len(reason) > REASON_MOST:
        reasons.append(Reason(say("sweeping.reason-long", n=REASON_MOST), None, "reason"))
    return tuple(reasons)


def end_blockers(
    sweep: Sweep, *, still_out: Collection[str], left_to_look: int, being_searched: bool, moot: bool = False
) -> tuple[Reason, ...]:
    """List why a sweep can't be ended yet.

    Args:
        sweep: which one.
        still_out: the keys of what shall be taken down or covered and isn't yet.
        left_to_look: so many pictures nobody looked through, and no engine searched.
        being_searched: whether computers are still at it.
        moot: whether the child is off the list, or the family said yes again: then only what was begun is
            brought to its end.
    """
    undecided = 0 if moot else len(sweep.undecided)
    left = 0 if moot or being_searched else left_to_look
    checks = (
        (sweep.step is SweepStep.OPEN, Reason(say("sweeping.ended-already"))),
        (not undecided, Reason(say("sweeping.undecided", n=undecided), "BAL-B1i1", "items")),
        (not still_out, Reason(say("sweeping.still-out", n=len(still_out)), "BAL-B1i1", "items")),
        (not being_searched, Reason(say("sweeping.being-searched"), "BAL-B1i1", "faces")),
        (not left, Reason(say("sweeping.left", n=left), "BAL-B1i1", "looking")),
    )
    return tuple(reason for right, reason in checks if not right)
