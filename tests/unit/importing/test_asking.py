"""A file from outside: what is none, can't be read or is too large is refused before any worker sees it."""

import os
import sys
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.messages import say
from smadmin.importing.asking import ask, read_whole
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.workshop import Workshop
from tests.faults.planted import ECHO, Fault

LIMITS = Limits(memory=GIB, cpu_s=5, wall_s=20, start_s=20, jobs=3)


def unusable(message: str) -> BadInput:
    return BadInput(say(message or "broken"))


def refused(path: Path, most: int = 4) -> str:
    with pytest.raises(BadInput) as caught:
        read_whole(path, most, unreadable="unreadable", too_large="too-large", unusable=unusable)
    return caught.value.happened.id


def asked(trade: str, verb: int) -> bytes:
    with Workshop(trade, LIMITS) as workshop:
        answer = ask(workshop, verb, (), b"abc", largest=9, said={}, unusable=unusable)
    return bytes(answer.untrusted_body)


def test_only_a_file_of_the_agreed_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"1234")
    assert read_whole(file, 4, unreadable="", too_large="", unusable=unusable) == b"1234"

    file.write_bytes(b"12345")
    assert refused(file) == "too-large"
    assert refused(tmp_path) == "unreadable"
    assert refused(tmp_path / "none") == "unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refused(tmp_path / "pipe") == "unreadable"


def test_a_worker_that_fails_refuses_the_file_and_one_that_can_not_start_says_so() -> None:
    assert asked("tests.faults.planted", ECHO) == b"abc"
    with pytest.raises(BadInput) as caught:
        asked("tests.faults.planted", Fault.SILENT_EXIT)
    assert caught.value.happened.id == "broken"

    with pytest.raises(OutsideFailed):
        asked("tests.no_such_trade", ECHO)
