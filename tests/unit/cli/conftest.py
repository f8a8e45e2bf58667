"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.unit.cli.desktops import Desktop, make_desktop


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return make_desktop(tmp_path / "school")
