"""View models need no toolkit."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        "smadmin.ui.theme",
        "smadmin.ui.stylesheet",
        "smadmin.ui.plaintext",
        "smadmin.ui.navigation",
        "smadmin.ui.wording",
        "smadmin.ui.bar.model",
    ],
)
def test_a_view_model_loads_without_qt(module: str) -> None:
    code = f"import sys, {module}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"

    ended = subprocess.run([sys.executable, "-c", code], check=False)

    assert ended.returncode == 0
