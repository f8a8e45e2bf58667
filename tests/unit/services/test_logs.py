"""The log: what could be somebody's is struck out at its border."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.services.logs import FILE_NAME, STRUCK, Redacting, start_log, stop_log, teach_log

CANARIES = [
    "AGE-SECRET-KEY-1QQPQQ9ZLCTTS8YQ8Y5QYNMQ8Y5QYNMQ8Y5QYNMQ8Y5QYNMQ8Y5QYNMQ8Y",
    "mia.lopez@family.example",
    "https://api.example/v1/me?access_token=EAABsbCS1iHg",
    "password=Falcon-Canary-42",
    "Authorization: Bearer abc.def.ghi",
    "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFy",
    "/home/ana/photos/Mia Lopez.jpg",
    "student 20260143",
]


def line_of(message: str, *values: object, formatter: Redacting | None = None) -> str:
    record = logging.LogRecord("smadmin", logging.INFO, __file__, 1, message, values, None)
    return (formatter or Redacting()).format(record)


@pytest.mark.parametrize("canary", CANARIES)
def test_what_looks_like_a_secret_an_address_or_a_path_is_struck(canary: str) -> None:
    line = line_of("it failed: %s", canary)

    assert STRUCK in line
    assert re.split(r"[= ]", canary)[-1] not in line


def test_learnt_names_are_struck_whatever_their_case() -> None:
    formatter = Redacting()
    formatter.learn(["Mia Lopez", "Lopez", "Al"])

    line = line_of("no face of %s found, al fresco", "mia lopez", formatter=formatter)

    assert "lopez" not in line
    assert "al fresco" in line


def test_a_traceback_keeps_places_and_loses_the_errors_words() -> None:
    formatter = Redacting()
    try:
        int("Mia Lopez, 4b")
    except ValueError as error:
        record = logging.LogRecord(
            "smadmin", logging.ERROR, __file__, 1, "a bug", (), (type(error), error, error.__traceback__)
        )

    line = formatter.format(record)

    assert "ValueError at test_logs.py:" in line
    assert "Mia" not in line


def test_a_traceback_that_another_handler_worded_loses_its_words_as_well() -> None:
    try:
        int("Mia Lopez, 4b")
    except ValueError as error:
        failed = (type(error), error, error.__traceback__)
        record = logging.LogRecord("smadmin", logging.ERROR, __file__, 1, "a bug", (), failed)
    assert "Mia" in logging.Formatter().format(record)

    assert "Mia" not in Redacting().format(record)


@pytest.fixture
def _no_log_left() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    stop_log()
    logging.getLogger().setLevel(level)


@pytest.mark.usefixtures("_no_log_left")
def test_the_log_is_written_and_turns_over(tmp_path: Path) -> None:
    start_log(tmp_path / "seat")

    logging.getLogger("smadmin.test").info("opened %s", "/home/ana/store")
    logging.getLogger("smadmin.test").debug("not this")
    for _ in range(300):
        logging.getLogger("smadmin.test").info("word " * 1000)

    files = sorted(file.name for file in (tmp_path / "seat").iterdir())
    assert files[0] == FILE_NAME
    assert len(files) == 2
    written = "".join(file.read_text() for file in (tmp_path / "seat").iterdir())
    assert "/home/ana" not in written
    assert "not this" not in written


def test_the_running_log_is_taught_and_forgets(tmp_path: Path) -> None:
    start_log(tmp_path)
    teach_log(["Quillfeather"])
    logging.getLogger("a").info("Quillfeather waits")
    teach_log([])
    logging.getLogger("a").info("nobody is known now")
    stop_log()

    written = (tmp_path / "smadmin.log").read_text("utf-8")
    assert "Quillfeather" not in written
    assert "nobody is known now" in written
