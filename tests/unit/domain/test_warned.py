"""What one process tells another about warnings."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.addresses import AddressDue
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.school_days import DaysKind, SchoolDays
from smadmin.domain.warned import AwaitedAddress, LateRound, QuietAccount, WarningView
from smadmin.domain.warnings import WarningTimes

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 16, tzinfo=UTC).astimezone(ZoneInfo("America/Denver"))
X = QuietAccount(AccountId("x"), "X @lincoln_es", CadenceStage.DUE_SOON, 11, date(2026, 11, 21), closed=True)
Y = QuietAccount(AccountId("y"), "Facebook @lincoln", CadenceStage.ABANDONED, 40, date(2026, 10, 21))
DAYS = SchoolDays((), {date(2026, 11, day): (DaysKind.BREAK, "Thanksgiving") for day in (10, 26)})
ADDRESS = AwaitedAddress("X @a", PublicationId("p"), PostId("q"), AddressDue.REMIND, TODAY)
ROUND = LateRound(AccountId("x"), "X @lincoln_es", date(2026, 11, 16))
VIEW = WarningView("Lincoln", NOW, DAYS, (Y, X), addresses=(ADDRESS,), rounds=(ROUND,))


def test_it_comes_back_as_it_was_without_days_that_are_over_and_names_of_days() -> None:
    read = WarningView.from_plain(VIEW.to_plain())

    assert (read.school, read.now, read.accounts) == (VIEW.school, VIEW.now, VIEW.accounts)
    assert read.addresses == (ADDRESS,)
    assert read.rounds == read.rounds_of(WarningTimes()) == (ROUND,)
    snoozed = WarningTimes().snooze("comments:x", TODAY, TODAY)
    assert read.rounds_of(snoozed) == ()
    assert read.days.named == {date(2026, 11, 26): (DaysKind.BREAK, "")}


@pytest.mark.parametrize("name", list(VIEW.to_plain()))
def test_what_lacks_a_part_is_refused(name: str) -> None:
    plain = VIEW.to_plain()
    del plain[name]

    with pytest.raises(KeyError):
        WarningView.from_plain(plain)


def test_only_due_soon_isnt_late_and_a_snoozed_account_isnt_spoken_of() -> None:
    assert (X.late, Y.late) == (False, True)
    snoozed = WarningTimes().snooze(Y.id, TODAY, TODAY)
    assert VIEW.spoken_of(snoozed) == (X,)
