"""The window removes who left's browser folders before anybody sits down."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, Leaving, LineKind
from smadmin.publishing.browsers import Profiles
from smadmin.ui.shell.seating import GATE
from tests import logins
from tests.gui.shell.conftest import Opened as RealWindow
from tests.gui.shell.test_places import lock, sit
from tests.gui.shell.tiny import Opened
from tests.rings import Ring
from tests.unit.services.test_left_folders import TwoLogins, drill, found, leave_a_log_in


@pytest.mark.demand("BAL-B1b3")
def test_the_gate_opens_on_a_login_without_the_folders_of_who_left(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Samuel Okoye")
    office, people = opened.office, {one.name: one.person for one in opened.office.session.sitters()}
    page = next(one for one in office.accounts.all() if one.platform is Platform.FACEBOOK)
    kept = Profiles(office.grounds.place.private).folder_of(page.id, people["Maya Ortega"])
    kept.mkdir(parents=True)
    leaving = Leaving(person=people["Maya Ortega"], successor=people["Daniel Reyes"])
    departure = office.departures.begin(office.session.actor, leaving, profiles=1).value
    assert kept.exists()
    office.end_rights(office.session.actor, departure)

    lock(opened, qtbot)

    assert not kept.exists()
    sit(opened, qtbot, "Samuel Okoye")
    found = office.departure_views.see(office.session.actor, departure)
    assert found is not None
    line = next(one for one in found.departure.lines if one.kind is LineKind.PROFILES)
    assert found.departure.receipts[line.key].how is How.REMOVED_THERE


@pytest.mark.demand("BAL-B1b3")
def test_a_start_at_the_leavers_login_clears_its_folders_though_both_logins_name_one_data_folder(
    open_on: Callable[[Path | None], RealWindow], ring: Ring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The principal's own browser for the account is open meanwhile; it is none of that login's business."""

    def at(login: str) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / login))

    at("first")
    there = TwoLogins(tmp_path, named=True)
    pats = browser(there)
    (pats / "SingletonLock").symlink_to(f"here-{os.getpid()}")
    at("second")
    anas = browser(there)
    at("first")
    departure, before = drill(there)
    at("second")
    with there.second.office() as office:
        ring.keep(office.grounds.store.id, there.second.secrets._items)

    window = open_on(there.first.store)
    window.arrive(GATE)
    window.frame.close()
    window.window.close()

    assert there.line in {line.key for line in before.left}
    assert not anas.exists()
    assert (pats / "Cookies").exists()
    at("first")
    with there.first.office() as office:
        logins.sit_down(office, "Pat Winters", logins.PAT)
        assert found(office, office.session.actor, departure).receipts[there.line].how is How.REMOVED_THERE
        office.settle()


def browser(there: TwoLogins) -> Path:
    """Give the folder of the account's browser at whose login this is, with a live log-in in it."""
    with there.second.office() as office:
        kept = Profiles(office.grounds.place.private).folder_of(there.account)
    leave_a_log_in(kept)
    return kept
