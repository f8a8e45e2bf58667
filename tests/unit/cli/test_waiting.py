"""A command that a busy store keeps waiting says so, and can be ended."""

import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from smadmin.cli.asking import Doors
from smadmin.cli.main import Status, run
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Grounds
from smadmin.services.places import Place
from smadmin.storage import turns
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.store import Store
from tests.school import TinySchool, make_school, passphrase


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TinySchool]:
    monkeypatch.setattr(turns, "SAID_AFTER_S", 0.1)
    made = make_school(tmp_path, staff=("ana",))
    made.rest()
    yield made
    made.store.close()


def accounts(school: TinySchool) -> int:
    def grounds(_folder: Path | None) -> Grounds:
        place = Place(school.folder, school.folder)
        return Grounds(
            place,
            Store.open(school.folder),
            school.secrets,
            school.clock,
            school.desk.ids,
            keyring=lambda _: school.secrets,
        )

    doors = Doors(grounds, Catalogue.load("en"), lambda _prompt: passphrase("ana"))
    return run(doors, ["accounts", "--data", str(school.folder)])


@contextmanager
def busy_for(school: TinySchool, seconds: float) -> Iterator[None]:
    """Hold the store as another program does, and let go of it after a while."""
    with closing(
        sqlite3.connect(school.folder / FILE_NAME, isolation_level=None, check_same_thread=False)
    ) as held:
        held.execute("BEGIN EXCLUSIVE")
        ends = threading.Timer(seconds, held.rollback)
        ends.start()
        yield
        ends.cancel()
        ends.join()


def test_it_says_on_stderr_that_it_waits_and_goes_on(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    with busy_for(school, 0.6):
        status = accounts(school)

    said = capsys.readouterr().err
    assert status == Status.DONE
    assert said.count("The store is busy") == 1


def test_nothing_is_said_where_nobody_waits(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    accounts(school)

    assert "busy" not in capsys.readouterr().err


@pytest.fixture
def _ctrl_c_arrives() -> Iterator[None]:
    """Hear Ctrl+C as a terminal's program does; started in the background, Python ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_ctrl_c_arrives")
def test_who_waits_can_end_it(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    with busy_for(school, 30):
        ends = threading.Timer(1.0, signal.raise_signal, (signal.SIGINT,))
        ends.start()
        status = accounts(school)

    ends.join()
    assert status == Status.BAD_INPUT
    assert "busy" in capsys.readouterr().err
