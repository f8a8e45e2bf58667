"""What a records request finds: by days, words, account and person."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.comments import CommentKind
from smadmin.domain.records_requests import Wanted
from smadmin.domain.rounds import Spot
from smadmin.services.export import Paper, check_package
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from tests.commented import commented
from tests.records_asked import FORM, NAMING, PLAIN, TODAY, Asked, make_asked, word


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


def test_public_comments_are_found_with_their_answers_and_private_messages_never(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="baltimore-city-md")
    road = school.road
    bo, ana = road.by("bo"), road.by("ana")
    asked = school.desk.enter(
        bo, replace(school.form(text="When does the fair begin?"), link="https://x.com/a_parent/status/1")
    ).value
    school.desk.answer(ana, asked, "At 6 p.m. in the gym.")
    school.desk.enter(bo, replace(school.form(text="Privately asked"), spot=Spot.MESSAGES))
    school.desk.enter(bo, school.form(CommentKind.STUDENT, "A student wrote"))
    requests = RecordsRequests(road.school.desk, road.reader, road.proof, road.media)

    (found,) = requests.find(ana, Wanted(words="fair gym"))

    assert (found.kind, found.text) == ("comment", "When does the fair begin?\n\nAt 6 p.m. in the gym.")
    assert [row.who for row in found.rows] == ["Bo Lindqvist", "Ana Brooks"]
    assert len(requests.find(ana, Wanted())) == 1
    request = requests.enter(ana, FORM).value
    requests.answer(ana, request, Answer((found,), {}), tmp_path / "bag", word)
    everything = b"".join(file.read_bytes() for file in (tmp_path / "bag").rglob("*") if file.is_file())
    assert b"At 6 p.m. in the gym." in everything
    assert b"A parent" not in everything
    assert b"a_parent" not in everything
    assert check_package(tmp_path / "bag", Paper()).whole
