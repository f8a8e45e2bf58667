"""What a platform's own scheduler may keep, and asking for it back."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.vocabulary import Act
from tests.entrusted import acts, add_child, entrusting, handed, make_entrusted
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def test_who_asks_for_it_gets_it_back_and_it_stays_here(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    ana = queued.direct.road.by("ana")

    entrusting(queued).ask_back(ana, publication)
    assert queued.direct.sendings.standing(ana, publication).kept_here
    queued.seat().go_or_refused(publication)

    assert platform.kept == []
    queued.queueing.take_out(ana, publication)
    assert acts(queued, publication)[-3:] == [Act.RECALL, Act.NOT_OUT, Act.UNQUEUE]


def test_pictures_and_childrens_names_wait_here_alone(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    pictured = direct.released(photo=True)
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, pictured, direct.blogs[0], queued.in_an_hour)
    assert "entrust.pictures" in {one.message.id for one in refused.value.reasons}


def test_a_post_that_names_a_child_waits_here_alone(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    add_child(queued, "Mia")
    post = direct.released(text="On Thursday Mia's kite won.")
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, post, direct.blogs[0], queued.in_an_hour)
    assert [one.message.id for one in refused.value.reasons] == ["entrust.named"]


def test_too_soon_for_the_platform_is_said(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post, soon = direct.released(), queued.in_an_hour - timedelta(minutes=52)
    with pytest.raises(NotAllowed) as refused:
        entrusting(queued).pack(ana, post, direct.blogs[0], soon)
    assert [one.message.id for one in refused.value.reasons] == ["entrust.too-soon"]
