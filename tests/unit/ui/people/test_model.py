"""What is said of people: a line each, and everything of one."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Person, Role, contact_warnings
from smadmin.services.people import Computer, Held, PersonFile, Register
from smadmin.ui.people.model import found, person_model, person_row
from smadmin.ui.theme import State

TODAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
ANA = Person(PersonId("ana"), "Ana Brooks", "ana@lincoln.example", "505 555 0142", "employed")
NO = (Reason(say("people.names-principal")),)


def held(
    role: Role,
    *,
    account: str = "",
    starts: date = TODAY,
    ends: date | None = None,
    ended: datetime | None = None,
) -> Held:
    where = AccountId(account) if account else None
    grant = Grant(f"{role}-{account}-{starts}", ANA.id, role, starts, where, ends)
    return Held(grant, account, "Pat Winters", NOW, ended)


def file_of(*roles: Held, person: Person = ANA) -> PersonFile:
    return PersonFile(person, roles, (), contact_warnings(person))


def register(*files: PersonFile, may: tuple[Reason, ...] = ()) -> Register:
    accounts = ((AccountId("x"), "X @lincoln"), (AccountId("f"), "Facebook @lincoln"))
    return Register(files, accounts, dict.fromkeys(Role, may), may, may, TODAY)


def said(file: PersonFile) -> list[str]:
    return [one.id for one in person_row(file, TODAY).note]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((), ["peopleui.no-role"]),
        ((held(Role.REVIEWER), held(Role.PRINCIPAL)), ["peopleui.role-principal", "peopleui.role-reviewer"]),
        (
            (held(Role.ADMINISTRATOR, account="x"), held(Role.ADMINISTRATOR, account="f")),
            ["peopleui.accounts"],
        ),
        ((held(Role.DEPUTY, ends=date(2026, 12, 1)),), ["peopleui.role-until"]),
        ((held(Role.DEPUTY, starts=date(2026, 11, 17), ends=date(2026, 12, 1)),), ["peopleui.no-role"]),
        ((held(Role.REVIEWER, ended=NOW),), ["peopleui.no-role"]),
    ],
)
def test_a_line_says_what_somebody_may_do_today(roles: tuple[Held, ...], expected: list[str]) -> None:
    assert said(file_of(*roles)) == expected


def test_what_is_missing_is_said_of_those_who_work_here_now() -> None:
    unreached = Person(ANA.id, "Ana Brooks")

    row = person_row(file_of(held(Role.REVIEWER), person=unreached), TODAY)
    gone = person_row(file_of(held(Role.REVIEWER, ended=NOW), person=unreached), TODAY)

    assert (row.state, row.chip) == (State.DOUBT, say("people.no-email"))
    assert gone.chip is None


def test_roles_that_hold_or_will_stand_before_those_that_are_over() -> None:
    file = file_of(
        held(Role.REVIEWER, ended=NOW),
        held(Role.ADMINISTRATOR, account="x"),
        held(Role.DEPUTY, starts=date(2026, 11, 20), ends=date(2026, 11, 27)),
        held(Role.DEPUTY, starts=date(2026, 1, 1), ends=date(2026, 1, 9)),
    )

    model = person_model(file, register(file), ANA.id)

    assert [one.role for one in model.roles] == [Role.DEPUTY, Role.ADMINISTRATOR]
    assert [one.notes[0].id for one in model.roles] == ["peopleui.from-to", "peopleui.since"]
    assert [one.role for one in model.past] == [Role.DEPUTY, Role.REVIEWER]
    assert [account for account, _ in model.accounts] == ["f"]


def test_whoever_may_give_nothing_is_offered_nothing() -> None:
    file = file_of(held(Role.REVIEWER))

    model = person_model(file, register(file, may=NO), PersonId("bo"))

    assert (model.gives, model.may_correct, model.may_renew) == ((), NO, NO)
    own = person_model(file, register(file, may=NO), ANA.id)
    assert own.may_correct == ()
    assert own.may_rename == NO
    assert [one.message.id for one in own.may_renew] == ["people.own-key"]


@pytest.mark.parametrize("kind", [KeyKind.PERSON, KeyKind.REVIEWER, None])
def test_it_is_told_whether_somebody_sits_down_with_a_pin_or_a_passphrase(kind: KeyKind | None) -> None:
    file = file_of(held(Role.REVIEWER))
    if kind is not None:
        file = replace(
            file, computers=(Computer(Key(b"public", "", kind, ANA.id), False, "Pat Winters", NOW),)
        )

    model = person_model(file, register(file), PersonId("pat"))

    assert (model.passphrase, model.pin) == (kind is KeyKind.PERSON, kind is KeyKind.REVIEWER)


def test_people_are_found_by_name_number_account_and_role() -> None:
    rows = [person_row(file_of(held(Role.ADMINISTRATOR, account="X @lincoln")), TODAY)]

    for typed in ("brooks", "ana 0142", "@lincoln", "administrator", ""):
        assert found(rows, typed, ["Administrator of 1 account"]) == tuple(rows)
    assert found(rows, "principal", ["Administrator of 1 account"]) == ()
