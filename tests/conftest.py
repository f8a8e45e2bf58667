"""What holds for every test: a home of its own, compiled words, and nothing left behind.

A test that leaves a thread, a process, a window or a timer fails, and says which. Session-wide fixtures
may keep theirs: they are set up before the first look.
"""

import importlib.util
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from house import catalogues
from tests import leaks

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an environment in which tests would pass without running, and leave the person's home alone."""
    if importlib.util.find_spec("pkg_resources") is None:
        # Without it `import face_recognition` quits with status 0, and a run that stopped looks green.
        raise pytest.UsageError("pkg_resources is missing: install setuptools below 82")
    catalogues.compile_all(catalogues.stale())
    home = tempfile.TemporaryDirectory(prefix="smadmin-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    _move_home(Path(home.name))
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _move_home(home: Path) -> None:
    os.environ["HOME"] = str(home)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = leaks.look()

    yield

    left = leaks.left_since(before)
    leaks.let_go()
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)
