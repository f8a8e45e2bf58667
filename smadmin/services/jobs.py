"""Long work that says how far it is: an iterator of progress, one step per item, stopped by closing it.

What an item needed is in the store when its step is given out, so a kill loses at most the item under way.
"""

from dataclasses import dataclass, field

from smadmin.domain.changes import Changes


@dataclass(frozen=True)
class Progress:
    """How far a job is: items done of how many, and what the last one changed."""

    done: int
    total: int
    changes: Changes = field(default_factory=Changes)
