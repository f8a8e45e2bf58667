"""Hand-made searches for the tests of their screen."""

from datetime import UTC, date, datetime, timedelta

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PhotoId, PostId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.sweeps import Decided, Found, Sweep, SweepId, SweepItem, SweepWhy, item_of
from smadmin.services.sweep_views import FoundLine, FoundPost, ProposedSweep, SweepView

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
DAY = date(2026, 9, 3)
NAMED = item_of(Found.NAME, post=PostId("named"))
TOLD = item_of(Found.TOLD, photo=PhotoId("told"))
UNSURE = item_of(Found.FACE, photo=PhotoId("unsure"), sure=False)


def decided(item: SweepItem, what: Decided, reason: str = "") -> SweepItem:
    return SweepItem(item.key, item.found, item.post, item.photo, item.video, item.sure, what, reason)


def line(item: SweepItem, *, out: bool = True, done: bool = False) -> FoundLine:
    accounts = ("X @larks", "Facebook @Larks") if out else ()
    gone = None if out else NOW
    at = NOW - timedelta(days=40)
    posts = (FoundPost(PostId(f"post-{item.key}"), "The book fair opens", accounts, "", at, gone),)
    return FoundLine(item, posts, None, "" if item.photo is None else "Field day", DAY, done=done)


def in_library(item: SweepItem) -> FoundLine:
    return FoundLine(item, (), None, "Science fair", DAY)


def view_of(
    *lines: FoundLine,
    left: int = 0,
    total: int = 0,
    may_match: bool = False,
    ended: bool = False,
    end: tuple[Reason, ...] = (),
) -> SweepView:
    items = tuple(one.item for one in lines)
    sweep = Sweep(
        SweepId("sweep"),
        StudentId("child"),
        SweepWhy.OPTED_OUT,
        NOW,
        None,
        NOW,
        items,
        ended_at=NOW if ended else None,
    )
    return SweepView(
        sweep=sweep,
        name="Ana Lucía Ruiz",
        on_list=True,
        allowed_again=False,
        lines=lines,
        left_to_look=left,
        total=total,
        may_match=may_match,
        not_matched=None if may_match else say("students.law-none"),
        elsewhere=(),
        act_blockers=(),
        end_blockers=end,
    )


PROPOSED = ProposedSweep(StudentId("other"), "Ben Sommer", SweepWhy.CONSENT_ENDED, NOW - timedelta(days=2))
