"""Errors that people are told about. Everything else that is raised is a bug.

Each says what happened, what was kept and what to do, as messages; they are worded once, where they
are shown. A subclass exists only where somebody catches it.
"""

from dataclasses import dataclass

from smadmin.domain.messages import Message


class KnownError(Exception):
    """Something that goes wrong in ordinary life (a full disk, an unreadable photo)."""

    def __init__(
        self, happened: Message, *, kept: Message | None = None, remedy: Message | None = None
    ) -> None:
        """Say what happened, what was kept and what to do next."""
        super().__init__(happened.id)
        self.happened = happened
        self.kept = kept
        self.remedy = remedy


class Locked(KnownError):
    """Nobody is signed in any more: whoever asked locked the window meanwhile, and needn't be told so."""


class BadInput(KnownError):
    """What was handed in can't be used as it is (exit status 2)."""


class OutsideFailed(KnownError):
    """A keyring, a disk, a network or a worker failed (exit status 4)."""


class Conflict(KnownError):
    """Somebody else changed the same thing since it was read."""


class Tampered(KnownError):
    """What is stored doesn't agree with its proof."""


@dataclass(frozen=True)
class Reason:
    """Why something may not be done (yet).

    Args:
        message: the sentence.
        citation: the demand behind it (`BAL-B1i1`), or None where it is the program's own rule.
        place: what the screen should point at (`text`, `photo:<id>`, `account:<id>`), or None.
    """

    message: Message
    citation: str | None = None
    place: str | None = None


class NotAllowed(KnownError):
    """A rule forbids it; the same reasons that `blockers()` lists (exit status 3)."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        """Take the reasons, most important first; there is at least one."""
        super().__init__(reasons[0].message)
        self.reasons = reasons
