"""The window's door to the catalogues: messages in, sentences for people out.

Widgets of the foundation take finished sentences; a screen words its view model while it renders, so
that view models stay free of language and their tests compare messages.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import Message, Value, say

_MINUTE_S = 60
_HOUR_S = 60 * _MINUTE_S
_DAY_S = 24 * _HOUR_S


class Catalogue(Protocol):
    """What `smadmin.language.catalogue` gives: one sentence for one message."""

    def word(self, message: Message) -> str:
        """Word a message in the language of the window."""
        ...

    def in_zone(self, zone: str) -> "Catalogue":
        """Give the same words with times in another zone."""
        ...

    @property
    def language(self) -> str:
        """Two letters."""
        ...

    @property
    def day_pattern(self) -> str:
        """How a day is written: `MMM d, y`."""
        ...


class Wording:
    """Words messages; handed to each screen and widget that speaks by itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue of the window's language."""
        self._catalogue = catalogue

    def in_zone(self, zone: str) -> "Wording":
        """Give the same words with times in a school's zone."""
        return Wording(self._catalogue.in_zone(zone))

    @property
    def language(self) -> str:
        """The window's language, two letters."""
        return self._catalogue.language

    @property
    def day_pattern(self) -> str:
        """How sentences write a day (`MMM d, y`), for fields that show one."""
        return self._catalogue.day_pattern

    def __call__(self, message: Message) -> str:
        """Word a message."""
        return self._catalogue.word(message)

    def say(self, message_id: str, **values: Value) -> str:
        """Word a sentence of the screen itself: `words.say("today.title")`."""
        return self._catalogue.word(say(message_id, **values))

    def optional(self, message: Message | None) -> str:
        """Word a message, or give nothing where there is none."""
        return "" if message is None else self._catalogue.word(message)

    def reasons(self, reasons: Iterable[Reason]) -> tuple[str, ...]:
        """Word what `blockers()` gave, for a header's `show_missing` or a button's `block`."""
        return tuple(self._catalogue.word(reason.message) for reason in reasons)

    def error(self, error: KnownError) -> str:
        """Word an error in up to three sentences: what happened, what was kept, what to do."""
        if isinstance(error, NotAllowed):
            return "\n".join(self.reasons(error.reasons))
        parts = (error.happened, error.kept, error.remedy)
        return "\n".join(self._catalogue.word(part) for part in parts if part is not None)


def age(then: datetime, now: datetime) -> Message:
    """Say how long ago something was, in the words of the largest whole unit.

    Args:
        then: UTC; a moment ahead (clocks differ) counts as just now.
        now: UTC, from the clock.
    """
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE_S:
        return say("shell.just-now")
    for unit_s, message_id in (
        (_DAY_S, "shell.days-ago"),
        (_HOUR_S, "shell.hours-ago"),
        (_MINUTE_S, "shell.minutes-ago"),
    ):
        if seconds >= unit_s:
            return say(message_id, n=int(seconds // unit_s))
    return say("shell.just-now")
