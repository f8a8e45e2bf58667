"""The real window on a real display with a real keyring, as `dev.py test journeys` lends them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.sitting import Sitting, sitting


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """A window on an empty data folder."""
    with sitting(qapp, tmp_path / "data") as opened:
        yield opened
