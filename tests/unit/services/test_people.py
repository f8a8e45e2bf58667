"""People as the proven record has them; naming, dating and ending roles, and putting details right."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.canonical import canonical
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act
from smadmin.services.accounts import Accounts
from smadmin.services.people import People, PersonFile
from smadmin.services.proof import Proof
from smadmin.services.roles import designation_reasons
from smadmin.storage import schema
from tests.school import TinySchool, make_school
from tests.unit.services.test_accounts import form

TODAY = date(2026, 11, 16)


BAND = "https://x.com/lincoln_band"


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


def people_of(school: TinySchool) -> People:
    proof = Proof(school.desk, lambda: school.noted)
    school.desk.proven, school.desk.proof = proof.trust, proof.now
    return People(school.desk, proof, admit=school.keys.admit_blockers)


def file_of(people: People, school: TinySchool, name: str, *, by: str = "pat") -> PersonFile:
    files = people.register(school.by(by)).files
    return next(one for one in files if one.person.id == school.people[name])


@pytest.mark.demand("BAL-A2")
def test_somebody_is_named_for_several_accounts_with_date_and_signature(school: TinySchool) -> None:
    accounts, people = Accounts(school.desk), people_of(school)
    first = accounts.adopt(school.by("ana"), form(school)).value
    second = accounts.adopt(
        school.by("ana"), form(school, name="Lincoln Band", handle="lincoln_band", page=BAND)
    ).value

    people.name_administrator(school.by("pat"), school.people["bo"], [first, second, first])

    held = [one for one in file_of(people, school, "bo").held if one.grant.role is Role.ADMINISTRATOR]
    assert [one.grant.account for one in held] == [first, second]
    assert {(one.by, one.grant.starts, one.at) for one in held} == {("Pat Winters", TODAY, school.desk.now)}
    assert school.records.verify(root=school.root.key).whole


def test_administrators_are_the_principals_to_name_and_accounts_have_to_be_chosen(school: TinySchool) -> None:
    account = Accounts(school.desk).adopt(school.by("ana"), form(school)).value
    people, bo = people_of(school), school.people["bo"]

    for by in ("ana", "bo", "cem"):
        with pytest.raises(NotAllowed) as refused:
            people.name_administrator(school.by(by), bo, [account])
        assert refused.value.reasons[0].citation == "BAL-A2"
    with pytest.raises(NotAllowed):
        people.name_administrator(school.by("pat"), bo, [])


@pytest.mark.demand("BAL-A3")
@pytest.mark.demand("SOC-C4")
def test_a_districts_account_is_communications_alone(school: TinySchool) -> None:
    accounts, people = Accounts(school.desk), people_of(school)
    cem, bo = school.people["cem"], school.people["bo"]
    district = accounts.adopt(school.by("cem"), form(school, kind=AccountKind.DISTRICT)).value

    for by, whom in (("pat", bo), ("pat", cem), ("cem", bo)):
        with pytest.raises(NotAllowed) as refused:
            people.name_administrator(school.by(by), whom, [district])
        assert refused.value.reasons[0].citation == "BAL-A3"
        with pytest.raises(NotAllowed):
            accounts.designate(school.by(by), district, whom)
    people.name_administrator(school.by("cem"), cem, [district])
    with pytest.raises(NotAllowed) as refused:
        accounts.dismiss(school.by("pat"), district, cem)
    assert refused.value.reasons[0].citation == "BAL-A3"
    assert accounts.naming_blockers(school.by("cem"), district) == ()
    (grant,) = (one for one in people.register(school.by("pat")).files if one.person.id == cem)
    named = [one for one in grant.held if one.grant.account == district]
    assert [why.citation for why in named[0].may_end] == ["BAL-A3"]

    with school.desk.look() as unit:
        trust = unit.trust.read()

        def written_by(name: str) -> list[str | None]:
            person = school.people[name]
            reasons = designation_reasons(unit, trust, (district,), person=person, today=TODAY)
            return [one.citation for one in reasons]

        assert (written_by("cem"), written_by("ana")) == ([], ["BAL-A3"])


def test_a_deputys_days_are_the_days_of_the_office(school: TinySchool) -> None:
    people, bo = people_of(school), school.people["bo"]
    friday = TODAY + timedelta(days=4)

    people.give(school.by("pat"), bo, Role.DEPUTY, starts=TODAY + timedelta(days=1), ends=friday)

    with school.desk.look() as unit:
        trust = unit.trust.read()
    assert [Role.DEPUTY in trust.roles(bo, TODAY + timedelta(days=n)) for n in (0, 1, 4, 5)] == [
        False, True, True, False,
    ]  # fmt: skip
    with pytest.raises(NotAllowed):
        people.give(school.by("pat"), school.people["ana"], Role.DEPUTY, starts=friday, ends=friday)


def test_a_role_ends_at_once_and_its_past_stays_to_be_seen(school: TinySchool) -> None:
    people = people_of(school)
    (role,) = file_of(people, school, "bo").held

    people.end(school.by("pat"), role.grant.id)

    (past,) = file_of(people, school, "bo").held
    assert past.ended == school.desk.now
    with school.desk.look() as unit:
        assert unit.trust.read().roles(school.people["bo"], TODAY) == frozenset()
    with pytest.raises(NotAllowed):
        people.end(school.by("pat"), role.grant.id)


def test_an_old_passphrase_is_asked_again_before_rights_change(school: TinySchool) -> None:
    people, pat = people_of(school), school.by("pat")
    (role,) = file_of(people, school, "bo").held
    school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        people.end(pat, role.grant.id)

    assert [one.place for one in refused.value.reasons] == ["passphrase"]


def test_a_misspelt_name_and_a_new_number_are_put_right_by_a_signed_row(school: TinySchool) -> None:
    people, bo = people_of(school), file_of(people_of(school), school, "bo").person

    with pytest.raises(NotAllowed):
        people.correct(school.by("bo"), replace(bo, name="Bo Lindquist"))
    people.correct(school.by("bo"), replace(bo, email=" bo@lincoln.example", phone="505  555 0142"))
    people.correct(
        school.by("pat"), replace(bo, name="Bo Lindquist", email="bo@lincoln.example", statement="x")
    )

    found = file_of(people, school, "bo")
    assert (found.person.name, found.person.email, found.person.statement) == (
        "Bo Lindquist", "bo@lincoln.example", "employed",
    )  # fmt: skip
    assert school.records.newest(1)[0].act == Act.DESCRIBE_PERSON
    assert school.records.verify(root=school.root.key).whole


@pytest.mark.demand("WIC-P5")
def test_what_is_missing_to_reach_somebody_is_said(school: TinySchool) -> None:
    people, bo = people_of(school), file_of(people_of(school), school, "bo").person
    assert [one.place for one in file_of(people, school, "bo").lacking] == ["email", "phone"]

    people.correct(school.by("bo"), replace(bo, email="bo@gmail.com", phone="505 555 0142"))

    assert [one.message.id for one in file_of(people, school, "bo").lacking] == ["people.email-private"]


def test_everybodys_computers_are_their_living_keys(school: TinySchool) -> None:
    (computer,) = file_of(people_of(school), school, "bo").computers

    assert (computer.here, computer.by, computer.key.person) == (True, "Pat Winters", school.people["bo"])


def test_a_role_forged_in_the_table_is_seen_nowhere_and_stops_every_deed(school: TinySchool) -> None:
    people, bo = people_of(school), school.people["bo"]
    forged = Grant("0" * 32, bo, Role.PRINCIPAL, TODAY)
    with school.store.deed(school.id) as unit:
        unit._connection.execute(
            sa.insert(schema.role).values(
                id=forged.id, school_id=school.id, version=1, body=canonical(forged.to_plain())
            )
        )

    assert Role.PRINCIPAL not in {one.grant.role for one in file_of(people, school, "bo", by="bo").held}
    assert people.register(school.by("bo")).may_name[Role.REVIEWER]
    with pytest.raises(Tampered):
        people.give(school.by("bo"), school.people["ana"], Role.REVIEWER, starts=TODAY)


def test_a_name_changed_in_the_table_is_not_the_one_that_is_shown(school: TinySchool) -> None:
    people, bo = people_of(school), school.people["bo"]
    before = file_of(people, school, "bo").person
    with school.store.deed(school.id) as unit:
        body = canonical(replace(before, name="Pat Winters").to_plain())
        unit._connection.execute(sa.update(schema.person).where(schema.person.c.id == bo).values(body=body))

    assert file_of(people, school, "bo", by="bo").person.name == "Bo Lindqvist"
    with pytest.raises(Tampered):
        people.correct(school.by("pat"), replace(before, phone="505 555 0142"))
