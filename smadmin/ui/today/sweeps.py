"""What Today says of searches of what is out, to who keeps the list; names no child. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import say
from smadmin.domain.sweeps import Sweep, SweepStep
from smadmin.services.sweep_views import ProposedSweep
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def sweep_needs(proposed: Sequence[ProposedSweep], sweeps: Sequence[Sweep]) -> Iterator[Need]:
    """Lead to the children for whom nobody began, in one line, and to each search that isn't finished."""
    if proposed:
        step = Step(say("sweepui.today-begin"), screen="sweeps", subject=proposed[0].student)
        title = say("sweepui.today-proposed", n=len(proposed))
        yield Need(Urgency.DUE, "sweeps", State.STOP, title, say("sweepui.today-note"), step)
    for one in sweeps:
        if one.step is SweepStep.ENDED:
            continue
        waits = len(one.undecided)
        title = say("sweepui.today-decide", n=waits) if waits else say("sweepui.today-go-on")
        step = Step(say("sweepui.today-see"), screen="sweeps", subject=one.id)
        state = State.STOP if waits else State.WAITS
        yield Need(Urgency.DUE, f"sweep:{one.id}", state, title, say("sweepui.today-note"), step)
