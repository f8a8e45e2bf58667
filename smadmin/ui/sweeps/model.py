"""What the screen of searches shows: for which child, how far, what is next. Pure, no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.sweeps import Decided, Found, Sweep, SweepStep, SweepWhy
from smadmin.services.sweep_views import LeftOutLine, ProposedSweep, SweepView
from smadmin.ui.sweeps.faces import Progressing
from smadmin.ui.theme import State

ENTERED = "entered"
"""The key of the one line for all children who came on the list with a no."""
_MOST_NAMES = 12


class Next(StrEnum):
    """What the main button leads to."""

    BEGIN = "begin"
    DECIDE = "decide"
    FACES = "faces"
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
        entered: who came on the list with a no, and nobody searched since.
        ended: the searches that are over; one of them is read whole once it is chosen.
    """

    proposed: tuple[ProposedSweep, ...]
    sweeps: tuple[OpenSweep, ...]
    blockers: tuple[Reason, ...]
    names: Mapping[StudentId, str]
    now: datetime
    entered: tuple[ProposedSweep, ...] = ()
    ended: tuple[Sweep, ...] = ()

    def with_whole(self, one: OpenSweep | None) -> "Seen":
        """Take a search that is over as it was read whole, where it is still among them."""
        if one is None or self.ended_as_line(one.sweep.id) is None:
            return self
        return replace(self, sweeps=(*self.sweeps, one))

    def ended_as_line(self, key: str) -> Sweep | None:
        """Give a search that is over, and of which no more was read."""
        whole = {one.sweep.id for one in self.sweeps}
        return next((one for one in self.ended if one.id == key and one.id not in whole), None)

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
        known = {one.id: one for one in (*(each.sweep for each in self.sweeps), *self.ended)}.values()
        of_child = [one for one in known if one.student == subject]
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
        left_out: by its key, what was settled without a look.
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
    left_out: tuple[tuple[str, Message], ...] = ()
    may_take_back: bool = False

    @property
    def main(self) -> Message:
        """The main button's words."""
        return say(f"sweepui.main-{self.following.value}")


def overview_of(seen: Seen, key: str) -> Overview | None:
    """Tell of one search."""
    if key == ENTERED and seen.entered:
        return _of_entered(seen)
    proposal, one = seen.proposal(key), seen.opened(key)
    if proposal is not None:
        return _proposed(proposal, seen)
    return None if one is None else _opened(one)


def stage_of(one: OpenSweep) -> tuple[State, Message]:
    """Say how far a search is."""
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


def name_of(view: SweepView) -> Message | str:
    """Say for whom a search is."""
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


def _of_entered(seen: Seen) -> Overview:
    names = [one.name for one in seen.entered]
    told = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    lines = [(State.NOTE, say("sweepui.entered-who", names=told))]
    lines += [(State.NOTE, say("sweepui.entered-more", n=more))] if more > 0 else []
    return Overview(
        key=ENTERED,
        title=say("sweepui.entered", n=len(names)),
        state=State.WAITS,
        stands=say("sweepui.entered-stands"),
        lines=(*lines, *((State.NOTE, say(f"sweepui.what-{what}")) for what in ("words", "told", "list"))),
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
    state, _ = stage_of(one)
    return Overview(
        key=sweep.id,
        title=say("sweepui.for", name=name_of(view)),
        state=state,
        stands=_stands(one),
        lines=tuple(_counts(one)),
        limits=view.elsewhere,
        following=following,
        missing=missing,
        progress=None
        if over or one.progress is None
        else one.progress.beside(begins=following is Next.FACES),
        may_look=not over and following is not Next.LOOK and view.left_to_look > 0 and not _runs(one),
        report=over,
        left_out=tuple((line.left.key, _left_out(line)) for line in view.left_out),
        may_take_back=not over and not view.act_blockers,
    )


def _left_out(line: LeftOutLine) -> Message:
    left = line.left
    said = "left-out-line" if not line.event else "left-out-line-event"
    return say(f"sweepui.{said}", n=line.n, event=line.event, by=line.by, at=left.at, reason=left.reason)


def _following(one: OpenSweep) -> Next:
    if one.sweep.step is SweepStep.ENDED:
        return Next.REPORT
    if one.sweep.undecided:
        return Next.DECIDE
    if one.view.left_to_look and not _runs(one):
        return Next.FACES if one.progress is not None and one.progress.may_begin else Next.LOOK
    return Next.END


def _progress(one: OpenSweep, following: Next) -> Progressing | None:
    return None if one.progress is None else one.progress.beside(begins=following is Next.FACES)


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
        yield State.NOTE if view.left_to_look else State.FINE, say("sweepui.found-none")
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
