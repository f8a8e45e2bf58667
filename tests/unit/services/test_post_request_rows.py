"""Wished posts as the record has them: the first answer stands, rows of another shape count for nothing."""

from collections.abc import Collection
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.post_requests import WishStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.wishes.reading import LetterReader
from smadmin.services.post_request_rows import requests_in
from smadmin.services.post_requests import PostRequests
from smadmin.storage.record import RecordShelf
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road
from tests.unit.services.test_post_requests import WISH, seen


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def wishes(road: Road) -> PostRequests:
    return PostRequests(road.school.desk, road.proof, LetterReader())


def test_rows_that_say_nothing_are_passed_over(road: Road, wishes: PostRequests) -> None:
    sign_row(road, road.by("bo"), Act.ASK_POST, Noun.POST_REQUESTS, "empty", wish={})
    request = wishes.hand_in(road.by("bo"), WISH).value
    sign_row(road, road.by("ana"), Act.TAKE_BACK, Noun.POST_REQUESTS, request)

    assert seen(wishes, road, "ana").request.open


@pytest.mark.demand("BAL-C1b")
def test_the_first_answer_stands_and_one_s_own_is_no_news(road: Road, wishes: PostRequests) -> None:
    request = wishes.hand_in(road.by("ana"), WISH).value
    wishes.take(road.by("ana"), request, (road.x,))

    sign_row(road, road.by("ana"), Act.DECLINE_POST, Noun.POST_REQUESTS, request, answer={"reason": "No."})

    assert seen(wishes, road, "ana").request.stage is WishStage.TAKEN
    assert wishes.brief(road.by("ana")).answered == ()


def test_no_part_is_opened_of_what_was_answered_long_ago(
    road: Road, wishes: PostRequests, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = wishes.hand_in(road.by("bo"), WISH).value
    wishes.decline(road.by("ana"), old, "No.")
    new = wishes.hand_in(road.by("bo"), WISH).value
    opened: list[int] = []
    named = RecordShelf.parts_named

    def noted(shelf: RecordShelf, name: str, seqs: Collection[int]) -> object:
        opened.extend(seqs)
        return named(shelf, name, seqs)

    monkeypatch.setattr(RecordShelf, "parts_named", noted)
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)

        late = requests_in(proven, answered_since=road.school.desk.now + timedelta(minutes=1))

        (own,) = (one.seq for one in proven.about(Noun.POST_REQUESTS, new))
        assert ([one.id for one in late], opened) == ([new], [own])
        assert [one.id for one in requests_in(proven)] == [old, new]
