"""What comes round with the years, counted without a key: as Today says it, from plain columns alone."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.accounts import AccountStage
from smadmin.domain.computers import Owner
from smadmin.domain.holdings import Holder, RoleHolding
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.records import Body, row_hash
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import Stage
from smadmin.domain.yearly_tasks import YearlyKind, YearlyTask
from smadmin.services.clocks import Clocks
from smadmin.services.computers import Computers
from smadmin.services.password_ages import PasswordAges
from smadmin.services.plain_years import PlainYears
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.reviewers import Reviewers
from smadmin.services.seats import identities_in
from smadmin.services.staff_pages import StaffPages
from smadmin.services.yearly import YearlyConfirmations
from smadmin.storage import schema
from tests.school import CHEAP, TinySchool, make_school
from tests.unit.services.test_vault import SECRET, kept, vault_of


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


@pytest.fixture
def own(tmp_path: Path) -> TinySchool:
    """Give one whose staff and computers aren't made up."""
    return make_school(tmp_path, sample=False)


def proof(school: TinySchool) -> Proof:
    return Proof(school.desk, lambda: school.noted)


def reader(school: TinySchool) -> Reader:
    return Reader(school.desk, Policy.shipped())


def tasks(school: TinySchool, *, months: int | None = None) -> dict[YearlyKind, YearlyTask]:
    """Look as the tray does: nobody's cells are open."""
    with school.desk.look() as unit:
        told = unit.schools.get(school.id)
        pack = replace(reader(school).pack(unit), password_months=months)
        here = [KeyId(str(lock.fields["key"])) for _, lock in identities_in(school.folder).every()]
        found = PlainYears(
            unit, told, pack, told.local(school.desk.now).date(), school.desk.verifier, here
        ).tasks()
    return {one.kind: one for one in found}


def later(school: TinySchool, days: int) -> None:
    school.clock.forward(days=days)
    Clocks(school.desk, proof(school)).vouch(school.by("pat"))


@pytest.mark.demand("BAL-B1b4")
def test_a_log_in_is_counted_as_today_says_it_and_locking_it_anew_confirms_nothing(
    school: TinySchool,
) -> None:
    vault = vault_of(school)
    account = kept(school, vault)
    yearly = YearlyConfirmations(school.desk, proof(school))
    assert YearlyKind.LOG_IN not in tasks(school)

    later(school, 366)
    vault.reseal(school.by("pat"), vault.fetch(account))

    told, proven = tasks(school)[YearlyKind.LOG_IN], yearly.of(school.by("pat"), account)
    assert proven is not None
    assert (told.n, told.due, told.stage, told.account) == (1, proven.due, proven.stage, account)
    assert told.stage is Stage.DUE
    yearly.confirm(school.by("ana"), account)
    assert YearlyKind.LOG_IN not in tasks(school)


def test_a_password_is_as_old_as_the_signed_rows_have_it(
    school: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = vault_of(school)
    account = kept(school, vault)
    later(school, 170)
    vault.keep(school.by("ana"), account, replace(SECRET, recovery=("another",)))
    pack = Reader.pack
    monkeypatch.setattr(Reader, "pack", lambda self, unit: replace(pack(self, unit), password_months=6))

    proven = PasswordAges(school.desk, proof(school), reader(school)).of(school.by("pat"), account)
    told = tasks(school, months=6)[YearlyKind.AGED]

    assert proven is not None
    assert (told.due, told.stage, told.account) == (proven.due, Stage.SOON, account)
    vault.keep(school.by("ana"), account, replace(SECRET, password="another, longer one"))
    assert YearlyKind.AGED not in tasks(school, months=6)
    assert YearlyKind.AGED not in tasks(school)


def test_holders_of_a_page_are_looked_at_once_a_year_and_closed_accounts_never(school: TinySchool) -> None:
    account = kept(school, vault_of(school))
    today = school.desk.now.date()
    with school.desk.deed(school.by("ana")) as deed:
        holders = (Holder(PersonId("a"), "Ana"), Holder(PersonId("b"), "Pat"))
        deed.unit.role_holdings.add(RoleHolding(account, school.id, holders, today - timedelta(days=365)))
    assert tasks(school)[YearlyKind.HOLDERS].account == account

    with school.desk.deed(school.by("ana")) as deed:
        closed = deed.unit.accounts.get(account).brought_to(AccountStage.CLOSED, today)
        deed.unit.accounts.change(closed)

    assert YearlyKind.HOLDERS not in tasks(school)


@pytest.mark.demand("BAL-F1")
def test_the_page_for_staff_is_counted_for_who_sits_here(own: TinySchool) -> None:
    pages = StaffPages(own.desk, reader(own), proof(own))
    everybody = tasks(own)[YearlyKind.STAFF_PAGE].n

    pages.read(own.by("ana"))

    assert tasks(own)[YearlyKind.STAFF_PAGE].n == everybody - 1
    assert not pages.brief(own.by("ana")).due
    later(own, 365)
    assert tasks(own)[YearlyKind.STAFF_PAGE].n == everybody
    assert pages.brief(own.by("ana")).due


@pytest.mark.demand("WIC-S3")
def test_protection_is_asked_of_this_computer_unless_it_is_somebodys_own(own: TinySchool) -> None:
    computers = Computers(own.desk, proof(own))
    assert YearlyKind.COMPUTER not in tasks(own)
    computers.describe(own.by("ana"), Owner.SCHOOL, "Office PC")
    assert YearlyKind.COMPUTER in tasks(own)

    computers.say_protected(own.by("ana"), "Defender")
    assert YearlyKind.COMPUTER not in tasks(own)
    later(own, 365)
    assert tasks(own)[YearlyKind.COMPUTER].stage is Stage.DUE
    assert computers.here(own.by("ana")).protection_due

    with own.desk.deed(own.by("ana")) as deed:
        deed.record(Act.SAY_WHY_HERE, Noun.COMPUTERS, str(own.seat.id), parts={"said": "Snow"})
    assert YearlyKind.COMPUTER not in tasks(own)


def test_the_reviewers_list_is_named_near_its_end_and_today_says_the_same(school: TinySchool) -> None:
    reviewers, pat = Reviewers(school.desk, proof(school)), school.by("pat")
    ends = school.desk.now.date() + timedelta(days=200)
    reviewers.sign(pat, reviewers.prepare(pat, ("Robin Vega",), ends, costs=CHEAP))
    assert YearlyKind.REVIEWERS not in tasks(school)

    seen: list[tuple[Stage, date] | None] = []
    for days in (175, 35, 40):
        later(school, days)
        task = tasks(school).get(YearlyKind.REVIEWERS)
        assert reviewers.view(school.by("pat")).next_due == (None if task is None else task.due)
        seen.append(None if task is None else (task.stage, task.due))

    assert seen == [(Stage.SOON, ends), (Stage.DUE, ends), None]


def test_a_row_that_nobody_signed_hushes_nothing(school: TinySchool) -> None:
    vault = vault_of(school)
    account = kept(school, vault)
    YearlyConfirmations(school.desk, proof(school)).confirm(school.by("ana"), account)
    later(school, 366)
    later(school, 1)
    assert YearlyKind.LOG_IN in tasks(school)
    table = schema.record_row

    with school.store._engine.begin() as connection:
        mine = (table.c.act == Act.CONFIRM_LOG_IN, table.c.noun_id == account)
        (row,) = connection.execute(sa.select(table).where(*mine)).mappings().all()
        body = replace(Body.from_bytes(row["body"]), utc=school.desk.now).to_bytes()
        told = {"utc": school.desk.now.isoformat(timespec="milliseconds"), "body": body}
        forged = {**told, "row_hash": row_hash(row["previous"], body)}
        connection.execute(sa.update(table).where(*mine).values(forged))

    assert YearlyKind.LOG_IN in tasks(school)


def test_columns_that_somebody_wrote_into_stop_nothing(school: TinySchool) -> None:
    kept(school, vault_of(school))
    Computers(school.desk, proof(school)).describe(school.by("ana"), Owner.SCHOOL, "Office PC")
    with school.store._engine.begin() as connection:
        connection.execute(sa.update(schema.record_row).values(utc="junk"))
        connection.execute(sa.update(schema.person).values(body=b"{}"))

    assert tasks(school) == {}
