"""Log-ins that a platform refused: nothing is scheduled with one, and a new one ends it without a press."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next
from smadmin.services.queued import in_queue
from smadmin.services.refusals import renewed_since, token_reasons
from tests.direct import TOKEN
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def test_connecting_anew_ends_a_refusal_without_trying_again(queued: Queued) -> None:
    direct = queued.direct
    publication = direct.intended(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.REFUSED) if method == "who_am_i" else None
    assert direct.go(publication).decision.next is Next.ASK
    direct.platform.faults = lambda _: None

    direct.connect(direct.blogs[0])

    assert direct.go(publication).decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def reasons(queued: Queued, at: datetime) -> tuple[Reason, ...]:
    road = queued.direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        return token_reasons(road.proof.now(unit), queued.direct.blogs[0], at)


def test_nothing_is_scheduled_with_a_log_in_that_was_refused(queued: Queued) -> None:
    direct, ana, blog = queued.direct, queued.direct.road.by("ana"), queued.direct.blogs[0]
    packed = queued.queueing.pack(ana, direct.released(), blog, queued.in_an_hour)
    direct.intended(packed.publication.post or direct.released())
    first = direct.intended(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.REFUSED) if method == "who_am_i" else None
    direct.go(first)

    for refuses in (
        lambda: queued.queueing.enter(ana, packed),
        lambda: queued.queue(direct.released()),
    ):
        with pytest.raises(NotAllowed) as refused:
            refuses()
        assert "queue.refused-now" in {one.message.id for one in refused.value.reasons}
    assert reasons(queued, queued.in_an_hour)

    direct.platform.faults = lambda _: None
    direct.connect(blog)
    assert not reasons(queued, queued.in_an_hour)
    assert queued.queue(direct.released()) is not None


def test_a_token_that_ends_before_its_time_is_known_unopened(queued: Queued) -> None:
    ana, blog = queued.direct.road.by("ana"), queued.direct.blogs[0]
    now = queued.direct.road.school.clock.now()
    token = ApiToken(TOKEN, "canary-new", now.date() + timedelta(days=2))
    queued.direct.vault.keep(ana, blog, LogIn("ana", "a long password for blog0 77", tokens=(token,)))

    assert not reasons(queued, now + timedelta(days=1))
    (reason,) = reasons(queued, now + timedelta(days=4))

    assert reason.message.id == "queue.token-ends"


def test_another_password_with_the_same_token_leaves_what_is_queued_alone(queued: Queued) -> None:
    ana, blog, road = queued.direct.road.by("ana"), queued.direct.blogs[0], queued.direct.road
    publication = queued.queue(queued.direct.released())
    token = ApiToken(TOKEN, queued.direct.secret(blog))
    for password, anew in (("another long password 88 here", False), ("one more long password 99", True)):
        tokens = (ApiToken(TOKEN, "another"),) if anew else (token,)
        queued.direct.vault.keep(ana, blog, LogIn("ana", password, tokens=tokens))
        with road.school.desk.look(ana) as unit:
            proven = road.proof.now(unit)
            queue = in_queue(proven, unit.publications.get(publication.id))
            assert queue is not None
            assert renewed_since(proven, blog, queue.fact.seq) is anew
