"""What Today says of searches of what is out, to who keeps the list; names no child. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import Message, say
from smadmin.domain.sweeps import Sweep, SweepStep
from smadmin.services.sweep_views import ProposedSweep
from smadmin.ui.sweeps.model import ENTERED
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def sweep_needs(
    proposed: Sequence[ProposedSweep], entered: Sequence[ProposedSweep], sweeps: Sequence[Sweep]
) -> Iterator[Need]:
    """Lead to the children for whom nobody began, in one line each for who said no and who came with one.

    Then to each search in which something waits for a decision; to all others in one line.
    """
    if proposed:
        step = Step(say("sweepui.today-begin"), screen="sweeps", subject=proposed[0].student)
        title = say("sweepui.today-proposed", n=len(proposed))
        yield Need(Urgency.DUE, "sweeps", State.STOP, title, say("sweepui.today-note"), step)
    if entered:
        step = Step(say("sweepui.today-begin"), screen="sweeps", subject=ENTERED)
        title = say("sweepui.entered", n=len(entered))
        yield Need(Urgency.DUE, "sweeps:entered", State.WAITS, title, say("sweepui.today-note"), step)
    still = [one for one in sweeps if one.step is SweepStep.OPEN]
    for one in still:
        if waits := len(one.undecided):
            yield _open(one, State.STOP, say("sweepui.today-decide", n=waits))
    if others := [one for one in still if not one.undecided]:
        yield _open(others[-1], State.WAITS, say("sweepui.today-go-on", n=len(others)))


def _open(one: Sweep, state: State, title: Message) -> Need:
    step = Step(say("sweepui.today-see"), screen="sweeps", subject=one.id)
    return Need(Urgency.DUE, f"sweep:{one.id}", state, title, say("sweepui.today-note"), step)
