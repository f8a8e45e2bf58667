"""The steps that a person and a computer login share: what they refuse whoever sends."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Act
from smadmin.services.crises import Crises
from tests.direct import make_direct
from tests.fake_platform import Fault
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


def test_what_was_stopped_between_the_row_and_the_network_stays_here(tmp_path: Path) -> None:
    """By another program than the one that sends: it hears of nothing."""
    queued = make_queued(tmp_path)
    road, publication = queued.direct.road, queued.queue(queued.direct.released())
    road.school.clock.forward(hours=1, seconds=1)
    seat = queued.seat()
    ready = seat.sendings.prepare(seat.by, publication)
    begun = seat.sendings.begin(seat.by, ready, seat.sendings.ask(ready)).value
    Crises(road.school.desk, road.proof).hold(road.by("pat"))

    with pytest.raises(PublisherFailed) as error:
        seat.sendings.publish(begun)

    assert not error.value.perhaps_out
    assert queued.direct.platform.kept == []


@pytest.mark.parametrize("apart", [timedelta(minutes=6), -timedelta(minutes=6)])
def test_by_a_clock_that_is_not_the_platforms_nothing_goes_out(tmp_path: Path, apart: timedelta) -> None:
    queued = make_queued(tmp_path)
    direct, clock = queued.direct, queued.direct.road.school.clock
    direct.platform.now = lambda: clock.now() + apart
    publication = queued.queue(direct.released())
    clock.forward(hours=1, seconds=1)

    standing = queued.seat().go(publication)

    assert (standing.decision.next, standing.sending.trouble) == (Next.ASK, Trouble.CLOCK)
    assert direct.platform.kept == []
    assert Act.SEND not in direct.acts(publication)


def test_a_clock_that_is_ahead_by_days_sends_nothing_early(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    direct, clock = queued.direct, queued.direct.road.school.clock
    true, days = clock.now(), timedelta(days=2)
    direct.platform.now = lambda: true
    publication = queued.queue(direct.released(), at=true + days)
    clock.forward(days=2, seconds=1)  # this computer's alone

    queued.seat().go(publication)

    assert direct.platform.kept == []


@pytest.mark.parametrize("trouble", [Trouble.CERTIFICATE, Trouble.NOT_THE_PLATFORM])
def test_a_network_that_wants_a_log_in_for_ten_minutes_keeps_nothing_from_going_out(
    tmp_path: Path, trouble: Trouble
) -> None:
    queued = make_queued(tmp_path)
    direct, clock = queued.direct, queued.direct.road.school.clock
    publication = queued.queue(direct.released())
    clock.forward(hours=1, seconds=1)
    over, seat = clock.now() + timedelta(minutes=10), queued.seat()
    direct.platform.faults = lambda _: Fault(trouble) if clock.now() < over else None

    while (standing := seat.go(publication)).decision.next is Next.WAIT:
        clock.forward(seconds=30)

    assert standing.decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def test_a_row_of_the_store_that_names_another_post_sends_neither(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    first, second = direct.released(text="The one and only."), direct.released(text="Other words.")
    other, desk = direct.intended(second), direct.road.school.desk
    with desk.store.deed(desk.school, None) as unit:  # as who holds the file
        swapped = unit.publications.change(replace(unit.publications.get(other.id), post=first))

    with pytest.raises(NotAllowed):
        direct.go(swapped)

    assert direct.platform.kept == []
    assert direct.acts(other) == [Act.INTEND]
