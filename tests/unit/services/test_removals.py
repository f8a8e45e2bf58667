"""Who takes a post down, by hand too, and what that answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.office_requests import Wish as OfficeWish
from smadmin.domain.people import Role
from smadmin.domain.removals import Ground, RemovalStage, Wish
from smadmin.services.office_requests import OfficeRequests
from tests.afterwards import WISH, out, removals_of, rows, take_down
from tests.direct import make_direct
from tests.reviewing import reviewer


def test_who_doesn_t_work_with_the_account_takes_nothing_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals = out(direct), removals_of(direct)
    direct.road.school.admit("eve", "Eve Stone", {Role.ADMINISTRATOR}, by="pat")
    stranger = direct.road.by("eve")

    with pytest.raises(NotAllowed):
        removals.begin_by_hand(stranger, publication, replace(WISH, uncaptured=True))

    assert rows(direct, publication) == []


def test_by_hand_a_person_says_that_it_is_gone(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals, ana = out(direct), removals_of(direct), direct.road.by("ana")
    with pytest.raises(NotAllowed):
        removals.begin_by_hand(ana, publication, WISH)
    with pytest.raises(NotAllowed):
        removals.begin_by_hand(ana, publication, Wish(Ground.OVER, " ", uncaptured=True))

    removals.begin_by_hand(ana, publication, replace(WISH, uncaptured=True))
    assert removals.view(ana, publication).removal is not None
    removals.gone(ana, publication, None)

    found = removals.of(ana, publication)
    assert found is not None
    assert (found.stage, found.by_hand) == (RemovalStage.GONE, True)
    with pytest.raises(NotAllowed):
        removals.gone(ana, publication, None)
    assert removals.view(ana, publication).blockers


@pytest.mark.demand("BAL-B1f4")
def test_taking_it_down_answers_what_communications_asked_for(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, road = out(direct), direct.road
    requests, blog = OfficeRequests(road.school.desk, road.proof), direct.blogs[0]
    com = road.by("cem")
    page = publication.link + "/"
    requests.ask(com, blog, OfficeWish.REMOVAL, page=page, reason="The family asked")
    requests.ask(com, blog, OfficeWish.REMOVAL, page="https://else.example/9", reason="This one too")
    assert len(requests.brief(road.by("pat")).waiting) == 2

    take_down(direct, publication)

    waiting = requests.brief(road.by("pat")).waiting
    assert [one.request.page for one in waiting] == ["https://else.example/9"]


def test_the_post_at_an_address_is_known(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals, blog = out(direct), removals_of(direct), direct.blogs[0]

    assert removals.post_at(direct.road.by("pat"), blog, f"{publication.link}/") == publication.post
    assert removals.post_at(direct.road.by("pat"), blog, "https://else.example/1") is None


def test_a_request_to_remove_is_not_done_while_the_post_is_out(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, road = out(direct), direct.road
    requests = OfficeRequests(road.school.desk, road.proof)
    page = publication.link
    requests.ask(road.by("cem"), publication.account, OfficeWish.REMOVAL, page=page, reason="A child")
    (sheet,) = requests.about(road.by("ana"), publication.account)

    for words in ("", "We saw to it."):
        with pytest.raises(NotAllowed) as refused:
            requests.answer(road.by("ana"), sheet.request, words, done=True)
        assert [one.message.id for one in refused.value.reasons] == ["powers.take-down-first"]

    take_down(direct, publication)
    (sheet,) = requests.about(road.by("ana"), publication.account)
    assert sheet.request.answer is not None
    assert sheet.request.answer.done


def test_who_sat_down_with_a_pin_takes_nothing_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals = out(direct), removals_of(direct)
    robin = reviewer(direct.road)

    view = removals.view(robin, publication)

    assert "removals.by-code" in {one.message.id for one in view.blockers}
    with pytest.raises(NotAllowed):
        removals.begin_by_hand(robin, publication, replace(WISH, uncaptured=True))
    assert rows(direct, publication) == []
