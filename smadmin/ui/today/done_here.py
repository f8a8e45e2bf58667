"""What a button of Today does at once, with nothing more to ask."""

from collections.abc import Callable

from smadmin.domain.policy.check_ids import CheckId
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.need import Deed, Step


def done_here(around: Surroundings, step: Step) -> Callable[[], object] | None:
    """Give the deed, for the store's thread; None where the button does something else."""
    office, by = around.office, around.by
    if step.deed is Deed.WAKE_CHECK and step.subject is not None:
        rule = CheckId(step.subject)
        return lambda: office.learning.wake(by, rule)
    return (lambda: office.meetings.held(by)) if step.deed is Deed.HELD_MEETING else None
