"""That somebody who watches comments has read the escalation cards (BAL-B1f5).

Before their first round, and then once a year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.canonical import Plain
from smadmin.domain.yearly import due_on

READ_PART = "read"
VERSION = 1
"""Counts up when the cards say something new; then everybody reads them again."""


@dataclass(frozen=True)
class CardsRead:
    """That somebody read them.

    Args:
        on: the school's day.
        version: of the cards.
        policy: id of the policy in force then, whose contacts stood on them.
    """

    on: date
    version: int
    policy: str

    def due(self, today: date, policy: str) -> bool:
        """Tell whether they are to be read again: a year later, new cards, another district's policy."""
        return self.version < VERSION or self.policy != policy or due_on(self.on) <= today

    def to_plain(self) -> dict[str, Plain]:
        """Give what the reader signs."""
        return {"version": self.version, "policy": self.policy}

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain], on: date) -> "CardsRead":
        """Read what `to_plain` gave; the row says the day.

        Raises:
            KeyError, TypeError, ValueError: if it is something else.
        """
        version = value["version"]
        if not isinstance(version, int):
            raise TypeError("a version is a number")
        return cls(on, version, str(value["policy"]))
