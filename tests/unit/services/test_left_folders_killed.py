"""The program is killed between removing browser folders and signing that they are gone."""

from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.departures import How, Leaving
from smadmin.domain.vocabulary import Act
from smadmin.publishing.browsers import Profiles
from tests.logins import PAT, found_shared, sit_down
from tests.newcomers import LARKS
from tests.unit.services.test_left_folders import found, start


@pytest.mark.demand("BAL-B1b3")
def test_a_kill_after_the_log_ins_are_gone_leaves_the_word_to_that_logins_next_start(tmp_path: Path) -> None:
    """The departure was begun at this very login, which counted the folder itself."""
    first, _root = found_shared(tmp_path)
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        account = office.accounts.adopt(by, LARKS).value
        ana = next(one.person for one in office.session.sitters() if one.name == "Ana Brooks")
        cookies = Profiles(first.home).folder_of(account, ana) / "Cookies"
        cookies.parent.mkdir(parents=True)
        cookies.write_text("a live log-in", "utf-8")
        leaving = Leaving(person=ana, successor=by.person)
        departure = office.departures.begin(by, leaving, profiles=office.browsing.counted(ana)).value
        office.end_rights(by, departure)
        line = f"profiles:{office.seat.id}"
        assert line in {one.key for one in found(office, office.session.actor, departure).left}
        office.settle()

    with first.office() as office, pytest.MonkeyPatch.context() as patched:
        patched.setattr(office.desk, "first_deed", _killed)
        with pytest.raises(KeyboardInterrupt):
            start(office)
    assert not cookies.exists()
    for _ in range(2):
        with first.office() as office:
            start(office)
            office.settle()

    assert not cookies.parent.exists()
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        receipt = found(office, office.session.actor, departure).receipts[line]
        told = [one for one in office.records.newest() if one.act == Act.CLEAR_FOLDERS]
    assert (receipt.how, receipt.by) == (How.REMOVED_THERE, None)
    assert len(told) == 1


def _killed(_by: Actor) -> None:
    raise KeyboardInterrupt
