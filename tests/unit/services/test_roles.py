"""Asking what somebody may do today."""

from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.roles import any_roles, person_of, refuse, roles_in, today_of
from tests.school import MONDAY, make_school


def test_a_deed_knows_the_roles_of_who_does_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with school.desk.deed(school.by("bo")) as deed:
        roles = roles_in(deed)

    assert roles == {Role.REVIEWER}


def test_a_stranger_has_no_role(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with school.desk.look() as unit:
        roles = any_roles(unit.trust.read(), None, today_of(unit, school.desk))

    assert roles == frozenset()


def test_today_is_the_schools_own_day(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.clock.at = MONDAY.replace(day=17, hour=3)  # still Monday evening in Denver

    with school.desk.look() as unit:
        today = today_of(unit, school.desk)

    assert today == MONDAY.date()


def test_a_seat_is_no_person() -> None:
    seat = Actor(person=None, seat=None, signer=Identity.new(), cells=None, passphrase_at=MONDAY)

    with pytest.raises(NotAllowed):
        person_of(seat)


def test_without_a_reason_nothing_is_refused() -> None:
    refuse(())

    with pytest.raises(NotAllowed):
        refuse((Reason(say("students.not-your-role")),))
