"""Which posts are queued, by the rows: what a computer login signs for none of them counts for nothing."""

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.publication_rows import publication_rows
from smadmin.services.queued import in_queue, queued_at_first_sight
from tests.queued import Queued, make_queued


@pytest.fixture(scope="module")
def queued(tmp_path_factory: pytest.TempPathFactory) -> Queued:
    """One school for all cases: founding it takes longer than a case."""
    return make_queued(tmp_path_factory.mktemp("queued"))


def signs(queued: Queued, act: Act, noun: Noun, noun_id: str) -> None:
    """Sign a row with the computer login's key, as anybody could who has that login."""
    school = queued.direct.road.school
    assert school.seat.identity is not None
    by = Actor(None, school.seat.id, school.seat.identity, None, school.clock.now())
    with school.desk.first_deed(by) as deed:
        deed.record(act, noun, noun_id)


def acts(queued: Queued, publication: Publication) -> list[str]:
    with queued.direct.road.school.desk.look(queued.direct.road.by("ana")) as unit:
        proven = queued.direct.road.proof.now(unit)
        return [row.body.act for row in publication_rows(proven, publication.id, publication.account)]


def test_it_is_queued_until_a_person_does_anything_else_with_it(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    desk, ana = queued.direct.road.school.desk, queued.direct.road.by("ana")
    with desk.look(ana) as unit:
        told = in_queue(queued.direct.road.proof.now(unit), publication)
        shown = queued_at_first_sight(unit)
    assert told is not None
    assert shown == {publication.id: told.queued}

    queued.queueing.take_out(ana, publication)

    with desk.look(ana) as unit:
        assert in_queue(queued.direct.road.proof.now(unit), publication) is None
        assert queued_at_first_sight(unit) == {}


@pytest.mark.parametrize("act", [Act.SEND, Act.PUBLISH, Act.NOT_OUT, Act.READ_BACK])
def test_what_a_login_signs_of_a_post_that_nobody_queued_is_none(queued: Queued, act: Act) -> None:
    publication = queued.direct.intended(queued.direct.released())

    signs(queued, act, Noun.PUBLICATIONS, publication.id)

    assert acts(queued, publication) == [Act.INTEND]


@pytest.mark.parametrize(
    ("noun", "act"),
    [
        (Noun.PUBLICATIONS, Act.QUEUE),
        (Noun.PUBLICATIONS, Act.INTEND),
        (Noun.PUBLICATIONS, Act.UNQUEUE),
        (Noun.POSTS, Act.APPROVE),
        (Noun.ACCOUNTS, Act.CONNECT),
        (Noun.ACCOUNTS, Act.GO_ON),
    ],
)
def test_a_login_queues_releases_and_connects_nothing(queued: Queued, noun: Noun, act: Act) -> None:
    publication = queued.queue(queued.direct.released())
    of = {Noun.POSTS: publication.post, Noun.ACCOUNTS: publication.account}
    with pytest.raises(NotAllowed):
        signs(queued, act, noun, of.get(noun) or publication.id)


def test_nobody_else_takes_it_out_by_saying_that_they_begin_it(queued: Queued) -> None:
    road, publication = queued.direct.road, queued.queue(queued.direct.released())
    with road.school.desk.deed(road.by("dee")) as deed:
        deed.record(Act.INTEND, Noun.PUBLICATIONS, publication.id)

    with road.school.desk.look(road.by("ana")) as unit:
        assert in_queue(road.proof.now(unit), unit.publications.get(publication.id)) is not None


def test_who_takes_a_release_back_is_told_to_take_the_post_out_first(queued: Queued) -> None:
    road, post = queued.direct.road, queued.direct.released()
    queued.queue(post)

    with pytest.raises(NotAllowed) as error:
        road.approvals.void(road.by("pat"), post, "Not today")

    assert say("queue.take-out-first") in [one.message for one in error.value.reasons]
