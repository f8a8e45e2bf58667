"""A pattern is read when it is first asked for, and once."""

import subprocess
import sys

from smadmin.domain.patterns import pattern


def test_a_pattern_takes_capitals_for_small_letters_and_is_read_once() -> None:
    assert pattern(r"\p{L}+ ext").fullmatch("Ñu EXT")
    assert pattern(r"\p{L}+ ext") is pattern(r"\p{L}+ ext")


def test_the_windows_first_frame_loads_nothing_that_only_later_ones_need() -> None:
    heavy = {
        "regex",
        "smadmin.ui.rows",
        "sqlalchemy",
        "cryptography",
        "keyring",
        "httpx",
        "truststore",
        "numpy",
    }
    code = f"import sys, smadmin.app.window; print(*sorted({heavy!r} & set(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert loaded.stdout.split() == []
