"""What of Today a second person in the chair sees: what they can decide from there. Pure, no Qt."""

from collections.abc import Collection
from dataclasses import replace

from smadmin.ui.today.model import TodayModel
from smadmin.ui.today.need import Deed, Need, Step, Urgency

_THEIR_OWN = frozenset({Deed.CONFIRM_CLOCK, Deed.VOUCH_CLOCK, Deed.WAKE_CHECK, Deed.SEE_LINES})
"""What is decided on Today itself; to write, to keep a copy or to hand over is for who works here."""
_LOG_IN = "log-in:"


def from_chair(model: TodayModel, reach: Collection[str]) -> TodayModel:
    """Leave what can be decided from the chair, and count what waits elsewhere.

    Args:
        model: what the same person would see alone.
        reach: the names of the screens that they see from the chair.
    """
    kept, elsewhere = [], 0
    for need in model.needs:
        if need.step is not None and _decided_here(need.step, reach):
            kept.append(need)
        elif need.urgency is Urgency.ALARM:  # whoever signs beside it must know
            kept.append(replace(need, step=None))
        else:
            elsewhere += _waits(need)
    plans = model.plans and "plan" in reach
    return replace(model, needs=tuple(kept), elsewhere=elsewhere, start=(), plans=plans)


def _decided_here(step: Step, reach: Collection[str]) -> bool:
    if step.deed is not Deed.OPEN:
        return step.deed in _THEIR_OWN
    return step.screen in reach and not (step.subject or "").startswith(_LOG_IN)


def _waits(need: Need) -> bool:
    """Tell whether it waits for this person at all: what has no button is only told."""
    return need.step is not None
