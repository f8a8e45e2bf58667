"""What the screen of searches shows: for which child, how far, what is next. Pure, no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.sweeps import Decided, Found, Sweep, SweepStep, SweepWhy
from smadmin.services.sweep_views import ProposedSweep, SweepView
from smadmin.ui.list_line import ListLine
from smadmin.ui.sweeps.faces import Progressing
from smadmin.ui.theme import State
from smadmin.ui.wording import age


class Next(StrEnum):
    """What the main button leads to."""

    BEGIN = "begin"
    DECIDE = "decide"
    LOOK = "look"
    END = "end"
    REPORT = "report"


@dataclass(frozen=True)
class OpenSweep:
    """One sweep as it was read.

    Args:
        progress: of the search of faces, where one was sealed.
        portrait: of the child, to know them by.
    """

    view: SweepView
    progress: Progressing | None = None
    portrait: MediaId | None = None

    @property
    def sweep(self) -> Sweep:
        """The sweep itself."""
        return self.view.sweep


@dataclass(frozen=True)
class Seen:
    """Searches as one reading found them.

    Args:
        proposed: for whom nobody began.
        sweeps: all others, the open ones first.
        blockers: why this person begins none.
        names: of the children on the list.
        now: UTC.
    """

    proposed: tuple[ProposedSweep, ...]
    sweeps: tuple[OpenSweep, ...]
    blockers: tuple[Reason, ...]
    names: Mapping[StudentId, str]
    now: datetime

    def with_asked(self, key: str) -> "Seen":
        """Offer to search for a child for whom nothing is proposed: somebody asks by hand."""
        child = StudentId(key)
        if child not in self.names or self.proposal(key) is not None:
            return self
        asked = ProposedSweep(child, self.names[child], SweepWhy.ASKED, self.now)
        return replace(self, proposed=(asked, *self.proposed))

    def proposal(self, key: str) -> ProposedSweep | None:
        """Give a proposal by its child."""
        return next((one for one in self.proposed if one.student == key), None)

    def opened(self, key: str) -> OpenSweep | None:
        """Give a sweep by its id."""
        return next((one for one in self.sweeps if one.sweep.id == key), None)

    def key_of(self, subject: str) -> str:
        """Give the line that a sweep's or a child's id leads to: what is open, can be begun, or is over."""
        of_child = [one.sweep for one in self.sweeps if one.sweep.student == subject]
        still = [one.id for one in of_child if one.step is SweepStep.OPEN]
        if still or self.proposal(subject) is not None or subject in self.names:
            return still[0] if still else subject
        return of_child[0].id if of_child else subject


@dataclass(frozen=True)
class Overview:
    """One search, as its panel tells it.

    Args:
        key: of its line.
        title: for whom.
        stands: how far it is.
        lines: what is searched, or what was found.
        limits: what can't be searched here.
        following: what the main button leads to; `missing` says why not now.
    """

    key: str
    title: Message
    state: State
    stands: Message
    lines: tuple[tuple[State, Message], ...]
    limits: tuple[Message, ...]
    following: Next
    missing: tuple[Reason, ...] = ()
    progress: Progressing | None = None
    may_look: bool = False
    report: bool = False

    @property
    def main(self) -> Message:
        """The main button's words."""
        return say(f"sweepui.main-{self.following.value}")


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines of the list: what nobody began, what is open, what is over."""
    return (*(_proposed_line(one, seen.now) for one in seen.proposed), *map(_line, seen.sweeps))


def overview_of(seen: Seen, key: str) -> Overview | None:
    """Tell of one search."""
    proposal, one = seen.proposal(key), seen.opened(key)
    if proposal is not None:
        return _proposed(proposal, seen)
    return None if one is None else _opened(one)


# ---- the list


def _proposed_line(one: ProposedSweep, now: datetime) -> ListLine:
    note = say(f"sweepui.why-{one.why.value}", age=age(one.since, now))
    return ListLine(one.student, one.name, note, State.WAITS, say("sweepui.chip-proposed"))


def _line(one: OpenSweep) -> ListLine:
    state, chip = _stage(one)
    note = say("sweepui.row-note", at=one.sweep.begun_at)
    if one.sweep.ended_at is not None:
        note = say("sweepui.row-note-ended", at=one.sweep.ended_at)
    return ListLine(one.sweep.id, _name(one.view), note, state, chip)


def _stage(one: OpenSweep) -> tuple[State, Message]:
    sweep = one.sweep
    if sweep.step is SweepStep.ENDED:
        return State.FINE, say("sweepui.chip-ended")
    if sweep.undecided:
        return State.STOP, say("sweepui.chip-to-decide", n=len(sweep.undecided))
    if one.progress is not None and one.progress.running:
        return State.NOTE, say("sweepui.chip-running")
    if one.view.left_to_look:
        return State.WAITS, say("sweepui.chip-to-look", n=one.view.left_to_look)
    if one.view.end_blockers:
        return State.STOP, say("sweepui.chip-still-out")
    return State.WAITS, say("sweepui.chip-to-end")


def _name(view: SweepView) -> Message | str:
    return view.name or say("sweepui.off-list")


# ---- the panel


def _proposed(one: ProposedSweep, seen: Seen) -> Overview:
    return Overview(
        key=one.student,
        title=say("sweepui.for", name=one.name),
        state=State.WAITS,
        stands=say(f"sweepui.stands-{one.why.value}", at=one.since),
        lines=tuple((State.NOTE, say(f"sweepui.what-{what}")) for what in ("words", "told", "faces", "list")),
        limits=(),
        following=Next.BEGIN,
        missing=seen.blockers,
    )


def _opened(one: OpenSweep) -> Overview:
    view, sweep = one.view, one.sweep
    over = sweep.step is SweepStep.ENDED
    following = _following(one)
    missing = view.act_blockers
    if following is Next.END:
        missing = view.end_blockers or view.act_blockers
    elif following is Next.REPORT:
        missing = ()
    state, _ = _stage(one)
    return Overview(
        key=sweep.id,
        title=say("sweepui.for", name=_name(view)),
        state=state,
        stands=_stands(one),
        lines=tuple(_counts(one)),
        limits=view.elsewhere,
        following=following,
        missing=missing,
        progress=None if over else one.progress,
        may_look=not over and following is not Next.LOOK and view.left_to_look > 0 and not _runs(one),
        report=over,
    )


def _following(one: OpenSweep) -> Next:
    if one.sweep.step is SweepStep.ENDED:
        return Next.REPORT
    if one.sweep.undecided:
        return Next.DECIDE
    if one.view.left_to_look and not _runs(one):
        return Next.LOOK
    return Next.END


def _runs(one: OpenSweep) -> bool:
    return one.progress is not None and one.progress.moves


def _stands(one: OpenSweep) -> Message:
    sweep = one.sweep
    if sweep.ended_at is not None:
        return say("sweepui.stands-ended", at=sweep.ended_at)
    return say("sweepui.stands-open", at=sweep.begun_at)


def _counts(one: OpenSweep) -> Iterator[tuple[State, Message]]:
    yield from _found_and_decided(one.view)
    yield from _pictures(one)
    if one.view.allowed_again:
        yield State.DOUBT, say("sweepui.allowed-again")


def _found_and_decided(view: SweepView) -> Iterator[tuple[State, Message]]:
    items = view.sweep.items
    if not items:
        yield State.FINE, say("sweepui.found-none")
    for kind in Found:
        if n := sum(1 for item in items if item.found is kind):
            yield State.NOTE, say(f"sweepui.found-{kind.value}", n=n)
    for decided in Decided:
        done = [line.done for line in view.lines if line.item.decided is decided]
        if n := sum(done):
            yield State.FINE, say(f"sweepui.count-{decided.value}", n=n)
        if n := len(done) - sum(done):
            yield State.STOP, say("sweepui.count-still-out", n=n)


def _pictures(one: OpenSweep) -> Iterator[tuple[State, Message]]:
    view = one.view
    if view.total == 0:
        yield State.NOTE, say("sweepui.no-pictures")
    elif one.sweep.passed or one.sweep.searched:
        done = view.total - view.left_to_look
        yield State.NOTE, say("sweepui.looked-at", done=done, total=view.total)
    if not view.may_match and view.not_matched is not None and view.left_to_look:
        yield State.DOUBT, say("sweepui.not-matched", why=view.not_matched)
