"""Who may sign what: the table holds every act of the program, and is asked at the row's own place."""

import ast
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import Body
from smadmin.domain.rights import BY_ROOT, BY_SEAT, RIGHTS, entitled, who_may
from smadmin.domain.students import ROSTER_ACTS
from smadmin.domain.vocabulary import Act, Noun

ROOT = Path(__file__).parents[3] / "smadmin"
MAX, SEAT = PersonId("max"), SeatId("seat")
DAY = date(2026, 11, 16)
KEY = Key(b"k" * 32, "age1k", KeyKind.PERSON, MAX, SEAT)
ROOT_KEY = Key(b"r" * 32, "age1r", KeyKind.ROOT)


def trust(role: Role | None, *, account: str | None = None, ends: date | None = None) -> Trust:
    """Give what signed rows let in: Max with one role, and root."""
    grants = {}
    if role is not None:
        grants["g"] = Grant("g", MAX, role, DAY, None if account is None else AccountId(account), ends)
    keys = {KEY.id: KEY, ROOT_KEY.id: ROOT_KEY}
    return Trust(root=ROOT_KEY.id, keys=keys, people={MAX: Person(MAX, "Max")}, grants=grants)


def body(act: str, noun: str, noun_id: str | None = None, *, key: KeyId = KEY.id) -> Body:
    """Give a row's body as Max signs it, or root."""
    person, seat = (MAX, SEAT) if key == KEY.id else (None, None)
    when = datetime(2026, 11, 16, 12, tzinfo=UTC)
    return Body(SchoolId("s"), 5, when, person, key, seat, act, noun, noun_id, {})


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("noun", "act"), [(noun, act) for noun, acts in RIGHTS.items() for act in acts])
def test_a_role_signs_exactly_what_the_services_let_it_do(noun: Noun, act: Act, role: Role) -> None:
    assert entitled(trust(role), body(act, noun)) == (role in who_may(noun, act))


@pytest.mark.parametrize(("noun", "act"), sorted(ROSTER_ACTS))
def test_nobody_without_a_right_to_the_children_signs_them_anew(noun: Noun, act: Act) -> None:
    assert Role.REVIEWER not in who_may(noun, act)
    assert not entitled(trust(None), body(act, noun))


def test_a_role_for_one_account_counts_for_that_account_only() -> None:
    theirs = trust(Role.ADMINISTRATOR, account="x")

    assert entitled(theirs, body(Act.CHANGE, Noun.ACCOUNTS, "x"))
    assert not entitled(theirs, body(Act.CHANGE, Noun.ACCOUNTS, "another"))
    assert not entitled(theirs, body(Act.KEEP_LOG_IN, Noun.CREDENTIALS, "another"))
    assert entitled(theirs, body(Act.ADD, Noun.STUDENTS))


def test_a_role_that_ended_or_a_retired_key_signs_nothing() -> None:
    ended = trust(Role.PRINCIPAL, ends=date(2026, 11, 15))
    alive = trust(Role.PRINCIPAL)
    retired = replace(alive, keys={KEY.id: replace(KEY, retired=True)})

    assert not entitled(ended, body(Act.SIGN_WEEK, Noun.WEEKS))
    assert not entitled(retired, body(Act.TAKE_BACK, Noun.POSTS))


def test_root_signs_recovery_and_nothing_else() -> None:
    pairs = {(noun, act) for noun, acts in RIGHTS.items() for act in acts}

    assert {(n, a) for n, a in pairs if entitled(trust(None), body(a, n, key=ROOT_KEY.id))} == BY_ROOT


def test_a_computer_login_signs_what_it_did_itself_and_nothing_else() -> None:
    desk = Key(b"s" * 32, "age1s", KeyKind.SEAT, seat=SEAT)
    known = trust(Role.PRINCIPAL)
    held = replace(known, keys={**known.keys, desk.id: desk})
    pairs = {(noun, act) for noun, acts in RIGHTS.items() for act in acts}
    rows = {pair: replace(body(pair[1], pair[0], key=desk.id), seat=SEAT) for pair in pairs}

    assert {pair for pair, row in rows.items() if entitled(held, row)} == BY_SEAT
    cleared = rows[Noun.DEPARTURES, Act.CLEAR_FOLDERS]
    assert not entitled(held, replace(cleared, seat=SeatId("another")))
    assert not entitled(held, replace(cleared, person=MAX))
    assert not entitled(held, body(Act.CLEAR_FOLDERS, Noun.DEPARTURES))


def test_words_of_another_version_are_judged_by_that_version() -> None:
    assert entitled(trust(None), body("to-come", Noun.POSTS))
    assert entitled(trust(None), body(Act.APPROVE, "to-come"))


def test_every_act_that_the_program_records_stands_in_the_table() -> None:
    recorded = {pair for file in sorted(ROOT.rglob("*.py")) for pair in _recorded(file)}
    trusted = {act.value for act in TrustAct}

    assert len(recorded) > 30
    assert {(noun, act) for noun, act in recorded if act not in RIGHTS[noun] and act not in trusted} == set()


def _recorded(file: Path) -> list[tuple[Noun, Act]]:
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [(_words(call, "Noun"), _words(call, "Act")) for call in calls if _records(call)]
    return [(Noun[nouns[0]], Act[acts[0]]) for nouns, acts in named if nouns and acts]


def _records(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "record"


def _words(call: ast.Call, of: str) -> list[str]:
    return [
        one.attr
        for one in call.args
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == of
    ]
