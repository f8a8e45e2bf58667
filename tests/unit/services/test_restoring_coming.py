"""The first copies on a new computer: a wrong one, a spoilt one, a keyring that is shut, a later one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.errors import Tampered
from smadmin.services.coming import come
from smadmin.services.coming_key import RING, coming_key
from smadmin.services.office import Office
from smadmin.services.restoring import restore_from
from smadmin.storage.regular import is_regular
from tests.logins import sit_down
from tests.new_computer import MAYA, OFFICE, WORDS, NewComputer, given, let_in_there
from tests.rings import ShutSecrets
from tests.sample import sample_office, sample_root, sit
from tests.school import make_school
from tests.unit.services.test_backups import backups_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path / "school")
    yield made
    made.close()


@pytest.fixture
def new(tmp_path: Path) -> NewComputer:
    return NewComputer(tmp_path)


def test_a_later_backup_is_opened_by_the_seat_and_the_key_goes_when_somebody_sits_there(
    office: Office, new: NewComputer, tmp_path: Path
) -> None:
    given(office, new)

    let_in_there(office, new, MAYA, tmp_path)

    assert coming_key(new.ring(RING)) is None


def test_a_keyring_that_was_shut_when_the_key_should_go_is_asked_again(
    office: Office, new: NewComputer, tmp_path: Path
) -> None:
    ring = ShutSecrets()
    new.rings[RING] = ring
    new.coming = come(new.ring)
    given(office, new)
    ring.shut = "delete"
    let_in_there(office, new, MAYA, tmp_path)
    ring.shut = ""
    assert coming_key(ring) is not None

    there = new.office()
    sit_down(there, MAYA, WORDS)
    there.close()

    assert coming_key(ring) is None


def test_after_another_schools_copy_the_true_one_still_opens(
    office: Office, new: NewComputer, tmp_path: Path
) -> None:
    """It was brought by mistake, or to do harm; nobody has a lock there yet."""
    wrong = make_school(tmp_path / "other", staff=("pat",))
    backups_of(wrong).write(new.copy, also=(new.coming.recipient,))
    new.put_back()
    new.copy.unlink()
    given(office, new)

    new.put_back()

    there = new.office()
    assert there.desk.school == office.desk.school
    there.close()


def test_a_copy_that_was_spoilt_on_the_way_leaves_the_key_for_a_whole_one(
    office: Office, new: NewComputer
) -> None:
    given(office, new)
    whole = new.copy.read_bytes()
    for spoilt in (whole[:-1], whole[:4000], whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:], whole + b"x"):
        new.copy.write_bytes(spoilt)
        with pytest.raises(Tampered):
            new.put_back()
    new.copy.write_bytes(whole)

    new.put_back()

    assert is_regular(new.place.store / "store.db")


def test_once_the_envelope_brought_the_school_the_key_opens_no_other(
    office: Office, new: NewComputer
) -> None:
    sit(office, OFFICE)
    office.backups.write(new.copy, also=(new.coming.recipient,))
    key = new.ring(RING).get("key")
    restore_from(new.place, new.copy, typed=sample_root().secret, secrets=new.ring)
    new.ring(RING).set("key", key or "")

    with pytest.raises(Tampered):
        new.put_back()


@pytest.mark.parametrize("why", ["keys.keyring-locked", "keys.keyring-silent"])
def test_a_keyring_that_is_shut_is_said_and_not_that_the_envelope_is_needed(
    why: str, office: Office, new: NewComputer
) -> None:
    given(office, new)
    new.rings[RING] = ShutSecrets("all", why)

    with pytest.raises(NoKeyring) as refused:
        new.put_back()

    assert refused.value.happened.id == why


def test_without_any_keyring_the_envelope_is_asked_for(office: Office, new: NewComputer) -> None:
    given(office, new)
    new.rings[RING] = ShutSecrets("all", "keys.no-keyring")

    with pytest.raises(Tampered) as refused:
        new.put_back()

    assert refused.value.happened.id == "keys.not-for-this-key"
