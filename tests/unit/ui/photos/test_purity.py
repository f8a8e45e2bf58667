"""The view models of the photos screen need no toolkit."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("name", ["model", "marks", "asking", "counting", "going", "reading"])
def test_a_view_model_loads_without_qt(name: str) -> None:
    code = (
        f"import sys, smadmin.ui.photos.{name}; "
        "sys.exit(any(one.startswith('PySide6') for one in sys.modules))"
    )

    ended = subprocess.run([sys.executable, "-c", code], check=False)

    assert ended.returncode == 0
