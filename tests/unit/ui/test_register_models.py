"""What students, accounts and records say needs no toolkit."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("screen", ["accounts", "records", "students"])
def test_a_view_model_loads_without_qt(screen: str) -> None:
    code = (
        f"import sys, smadmin.ui.{screen}.model;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )

    ended = subprocess.run([sys.executable, "-c", code], check=False)

    assert ended.returncode == 0
