"""The window removes who left's browser folders before anybody sits down."""

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, Leaving, LineKind
from smadmin.publishing.browsers import Profiles
from tests.gui.shell.test_places import lock, sit
from tests.gui.shell.tiny import Opened


@pytest.mark.demand("BAL-B1b3")
def test_the_gate_opens_on_a_login_without_the_folders_of_who_left(opened: Opened, qtbot: QtBot) -> None:
    sit(opened, qtbot, "Samuel Okoye")
    office, people = opened.office, {one.name: one.person for one in opened.office.session.sitters()}
    page = next(one for one in office.accounts.all() if one.platform is Platform.FACEBOOK)
    kept = Profiles(office.grounds.place.seat).folder_of(page.id, people["Maya Ortega"])
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
