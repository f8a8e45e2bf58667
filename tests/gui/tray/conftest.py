"""The tray over made-up accounts, for the tests beside it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.tray.watched import Watch, Watched


@pytest.fixture
def watch(qtbot: QtBot, appearance: object) -> Iterator[Watch]:
    del appearance
    made: list[Watched] = []

    def begin(language: str = "en", **changed: object) -> Watched:
        made.append(Watched(qtbot, language, **changed))  # type: ignore[arg-type]  # a test names its fields
        return made[-1]

    yield begin
    for one in made:
        one.close()
