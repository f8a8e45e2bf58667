"""First run: a sample school or a real one, and letting in somebody who sits beside."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.credentials.locks import FLOOR
from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.errors import NotAllowed, OutsideFailed
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.domain.schools import School
from smadmin.services.coming_key import RING, take_key
from smadmin.services.founding import (
    admit_beside,
    employing_clause,
    first_person_blockers,
    found_sample,
    found_school,
    keyring_missing,
    move_to,
    new_person,
)
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.phrases import make_phrase
from smadmin.services.places import Place, find_place, own_folder, shared_blockers, shared_folder
from smadmin.services.policy import Policy
from tests.sample import CHEAP, grounds_in

PHRASE = "seven quiet herons wade"


@pytest.fixture
def grounds(tmp_path: Path) -> Grounds:
    return grounds_in(tmp_path, MemorySecrets())


def school_for(grounds: Grounds) -> School:
    return School(SchoolId(grounds.ids.new()), "Lincoln Elementary", "America/Denver", "baltimore-city-md")


def founded(grounds: Grounds, role: Role = Role.ADMINISTRATOR) -> Office:
    person = new_person(grounds, "Ana Brooks", email="ana@lincoln.example", statement="employed")
    office, _ = found_school(
        grounds, school_for(grounds), person, role=role, passphrase=PHRASE, costs=CHEAP, floor=CHEAP
    )
    office.session.sign_in(person.id, PHRASE)
    return office


def test_a_real_school_is_founded_with_its_first_person(grounds: Grounds) -> None:
    office = founded(grounds)

    assert office.school.name == "Lincoln Elementary"
    assert [sitter.name for sitter in office.session.sitters()] == ["Ana Brooks"]
    assert office.keys.envelope_open(), "root lies here until its paper was read back"
    assert office.verify().whole


def test_who_founds_a_school_waits_for_no_copy_of_another_any_more(grounds: Grounds) -> None:
    key = take_key(grounds.keyring(RING)).recipient

    founded(grounds)

    assert take_key(grounds.keyring(RING)).recipient != key


def test_a_real_schools_lock_costs_what_this_computer_bears_and_never_less_than_the_floor(
    grounds: Grounds,
) -> None:
    person = new_person(grounds, "Ana Brooks", email="", statement="employed")
    school = school_for(grounds)

    with pytest.raises(ValueError, match="floor"):
        found_school(grounds, school, person, role=Role.PRINCIPAL, passphrase=PHRASE, costs=CHEAP)
    assert not grounds.founded
    found_school(grounds, school, person, role=Role.PRINCIPAL, passphrase=PHRASE)

    costs = grounds.identities.locks()[person.id].costs
    assert not costs.below(FLOOR), "a slow or busy computer gets less memory than the usual, down to there"


def test_the_samples_locks_cost_the_floor(grounds: Grounds) -> None:
    found_sample(grounds)

    locks = grounds.identities.locks().values()
    assert {lock.costs for lock in locks} == {FLOOR}


def test_what_is_missing_is_listed_before_anything_is_made(grounds: Grounds) -> None:
    person = new_person(grounds, " ", email="", statement="")

    reasons = first_person_blockers(school_for(grounds), person, "lincoln1")

    assert {reason.message.id for reason in reasons} == {
        "people.name-missing",
        "people.employees-only",
        "keys.passphrase-weak",
    }
    with pytest.raises(NotAllowed):
        found_school(grounds, school_for(grounds), person, role=Role.PRINCIPAL, passphrase="lincoln1")
    assert not grounds.founded


def test_a_folder_holds_one_school(grounds: Grounds) -> None:
    founded(grounds)

    with pytest.raises(NotAllowed):
        found_sample(grounds)


def let_in(office: Office, person: Person, role: Role) -> None:
    """Admit somebody beside who is signed in."""
    admit_beside(
        office,
        person,
        roles=frozenset({role}),
        passphrase="nine loud geese fly by",
        costs=CHEAP,
        floor=CHEAP,
    )


def test_the_principal_is_let_in_beside_the_founder_and_can_sit_down(grounds: Grounds) -> None:
    office = founded(grounds)
    principal = new_person(grounds, "Pat Winters", email="", statement="employed")

    let_in(office, principal, Role.PRINCIPAL)

    second = office.session.hand_over(principal.id, "nine loud geese fly by")
    assert second.roles == {Role.PRINCIPAL}


def test_a_founder_who_lets_in_anybody_else_is_refused_and_nothing_is_kept(grounds: Grounds) -> None:
    office = founded(grounds)
    reviewer = new_person(grounds, "Bo Lindqvist", email="", statement="employed")

    with pytest.raises(NotAllowed):
        let_in(office, reviewer, Role.REVIEWER)

    assert [sitter.name for sitter in office.session.sitters()] == ["Ana Brooks"]
    assert len(grounds.identities.locks()) == 1


def test_a_lock_that_cant_be_kept_lets_nobody_in(grounds: Grounds, monkeypatch: pytest.MonkeyPatch) -> None:
    office = founded(grounds)
    principal = new_person(grounds, "Pat Winters", email="", statement="employed")

    def full(_end: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideFailed):
        let_in(office, principal, Role.PRINCIPAL)

    with office.desk.look() as unit:
        assert principal.id not in unit.trust.read().people


def test_nobody_is_let_in_while_the_window_is_locked(grounds: Grounds) -> None:
    office = founded(grounds)
    office.session.lock()
    principal = new_person(grounds, "Pat Winters", email="", statement="employed")

    with pytest.raises(NotAllowed):
        let_in(office, principal, Role.PRINCIPAL)


@pytest.fixture
def for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for all users of this computer, as its keeper makes it for a group."""
    before = os.umask(0)
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    log_in(tmp_path / "first", monkeypatch)
    folder = tmp_path / "share" / "smadmin"
    folder.mkdir(parents=True)
    folder.chmod(0o2770)
    yield folder
    os.umask(before)


def log_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be another login of the computer, with a home of its own."""
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.mark.skipif(sys.platform != "linux", reason="groups of logins are made otherwise elsewhere")
def test_what_one_login_founds_for_all_another_one_finds_by_itself(
    for_all: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shared_blockers() == ()
    own = open_grounds(find_place(None), lambda _store: MemorySecrets())
    assert own.place.store == own_folder()
    grounds = move_to(own, Place(shared_folder(), own_folder()))
    person = new_person(grounds, "Ana Brooks", email="", statement="employed")
    school = School(SchoolId(grounds.ids.new()), "Lincoln", "America/Denver", "baltimore-city-md")
    office, _ = found_school(
        grounds,
        school,
        person,
        role=Role.ADMINISTRATOR,
        passphrase="seven quiet herons wade",
        costs=CHEAP,
        floor=CHEAP,
    )
    assert len(office.session.sitters()) == 1
    office.close()
    assert stat.S_IMODE((for_all / "store.db").stat().st_mode) == 0o660
    assert not (for_all / "identities.json").exists()

    log_in(tmp_path / "second", monkeypatch)
    place = find_place(None)
    found = open_grounds(place, lambda _store: MemorySecrets()).office()

    assert place.store == for_all
    assert place.seat == tmp_path / "second" / "data" / "smadmin"
    assert found.school.name == "Lincoln"
    assert found.session.sitters() == ()
    found.close()


@pytest.mark.skipif(sys.platform != "linux", reason="groups of logins are made otherwise elsewhere")
def test_a_folder_that_isnt_the_groups_is_not_offered(for_all: Path) -> None:
    for_all.chmod(0o755)

    assert [reason.message.id for reason in shared_blockers()] == ["store.shared-not-ready"]


def test_without_a_keyring_ones_own_passphrase_founds_nothing(tmp_path: Path) -> None:
    grounds = open_grounds(Place(tmp_path, tmp_path), NoSecrets)
    person = new_person(grounds, "Ana Brooks", email="", statement="employed")
    school = School(SchoolId(grounds.ids.new()), "Lincoln", "America/Denver", "baltimore-city-md")
    missing = keyring_missing(grounds)
    assert missing is not None

    with pytest.raises(OutsideFailed) as refused:
        found_school(
            grounds,
            school,
            person,
            role=Role.PRINCIPAL,
            passphrase="seven quiet herons wade",
            costs=CHEAP,
            floor=CHEAP,
        )
    assert refused.value.happened == missing.happened
    assert not grounds.founded
    phrase = make_phrase()
    office, _ = found_school(
        grounds, school, person, role=Role.PRINCIPAL, passphrase=phrase, costs=CHEAP, floor=CHEAP
    )

    assert office.session.sign_in(person.id, phrase).person.name == "Ana Brooks"
    office.close()


class NoSecrets:
    """A computer without a keyring."""

    def __init__(self, _store: str = "") -> None:
        self.missing = NoKeyring(say("keys.no-keyring"))

    def get(self, item: str) -> str | None:
        raise self.missing

    def set(self, item: str, secret: str) -> None:
        raise self.missing

    def delete(self, item: str) -> None:
        raise self.missing


@pytest.mark.parametrize(
    ("policy", "demand"),
    [("wichita-ks", "WIC-P7"), ("baltimore-city-md", "BAL-B1a"), ("yelm-wa", "YEL-M2"), ("socorro-tx", None)],
)
def test_the_clause_that_lets_in_employees_only_is_the_policys_own(policy: str, demand: str | None) -> None:
    pack = Policy.shipped().packs[policy]

    quoted = employing_clause(pack, "es")

    assert quoted == (None if demand is None else (demand, pack.clauses[demand].said("es")))
