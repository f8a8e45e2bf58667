"""What somebody held at a row's place, judged as of another time once the time was set right.

What a row that was dated ahead counts as signed at is then earlier, and who had no office yet on that day had
none for it. A role that was given at once by a row dated ahead itself counts from the same day as it.
"""

from bisect import bisect_right
from datetime import datetime

from smadmin.domain.keys import Trust
from smadmin.domain.people import Grant
from smadmin.domain.records import Body


class RolesThen:
    """Remembers trust at each place where it changed."""

    def __init__(self) -> None:
        """Stand before the first row."""
        self._places: list[int] = []
        self._trusts: list[Trust] = []
        self._at_once: set[str] = set()

    def take(self, body: Body, trust: Trust) -> None:
        """Take a row and the trust after it, in their order."""
        if self._trusts and trust is self._trusts[-1]:
            return
        before = self._trusts[-1].grants if self._trusts else {}
        today = trust.day_of(body.utc)
        new = (one for one in trust.grants.values() if one.id not in before)
        self._at_once |= {one.id for one in new if one.starts == today}
        self._places.append(body.seq)
        self._trusts.append(trust)

    def at(self, seq: int) -> Trust:
        """Give trust as it stood at a place: before any row, or where its row didn't change it, after it."""
        place = bisect_right(self._places, seq) - 1
        return self._trusts[place] if place >= 0 else Trust()

    def left(self, body: Body, held: tuple[Grant, ...], moment: datetime) -> tuple[Grant, ...]:
        """Give what a row's person still holds for it, where it counts as signed earlier.

        Args:
            body: the row.
            held: what they held by its own time.
            moment: what it counts as signed at, UTC.
        """
        trust = self.at(body.seq)
        on = trust.day_of(moment)
        roles = {(one.role, one.account) for one in held}
        return tuple(
            one
            for one in trust.grants.values()
            if one.person == body.person
            and (one.role, one.account) in roles
            and (one.alive(on) or (one.id in self._at_once and one.starts > on))
        )
