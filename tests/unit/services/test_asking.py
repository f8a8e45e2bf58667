"""A person lets another login in: both type the letters on the other's screen; nothing else is believed."""

import json
import os
import stat
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.joining import Request
from smadmin.domain.keys import fingerprint
from smadmin.domain.records import grouped
from smadmin.services.asking import accept, ask, let_in, pending, withdraw
from smadmin.services.joining import Applicant
from smadmin.services.requested import waiting_for
from tests.logins import ANA, PAT, found_shared, login, sit_down
from tests.newcomers import NEW, REVIEWER, asked, newcomer, signed
from tests.school import CHEAP


def test_a_second_login_is_let_in_by_letters_typed_both_ways(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    second = login(tmp_path, "second")

    request = asked(second)
    root_letters = signed(first, request.letters)

    assert root_letters == grouped(fingerprint(root.key))
    with second.office() as office:
        there = pending(office)
        assert there is not None
        assert there.let_in
        assert office.session.sitters() == (), "not before root's letters were typed"
        accept(office, root_letters.lower())
        sit_down(office, "Ana Brooks", NEW)
        assert office.alarms.look(office.session.actor) is None
        assert office.verify().whole
        assert pending(office) is None


def test_somebody_new_gets_the_roles_that_the_principal_gives(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    request = asked(second, "Bo Lindqvist")

    with pytest.raises(NotAllowed):
        signed(first, request.letters)
    root_letters = signed(first, request.letters, roles=REVIEWER)

    with second.office() as office:
        accept(office, root_letters)
        sit_down(office, "Bo Lindqvist", NEW)
        acting = office.session.signed_in
        assert acting is not None
        assert acting.roles == REVIEWER


def test_a_request_is_readable_by_the_folders_group_and_by_nobody_else(tmp_path: Path) -> None:
    found_shared(tmp_path)
    asked(login(tmp_path, "second"))

    folder = tmp_path / "shared" / "requests"
    files = list(folder.iterdir())
    assert stat.S_IMODE(folder.stat().st_mode) & 0o777 == 0o770
    assert [stat.S_IMODE(one.stat().st_mode) for one in files] == [0o660]
    assert NEW not in files[0].read_text("utf-8")


@pytest.mark.parametrize("letters", ["", "0000-0000-0000-0000"])
def test_other_letters_let_nobody_in(tmp_path: Path, letters: str) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))

    with pytest.raises(BadInput):
        signed(first, letters)

    with first.office() as office:
        assert len(waiting_for(office)) == 1


@pytest.mark.parametrize("field", ["person", "key", "ends"])
def test_a_request_that_was_changed_in_the_folder_has_other_letters(tmp_path: Path, field: str) -> None:
    first, _ = found_shared(tmp_path)
    request = asked(login(tmp_path, "second"))
    file = next((tmp_path / "shared" / "requests").iterdir())
    whole = json.loads(file.read_text("utf-8"))
    other = Identity.new()
    if field == "person":
        whole["person"]["name"] = "Mallory"
    elif field == "ends":
        whole["ends"] = ["00" * 16]
    else:
        whole[field] |= {"public": other.public.hex(), "recipient": other.recipient}
    file.write_text(json.dumps(whole))

    with pytest.raises(BadInput):
        signed(first, request.letters)


@pytest.mark.parametrize(
    "planted",
    ["", "[]", "{", '{"v": 1}', '{"v": 2}', "[" * 5000, "x" * 10_000, '{"v": 1, "person": {}}', "half"],
)
def test_what_is_no_request_is_left_out(tmp_path: Path, planted: str) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))
    folder = tmp_path / "shared" / "requests"
    if planted == "half":  # half a letter in a name, which no row can hold
        whole = json.loads(next(folder.iterdir()).read_text("utf-8"))
        whole["person"] |= {"name": "\ud800"}
        planted = json.dumps(whole)
    (folder / f"{'ab' * 16}.json").write_text(planted)
    (tmp_path / "shared" / "requests" / "notes.txt").write_text("nothing")

    with first.office() as office:
        assert [one.name for one in waiting_for(office)] == ["Ana Brooks"]


def test_a_request_that_is_a_link_or_a_pipe_is_left_out(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))
    folder = tmp_path / "shared" / "requests"
    (folder / f"{'ab' * 16}.json").symlink_to(next(folder.iterdir()))

    os.mkfifo(folder / f"{'cd' * 16}.json")

    with first.office() as office:
        assert len(waiting_for(office)) == 1


def test_nobody_without_the_right_lets_in(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    request = asked(login(tmp_path, "second"))

    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        with pytest.raises(NotAllowed):
            let_in(office, waiting_for(office)[0], typed=request.letters, roles=frozenset())


def test_nobody_signed_in_lets_nobody_in(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    request = asked(login(tmp_path, "second"))

    with first.office() as office, pytest.raises(NotAllowed):
        let_in(office, waiting_for(office)[0], typed=request.letters, roles=frozenset())


def test_before_anybody_signed_there_is_nothing_to_take_up(tmp_path: Path) -> None:
    _, root = found_shared(tmp_path)
    second = login(tmp_path, "second")
    request = asked(second)

    with second.office() as office:
        with pytest.raises(KnownError):
            accept(office, fingerprint(root.key))
        again = pending(office)
        assert again == request


def test_another_root_than_the_one_on_the_other_screen_is_never_pinned(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    signed(first, asked(second).letters)

    with second.office() as office:
        with pytest.raises(Tampered):
            accept(office, "0000-0000-0000-0000")
        assert "root" not in second.secrets._items
        assert office.session.sitters() == ()


def test_who_forgot_a_passphrase_keeps_the_old_lock_until_the_new_one_is_taken_up(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    with first.office() as office:
        ana = newcomer(office)
        request = ask(office, Applicant(ana, frozenset(), NEW), costs=CHEAP, floor=CHEAP)
        sit_down(office, "Ana Brooks", ANA)
        office.lock()
        sit_down(office, "Pat Winters", PAT)
        done = let_in(office, waiting_for(office)[0], typed=request.letters, roles=frozenset())
        office.lock()
        with pytest.raises(KnownError):
            office.session.sign_in(ana.id, ANA)

        accept(office, done.value)

        with pytest.raises(WrongPassphrase):
            office.session.sign_in(ana.id, ANA)
        sit_down(office, "Ana Brooks", NEW)


def test_a_lost_key_on_another_login_ends_with_the_signature(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    signed(first, asked(login(tmp_path, "second"), lost=True).letters)

    with first.office() as office, pytest.raises(KnownError):
        sit_down(office, "Ana Brooks", ANA)


def test_asking_anew_takes_the_first_request_back(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    before, after = asked(second), asked(second)

    assert before.letters != after.letters
    with first.office() as office:
        assert len(waiting_for(office)) == 1
    with second.office() as office:
        withdraw(office)
        assert pending(office) is None
        assert waiting_for(office) == ()


def test_a_key_that_was_let_in_and_taken_back_ends_with_the_next_one(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    signed(first, asked(second).letters)
    with second.office() as office:
        given_up = office.grounds.identities.waiting()[newcomer(office).id].fields["key"]
        withdraw(office)

    root_letters = signed(first, asked(second).letters)

    with second.office() as office:
        with office.desk.look() as unit:
            trust = unit.trust.read()
        assert trust.keys[KeyId(str(given_up))].retired
        accept(office, root_letters)
        sit_down(office, "Ana Brooks", NEW)


def test_a_request_that_was_taken_back_meanwhile_is_not_signed(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    before = asked(second)
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        (seen,) = waiting_for(office)
        asked(second)

        with pytest.raises(KnownError) as refused:
            let_in(office, seen, typed=before.letters, roles=frozenset())

        assert refused.value.happened.id == "joining.taken-back"
        assert [one.name for one in waiting_for(office)] == ["Ana Brooks"]


def test_a_request_ends_after_a_week(tmp_path: Path) -> None:
    found_shared(tmp_path)
    asked(login(tmp_path, "second"))
    file = next((tmp_path / "shared" / "requests").iterdir())
    request = Request.from_plain(json.loads(file.read_text("utf-8")))

    assert request.waits(request.made)
    assert not request.waits(request.made.replace(year=request.made.year + 1))


def test_garbage_dated_ahead_hides_neither_a_request_nor_ones_own(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    request = asked(second)
    with second.office() as office:
        requests = office.grounds.place.store / "requests"
    for number in range(60):
        garbage = requests / f"{number:032x}.json"
        garbage.write_text("x")
        os.utime(garbage, (4_000_000_000, 4_000_000_000))

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        assert [one.name for one in waiting_for(office)] == ["Ana Brooks"]
    with second.office() as office:
        assert pending(office) == request
