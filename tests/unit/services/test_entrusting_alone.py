"""A platform keeps a post, and the computer login that handed it over isn't the school's any more."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act
from smadmin.services.queue_states import Lines, QueueState
from smadmin.services.ready import Standing
from tests.entrusted import acts, handed, kept_of, make_entrusted
from tests.queued import Queued
from tests.unit.services.test_spent import retires_the_seat


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def left_alone(queued: Queued) -> Publication:
    publication = handed(queued)
    queued.seat().go(publication)
    retires_the_seat(queued)
    queued.queueing.shred_spent(queued.direct.road.by("pat"))
    return publication


def shown(queued: Queued, publication: Publication) -> Standing:
    return queued.direct.sendings.standing(queued.direct.road.by("ana"), publication)


def test_it_is_told_with_its_address_and_found_by_a_person_at_its_time(queued: Queued) -> None:
    publication, road = left_alone(queued), queued.direct.road
    told = shown(queued, publication)
    (listed,) = Lines(road.school.desk, road.proof).brief(road.by("pat")).lines
    assert told.alone_at == queued.direct.platform.kept[0].posted.link
    assert (listed.line.alone, listed.line.comes_back) == (True, True)

    road.school.clock.forward(hours=1, minutes=2)
    queued.direct.go(publication)

    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


def test_deleted_there_it_ends_here_with_nothing_out(queued: Queued) -> None:
    publication, clock = left_alone(queued), queued.direct.road.school.clock
    queued.direct.platform.kept.clear()
    clock.forward(minutes=62)
    assert queued.direct.go(publication).sending.stage is SendStage.ENTRUSTED, "it may still come"
    clock.forward(hours=2)

    standing = queued.direct.go(publication)

    assert (standing.sending.stage, standing.decision.next) == (SendStage.INTENDED, Next.ASK)
    assert acts(queued, publication)[-1] == Act.NOT_OUT
    queued.queueing.take_out(queued.direct.road.by("ana"), publication)
    assert queued.direct.platform.calls.count("publish") == 0


def test_what_waits_there_still_after_its_time_is_asked_about(queued: Queued) -> None:
    publication, clock = left_alone(queued), queued.direct.road.school.clock
    queued.direct.platform.misses = True
    clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.direct.go(publication)
        clock.at += timedelta(hours=1)

    assert (standing.sending.stage, standing.decision.next) == (SendStage.ENTRUSTED, Next.ASK)
    road = queued.direct.road
    (listed,) = Lines(road.school.desk, road.proof).brief(road.by("pat")).lines
    assert listed.line.state is QueueState.MISSED
