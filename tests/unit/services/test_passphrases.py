"""One's own passphrase changed, and a new key for who forgot theirs."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.people import Role
from smadmin.services import passphrases
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from tests.sample import CHEAP, sample_office, sit

NEW = "four quite other words here"
change = partial(passphrases.change_passphrase, costs=CHEAP, floor=CHEAP)
new_key = partial(passphrases.new_key_beside, costs=CHEAP, floor=CHEAP)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path)
    yield made
    made.close()


def person(office: Office, name: str) -> PersonId:
    return next(one.person for one in office.session.sitters() if one.name == name)


def test_ones_own_passphrase_is_changed_and_the_key_stays(office: Office) -> None:
    before = sit(office, "maya-ortega")

    change(office, old=PASSPHRASE, new=NEW)

    office.lock()
    with pytest.raises(WrongPassphrase):
        office.session.sign_in(before.person.id, PASSPHRASE)
    assert office.session.sign_in(before.person.id, NEW).actor.signer.key == before.actor.signer.key


def test_a_wrong_old_one_changes_nothing_and_counts(office: Office) -> None:
    maya = sit(office, "maya-ortega").person.id

    with pytest.raises(WrongPassphrase):
        change(office, old="not this one", new=NEW)

    assert office.grounds.identities.tries(maya).wrong == 1
    assert office.session.sign_in(maya, PASSPHRASE).person.id == maya


def test_who_changed_theirs_no_longer_has_the_samples_passphrase(office: Office) -> None:
    assert all(one.told for one in office.session.sitters() if not one.beside)

    sit(office, "maya-ortega")
    change(office, old=PASSPHRASE, new=NEW)

    assert [one.name for one in office.session.sitters() if not one.told] == ["Maya Ortega"]


@pytest.mark.parametrize("wanted", ["password", PASSPHRASE, "Maya Ortega"])
def test_an_easy_passphrase_and_the_old_one_are_refused(office: Office, wanted: str) -> None:
    sit(office, "maya-ortega")

    with pytest.raises(NotAllowed):
        change(office, old=PASSPHRASE, new=wanted)


def test_who_forgot_theirs_gets_a_new_key_and_the_old_one_ends(office: Office) -> None:
    old = sit(office, "daniel-reyes")
    daniel = old.person.id
    for _ in range(4):
        with pytest.raises(KnownError):
            office.session.sign_in(daniel, "forgotten")
    sit(office, "ellen-whitcomb")

    new_key(office, daniel, NEW)

    office.lock()
    again = office.session.sign_in(daniel, NEW)  # and nobody waits for the wrong tries
    office.begin_work(again.actor)
    trust = office.proven().trust
    assert again.actor.signer.key != old.actor.signer.key
    assert again.roles == old.roles
    assert trust.key_alive(old.actor.signer.key) is None
    assert office.students.roster(again.actor).students  # the school's key was wrapped to it
    assert office.verify().whole


def test_a_deputy_lets_a_new_key_in_where_the_only_principal_forgot_theirs(office: Office) -> None:
    old = sit(office, "ellen-whitcomb")
    office.lock()
    deputy = sit(office, "peter-lindgren")
    assert deputy.roles == {Role.DEPUTY}

    new_key(office, old.person.id, NEW)

    office.lock()
    again = office.session.sign_in(old.person.id, NEW)
    office.begin_work(again.actor)
    trust = office.proven().trust
    assert again.roles == old.roles
    assert again.actor.signer.key != old.actor.signer.key
    assert trust.key_alive(old.actor.signer.key) is None
    assert office.students.roster(again.actor).students
    assert office.verify().whole


def test_nobody_without_the_right_makes_somebody_a_key(office: Office) -> None:
    daniel, ellen = person(office, "Daniel Reyes"), person(office, "Ellen Whitcomb")
    sit(office, "maya-ortega")

    with pytest.raises(NotAllowed):
        new_key(office, daniel, NEW)
    with pytest.raises(NotAllowed):
        new_key(office, person(office, "Maya Ortega"), NEW)

    assert office.session.sign_in(daniel, PASSPHRASE).person.id == daniel
    assert office.session.sign_in(ellen, PASSPHRASE).person.id == ellen


def test_an_old_passphrase_of_who_lets_in_leaves_the_lock_as_it_was(office: Office) -> None:
    daniel = person(office, "Daniel Reyes")
    sit(office, "ellen-whitcomb")
    first = office.session._first
    assert first is not None
    object.__setattr__(first.actor, "passphrase_at", first.actor.passphrase_at - timedelta(minutes=6))

    with pytest.raises(NotAllowed):
        new_key(office, daniel, NEW)

    office.lock()
    assert office.session.sign_in(daniel, PASSPHRASE).person.id == daniel
