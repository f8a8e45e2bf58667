"""What came in a packet counts only as far as signed rows bear it out."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.messages import say
from smadmin.domain.outbox import Packet
from smadmin.domain.records import Part
from smadmin.services.seat_judging import judged
from tests.queue_cases import AN_HOUR, permit, planned, post_for
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def test_a_permission_that_no_row_signed_lets_nothing_out(queued: Queued) -> None:
    slot = planned(queued)
    permit(queued)
    publication = queued.queue(post_for(queued, slot, released_by="ana"))
    queued.direct.road.school.clock.forward(**AN_HOUR)
    seat = queued.seat()
    with seat.desk.look() as unit:
        proven, sealed = seat.proof.now(unit), unit.outbox.sealed(publication.id)
        identity = queued.direct.road.school.seat.identity
        assert sealed is not None
        assert identity is not None
        packet = Packet.from_bytes(identity.open(sealed))
        assert packet.given is not None
        assert not judged(unit, proven, publication, packet, seat.desk.now)
        for given in (None, Part(b"0" * 16, packet.given.content)):
            reasons = judged(unit, proven, publication, replace(packet, given=given), seat.desk.now)
            assert say("publications.mandate-gone") in [one.message for one in reasons]
