"""Who acts: a person with an unlocked key, or this seat on a mandate (`architecture.md`, Services).

An actor exists only while somebody is signed in. A seat never approves, overrides, clears a face, reveals
or restores.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.cells import Cells
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.records import Signer

FRESH = timedelta(minutes=5)
"""A passphrase given longer ago is asked again before approving, revealing, admitting (`keys.md`,
Approval)."""


@dataclass(frozen=True, repr=False)
class Actor:
    """Somebody who acts.

    Args:
        person: who; None for a seat and for root.
        seat: the computer login it happens on, or None where there is no keyring.
        cells: the school's open cells; None for a seat.
        passphrase_at: when the passphrase was last given, UTC.
        since: when they sat down, UTC; None where nobody did (founding, root).
        lent: whether the cells are those of who handed over the chair: their own key opens nothing (a
            reviewer's PIN).
    """

    person: PersonId | None
    seat: SeatId | None
    signer: Signer
    cells: Cells | None
    passphrase_at: datetime
    since: datetime | None = None
    lent: bool = False

    def fresh(self, now: datetime) -> bool:
        """Tell whether the passphrase was given recently enough for a weighty act.

        By a clock that was set back since it was given, nobody knows how long ago that is.
        """
        return timedelta(0) <= now - self.passphrase_at <= FRESH
