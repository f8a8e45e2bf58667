"""Which browser folders of a login go, and which departures it tells. Pure."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.left_folders import Folder, departures_told, deserted, folders_to_remove, gone
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.trusted import Left

ANA, KIM = PersonId("ana"), PersonId("kim")
DESK, OFFICE = SeatId("desk"), SeatId("office")
X, PAGE = AccountId("x"), AccountId("page")
TODAY = date(2026, 11, 16)
KEPT: tuple[Folder, ...] = ((X, None), (PAGE, ANA), (PAGE, KIM))


def key(person: PersonId, seat: SeatId, *, retired: bool = False) -> Key:
    public = f"{person}{seat}".encode().ljust(32)
    return Key(public, f"age1{person}{seat}", KeyKind.PERSON, person, seat, retired)


def school(*keys: Key, roles: tuple[PersonId, ...] = (KIM,)) -> Trust:
    grants = {str(one): Grant(one, one, Role.ADMINISTRATOR, TODAY) for one in roles}
    people = {one: Person(one, one) for one in (ANA, KIM)}
    leaving = {ANA: Left("departure", KIM, by_office=False)}
    return Trust(keys={one.id: one for one in keys}, people=people, grants=grants, leaving=leaving)


def removed(trust: Trust, closed: frozenset[AccountId] = frozenset()) -> tuple[Folder, ...]:
    return folders_to_remove(trust, DESK, KEPT, closed=closed, today=TODAY)


@pytest.mark.demand("BAL-B1b3")
def test_a_login_at_which_nobody_sits_any_more_keeps_no_folder() -> None:
    left = school(key(ANA, DESK, retired=True), key(KIM, OFFICE))

    assert deserted(left, DESK)
    assert removed(left) == KEPT


def test_where_colleagues_sit_only_the_leavers_own_folders_go() -> None:
    shared = school(key(ANA, DESK, retired=True), key(KIM, DESK))

    assert removed(shared) == ((PAGE, ANA),)


def test_nothing_goes_before_every_key_and_role_has_ended() -> None:
    begun = school(key(ANA, DESK), key(KIM, DESK), roles=(ANA, KIM))
    new_passphrase = school(key(ANA, DESK, retired=True), key(ANA, OFFICE), key(KIM, DESK))
    with_a_role = school(key(ANA, DESK, retired=True), key(KIM, DESK), roles=(ANA, KIM))

    for trust in (begun, new_passphrase, with_a_role):
        assert not gone(trust, ANA, TODAY)
        assert removed(trust) == ()
        assert departures_told(trust, DESK, today=TODAY) == {}


def test_a_closed_accounts_folders_go() -> None:
    stays = school(key(ANA, DESK), key(KIM, DESK), roles=(ANA, KIM))

    assert removed(stays, frozenset({PAGE})) == ((PAGE, ANA), (PAGE, KIM))


def test_a_login_tells_of_those_who_worked_there_and_of_nobody_else() -> None:
    left = school(key(ANA, DESK, retired=True), key(KIM, OFFICE))

    assert departures_told(left, DESK, today=TODAY) == {ANA: "departure"}
    assert departures_told(left, OFFICE, today=TODAY) == {}
    assert departures_told(replace(left, leaving={}), DESK, today=TODAY) == {}


def test_a_folder_of_somebody_whom_nobody_let_in_is_left_alone() -> None:
    stranger: Folder = (PAGE, PersonId("another school's"))

    found = folders_to_remove(school(key(KIM, DESK)), DESK, [stranger], closed=(), today=TODAY)

    assert found == ()
