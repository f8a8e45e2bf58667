"""The queue as lines of words: who wrote what for which accounts, since when, and whether one can release it.

Pure, no Qt. The order is the service's: oldest first, then what is released and not out everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import PostStage
from smadmin.services.how_far import HowFar
from smadmin.services.sheets import QueueLine
from smadmin.ui.theme import State
from smadmin.ui.wording import age

SOMEBODY_ELSE = frozenset(
    {
        "approvals.no-role",
        "approvals.own-post",
        "approvals.own-first-look",
        "approvals.override-needs-communications",
        "approvals.override-needs-principal",
        "approvals.needs-principal",
        "approvals.not-in-plan",
        "approvals.standing-text-only",
        "approvals.standing-clean-only",
        "approvals.second-looker-releases",
    }
)
"""Reasons that say who should release it; every other says that nobody should yet."""

ANOTHER_LOOK = frozenset(
    {
        "approvals.faces-open",
        "approvals.first-look-missing",
        "approvals.second-look-missing",
        "approvals.same-eyes",
        "approvals.not-exported",
        "photos.list-changed",
    }
)
"""Reasons that are mended on the Photos screen."""


@dataclass(frozen=True)
class QueueRow:
    """One post in the queue.

    Args:
        words: how the post begins; None where it has no words.
        who: author, platforms and topic.
        since: how long it has waited, or been released.
        chip: whether this person can release it, and why not in a few words.
        why: the first reason in full, or None.
        mine: whether this person can release or answer it now.
    """

    post: PostId
    words: str
    who: Message
    since: Message
    state: State
    chip: Message
    why: Message | None
    mine: bool = False


@dataclass(frozen=True)
class QueueModel:
    """The whole queue. `note` says how many wait."""

    rows: tuple[QueueRow, ...]
    note: Message | None

    def chosen(self, wanted: PostId | None) -> PostId | None:
        """Give the post to show: the wanted one if it is there, else the first."""
        ids = [row.post for row in self.rows]
        if wanted in ids:
            return wanted
        return ids[0] if ids else None


def queue_model(lines: Sequence[QueueLine], now: datetime, *, first: Sequence[QueueRow] = ()) -> QueueModel:
    """Word the queue.

    Args:
        lines: from `Sheets.queue`.
        now: UTC, from the clock.
        first: rows that stand above them: questions.
    """
    rows = (*first, *(_row(line, now) for line in lines))
    return QueueModel(rows, _note(lines, len(first)) if rows else None)


def _note(lines: Sequence[QueueLine], questions: int) -> Message:
    """Say what waits: a release before a question, and what is out on some accounts apart from what isn't."""
    waiting = sum(line.draft.stage is PostStage.SUBMITTED for line in lines)
    if waiting:
        return say("approvalui.waiting", n=waiting)
    if questions:
        return say("questionui.note", n=questions)
    half = sum(line.far.half for line in lines)
    if half == len(lines):
        return say("approvalui.released-half", n=half)
    return say("approvalui.released-not-out" if not half else "approvalui.released-not-all", n=len(lines))


def platforms(accounts: Sequence[Account]) -> str:
    """Name the platforms of some accounts, each once."""
    return ", ".join(dict.fromkeys(PLATFORM_NAMES[one.platform] for one in accounts))


def state_for(blockers: Sequence[Reason]) -> State:
    """Give the state of a post that waits: fine, waits for somebody, or stopped by a rule."""
    if not blockers:
        return State.FINE
    ids = {reason.message.id for reason in blockers}
    return State.WAITS if ids <= SOMEBODY_ELSE | ANOTHER_LOOK else State.STOP


def _row(line: QueueLine, now: datetime) -> QueueRow:
    released = line.draft.stage is PostStage.RELEASED
    held = State.STOP if line.blockers else State.NOTE
    state = held if released else state_for(line.blockers)
    said = {"author": line.author, "accounts": platforms(line.accounts)}
    ago = age(line.since, now)
    return QueueRow(
        post=line.draft.id,
        words=" ".join(line.draft.content.text.split()),
        who=say("approvalui.row-topic", topic=line.topic, **said)
        if line.topic
        else say("approvalui.row", **said),
        since=ago,
        state=state,
        chip=_how_far(line.far, now) if state is State.NOTE else _chip(state, line.blockers),
        why=line.blockers[0].message if line.blockers else None,
        mine=state is State.FINE,
    )


def _how_far(far: HowFar, now: datetime) -> Message:
    by_itself = far.by_itself_at(now)
    if by_itself is not None and far.waits_on:
        return say("entrust.chip-at", platform=far.waits_on, at=by_itself)
    if by_itself is not None:
        return say("approvalui.chip-by-itself", at=by_itself)
    if far.kept_here:
        return say("approvalui.chip-kept")
    if far.half:
        return say("approvalui.chip-half", out=platforms(far.out), missing=platforms(far.missing))
    return say("approvalui.chip-released")


def _chip(state: State, blockers: Sequence[Reason]) -> Message:
    if state is State.FINE:
        return say("approvalui.chip-you-can")
    if state is State.STOP:
        return say("approvalui.chip-stopped")
    ids = {reason.message.id for reason in blockers}
    if ids & ANOTHER_LOOK:
        return say("approvalui.chip-look")
    if "approvals.own-post" in ids:
        return say("approvalui.chip-own")
    if ids & {"approvals.needs-principal", "approvals.override-needs-principal", "approvals.not-in-plan"}:
        return say("approvalui.chip-principal")
    return say("approvalui.chip-somebody")
