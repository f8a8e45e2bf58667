"""Killed at any step of a departure: nothing of it happened, or all of it; and the next sign-in goes on.

The killed process is a fork, so that it holds the same open keys as the test.
"""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.departures import How, Leaving
from smadmin.domain.log_ins import LogIn
from smadmin.services import departures, leave_room
from smadmin.services.office import Office
from smadmin.services.renewal import Renewal
from smadmin.services.vault import Vault
from tests.sample import grounds_in, sample_office, sit

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


Step = Callable[[Office, Actor], object]


def begun(office: Office) -> str:
    """Begin Maya's departure as the principal."""
    ellen = sit(office, "ellen-whitcomb").actor
    maya = next(one.person.id for one in office.accounts.colleagues() if one.person.name == "Maya Ortega")
    return office.departures.begin(ellen, Leaving(person=maya, successor=ellen.person)).value


def ending(departure: str) -> Step:
    """Give the step that ends rights."""
    return lambda office, by: office.end_rights(by, departure)


def killed(office: Office, patched: pytest.MonkeyPatch, where: object, name: str, *, step: Step) -> Office:
    """Do a step in a fork that dies at one place, and open the folder anew."""
    folder, secrets = office.grounds.place.store, office.grounds.secrets
    by = office.session.actor
    office.grounds.store._engine.dispose()
    child = os.fork()
    if child == 0:
        try:

            def die(*_given: Any, **_named: Any) -> None:
                os.kill(os.getpid(), signal.SIGKILL)

            patched.setattr(where, name, die)
            step(office, by)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    office.close()

    return grounds_in(folder, secrets).office()  # type: ignore[arg-type]  # the sample's are in memory


@pytest.mark.parametrize(
    "name", ["pass_on", "hand_accounts_over", "end_grants", "retire_keys", "begin_new_key"]
)
def test_before_the_deed_ends_nothing_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    office = sample_office(tmp_path)
    departure = begun(office)

    again = killed(office, monkeypatch, departures, name, step=ending(departure))

    assert sit(again, "maya-ortega").roles
    ellen = sit(again, "ellen-whitcomb").actor
    seen = again.departure_views.see(ellen, departure)
    assert seen is not None
    assert not {"rights", "accounts"} & set(seen.departure.receipts)
    again.end_rights(ellen, departure)  # it can be done anew
    again.close()


def test_a_departure_that_was_killed_at_its_beginning_never_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sample_office(tmp_path)
    ellen = sit(office, "ellen-whitcomb").actor
    maya = next(one.person.id for one in office.accounts.colleagues() if one.person.name == "Maya Ortega")
    theirs = Leaving(person=maya, successor=ellen.person)

    again = killed(
        office,
        monkeypatch,
        departures,
        "pass_on",
        step=lambda here, by: here.departures.begin(by, theirs),
    )

    ellen = sit(again, "ellen-whitcomb").actor
    assert again.departure_views.choice(ellen).departures == ()
    assert again.departures.begin(ellen, theirs).value
    again.close()


def test_a_new_password_that_was_killed_before_the_keyring_is_kept_and_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sample_office(tmp_path)
    departure = begun(office)
    office.end_rights(office.session.actor, departure)
    account = next(one for one in office.accounts.all() if one.platform is Platform.X)

    again = killed(
        office,
        monkeypatch,
        Vault,
        "shelve",
        step=lambda here, by: here.keep_changed(by, account, "canary-Falcon-42", ()),
    )

    ellen = sit(again, "ellen-whitcomb").actor
    seen = again.departure_views.see(ellen, departure)
    assert seen is not None
    assert seen.departure.receipts[f"password:{account.id}"].how is How.CHANGED
    assert again.vault.reveal(ellen, again.vault.fetch(account.id)).value.password == "canary-Falcon-42"
    again.close()


def test_copies_that_were_killed_halfway_stand_as_a_line_and_are_locked_on_the_next_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega").actor
    account = next(one for one in office.accounts.all() if one.platform is Platform.X)
    office.vault.keep(maya, account.id, LogIn("social@lincoln.example", "canary-Falcon-42"))
    departure = begun(office)

    again = killed(office, monkeypatch, leave_room, "marked_anew", step=ending(departure))

    ellen = sit(again, "ellen-whitcomb").actor
    seen = again.departure_views.see(ellen, departure)
    assert seen is not None
    assert "rights" in seen.departure.receipts
    assert "copies" in [line.key for line in seen.departure.left]
    again.lock_copies_anew(ellen, departure)
    kept, after = again.vault.kept(account.id), again.departure_views.see(ellen, departure)
    assert kept is not None
    assert after is not None
    assert maya.signer.key not in kept.recipients
    assert "copies" in after.departure.receipts
    again.close()


@pytest.mark.parametrize("name", ["_children", "_others", "_end_older"])
def test_after_it_the_next_sign_in_brings_everything_under_the_new_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    office = sample_office(tmp_path)
    departure = begun(office)

    again = killed(office, monkeypatch, Renewal, name, step=ending(departure))

    ellen = sit(again, "ellen-whitcomb").actor
    seen = again.departure_views.see(ellen, departure)
    assert seen is not None
    assert "rights" in seen.departure.receipts
    assert not again.renewal.owed(ellen)
    assert again.students.roster(ellen).students
    with again.desk.look() as unit:
        assert max(unit.wraps.numbers()) == 2
        assert 1 not in unit.wraps.numbers()
    again.close()
