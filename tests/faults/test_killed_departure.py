"""Killed while somebody's rights end: nothing of it happened, or all of it; and the next sign-in goes on.

The killed process is a fork, so that it holds the same open keys as the test.
"""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.departures import Leaving
from smadmin.services import departures
from smadmin.services.office import Office
from smadmin.services.renewal import Renewal
from tests.sample import grounds_in, sample_office, sit

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def begun(office: Office) -> str:
    """Begin Maya's departure as the principal."""
    ellen = sit(office, "ellen-whitcomb").actor
    maya = next(one.person.id for one in office.accounts.colleagues() if one.person.name == "Maya Ortega")
    return office.departures.begin(ellen, Leaving(person=maya, successor=ellen.person)).value


def killed(office: Office, departure: str, patched: pytest.MonkeyPatch, where: object, name: str) -> Office:
    """End rights in a fork that dies at one place, and open the folder anew."""
    folder, secrets = office.grounds.place.store, office.grounds.secrets
    by = office.session.actor
    office.grounds.store._engine.dispose()
    child = os.fork()
    if child == 0:
        try:

            def die(*_given: Any) -> None:
                os.kill(os.getpid(), signal.SIGKILL)

            patched.setattr(where, name, die)
            office.end_rights(by, departure)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    office.close()

    return grounds_in(folder, secrets).office()  # type: ignore[arg-type]  # the sample's are in memory


def test_before_the_deed_ends_nothing_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = sample_office(tmp_path)
    departure = begun(office)

    again = killed(office, departure, monkeypatch, departures, "begin_new_key")

    assert sit(again, "maya-ortega").roles
    ellen = sit(again, "ellen-whitcomb").actor
    seen = again.departure_views.see(ellen, departure)
    assert seen is not None
    assert "rights" not in seen.departure.receipts
    again.close()


def test_after_it_the_next_sign_in_brings_everything_under_the_new_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sample_office(tmp_path)
    departure = begun(office)

    again = killed(office, departure, monkeypatch, Renewal, "_others")

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
