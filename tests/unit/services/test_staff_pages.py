"""The page for staff: read once a year, by each for themselves; the office learns who is late."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.policy.enforcement import Card
from smadmin.domain.staff_page import VERSION, Reading
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.staff_pages import StaffPages
from tests.school import TinySchool, make_school


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path, sample=False)


def pages(school: TinySchool) -> StaffPages:
    reader = Reader(school.desk, Policy.shipped())
    return StaffPages(school.desk, reader, Proof(school.desk, lambda: school.noted))


def later(school: TinySchool, **span: float) -> None:
    school.clock.at += timedelta(**span)


@pytest.mark.demand("BAL-F1")
def test_everybody_is_asked_once_and_again_a_year_later(school: TinySchool) -> None:
    ana = school.by("ana")
    assert pages(school).brief(ana).due

    pages(school).read(ana)

    assert not pages(school).brief(ana).due
    assert pages(school).brief(school.by("bo")).due
    reading = pages(school).page(ana).reading
    assert reading is not None
    assert reading.policy == ("baltimore-city-md", Policy.shipped().pack("baltimore-city-md").version)
    later(school, days=364)
    assert not pages(school).brief(school.by("ana")).due
    later(school, days=1)
    assert pages(school).brief(school.by("ana")).due


def test_the_office_learns_after_two_weeks_who_has_not_read_it(school: TinySchool) -> None:
    pages(school).read(school.by("ana"))
    assert pages(school).brief(school.by("pat")).late == ()

    later(school, days=14)

    assert pages(school).brief(school.by("pat")).late == ("Bo Lindqvist", "Cem Aydin")
    assert pages(school).brief(school.by("ana")).late == ()


def test_nobody_reads_it_for_somebody_else(school: TinySchool) -> None:
    ana, bo = school.by("ana"), school.people["bo"]
    reading = Reading(date(2026, 11, 16), 1, ("baltimore-city-md", 1)).to_plain()
    with school.desk.deed(ana) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, bo, parts={"page": reading})

    assert pages(school).page(school.by("bo")).due


def test_nobody_reads_it_for_all_time(school: TinySchool) -> None:
    ana, pack = school.by("ana"), Policy.shipped().pack("baltimore-city-md")
    ahead = Reading(date(2099, 1, 1), VERSION, (pack.id, pack.version))
    with school.desk.deed(ana) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, ana.person, parts={"page": ahead.to_plain()})

    school.clock.at += timedelta(days=365)

    assert pages(school).brief(school.by("ana")).due


@pytest.mark.parametrize("part", [{"on": "soon"}, {"on": "2026-11-16", "page": "1"}])
def test_a_row_that_says_something_else_is_no_reading(school: TinySchool, part: dict[str, Plain]) -> None:
    ana = school.by("ana")
    with school.desk.deed(ana) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, ana.person, parts={"page": part})

    assert pages(school).page(ana).due


@pytest.mark.demand("WIC-S2")
def test_a_first_post_is_nobodys_who_handed_one_in(school: TinySchool) -> None:
    ana = school.by("ana")
    assert pages(school).first_post(ana)

    with school.desk.deed(ana) as deed:
        deed.record(Act.SUBMIT, Noun.POSTS, "a-post")

    assert not pages(school).first_post(ana)
    assert pages(school).first_post(school.by("cem"))


def test_a_made_up_school_asks_nobody(tmp_path: Path) -> None:
    school = make_school(tmp_path, sample=True)

    assert not pages(school).brief(_later_than_late(school)).due


def _later_than_late(school: TinySchool) -> Actor:
    later(school, days=20)
    return school.by("pat")


@pytest.mark.parametrize(
    ("policy", "topic", "demand"),
    [
        pytest.param("wichita-ks", Card.OWN_TIME, "WIC-G7", marks=pytest.mark.demand("WIC-G7")),
        pytest.param("wichita-ks", Card.FRIEND_REQUESTS, "WIC-G8", marks=pytest.mark.demand("WIC-G8")),
        pytest.param("wichita-ks", Card.OWN_VOICE, "WIC-G9", marks=pytest.mark.demand("WIC-G9")),
        pytest.param("wichita-ks", Card.PRIVACY, "WIC-S2", marks=pytest.mark.demand("WIC-S2")),
        pytest.param("socorro-tx", Card.WHAT_IS_RECORDED, "SOC-P3", marks=pytest.mark.demand("SOC-P3")),
        pytest.param("socorro-tx", Card.OWN_PAGES, "SOC-P4", marks=pytest.mark.demand("SOC-P4")),
    ],
)
def test_each_topic_stands_with_the_clause_that_asks_for_it(
    tmp_path: Path, policy: str, topic: Card, demand: str
) -> None:
    school = make_school(tmp_path, sample=False, policy=policy)

    shown = pages(school).page(school.by("ana")).topics

    asked = next(one.clauses for one in shown if one.of is topic)
    assert demand in [clause.demand for clause in asked]
