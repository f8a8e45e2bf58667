"""Somebody seated at the sample school for the tests of screens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import KnownError
from smadmin.services.office import Office
from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording
from tests.gui.seated import CountingPerformer, Seat
from tests.sample import sample_office


@contextmanager
def seated(
    folder: Path, words: Wording, qtbot: QtBot, who: str, done: Callable[[Office], None] | None = None
) -> Iterator[Seat]:
    """Seat somebody; a crash on a thread or an error that nobody took fails the test.

    Args:
        folder: the school's.
        words: of the window.
        qtbot: pytest's.
        who: by slug.
        done: what was done at the school before.
    """
    office = sample_office(folder, done)
    performer = CountingPerformer()
    crashed: list[Exception] = []
    unheard: list[KnownError] = []
    performer.crashed.connect(crashed.append)
    performer.failedUnheard.connect(unheard.append)
    seat = Seat(office, performer, words, qtbot)
    seat.by(who)
    yield seat
    seat.settle()
    performer.close()
    office.close()
    assert crashed == []
    assert [words.error(error) for error in unheard] == []


def seat_of(who: str, folder: str = ".") -> object:
    """Make the fixture `seat` of a file's tests: somebody who is seated at the sample school.

    Args:
        who: by slug.
        folder: the school's, in the test's own; by itself where the test puts other things there.
    """

    @pytest.fixture
    def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
        del appearance
        with seated(tmp_path / folder, words, qtbot, who) as made:
            yield made

    return seat
