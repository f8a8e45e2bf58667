"""Killed in the midst of a changed password: the old one and the new one can both still be read.

The killed process is a fork that ends itself at one place, so it holds the same open keys as the test.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.passwords import Style
from smadmin.services.desk import Deed
from smadmin.services.records import Records
from smadmin.storage.record import RecordShelf
from smadmin.storage.shelf import Shelf
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import SECRET, kept, vault_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

NEWER = "another, longer one"


def die(*_given: object, **_named: object) -> None:
    """End at once, as a computer does whose battery is empty."""
    os.kill(os.getpid(), signal.SIGKILL)


def dies_in(school: TinySchool, step: Callable[[], object]) -> None:
    """Do a step in a fork that has to die of it."""
    school.rest()
    child = os.fork()
    if child == 0:
        try:
            step()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)


def lies_here(school: TinySchool, account: AccountId) -> LogIn:
    """Open what lies here, as after a restart of the program."""
    vault = vault_of(school)
    return vault.reveal(school.by("ana"), vault.fetch(account)).value


PLACES = {
    "before the row": (Deed, "record"),
    "behind the row": (RecordShelf, "keep_part"),
    "at the table": (Shelf, "change"),
}


@pytest.mark.parametrize("place", PLACES)
def test_killed_while_it_is_kept_the_old_one_is_still_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, ana = kept(school, vault), school.by("ana")
    vault.make(ana, account, Style.LETTERS)
    made = lies_here(school, account).made

    with monkeypatch.context() as patched:
        patched.setattr(*PLACES[place], die)
        dies_in(school, lambda: vault.keep(ana, account, replace(SECRET, password=made)))

    found = lies_here(school, account)
    assert (found.password, found.made) == (SECRET.password, made)
    assert len(made) >= 12
    assert Records(school.desk).verify().faults == ()


def test_killed_between_the_platform_and_keep_the_made_one_lies_here(tmp_path: Path) -> None:
    """The platform has it already, and nobody has pressed Keep."""
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, ana = kept(school, vault), school.by("ana")
    told = tmp_path / "told"

    def make_and_die() -> None:
        told.write_text(vault.make(ana, account, Style.WORDS).value)
        die()

    dies_in(school, make_and_die)

    found = lies_here(school, account)
    assert (found.password, found.made) == (SECRET.password, told.read_text())


def test_killed_and_made_once_more_the_one_that_the_platform_has_lies_here_still(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, ana = kept(school, vault), school.by("ana")

    first = vault.make(ana, account, Style.WORDS).value
    second = vault.make(ana, account, Style.WORDS).value

    found = lies_here(school, account)
    assert (found.password, found.before, found.made) == (SECRET.password, first, second)


def test_killed_once_it_is_kept_both_lie_here_and_the_keyring_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, ana = kept(school, vault), school.by("ana")
    monkeypatch.setattr(type(school.secrets), "set", die)

    def keep_and_shelve() -> None:
        vault.shelve(vault.keep(ana, account, replace(SECRET, password=NEWER)).value)

    dies_in(school, keep_and_shelve)
    monkeypatch.undo()

    found = lies_here(school, account)
    assert (found.password, found.before) == (NEWER, SECRET.password)
    assert (school.secrets.get(f"account/{account}") or "").startswith("2:")
