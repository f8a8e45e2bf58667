"""Two logins of a computer that use one named folder: the first one's key lives on."""

import json
from pathlib import Path

import pytest

from smadmin.credentials.locks import Lock
from smadmin.domain.ids import KeyId, PersonId
from smadmin.services.asking import accept, ask, pending
from smadmin.services.joining import Applicant, let_in_by_envelope
from smadmin.services.locks_here import lock_here
from smadmin.services.passphrases import change_passphrase
from smadmin.services.requested import waiting_for
from tests.logins import ANA, PAT, Login, found_shared, login, sit_down
from tests.newcomers import NEW, WHY, asked, newcomer, signed
from tests.school import CHEAP


def in_one_folder(tmp_path: Path) -> tuple[Login, Login, str]:
    """Found a school in a folder that two logins named; gives them, and the envelope's letters."""
    folder = tmp_path / "shared"
    first, root = found_shared(tmp_path, _at(tmp_path))
    second = login(tmp_path, "second")
    second.home = folder
    return first, second, root.secret


def _at(tmp_path: Path) -> Login:
    made = login(tmp_path, "first")
    made.home = made.store
    made.store.mkdir()
    return made


def older(folder: Path, person: PersonId) -> None:
    """Have somebody's lock say of its login what an earlier version's said: nothing. It opens no more."""
    file = folder / "identities.json"
    whole = json.loads(file.read_text("utf-8"))
    whole["people"][person]["fields"].pop("seat")
    file.write_text(json.dumps(whole), "utf-8")


def test_a_second_login_leaves_the_first_ones_key_working(tmp_path: Path) -> None:
    first, second, _ = in_one_folder(tmp_path)

    request = asked(second)
    letters = signed(first, request.letters)
    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        assert pending(office) is None, "the other login's request"
    with second.office() as office:
        accept(office, letters)
        sit_down(office, "Ana Brooks", NEW)

    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        assert office.alarms.look(office.session.actor) is None
        assert office.verify().whole


def test_a_second_login_that_breaks_off_leaves_everybody_in(tmp_path: Path) -> None:
    first, second, _ = in_one_folder(tmp_path)

    asked(second)
    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        letters = pending(office)
    assert letters is None
    request = asked(second)
    signed(first, request.letters)

    for name, passphrase in (("Ana Brooks", ANA), ("Pat Winters", PAT)):
        with first.office() as office:
            sit_down(office, name, passphrase)


def test_the_envelope_at_a_second_login_leaves_the_first_ones_key_working(tmp_path: Path) -> None:
    first, second, typed = in_one_folder(tmp_path)

    with second.office() as office:
        applicant = Applicant(newcomer(office), frozenset(), NEW)
        let_in_by_envelope(office, applicant, typed=typed, reason=WHY, costs=CHEAP, floor=CHEAP)
        sit_down(office, "Ana Brooks", NEW)

    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)


def test_a_key_that_is_said_to_be_lost_ends_on_the_other_login_too(tmp_path: Path) -> None:
    first, second, _ = in_one_folder(tmp_path)

    signed(first, asked(second, lost=True).letters)

    with first.office() as office, pytest.raises(Exception, match=r"session\.key-retired"):
        sit_down(office, "Ana Brooks", ANA)


def test_each_login_changes_its_own_passphrase(tmp_path: Path) -> None:
    first, second, typed = in_one_folder(tmp_path)
    other = "five slow turtles hum along"
    with second.office() as office:
        applicant = Applicant(newcomer(office), frozenset(), NEW)
        let_in_by_envelope(office, applicant, typed=typed, reason=WHY, costs=CHEAP, floor=CHEAP)
        sit_down(office, "Ana Brooks", NEW)
        change_passphrase(office, old=NEW, new=other, costs=CHEAP, floor=CHEAP)

    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
    with second.office() as office:
        sit_down(office, "Ana Brooks", other)


@pytest.mark.parametrize("from_before", [False, True])
def test_a_forgotten_passphrase_on_the_same_login_ends_only_that_logins_key(
    tmp_path: Path, *, from_before: bool
) -> None:
    first, second, _ = in_one_folder(tmp_path)
    with first.office() as office:
        ana = newcomer(office)
    if from_before:
        older(first.home, ana.id)
    letters = signed(first, asked(second).letters)
    with second.office() as office:
        accept(office, letters)
    with first.office() as office:
        mine = _lock(office.grounds.identities.locks()[ana.id])
        ask(office, Applicant(ana, frozenset(), NEW), costs=CHEAP, floor=CHEAP)

        sit_down(office, "Pat Winters", PAT)
        assert lock_here(office, office.proven().trust, ana.id) is not None
        assert waiting_for(office)[0].request.ends == (mine,)


def test_an_older_lock_is_its_logins_by_the_record(tmp_path: Path) -> None:
    first, second, _ = in_one_folder(tmp_path)
    with first.office() as office:
        ana = newcomer(office).id
        own = office.grounds.identities.locks()[ana]
        sit_down(office, "Pat Winters", PAT)
        trust = office.proven().trust
    older(first.home, ana)

    for one, found in ((first, True), (second, False)):
        with one.office() as office:
            there = lock_here(office, trust, ana)
            assert (there is not None) == found
            assert there is None or there.fields["key"] == own.fields["key"]


def _lock(lock: Lock) -> KeyId:
    return KeyId(str(lock.fields["key"]))
