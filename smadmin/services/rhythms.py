"""An account's year: its posts week by week against what was promised, and what was brought in for it."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.past_posts import PastImport
from smadmin.domain.plan import monday_of
from smadmin.domain.publications import PublicationStep
from smadmin.domain.rhythm import YEAR_WEEKS, Rhythm, promised_a_week
from smadmin.domain.school_days import DAY
from smadmin.domain.schools import School
from smadmin.domain.week import WEEK, past_weeks
from smadmin.services.cadence import account_cadence, newest_days, school_days
from smadmin.services.desk import Desk
from smadmin.services.past_posts import PastPosts
from smadmin.services.reading import Reader
from smadmin.services.seen_posts import unseen
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class RhythmView:
    """What the page shows.

    Args:
        imports: the newest first.
        blockers: why this person brings nothing in.
    """

    account: Account
    rhythm: Rhythm
    imports: tuple[PastImport, ...]
    blockers: tuple[Reason, ...]


class Rhythms:
    """The years of one school's accounts."""

    def __init__(self, desk: Desk, reader: Reader, past: PastPosts) -> None:
        """Stand on the desk, the policy and the past posts."""
        self._desk, self._reader, self._past = desk, reader, past

    def year(self, by: Actor, account: AccountId) -> RhythmView:
        """Give the last weeks of an account, this one included."""
        with self._desk.look() as unit:
            found = unit.accounts.get(account)
            rhythm = self._rhythm(unit, found, self._reader.today(unit))
        return RhythmView(found, rhythm, self._past.imports(account), self._past.blockers(by, account))

    def _rhythm(self, unit: Unit, account: Account, today: date) -> Rhythm:
        school, rule = unit.schools.get(self._desk.school), self._reader.pack(unit).cadence
        first = monday_of(today) - (YEAR_WEEKS - 1) * WEEK
        before = newest_days(unit, school, first - DAY, rule.posts).get(account.id, ())
        days = (*before, *self._days_since(unit, school, account, first))
        pace = account_cadence(account, rule, (), today, school_days(unit, rule, today)).pace
        posted = [day for day in days if day <= today]
        weeks = past_weeks(account.id, today=today, number=YEAR_WEEKS, pace=pace, posted=posted)
        return Rhythm(weeks, promised_a_week(pace))

    def _days_since(self, unit: Unit, school: School, account: Account, first: date) -> tuple[date, ...]:
        out = unit.publications.find_since(
            "published_at",
            school.begins(first),
            account_id=account.id,
            step=PublicationStep.CONFIRMED.value,
        )
        hidden = unseen(unit, out)
        own = (
            school.local(one.published_at).date()
            for one in out
            if one.published_at is not None and one.id not in hidden
        )
        return (*own, *unit.past_posts.days_since(account.id, first))
