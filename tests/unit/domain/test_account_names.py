"""What an account may be called."""

import pytest

from smadmin.domain.account_names import name_blockers

SCHOOL = ("Lincoln Elementary School",)
PEOPLE = ("Maya Ortega", "Ellen Whitcomb", "Abe Lincoln")


def found(name: str, official: tuple[str, ...] = SCHOOL) -> list[tuple[str, str | None]]:
    return [(one.message.id, one.citation) for one in name_blockers(name, official, PEOPLE)]


@pytest.mark.parametrize(
    "name",
    [
        "Lincoln Elementary School", "Lincoln Elementary", "LINCOLN Library Blog", "Chess Club of Lincoln",
        "Lincoln Larks", "Lincoln STEM Club", "Lincoln PTA Night", "",
    ],
)  # fmt: skip
def test_a_name_made_of_the_school_s_is_right(name: str) -> None:
    assert found(name) == []


@pytest.mark.demand("WIC-P14")
@pytest.mark.parametrize("name", ["LES Larks", "LES", "LE News"])
def test_the_school_s_initials_are_no_name(name: str) -> None:
    assert found(name) == [("accounts.name-initials", "WIC-P14")]


@pytest.mark.demand("BAL-B1d2")
@pytest.mark.parametrize("name", ["Larks", "Go Owls", "Elementary School"])
def test_a_name_without_the_school_s_is_refused(name: str) -> None:
    assert ("accounts.name-not-school", "BAL-B1d2") in found(name)


@pytest.mark.demand("BAL-B1d2")
@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Maya Ortega, Lincoln Elementary", "Maya Ortega"),
        ("Lincoln with Ms. Ortega", "Maya Ortega"),
        ("Coach Duarte's Lincoln Team", "Coach Duarte"),
        ("Lincoln Mrs Whitcomb", "Ellen Whitcomb"),
    ],
)
def test_nobody_s_own_name_stands_in_it(name: str, person: str) -> None:
    (reason,) = name_blockers(name, SCHOOL, PEOPLE)

    assert reason.message.id == "accounts.name-person"
    assert reason.message.values["person"] == person


def test_a_school_called_after_somebody_is_called_so() -> None:
    assert found("Abe Lincoln Elementary", ("Abe Lincoln Elementary School",)) == []


def test_a_district_s_account_may_be_called_after_the_district() -> None:
    names = (*SCHOOL, "Baltimore City Public Schools")

    assert found("Baltimore Schools News", names) == []
    assert found("BCPS News", names) == [("accounts.name-initials", "WIC-P14")]


def test_a_school_of_general_words_alone_is_called_by_all_of_them() -> None:
    names = ("Community High School",)

    assert found("Community High School Band", names) == []
    assert found("High School Band", names) == [("accounts.name-not-school", "BAL-B1d2")]
