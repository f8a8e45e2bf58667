"""When to save what is typed: at a short pause, at the latest 0.5 s after the first unsaved key.

Pure: it is told the time and never asks for it, so the promise (0.8 s with the writing itself) is tested
without waiting. One save is under way at a time; what is typed meanwhile is saved right after it.
"""

from dataclasses import dataclass

PAUSE_S = 0.3
LATEST_S = 0.5
RETRY_S = 3.0


@dataclass
class Autosave:
    """The state of one draft's saving. Times are seconds of any clock that only goes forward."""

    first_unsaved: float | None = None
    last_typed: float | None = None
    under_way: bool = False
    saved_at: float | None = None
    not_before: float = 0.0

    @property
    def unsaved(self) -> bool:
        """Whether something typed isn't known to be saved."""
        return self.under_way or self.first_unsaved is not None

    def typed(self, at: float) -> None:
        """Something changed."""
        self.last_typed = at
        if self.first_unsaved is None:
            self.first_unsaved = at

    def undone(self) -> None:
        """What was typed is again what is stored: nothing is left to save."""
        self.first_unsaved = None

    def due(self) -> float | None:
        """Give the moment of the next save, or None while there is nothing to begin."""
        if self.under_way or self.first_unsaved is None or self.last_typed is None:
            return None
        return max(min(self.last_typed + PAUSE_S, self.first_unsaved + LATEST_S), self.not_before)

    def begun(self) -> None:
        """A save was begun with everything typed so far."""
        self.under_way = True
        self.first_unsaved = None

    def saved(self, at: float) -> None:
        """The save that was under way ended well."""
        self.under_way = False
        self.saved_at = at
        self.not_before = 0.0

    def failed(self, at: float) -> None:
        """The save failed: what it held is unsaved again, and is tried once more a little later."""
        self.under_way = False
        self.not_before = at + RETRY_S
        if self.first_unsaved is None:
            self.first_unsaved = at
        if self.last_typed is None:
            self.last_typed = at
