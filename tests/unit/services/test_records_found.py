"""What a records request finds: by days, words, account and person."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.records_requests import Wanted
from tests.records_asked import NAMING, PLAIN, TODAY, Asked, make_asked


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return make_asked(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (Wanted(words="library"), [PLAIN]),
        (Wanted(words="BOOK mía"), [NAMING]),
        (Wanted(since=TODAY + timedelta(days=1)), []),
        (Wanted(until=TODAY - timedelta(days=1)), []),
        (Wanted(since=TODAY, until=TODAY), [NAMING, PLAIN]),
    ],
)
def test_things_are_found_by_days_and_words(asked: Asked, wanted: Wanted, texts: list[str]) -> None:
    found = asked.requests.find(asked.road.by("ana"), wanted)

    assert sorted(one.text for one in found) == sorted(texts)


def test_things_are_found_by_account_and_by_who_had_a_hand_in_them(asked: Asked) -> None:
    ana, road = asked.road.by("ana"), asked.road
    people = road.school.people

    assert len(asked.requests.find(ana, Wanted(accounts=frozenset({road.x})))) == 2
    assert asked.requests.find(ana, Wanted(accounts=frozenset({road.facebook}))) == ()
    assert len(asked.requests.find(ana, Wanted(person=people["pat"]))) == 2
    assert asked.requests.find(ana, Wanted(person=people["cem"])) == ()
