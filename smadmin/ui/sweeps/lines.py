"""The list of searches, line by line: what nobody began, what is open, what is over. Pure, no Qt."""

from datetime import datetime

from smadmin.domain.messages import Message, say
from smadmin.domain.sweeps import Sweep, SweepStep
from smadmin.services.sweep_views import ProposedSweep
from smadmin.ui.list_line import ListLine
from smadmin.ui.sweeps.model import ENTERED, OpenSweep, Seen, name_of, stage_of
from smadmin.ui.theme import State
from smadmin.ui.wording import age


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines of the list: what nobody began, what is open, what is over."""
    proposed = (_proposed_line(one, seen.now) for one in seen.proposed)
    lines = {one.sweep.id: _line(one) for one in seen.sweeps if one.sweep.step is SweepStep.OPEN}
    over = {one.sweep.id: name_of(one.view) for one in seen.sweeps}
    for one in seen.ended:
        lines[one.id] = _ended_line(one, over.get(one.id) or seen.names.get(one.student, ""))
    return (*proposed, *([_entered_line(seen)] if seen.entered else ()), *lines.values())


def _proposed_line(one: ProposedSweep, now: datetime) -> ListLine:
    note = say(f"sweepui.why-{one.why.value}", age=age(one.since, now))
    return ListLine(one.student, one.name, note, State.WAITS, say("sweepui.chip-proposed"))


def _line(one: OpenSweep) -> ListLine:
    state, chip = stage_of(one)
    note = say("sweepui.row-note", at=one.sweep.begun_at)
    return ListLine(one.sweep.id, name_of(one.view), note, state, chip)


def _ended_line(one: Sweep, name: Message | str) -> ListLine:
    note = say("sweepui.row-note-ended", at=one.ended_at or one.searched_at)
    return ListLine(one.id, name or say("sweepui.off-list"), note, State.FINE, say("sweepui.chip-ended"))


def _entered_line(seen: Seen) -> ListLine:
    title = say("sweepui.entered-row", n=len(seen.entered))
    note = say("sweepui.entered-note", age=age(seen.entered[0].since, seen.now))
    return ListLine(ENTERED, title, note, State.WAITS, say("sweepui.chip-proposed"))
