"""The school's own numbers are signed facts, added by whoever may describe the school."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.posts import Content
from smadmin.domain.schools import School
from smadmin.services.own_numbers import OwnNumbers
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def warned(road: Road, text: str) -> bool:
    """Tell whether the phone check warns Ana."""
    findings = road.posts.findings(road.by("ana"), Content(text, (road.x,)))
    return any(one.rule == "phone-number" for one in findings[road.x])


def test_a_number_that_is_the_schools_stands_in_posts_from_then_on(road: Road) -> None:
    told: list[School] = []
    numbers = OwnNumbers(road.school.desk, told.append)
    assert warned(road, "Call 410-396-8577 today.")

    numbers.remember(road.by("pat"), "(410) 396-8577")

    assert not warned(road, "Call 410-396-8577 today.")
    assert told[0].phones[-1] == "(410) 396-8577"


def test_a_number_is_kept_once(road: Road) -> None:
    told: list[School] = []
    numbers = OwnNumbers(road.school.desk, told.append)

    numbers.remember(road.by("cem"), "410-396-8577")
    numbers.remember(road.by("cem"), "(410) 396 8577")

    assert len(told) == 1


def test_whoever_writes_is_told_who_may(road: Road) -> None:
    numbers = OwnNumbers(road.school.desk, lambda _: None)

    assert [one.message.id for one in numbers.blockers(road.by("ana"))] == ["policy.not-your-number"]
    assert numbers.blockers(road.by("pat")) == ()
    with pytest.raises(NotAllowed):
        numbers.remember(road.by("ana"), "410-396-8577")


def test_words_are_no_number(road: Road) -> None:
    numbers = OwnNumbers(road.school.desk, lambda _: None)

    with pytest.raises(NotAllowed):
        numbers.remember(road.by("pat"), "the office")


def test_a_number_that_is_no_longer_the_schools_is_warned_of_again(road: Road) -> None:
    told: list[School] = []
    numbers = OwnNumbers(road.school.desk, told.append)
    numbers.remember(road.by("pat"), "410-396-8577")

    with pytest.raises(NotAllowed):
        numbers.forget(road.by("ana"), "410-396-8577")
    numbers.forget(road.by("pat"), "410-396-8577")
    numbers.forget(road.by("pat"), "410-396-8577")

    assert warned(road, "Call 410-396-8577 today.")
    assert (len(told), told[-1].phones) == (2, ())
