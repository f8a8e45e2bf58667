"""What whoever lets people in is told before they sign: which older keys end, which stay, and who waits."""

from pathlib import Path

import pytest

from smadmin.services.founding import admit_beside, new_person
from smadmin.services.office import Office
from smadmin.services.requested import On, waiting_for, who_waits
from tests.logins import PAT, found_shared, login, sit_down
from tests.newcomers import NEW, REVIEWER, asked
from tests.school import CHEAP


def as_seen(office: Office) -> tuple[tuple[On, ...], int]:
    (one,) = waiting_for(office)
    return one.ends, one.stay


def test_a_second_login_ends_nothing_and_that_is_said(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        assert as_seen(office) == ((), 1)


def test_what_was_said_to_be_lost_ends_and_where_it_is_is_said(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"), lost=True)

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        assert as_seen(office) == ((On.HERE,), 0)


def test_who_lets_themselves_in_is_told_of_the_key_in_use(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"), "Pat Winters", lost=True)

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        assert as_seen(office) == ((On.SIGNING,), 0)


def test_a_forgotten_passphrase_ends_the_key_on_the_login_that_asks(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
    asked(first)

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        assert as_seen(office) == ((On.HERE,), 0)


@pytest.mark.parametrize("name", ["Pat Winters", "Bo Lindqvist"])
def test_only_who_may_let_people_in_is_told_that_somebody_waits(tmp_path: Path, name: str) -> None:
    first, _ = found_shared(tmp_path)
    with first.office() as office:
        _admit(office)
    asked(login(tmp_path, "second"))

    with first.office() as office:
        sit_down(office, name, PAT if name == "Pat Winters" else NEW)
        assert [one.name for one in who_waits(office)] == (["Ana Brooks"] if name == "Pat Winters" else [])


def _admit(office: Office) -> None:
    sit_down(office, "Pat Winters", PAT)
    bo = new_person(office.grounds, "Bo Lindqvist", email="", statement="employed")
    admit_beside(office, bo, roles=REVIEWER, passphrase=NEW, costs=CHEAP, floor=CHEAP)
    office.settle()
