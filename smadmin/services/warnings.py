"""What a closed window may say: which accounts need a post, what comes round, whose log-in was a wrong one.

Nobody need sign in and no key is opened: accounts, calendar and what went out are plain data. Drafts are
sealed, so whoever presses a warning is led to Today's own next step once they have signed in.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime, timedelta

from smadmin.domain.ids import KeyId
from smadmin.domain.rounds import weekdays
from smadmin.domain.warned import AwaitedAddress, QuietAccount, WarningView, WrongAccount
from smadmin.services.awaited import awaited_addresses
from smadmin.services.cadence import AccountCadence, cadences, school_days
from smadmin.services.desk import Desk
from smadmin.services.plain_rounds import PlainRounds
from smadmin.services.plain_years import PlainYears
from smadmin.services.reading import Reader
from smadmin.services.wrong_identity import reported_now
from smadmin.storage.unit import Unit

_BACK, _AHEAD = timedelta(days=400), timedelta(days=90)


class Warnings:
    """Warnings of one school."""

    def __init__(self, desk: Desk, reader: Reader, here: Callable[[], Collection[KeyId]] = tuple) -> None:
        """Stand on the desk and the policy.

        Args:
            desk: whose.
            reader: reads the policy.
            here: gives the keys whose locks lie on this computer.
        """
        self._desk, self._reader, self._here = desk, reader, here

    def look(self) -> WarningView:
        """Give what there is to warn of now."""
        here = self._here()  # reads a file: never while the store is held
        with self._desk.look() as unit:
            school = unit.schools.get(self._desk.school)
            pack, now = self._reader.pack(unit), school.local(self._desk.now)
            rule = pack.cadence
            judged = cadences(unit, school, rule, now.date())
            days = school_days(unit, rule, now.date())
            yearly = PlainYears(unit, school, pack, now.date(), self._desk.verifier, here).tasks()
            wrong = tuple(
                WrongAccount(one.account.id, one.account.label, one.seq)
                for one in reported_now(unit, self._desk.verifier, self._desk.mute)
            )
            addresses = tuple(_addresses(unit, self._desk.now))
            counted = weekdays(days, now.date() - _BACK, now.date() + _AHEAD)
            late = PlainRounds(unit, school, pack.comments, now.date(), counted, self._desk.verifier).late()
        quiet = sorted(_quiet(judged), key=lambda one: -one.quiet_days)
        return WarningView(school.name, now, days, tuple(quiet), yearly, wrong, addresses, late)


def _addresses(unit: Unit, now: datetime) -> Iterator[AwaitedAddress]:
    for one in awaited_addresses(unit, now):
        account, post = unit.accounts.maybe(one.publication.account), one.publication.post
        if account is not None and post is not None:
            yield AwaitedAddress(account.label, one.publication.id, post, one.due, one.since)


def _quiet(judged: Iterable[AccountCadence]) -> Iterator[QuietAccount]:
    for one in judged:
        cadence = one.cadence
        if cadence.needs_somebody and cadence.due_on is not None:
            account, days = one.account, cadence.quiet_days
            due, closed = cadence.due_on, cadence.closed
            yield QuietAccount(account.id, account.label, cadence.stage, days, due, closed)
