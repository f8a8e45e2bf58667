"""What is shown of a sweep: what was found and where it is out, what is left to look through, what can't."""

from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, PostId, StudentId
from smadmin.domain.messages import Message
from smadmin.domain.sweeps import LeftOut, Sweep, SweepItem, SweepWhy


@dataclass(frozen=True)
class ProposedSweep:
    """A child for whom everything that is out should be searched, and nobody began.

    Args:
        name: of the child, for staff's eyes only.
        since: when the family said no, UTC.
    """

    student: StudentId
    name: str
    why: SweepWhy
    since: datetime


@dataclass(frozen=True)
class FoundPost:
    """A post in which something is, or was, out.

    Args:
        words: its first words.
        accounts: labels of the accounts on which it is out; empty once it is gone everywhere.
        link: of the first of them.
        at: when it went out first, UTC; None where nobody knows.
        gone_at: when it was seen to be gone from the last of them, UTC.
        text: all its words.
        was: labels of the accounts on which it is or was out.
    """

    post: PostId
    words: str
    accounts: tuple[str, ...]
    link: str
    at: datetime | None
    gone_at: datetime | None = None
    text: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundLine:
    """Something that was found, for the worklist.

    Args:
        posts: in which it is out, or was.
        file: of a photo, what was kept of it as it went out; None: the photo itself is shown.
        event, day: of a photo, what it was taken at, and when it came in by the school's clock.
        there: whether what was found is still in the store.
        covered: whether the child's face is covered on the photo, so that it can't go out again.
        done: whether nothing is left to do about it.
    """

    item: SweepItem
    posts: tuple[FoundPost, ...] = ()
    file: MediaId | None = None
    event: str = ""
    day: date | None = None
    there: bool = True
    covered: bool = False
    done: bool = False


@dataclass(frozen=True)
class LookPicture:
    """A picture that a person looks through.

    Args:
        file: what was kept of it as it went out; None: the photo itself is shown.
        event: what it was taken at.
        day: when it came in, by the school's clock.
    """

    photo: PhotoId
    file: MediaId | None
    set: PhotoSetId
    event: str
    day: date


@dataclass(frozen=True)
class Looking:
    """The list of pictures that a person looks through.

    Args:
        waiting: the next ones, as narrowed; at most as many as were asked for.
        left: how many are still to be looked through, as narrowed; `left_in_all` whatever is narrowed.
        total: all pictures that are kept.
        events: to narrow by, newest first.
        days: on which the first and the last picture came in; None where none is kept.
    """

    waiting: tuple[LookPicture, ...]
    left: int
    left_in_all: int
    total: int
    events: tuple[tuple[PhotoSetId, str], ...]
    days: tuple[date, date] | None


@dataclass(frozen=True)
class LeftOutLine:
    """Pictures that were settled without a look.

    Args:
        n: so many of them nobody looked at until now.
        event: the folder's, where the list was narrowed to one.
        by: who said so.
    """

    left: LeftOut
    n: int
    event: str
    by: str


@dataclass(frozen=True)
class SweepView:
    """A sweep as its screen shows it.

    Args:
        name: of the child; empty once the child is off the list.
        on_list: whether the child is still on the list.
        allowed_again: whether the family said yes again meanwhile.
        left_to_look: how many pictures nobody looked through and no engine searched.
        left_out: what was settled without a look, oldest first.
        total: all pictures that are kept.
        may_match: whether faces may be compared for this child; `not_matched` says why not.
        elsewhere: what can't be searched here, and where to look.
        act_blockers: why this person decides nothing here; `end_blockers` why it can't be ended.
    """

    sweep: Sweep
    name: str
    on_list: bool
    allowed_again: bool
    lines: tuple[FoundLine, ...]
    left_to_look: int
    total: int
    may_match: bool
    not_matched: Message | None
    elsewhere: tuple[Message, ...]
    act_blockers: tuple[Reason, ...]
    end_blockers: tuple[Reason, ...]
    left_out: tuple[LeftOutLine, ...] = ()
