"""What an account lacks, as its page and the exported list say it alike. Pure, no Qt."""

from collections.abc import Iterable
from datetime import date

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say


def lacking(missing: Iterable[Reason], due: date | None, today: date) -> tuple[Message, ...]:
    """Say what is missing, and by when the rest of the path of an account that existed is due, or was.

    Args:
        missing: what the register misses of it.
        due: when its dated list is due, where something on it is left.
        today: the school's day.
    """
    said = tuple(reason.message for reason in missing)
    if due is None:
        return said
    return (*said, say("accountui.due-past" if due < today else "accountui.due", day=due))


def first_what_blocks(blockers: Iterable[Reason] | None, missing: Iterable[Reason]) -> tuple[Reason, ...]:
    """Give what keeps an account from going live before all else that is missing, each once.

    Args:
        blockers: why it may not go live, its life's steps among them; None where it isn't being set up.
        missing: what the register misses of it.
    """
    return tuple(dict.fromkeys((*(blockers or ()), *missing)))
