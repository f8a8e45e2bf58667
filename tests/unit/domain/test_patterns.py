"""A pattern is read when it is first asked for, and once."""

import subprocess
import sys

import pytest

from smadmin.domain.patterns import pattern


def test_a_pattern_takes_capitals_for_small_letters_and_is_read_once() -> None:
    assert pattern(r"\p{L}+ ext").fullmatch("Ñu EXT")
    assert pattern(r"\p{L}+ ext") is pattern(r"\p{L}+ ext")


@pytest.mark.parametrize(
    ("imported", "waiting"),
    [
        (
            "smadmin.app.window",
            "regex smadmin.ui.rows sqlalchemy cryptography keyring httpx truststore numpy",
        ),
        ("smadmin.app.opening", "phonenumbers holidays alembic httpx truststore smadmin.app.screens"),
    ],
    ids=["the first frame", "the names to sit down at"],
)
def test_a_start_loads_nothing_that_only_later_screens_need(imported: str, waiting: str) -> None:
    code = f"import sys, {imported}; print(*sorted(set({waiting.split()}) & set(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert loaded.stdout.split() == []
