"""What a platform's own scheduler has is held against the signed rows and the packet, never against less."""

from contextlib import suppress
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.publishers import Trouble
from smadmin.domain.vocabulary import Act
from smadmin.services.crises import Crises
from tests.entrusted import acts, handed, make_entrusted
from tests.fake_platform import Fault
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def test_what_went_out_in_spite_of_the_hold_stays_on_its_sheet(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    clock, crises, pat = road.school.clock, Crises(road.school.desk, road.proof), road.by("pat")
    clock.forward(minutes=50)
    crises.hold(pat)
    platform.faults = lambda _: Fault(Trouble.UNREACHABLE)
    with suppress(KnownError):
        queued.seat().go(publication)
    clock.forward(minutes=12)
    platform.faults = lambda _: None
    with suppress(KnownError):
        queued.seat().go(publication)

    assert acts(queued, publication)[-2:] == [Act.PUBLISH, Act.READ_BACK]
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert [one.post for one in sheet.despite] == [publication.post]
    assert (sheet.there, sheet.leaving, sheet.out) == ((), (), ())
