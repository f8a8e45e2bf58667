"""What the rows say of posts that a platform's own scheduler has."""

from pathlib import Path

import pytest

from smadmin.services.entrusted_rows import address_there, waits_there
from tests.entrusted import entrusting, handed, make_entrusted
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def test_it_waits_there_from_its_row_on_until_it_is_taken_back(queued: Queued) -> None:
    publication, road = handed(queued), queued.direct.road

    def there() -> tuple[bool, str]:
        with road.school.desk.look(road.by("ana")) as unit:
            proven, kept = road.proof.now(unit), unit.publications.get(publication.id)
            return waits_there(proven, kept), address_there(proven, kept)

    assert there() == (False, "")
    queued.seat().go(publication)
    assert there() == (True, queued.direct.platform.kept[0].posted.link)
    entrusting(queued).ask_back(road.by("ana"), publication)
    assert there()[0]
    queued.seat().go_or_refused(publication)
    assert not there()[0]
