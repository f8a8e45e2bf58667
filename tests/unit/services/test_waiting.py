"""Whoever waits for the store is told once a wait, after a while, and only within the block."""

import sqlite3

import pytest

from smadmin.services.waiting import telling_waits
from smadmin.storage import turns
from smadmin.storage.turns import Turns


class Busy:
    """A step that is refused some times, as SQLite refuses it, before it succeeds."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> None:
        if self.left:
            self.left -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error


def test_it_is_told_once_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(turns, "SAID_AFTER_S", 0.0)

    with telling_waits(lambda: told.append("waits")):
        Turns().take(Busy(3))
        Turns().take(Busy(0))
    Turns().take(Busy(3))

    assert told == ["waits"]


def test_a_short_wait_is_not_worth_a_word() -> None:
    told: list[str] = []

    with telling_waits(lambda: told.append("waits")):
        Turns().take(Busy(3))

    assert told == []
