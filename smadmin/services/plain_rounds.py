"""Late rounds through the comments, by what is plain: for the tray, which has nobody's key (BAL-B1f2).

What was decided about an account's comments is sealed. So only an account is named whose comments somebody
looked through before, with no decision since; Today knows all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.keys import Trust
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.records import Body, Verifier
from smadmin.domain.rounds import counted_day
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.warned import LateRound
from smadmin.services.newest import signed_body, trust_borne_out
from smadmin.storage.unit import Unit

_TELLS = frozenset({Act.DECIDE_COMMENTS, Act.END_ROUND})


@dataclass(frozen=True)
class PlainRounds:
    """What is known without a key.

    Args:
        unit: the store as it stands.
        school: whose zone counts.
        rules: the policy's.
        today: the school's day.
        days: which days count (`rounds.weekdays`).
        verifier: checks who signed a row.
    """

    unit: Unit
    school: School
    rules: CommentRules
    today: date
    days: SchoolDays
    verifier: Verifier

    def late(self) -> tuple[LateRound, ...]:
        """Give the accounts whose round is late, the latest first."""
        return tuple(sorted(self._late(), key=lambda one: one.due_on))

    def _late(self) -> Iterator[LateRound]:
        trust = trust_borne_out(self.unit, self.verifier)
        if trust is None:  # Today and the alarm say so
            return
        for account in self.unit.accounts.all():
            newest = self._newest(trust, account) if account.stage is AccountStage.LIVE else None
            if newest is None or newest.act != Act.END_ROUND:
                continue
            last = max(self.school.local(newest.utc).date(), account.live_since or date.min)
            due = counted_day(self.days, last, self.rules.round_days)
            if self.days.counted(due, self.today) > 0:
                yield LateRound(account.id, account.label, due)

    def _newest(self, trust: Trust, account: Account) -> Body | None:
        """Give the newest row that ends a round or decides, as a key on the record signed it."""
        told = (row for row in reversed(self.unit.record.about(Noun.ROUNDS, account.id)) if row.act in _TELLS)
        signed = (signed_body(row, trust, self.verifier) for row in told)
        return next((body for body in signed if body is not None), None)
