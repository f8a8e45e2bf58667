"""The steps that a person and a computer login share: what they refuse whoever sends."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.vocabulary import Act
from tests.queued import make_queued


@pytest.mark.parametrize("late", [timedelta(seconds=61), timedelta(seconds=-1)])
def test_an_identity_that_wasnt_asked_within_the_minute_sends_nothing(
    tmp_path: Path, late: timedelta
) -> None:
    queued = make_queued(tmp_path)
    clock = queued.direct.road.school.clock
    publication = queued.queue(queued.direct.released())
    clock.forward(hours=1, seconds=1)
    seat = queued.seat()
    ready = seat.sendings.prepare(seat.by, publication)
    asked = seat.sendings.ask(ready)

    clock.at += late
    with pytest.raises(KnownError):
        seat.sendings.begin(seat.by, ready, asked)

    assert Act.SEND not in queued.direct.acts(publication)


def test_whoever_asks_second_finds_that_it_left(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    publication = queued.queue(queued.direct.released())
    queued.direct.road.school.clock.forward(hours=1, seconds=1)
    first, second = queued.seat(), queued.seat()
    ready, beside = (
        first.sendings.prepare(first.by, publication),
        second.sendings.prepare(second.by, publication),
    )
    asked = first.sendings.ask(ready)
    first.sendings.begin(first.by, ready, asked)

    with pytest.raises(NotAllowed):
        second.sendings.begin(second.by, beside, asked)

    assert queued.direct.acts(publication).count(Act.SEND) == 1
