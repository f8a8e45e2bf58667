"""Posts that go out with nobody signed in: judged again by the computer login, once, and only as queued."""

from pathlib import Path

import pytest

from smadmin.domain.publications import PublicationStep
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def test_a_queued_post_goes_out_with_nobody_signed_in(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released(photo=True))
    direct.road.school.session.lock()
    before = queued.seat().go(publication)
    assert (before.decision.next, direct.platform.kept) == (Next.WAIT, [])

    direct.road.school.clock.forward(hours=1, seconds=1)
    after = queued.seat().go(publication)

    assert (after.decision.next, after.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert [one.sent.key for one in direct.platform.kept] == [publication.id]
    assert direct.platform.kept[0].sent.pictures
    assert direct.acts(publication) == [Act.INTEND, Act.QUEUE, Act.SEND, Act.PUBLISH, Act.READ_BACK]
    with direct.road.school.desk.look() as unit:
        assert unit.publications.get(publication.id).step is PublicationStep.CONFIRMED
        assert unit.outbox.ids() == ()
    verdict = direct.road.school.records.verify(
        by=direct.road.by("pat"), root=direct.road.school.root.key, noted=None
    )
    assert not verdict.faults
