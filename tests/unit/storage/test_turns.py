"""Waiting for another program: it can be seen, it can be ended, and it ends well."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage import turns
from smadmin.storage.disk import FILE_NAME
from tests.school import TinySchool, make_school

PATIENCE_S = 10.0
MUCH = 60


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TinySchool]:
    made = make_school(tmp_path, staff=("ana",))
    yield made
    made.store.close()


@contextmanager
def another_program(school: TinySchool, begin: str = "BEGIN IMMEDIATE") -> Iterator[sqlite3.Connection]:
    """Hold the store as another program does."""
    with closing(sqlite3.connect(school.folder / FILE_NAME, isolation_level=None)) as held:
        held.execute(begin)
        held.execute("SELECT 1 FROM meta").fetchone()
        yield held


class Working(threading.Thread):
    """Something that waits for the other program, and what came of it."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.work = work
        self.refused: KnownError | None = None
        self.start()

    def run(self) -> None:
        try:
            self.work()
        except KnownError as error:
            self.refused = error


def write(school: TinySchool, *, much: bool = False) -> None:
    """Write a row, or more of them than SQLite keeps in memory by itself (2 MB)."""
    parts = {"much": "x" * 100_000} if much else {}
    with school.desk.deed(school.by("ana")) as deed:
        for _ in range(MUCH if much else 1):
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, None, parts=parts)


def until(asked: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not asked():
        assert time.monotonic() < end
        time.sleep(0.02)


HOLDS = ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "BEGIN")
"""A writer, a writer who keeps readers out too, and a reader who keeps a writer from ending."""


@pytest.mark.parametrize("held", HOLDS)
def test_a_deed_that_waits_is_seen_waiting_and_is_done_afterwards(school: TinySchool, held: str) -> None:
    rows = school.records.verify().rows
    assert school.store.turns.waits_s == 0

    with another_program(school, held):
        waiting = Working(lambda: write(school))
        until(lambda: school.store.turns.waits_s > 0.5)
    waiting.join(PATIENCE_S)

    assert waiting.refused is None
    assert school.store.turns.waits_s == 0
    assert school.records.verify().rows == rows + 1


def test_a_long_deed_waits_for_a_reader_at_its_end_and_not_in_the_middle(school: TinySchool) -> None:
    """Pages written early would each wait for a moment, with everybody else behind them."""
    rows = school.records.verify().rows

    with another_program(school, "BEGIN"):
        waiting = Working(lambda: write(school, much=True))
        until(lambda: school.store.turns.waits_s > 0.5 or not waiting.is_alive())
    waiting.join(PATIENCE_S)

    assert waiting.refused is None
    assert school.records.verify().rows == rows + MUCH


@pytest.mark.parametrize("held", HOLDS)
def test_whoever_hurries_waits_no_longer_and_nothing_is_half_done(school: TinySchool, held: str) -> None:
    rows = school.records.verify().rows

    with another_program(school, held):
        waiting = Working(lambda: write(school))
        until(lambda: school.store.turns.waits_s > 0)
        school.store.turns.hurry(0)
        waiting.join(PATIENCE_S)
        assert not waiting.is_alive()

    assert isinstance(waiting.refused, OutsideFailed)
    assert waiting.refused.happened.id == "store.busy"
    assert school.store.turns.waits_s == 0
    assert school.records.verify().rows == rows
    write(school)  # and a free store is written to, however little time there is
    assert school.records.verify().rows == rows + 1


def test_who_had_to_wait_to_read_reads_one_moment(school: TinySchool) -> None:
    counted: list[tuple[int, int]] = []
    read, written = threading.Event(), threading.Event()

    def look() -> None:
        with school.desk.look() as unit:
            before = unit.record.head().seq
            read.set()
            written.wait(PATIENCE_S)
            counted.append((before, unit.record.head().seq))

    with another_program(school, "BEGIN EXCLUSIVE"):
        looking = Working(look)
        until(lambda: school.store.turns.waits_s > 0)
    assert read.wait(PATIENCE_S)
    writing = Working(lambda: write(school))  # it can't end before that reader does
    until(lambda: school.store.turns.waits_s > 0)
    written.set()
    looking.join(PATIENCE_S)
    writing.join(PATIENCE_S)

    ((before, after),) = counted
    assert before == after
    assert (looking.refused, writing.refused) == (None, None)


def test_a_reader_who_hurries_waits_no_longer_either(school: TinySchool) -> None:
    with another_program(school, "BEGIN EXCLUSIVE"):
        waiting = Working(school.records.verify)
        until(lambda: school.store.turns.waits_s > 0)
        school.store.turns.hurry(0)
        waiting.join(PATIENCE_S)

    assert not waiting.is_alive()
    assert waiting.refused is not None
    assert waiting.refused.happened.id == "store.busy"


def test_patience_ends_by_itself(school: TinySchool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_S", 0.5)

    with another_program(school), pytest.raises(OutsideFailed) as refused:
        write(school)

    assert refused.value.happened.id == "store.busy"
