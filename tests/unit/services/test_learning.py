"""What a school teaches the checks: its own words, and what people keep letting stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.policy.learnt import QUIET_FROM
from smadmin.domain.posts import Content, Draft
from smadmin.services.learning import Learning
from smadmin.services.reading import learnt_of
from smadmin.services.today.gather import Today
from tests.road import Road, make_road

SALE = "Buy now and save big at the fun place."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def learning(road: Road) -> Learning:
    return Learning(road.school.desk, road.reader)


def found(road: Road, text: str, rule: str) -> list[Finding]:
    """Read a text as Ana types it."""
    findings = road.posts.findings(road.by("ana"), Content(text, (road.x,)))
    return [one for one in findings[road.x] if one.rule == rule]


def handed_in(road: Road, text: str, *, before: str = "", by: str = "ana") -> Draft:
    """Save one text, then another, and hand it in."""
    writer = road.by(by)
    draft = road.posts.create(writer, (road.x,), slot=road.slot).value
    for words in filter(None, (before, text)):
        draft = road.posts.save(writer, draft, replace(draft.content, text=words)).value
    road.posts.submit(writer, draft.id)
    return draft


def hushed(road: Road) -> None:
    """Let a check stand so often that it only hints."""
    for number in range(QUIET_FROM):
        handed_in(road, SALE, by=("ana", "dee")[number % 2])


def test_a_word_of_the_schools_own_is_right_from_then_on(road: Road, learning: Learning) -> None:
    ana = road.by("ana")
    assert found(road, "Come to the larkfest today.", "spelling")

    learning.add_word(ana, "Larkfest")
    learning.add_word(ana, "larkfest")
    assert found(road, "Come to the larkfest today.", "spelling") == []
    assert learning.taught(road.by("bo")).words == ("Larkfest",)

    learning.remove_word(ana, "larkfest")
    assert found(road, "Come to the larkfest today.", "spelling")


@pytest.mark.demand("BLO-A6")
def test_an_account_that_agreed_may_be_mentioned(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="bloomington-mn")
    learning = Learning(road.school.desk, road.reader)
    text = "Thanks, @CityLibrary, for the books."
    assert found(road, text, "mention")

    learning.add_handle(road.by("ana"), "@CityLibrary")
    learning.add_handle(road.by("bo"), "citylibrary")

    assert found(road, text, "mention") == []
    with road.school.desk.look(road.by("ana")) as unit:
        assert learnt_of(unit).handles == ("citylibrary",)

    learning.remove_handle(road.by("bo"), "citylibrary")
    assert found(road, text, "mention")
    assert learning.taught(road.by("bo")).handles == ()


def test_a_check_that_is_let_stand_in_ten_posts_only_hints(road: Road, learning: Learning) -> None:
    for _ in range(QUIET_FROM):
        handed_in(road, SALE)  # two warnings a post
    assert {one.severity for one in found(road, SALE, "promotion")} == {Severity.WARN}

    handed_in(road, SALE, by="dee")  # Ana alone silences nothing

    assert {one.severity for one in found(road, SALE, "promotion")} == {Severity.HINT}
    cem = road.by("cem")
    assert learning.quiet(cem) == (CheckId.PROMOTION,)
    assert Today(road.school.desk, road.reader, road.proof).gather(cem).hushed == ("promotion",)


def test_what_was_mended_counts_against_it(road: Road, learning: Learning) -> None:
    for number in range(QUIET_FROM):
        handed_in(road, "We have fun.", before=SALE)
        handed_in(road, SALE, by=("ana", "dee")[number % 2])
        handed_in(road, "We have fun.", before=f"{SALE} Shop at Tim's.")

    assert learning.quiet(road.by("cem")) == ()


def test_only_communications_wakes_a_check(road: Road, learning: Learning) -> None:
    hushed(road)

    with pytest.raises(NotAllowed):
        learning.wake(road.by("ana"), CheckId.PROMOTION)
    learning.wake(road.by("cem"), CheckId.PROMOTION)

    assert {one.severity for one in found(road, SALE, "promotion")} == {Severity.WARN}


def test_what_protects_children_keeps_its_weight(road: Road) -> None:
    text = "Text 719-442-0098 or 719-442-0099 now."
    for _ in range(QUIET_FROM):
        handed_in(road, text)

    assert {one.severity for one in found(road, text, "phone-number")} == {Severity.WARN}


@pytest.mark.demand("SOC-P2")
def test_no_post_full_of_adults_names_silences_the_check_of_names(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="socorro-tx")
    adults = "James Miller, Mary Johnson, Robert Davis, Linda Garcia and Susan Moore donated paint."
    for number in range(QUIET_FROM):
        handed_in(road, adults, by=("ana", "dee")[number % 2])

    left = found(road, "Emma Sanders painted the wall by the gym.", "named-person")

    assert {one.severity for one in left} == {Severity.WARN}
