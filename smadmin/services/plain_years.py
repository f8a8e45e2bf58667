"""What comes round with the years, by what is plain: for the tray, which has nobody's key.

Proving the record would take longer than a look may. So each row is believed only as one that a key on the
record signed, and what a table alone says can be hushed here by whoever writes the store, never on Today,
which asks the proven rows.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.ids import AccountId, KeyId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.password_age import age_stage, change_due
from smadmin.domain.policy.packs import Pack
from smadmin.domain.records import Verifier
from smadmin.domain.reviewers import next_list_due
from smadmin.domain.rights import STAFF
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import YEAR, Stage, due_on, stage
from smadmin.domain.yearly_tasks import AccountDue, YearlyKind, YearlyTask, log_in_tasks, told_together
from smadmin.services.newest import signed_body, trust_borne_out
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class PlainYears:
    """What is known without a key.

    Args:
        unit: the store as it stands.
        school: whose zone counts.
        pack: the policy in force.
        today: the school's day.
        verifier: checks who signed a row.
        here: keys whose locks lie on this computer: who sits here, and at which seats.
    """

    unit: Unit
    school: School
    pack: Pack
    today: date
    verifier: Verifier
    here: Collection[KeyId] = ()

    def tasks(self) -> tuple[YearlyTask, ...]:
        """Give what is due or soon will be, by its day."""
        accounts = {one.id: one for one in self.unit.accounts.all() if one.stage is not AccountStage.CLOSED}
        found = [*self._log_ins(accounts), *self._holders(accounts)]
        trust = self._trust
        if trust is not None:  # else Today and the alarm say so; here it is no reason to say nothing else
            found += [*self._reviewers(trust), *self._staff_page(trust), *self._computer(trust)]
        return tuple(sorted(found, key=lambda one: one.due))

    def _log_ins(self, accounts: Mapping[AccountId, Account]) -> tuple[YearlyTask, ...]:
        kept = [one for one in self.unit.credentials.all() if one.id in accounts]
        said = self._days(Noun.CREDENTIALS, Act.CONFIRM_LOG_IN, [one.id for one in kept])
        log_ins, passwords, months = {}, {}, self.pack.password_months
        for one in kept:
            label = accounts[one.id].label
            last = max(self._day(one.typed_at or one.changed_at), said.get(one.id, date.min))
            log_ins[one.id] = AccountDue(one.id, label, due_on(last), stage(last, self.today))
            if months is not None and one.password_at is not None:
                since = self._day(one.password_at)
                ages = age_stage(since, self.today, months)
                passwords[one.id] = AccountDue(one.id, label, change_due(since, months), ages)
        return log_in_tasks(passwords, log_ins)

    def _holders(self, accounts: Mapping[AccountId, Account]) -> tuple[YearlyTask, ...]:
        named = [one for one in self.unit.role_holdings.all() if one.id in accounts]
        lists = (
            AccountDue(
                one.id, accounts[one.id].label, due_on(one.confirmed_on), stage(one.confirmed_on, self.today)
            )
            for one in named
        )
        # Today asks once the year is over, not a month before.
        return told_together(YearlyKind.HOLDERS, (one for one in lists if one.stage >= Stage.DUE))

    def _reviewers(self, trust: Trust) -> Iterator[YearlyTask]:
        ends = next_list_due(trust.lists.held.values(), self.today)
        if ends is not None:
            yield YearlyTask(YearlyKind.REVIEWERS, 1, ends, stage(ends - YEAR, self.today))

    def _staff_page(self, trust: Trust) -> Iterator[YearlyTask]:
        keys = (trust.key_alive(key) for key in self.here)
        sit = {key.person for key in keys if key is not None and key.kind is KeyKind.PERSON and key.person}
        read = self._days(Noun.PEOPLE, Act.READ_STAFF_PAGE, sit)
        owed = []
        for person in sit:
            grants = [one for one in trust.grants.values() if one.person == person and one.role in STAFF]
            alive = [one.starts for one in grants if one.alive(self.today)]
            due = due_on(read[person]) if person in read else min(alive, default=None)
            if alive and due is not None and due <= self.today:
                owed.append(due)
        if owed:
            first = min(owed)
            yield YearlyTask(YearlyKind.STAFF_PAGE, len(owed), first, stage(first - YEAR, self.today))

    def _computer(self, trust: Trust) -> Iterator[YearlyTask]:
        """Ask for a school's computer. At somebody's own they said why, since it was described."""
        keys = (trust.key_alive(key) for key in self.here)
        seats = {key.seat for key in keys if key is not None and key.seat is not None}
        acts = (Act.REGISTER_COMPUTER, Act.SAY_PROTECTED, Act.SAY_WHY_HERE)
        described, protected, personal = (self._days(Noun.COMPUTERS, act, seats) for act in acts)
        if not described or any(day >= described.get(seat, day) for seat, day in personal.items()):
            return
        # A folder that several logins of a computer use has a seat of each: one word is enough.
        said = max(protected.values(), default=None)
        due = min(described.values()) if said is None else due_on(said)
        if due <= self.today:
            yield YearlyTask(YearlyKind.COMPUTER, 1, due, stage(due - YEAR, self.today))

    def _days(self, noun: Noun, act: Act, about: Collection[str]) -> dict[str, date]:
        """Give the day of the newest signed row of an act about each of some things."""
        found: dict[str, date] = {}
        if self._trust is None:
            return found
        for stored in reversed(self.unit.record.of_act(noun, act, about)):
            thing = str(stored.noun_id)
            body = None if thing in found else signed_body(stored, self._trust, self.verifier)
            with suppress(OverflowError):  # a first or last day of all time
                if body is not None:
                    found[thing] = self._day(body.utc)
        return found

    @cached_property
    def _trust(self) -> Trust | None:
        return trust_borne_out(self.unit, self.verifier)

    def _day(self, moment: datetime) -> date:
        return self.school.local(moment).date()
