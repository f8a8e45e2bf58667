"""Who is on the way out: what they no longer do, and what doesn't count while they get in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.departures import How, Leaving, LineKind
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.leavers import Leaver
from smadmin.domain.passwords import Style
from smadmin.domain.people import Role
from smadmin.services import vault
from smadmin.services.departed import departures_in
from smadmin.services.ending import retire_keys
from smadmin.services.kept_rows import Password
from smadmin.services.proof import Fact, Proven
from tests.drill import SECRET, Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


@pytest.mark.demand("BAL-B1b3")
def test_who_leaves_lets_nobody_in_and_turns_no_account(drill: Drill) -> None:
    school, people = drill.school, drill.school.people
    account = drill.account(Platform.X, "lincoln_es")
    departure = drill.leave(by="cem", who="pat", to="kim")
    pat, found = school.by("pat"), drill.accounts.get(account)
    form = AccountForm(Platform.X, "Lincoln", "lincoln_es", "https://example.org/other", found.login)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: school.admit("mal", "Mal Ory", {Role.COMMUNICATIONS}, by="pat"),
        lambda: drill.accounts.designate(pat, account, people["bo"]),
        lambda: drill.accounts.change(pat, found, form),
        lambda: drill.account(Platform.X, "lincoln_two", by="pat"),
        lambda: drill.vault.keep(pat, account, SECRET),
        lambda: drill.vault.make(pat, account, Style.WORDS),
    )
    for deed in deeds:
        with pytest.raises(NotAllowed, match=r"departures\.leaves-oneself"):
            deed()

    stays = LineKind.RIGHTS.value
    drill.departures.settle(school.by("cem"), departure, stays, How.WAIVED, reason="they stay")
    for deed in deeds[1:]:
        deed()


def test_a_leader_whose_departure_an_administrator_began_keeps_their_say(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    drill.leave(by="kim", who="pat", to="kim")

    drill.accounts.designate(drill.school.by("pat"), account, drill.school.people["bo"])
    drill.vault.keep(drill.school.by("pat"), account, SECRET)


@pytest.mark.demand("BAL-B1b3")
def test_a_password_that_who_leaves_still_opens_is_no_changed_one(drill: Drill) -> None:
    account, school = drill.account(Platform.X, "lincoln_es"), drill.school
    drill.vault.keep(school.by("ana"), account, SECRET)
    departure = drill.leave(by="kim")
    line = f"{LineKind.PASSWORD.value}:{account}"

    drill.vault.keep(school.by("kim"), account, replace(SECRET, password="another-Falcon-43"))
    assert line not in drill.see(departure).departure.receipts
    drill.end_rights(departure)
    assert line not in drill.see(departure).departure.receipts
    drill.vault.keep(school.by("kim"), account, replace(SECRET, password="third-Falcon-44"))

    assert drill.see(departure).departure.receipts[line].by == school.people["kim"]


def test_a_password_that_who_leaves_kept_last_is_no_changed_one(drill: Drill) -> None:
    account, school = drill.account(Platform.X, "lincoln_es"), drill.school
    drill.vault.keep(school.by("ana"), account, SECRET)
    departure = drill.leave(by="kim")
    drill.vault.keep(school.by("kim"), account, replace(SECRET, password="another-Falcon-43"))
    school.desk.leaves = lambda *_who: Leaver.STAYS  # as a program of before

    drill.vault.keep(school.by("ana"), account, replace(SECRET, password="own-Falcon-99"))
    drill.end_rights(departure)

    assert f"{LineKind.PASSWORD.value}:{account}" not in drill.see(departure).departure.receipts


def test_what_was_settled_and_granted_is_read_in_one_go(
    drill: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave()
    drill.settle_all(departure)
    drill.departures.end(drill.school.by("pat"), departure)
    by, read, whole = drill.school.by("cem"), list[str](), Proven.part_bytes

    def noted(proven: Proven, fact: Fact, name: str) -> bytes | None:
        read.append(name)
        return whole(proven, fact, name)

    monkeypatch.setattr(Proven, "part_bytes", noted)

    with drill.school.desk.look(by) as unit:
        (over,) = departures_in(drill.proof.now(unit))

    assert not over.open
    assert not read


def passwords(drill: Drill, account: AccountId, *kept: str, by: str = "kim") -> None:
    for one in kept:
        drill.vault.keep(drill.school.by(by), account, replace(SECRET, password=one))


@pytest.mark.demand("BAL-B1b3")
def test_going_back_to_any_password_that_who_leaves_knew_is_no_change(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    passwords(drill, account, "first-Falcon-42", "second-Falcon-43", by="ana")
    departure = drill.leave(by="kim")
    drill.end_rights(departure)
    line = f"{LineKind.PASSWORD.value}:{account}"

    passwords(drill, account, "first-Falcon-42")
    assert line not in drill.see(departure).departure.receipts
    passwords(drill, account, "third-Falcon-44")
    assert line in drill.see(departure).departure.receipts
    passwords(drill, account, "second-Falcon-43")
    assert line not in drill.see(departure).departure.receipts, "back again"
    passwords(drill, account, "fourth-Falcon-45", "third-Falcon-44")
    assert line in drill.see(departure).departure.receipts, "that one they never knew"


@pytest.mark.demand("BAL-B1b3")
def test_a_row_that_calls_a_former_password_another_one_is_told_by_its_mark(
    drill: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    passwords(drill, account, "first-Falcon-42", "second-Falcon-43", by="cem")
    departure = drill.leave(by="kim", who="pat", to="kim")
    with drill.school.desk.deed(drill.school.by("cem")) as deed:
        retire_keys(deed, Leaving(person=drill.school.people["pat"]))
    monkeypatch.setattr(vault, "beside", lambda *_all: Password.ANOTHER)

    passwords(drill, account, "first-Falcon-42")

    assert f"{LineKind.PASSWORD.value}:{account}" not in drill.see(departure).departure.receipts


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    "typed", ["first-Falcon-43", "first-Falcon-42 ", "First-Falcon-42", "caf\u00e9-Falcon", "zero-Falcon-41"]
)
def test_a_password_like_one_that_who_leaves_knew_is_no_change(drill: Drill, typed: str) -> None:
    """Also across the school's new key, by which older marks can't be made again; a decomposed accent too."""
    account = drill.account(Platform.X, "lincoln_es")
    passwords(drill, account, "zero-Falcon-41", "cafe\u0301-Falcon", "first-Falcon-42", by="ana")
    departure, line = drill.leave(by="kim"), f"{LineKind.PASSWORD.value}:{account}"
    drill.end_rights(departure)

    passwords(drill, account, typed)
    assert line not in drill.see(departure).departure.receipts

    passwords(drill, account, "third-Owl-44", "third-Owl-45")
    assert line in drill.see(departure).departure.receipts, "one like another that they never knew"


@pytest.mark.demand("BAL-B1b3")
def test_two_school_keys_later_a_former_password_is_still_none(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    passwords(drill, account, "first-Falcon-42", "second-Falcon-43", by="ana")
    departure, line = drill.leave(by="kim"), f"{LineKind.PASSWORD.value}:{account}"
    drill.end_rights(departure)
    passwords(drill, account, "third-Owl-44")
    drill.end_rights(drill.leave(by="cem", who="bo", to="kim"))

    passwords(drill, account, "first-Falcon-42")

    assert line not in drill.see(departure).departure.receipts
