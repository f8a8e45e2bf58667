"""A role that ended by its date signs nothing more, whatever time is written into the row.

Who holds a key of the school and the file sets the computer's clock back, or writes what time they like.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Proof
from tests.road import Road, make_road
from tests.unasked import record_unasked

WEEK = timedelta(days=7)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school where Eli was communications until last week, and Pat went on working since."""
    road = make_road(tmp_path)
    road.school.admit("eli", "Eli Stone", set(), by="pat")
    grant = Grant("elis", eli(road), Role.COMMUNICATIONS, date(2020, 1, 1), ends=today(road))
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, grant.person, {"grant": grant.to_plain()})
    with road.school.desk.deed(road.by("eli")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x)
    road.school.clock.at += WEEK
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x)
    assert faults(road) == []
    return road


def eli(road: Road) -> PersonId:
    return road.school.people["eli"]


def today(road: Road) -> date:
    return road.school.clock.now().date()


def faults(road: Road) -> list[str]:
    return [fault.message.id for fault in road.school.records.verify(by=road.by("pat")).faults]


def test_the_program_signs_nothing_for_a_role_that_ended_with_the_clock_set_back(road: Road) -> None:
    road.school.clock.at -= WEEK

    with pytest.raises(NotAllowed), road.school.desk.deed(road.by("eli")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x)
    own = Grant("more", eli(road), Role.PRINCIPAL, date(2020, 1, 1))
    with pytest.raises(Tampered), road.school.desk.deed(road.by("eli")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, own.person, {"grant": own.to_plain()})

    assert faults(road) == []


def test_a_row_dated_back_to_when_a_role_was_alive_is_told(road: Road) -> None:
    road.school.clock.at -= WEEK

    with road.school.desk.deed(road.by("eli")) as deed:
        record_unasked(deed, Act.CONFIRM, Noun.ACCOUNTS, road.x)

    assert faults(road) == ["records.no-right"]
    with road.school.desk.look(road.by("pat")) as unit:
        backdated = Proof(road.school.desk).now(unit).about(Noun.ACCOUNTS, road.x)[-1]
    assert backdated.roles == frozenset()


def test_nor_does_another_row_dated_back_before_it_help(road: Road) -> None:
    """Taking back one's own takes any key, at any time; it doesn't turn the record's time back."""
    road.school.clock.at -= WEEK

    with road.school.desk.deed(road.by("eli")) as deed:
        deed.record(Act.OVERRIDE, Noun.POSTS, "a-post")
    with road.school.desk.deed(road.by("eli")) as deed:
        record_unasked(deed, Act.CONFIRM, Noun.ACCOUNTS, road.x)

    assert faults(road) == ["records.no-right"]


def test_a_clock_set_back_takes_nobodys_standing_right(road: Road) -> None:
    road.school.clock.at -= WEEK

    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x)

    assert faults(road) == []
