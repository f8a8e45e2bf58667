"""Sitting down, handing over the chair, and wrong tries."""

import sqlite3
from pathlib import Path

import pytest

from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.errors import KnownError
from smadmin.domain.people import Role
from smadmin.storage.store import FILE_NAME
from tests.school import TinySchool, make_school, passphrase


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


def test_the_chair_comes_back_by_itself_after_fifteen_minutes(school: TinySchool) -> None:
    school.session.sign_in(school.people["ana"], passphrase("ana"))
    school.session.hand_over(school.people["bo"], passphrase("bo"))

    school.clock.forward(minutes=15)

    assert school.session.actor.person == school.people["ana"]


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
