"""What somebody did in the calendar, to be undone and done again: lists of edits, the newest last. Pure.

Whoever undoes writes rows of the record like any other deed; somebody else's change in between is never
overwritten, for an edit names the version that this person left behind.
"""

from smadmin.domain.ids import SlotId
from smadmin.domain.slot_edits import SlotEdit, as_known, back

Edits = tuple[SlotEdit, ...]
_MOST = 50


class PlanHistory:
    """The edits of one person on one screen."""

    def __init__(self) -> None:
        """Begin with nothing to undo."""
        self._done: list[Edits] = []
        self._undone: list[Edits] = []
        self._versions: dict[SlotId, int] = {}

    @property
    def to_undo(self) -> Edits:
        """What would undo the last deed; empty where there is none."""
        return as_known(back(self._done[-1]), self._versions) if self._done else ()

    @property
    def to_redo(self) -> Edits:
        """What would do again what was undone last; empty where there is none."""
        return as_known(back(self._undone[-1]), self._versions) if self._undone else ()

    def did(self, edits: Edits) -> None:
        """Note a deed as it was written; what was undone before can't be done again any more."""
        self._undone.clear()
        self._note(self._done, edits)

    def undid(self, edits: Edits) -> None:
        """Note that the last deed was undone, by these edits as they were written."""
        self._done.pop()
        self._note(self._undone, edits)

    def redid(self, edits: Edits) -> None:
        """Note that what was undone last was done again."""
        self._undone.pop()
        self._note(self._done, edits)

    def forget(self) -> None:
        """Know nothing any more: somebody else sits down."""
        self._done.clear()
        self._undone.clear()
        self._versions.clear()

    def _note(self, stack: list[Edits], edits: Edits) -> None:
        stack.append(edits)
        del stack[:-_MOST]
        self._versions.update((one.slot.id, one.slot.version) for one in edits)
