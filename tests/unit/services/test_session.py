"""Sitting down, handing over the chair, and wrong tries."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.tries import Tries
from smadmin.services.session import Session
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.locked import LockedText
from tests.school import TinySchool, make_school, passphrase


class LockedMeanwhile(IdentityFile):
    """Locks the window while a passphrase is being tried."""

    def __init__(self, folder: Path, session: Session) -> None:
        super().__init__(LockedText(folder / "identities.json"))
        self._session = session

    @override
    def tries(self, person: PersonId) -> Tries:
        self._session.lock()
        return super().tries(person)


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


def test_who_can_sit_down_here_is_listed_by_name(school: TinySchool) -> None:
    sitters = school.session.sitters()

    assert [sitter.name for sitter in sitters] == ["Ana Brooks", "Bo Lindqvist", "Cem Aydin", "Pat Winters"]
    assert sitters[0].roles == {Role.ADMINISTRATOR}


def test_the_chair_is_handed_over_and_given_back(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))

    second = school.session.hand_over(school.people["bo"], passphrase("bo"))

    assert school.session.confined
    assert school.session.actor.person == second.person.id == school.people["bo"]
    school.session.give_back()
    assert school.session.actor.person == school.people["ana"]
    assert not school.session.confined


def test_a_chair_whose_time_is_over_is_nobodys(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))
    school.session.hand_over(school.people["bo"], passphrase("bo"))

    school.clock.forward(minutes=15)

    assert school.session.now_acting is None
    assert school.session.chair_over
    with pytest.raises(KnownError):
        _ = school.session.actor


def test_a_clock_that_was_set_back_gives_the_chair_no_more_time(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))
    school.session.hand_over(school.people["bo"], passphrase("bo"))

    school.clock.forward(minutes=-30)

    assert school.session.now_acting is None


def test_who_gets_the_chair_back_gives_the_passphrase_again_before_weighty_acts(school: TinySchool) -> None:
    school.session.sign_in(school.people["pat"], passphrase("pat"))
    school.session.hand_over(school.people["bo"], passphrase("bo"))

    school.session.give_back()

    assert not school.session.actor.fresh(school.clock.now())
    school.session.give_passphrase_again(passphrase("pat"))
    assert school.session.actor.fresh(school.clock.now())


def test_nobody_hands_the_chair_to_themselves(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))

    with pytest.raises(KnownError) as refusal:
        school.session.hand_over(school.people["ana"], passphrase("ana"))

    assert refusal.value.happened.id == "session.same-person"


def test_wrong_tries_cost_time_and_a_right_one_forgives(school: TinySchool) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            school.session.sign_in(school.people["ana"], "wrong")
    with pytest.raises(KnownError) as refusal:
        school.session.sign_in(school.people["ana"], passphrase("ana"))
    assert refusal.value.happened.id == "session.wait"

    school.clock.forward(seconds=3)
    school.session.sign_in(school.people["ana"], passphrase("ana"))

    with pytest.raises(WrongPassphrase):
        school.session.sign_in(school.people["ana"], "wrong")


@pytest.mark.parametrize("under_way", ["sign_in", "hand_over", "give_passphrase_again"])
def test_locking_wins_against_a_passphrase_under_way(school: TinySchool, under_way: str) -> None:
    session = school.session
    session.sign_in(school.people["ana"], passphrase("ana"))
    tries = LockedMeanwhile(school.folder, session)
    session._locks.identities = tries
    asked: dict[str, Callable[[], object]] = {
        "sign_in": lambda: session.sign_in(school.people["ana"], passphrase("ana")),
        "hand_over": lambda: session.hand_over(school.people["bo"], passphrase("bo")),
        "give_passphrase_again": lambda: session.give_passphrase_again(passphrase("ana")),
    }

    with pytest.raises(KnownError) as refusal:
        asked[under_way]()

    assert refusal.value.happened.id == "store.locked"
    assert session.signed_in is None
    assert session.now_acting is None


def test_locking_drops_everything(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))

    school.session.lock()

    with pytest.raises(KnownError):
        _ = school.session.actor


def test_a_key_that_the_record_doesnt_know_doesnt_sign_in(school: TinySchool) -> None:
    raw = sqlite3.connect(school.folder / FILE_NAME)
    raw.execute("DELETE FROM key")
    raw.commit()
    raw.close()

    with pytest.raises(KnownError) as refusal:
        school.session.sign_in(school.people["ana"], passphrase("ana"))

    assert refusal.value.happened.id == "session.key-retired"


def test_the_passphrase_can_be_given_again(school: TinySchool) -> None:
    actor = school.by("ana")
    school.clock.forward(minutes=6)
    assert not actor.fresh(school.clock.now())

    school.session.give_passphrase_again(passphrase("ana"))

    assert school.session.actor.fresh(school.clock.now())


def test_everybody_who_was_let_in_has_a_name(school: TinySchool) -> None:
    names = school.session.names()

    assert names[school.people["cem"]] == "Cem Aydin"
    assert len(names) == 4


def test_one_spoilt_lock_is_named_and_everybody_else_signs_in(school: TinySchool) -> None:
    file = school.folder / "identities.json"
    kept = json.loads(file.read_text("utf-8"))
    kept["people"][school.people["bo"]]["sealed"] = "zz"
    kept["tries"] = {school.people["ana"]: [5, "9999-12-31T23:59:59+00:00"]}
    file.write_text(json.dumps(kept), "utf-8")

    spoilt = school.session.spoilt()

    assert spoilt is not None
    bo = say("accounts.person", name="Bo Lindqvist")
    assert spoilt.happened == say("session.lock-spoilt", people=(bo,))
    assert [one.name for one in school.session.sitters()] == ["Ana Brooks", "Cem Aydin", "Pat Winters"]
    school.by("ana")
