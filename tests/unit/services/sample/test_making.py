"""The sample school is made through the same signed rows as a real one."""

from pathlib import Path

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.people import Role
from smadmin.domain.plan import monday_of
from smadmin.domain.week import WEEK
from smadmin.services.plan import plans_in_force
from tests.sample import sample_office, sit


def test_the_sample_verifies_and_says_that_it_is_one(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")

    law = office.law.in_force(maya.actor)

    assert office.verify().whole
    assert office.school.sample
    assert law is not None
    assert law.sample


def test_it_has_what_there_is_to_look_at(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")

    roster = office.students.roster(maya.actor)
    stages = {one.cadence.stage for one in office.plan.cadence()}

    assert len(roster.students) >= 24
    assert len(roster.opted_out) >= 2
    assert len(office.accounts.all()) == 5
    assert len({account.platform for account in office.accounts.all()}) == 5
    assert CadenceStage.ON_TIME in stages
    assert stages >= {CadenceStage.OVERDUE, CadenceStage.SILENT}
    roles = {role for sitter in office.session.sitters() for role in sitter.roles}
    assert roles >= {Role.ADMINISTRATOR, Role.PRINCIPAL, Role.COMMUNICATIONS}


def test_no_name_of_a_drawn_child_lies_open_in_its_folder(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega")
    names = {student.last_name for student in office.students.roster(maya.actor).students}
    names -= {sitter.name.split()[-1] for sitter in office.session.sitters()}
    names = {name for name in names if len(name) > 4}  # shorter ones stand in other words by chance

    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert len(names) > 10
    assert [name for name in names if name.encode() in stored] == []


def test_a_principal_who_looks_around_has_one_week_to_sign(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    ellen = sit(office, "ellen-whitcomb").actor

    due = office.today.gather(ellen).to_sign
    week = office.weeks.week(ellen, due.monday)

    assert not due.signed
    assert due.posts == len(office.accounts.all()) + 4
    assert (week.signature, office.plan.sign_blockers(ellen, due.monday)) == (None, ())
    assert office.today.gather(ellen).waiting["plan"] == 1


def test_the_last_signed_week_covers_every_topic_of_the_sample_on_any_day(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega").actor
    today = office.today.gather(maya).today

    with office.desk.look(maya) as unit:
        plan = next(iter(plans_in_force(office.proof.now(unit), today)), None)

    assert plan is not None
    planned = {(slot.account, slot.topic) for slot in office.plan.week(maya, monday_of(today) + WEEK).slots}
    assert planned
    assert planned <= plan.topics
