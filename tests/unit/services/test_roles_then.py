"""A row that was dated ahead has no office of somebody whose office hadn't begun when it was signed."""

from datetime import timedelta
from pathlib import Path

from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act, Noun
from tests.clocked import confirm, dated_road, proven, state, write
from tests.road import Road
from tests.unasked import record_unasked


def signed_ahead(road: Road, who: str, *, days: int) -> int:
    """Sign a week with a clock that is ahead."""
    road.school.clock.forward(days=days)
    with road.school.desk.deed(road.by(who)) as deed:
        row = record_unasked(deed, Act.SIGN_WEEK, Noun.WEEKS, "2026-11-16")
    road.school.clock.forward(days=-days)
    return row


def roles_of(road: Road, row: int) -> frozenset[Role]:
    fact = proven(road).at(row)
    assert fact is not None
    return fact.roles


def test_an_office_that_begins_later_is_none_for_a_row_dated_ahead(tmp_path: Path) -> None:
    road = dated_road(tmp_path)
    road.school.admit("hal", "Hal Moss", set(), by="pat")
    first = road.school.clock.now().date() + timedelta(days=60)
    given = Grant("hals", road.school.people["hal"], Role.PRINCIPAL, first)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, given.person, {"grant": given.to_plain()})
    row = signed_ahead(road, "hal", days=61)
    assert roles_of(road, row) == {Role.PRINCIPAL}

    confirm(road, "pat")

    assert roles_of(road, row) == frozenset()


def test_what_people_signed_who_had_their_role_all_the_time_keeps_it(tmp_path: Path) -> None:
    road = dated_road(tmp_path)
    row = write(road, "pat", ahead=timedelta(days=61))
    before = roles_of(road, row)

    confirm(road, "pat")

    assert roles_of(road, row) == before != frozenset()


def test_who_was_let_in_ahead_and_signed_then_keeps_the_role_for_it(tmp_path: Path) -> None:
    road = dated_road(tmp_path)
    road.school.clock.forward(days=20)
    road.school.admit("nia", "Nia Park", {Role.DEPUTY}, by="pat")
    road.school.clock.forward(days=-20)
    row = signed_ahead(road, "nia", days=20)

    confirm(road, "pat")

    assert roles_of(road, row) == {Role.DEPUTY}
    assert state(road).value == "right"
