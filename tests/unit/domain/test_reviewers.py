"""The signed list itself: what it holds, and how long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.people import Person
from smadmin.domain.reviewers import LONGEST, Lists, ReviewerList, lacks_details, within_mandate
from smadmin.domain.vocabulary import Act
from tests.listed import DAY, a_list


def test_a_list_comes_back_as_it_was_written() -> None:
    made = a_list("bo", "dee")

    assert ReviewerList.from_plain(made.to_plain()) == made


@pytest.mark.parametrize("costs", [[0, 1, 1], [8192, 99, 1], [10_000_000, 3, 4]])
def test_costs_that_would_stop_a_computer_make_no_list(costs: list[int]) -> None:
    with pytest.raises(ValueError, match="absurd"):
        ReviewerList.from_plain({**a_list("bo").to_plain(), "costs": costs})


@pytest.mark.parametrize("spoilt", [{"name": " "}, {"salt": "00"}, {"public": "00"}])
def test_a_place_without_a_name_or_half_its_key_is_none(spoilt: dict[str, str]) -> None:
    plain = a_list("bo").to_plain()
    places = [{**a_list("bo").places[0].to_plain(), **spoilt}]

    with pytest.raises(ValueError, match="place"):
        ReviewerList.from_plain({**plain, "places": places})


def test_a_list_holds_for_a_school_year_at_most() -> None:
    long = a_list("bo", ends=DAY + LONGEST + timedelta(days=1))

    assert Lists().after(Act.LIST_REVIEWERS, {"list": long.to_plain()}, DAY) is None


def test_open_are_the_names_whose_code_waits() -> None:
    held = a_list("bo", "dee", "eve")
    bo, dee, _ = held.places
    held = held.changed(replace(bo, struck=True))

    assert [one.name for one in held.open_places(DAY)] == ["Dee", "Eve"]
    assert Lists({held.id: held}).open_places(DAY - timedelta(days=1)) == ()
    assert dee in [place for _, place in Lists({held.id: held}).open_places(DAY)]


def test_somebody_lacks_details_until_all_three_are_there() -> None:
    person = Person(replace(a_list("bo").places[0]).person, "Bo", email="bo@x.org", phone="1")

    assert lacks_details(person)
    assert not lacks_details(replace(person, statement="employed"))


def test_a_reviewer_releases_under_a_signed_week_only() -> None:
    assert within_mandate(Act.APPROVE, {"mandate": "week"})
    assert not within_mandate(Act.APPROVE, {"mandate": "phone"})
    assert not within_mandate(Act.APPROVE, {})
    assert within_mandate(Act.SEND_BACK, {})
