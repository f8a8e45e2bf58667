"""Rows about a publication of people who never began it: they neither block a post nor set one free."""

from pathlib import Path

import pytest

from smadmin.domain.departures import Leaving
from smadmin.domain.errors import NotAllowed
from smadmin.domain.publications import publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departures import Departures
from smadmin.services.records import Records
from tests.road import Road, make_road, shipped
from tests.unit.services.test_leavers_silence import changed_program


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school with Zoe, who has a key and no role."""
    road = make_road(tmp_path)
    road.school.admit("zoe", "Zoe Lark", set(), by="pat")
    return road


def sign(road: Road, who: str, act: Act, post: str) -> None:
    """Sign a row about the post on X with a program of one's own."""
    parts = {"account": road.x} if act is Act.INTEND else {}
    with road.school.desk.deed(road.by(who)) as deed:
        deed.record(act, Noun.PUBLICATIONS, publication_id(post, road.x), parts=parts)  # type: ignore[arg-type]  # its id
    assert Records(road.school.desk).verify(by=road.by("pat")).faults == ()


@pytest.mark.parametrize("act", [Act.PUBLISH, Act.GIVE_UP, Act.READ_BACK])
def test_who_began_nothing_keeps_a_post_from_no_account(road: Road, act: Act) -> None:
    post = road.released(by="bo")
    sign(road, "zoe", act, post)

    assert road.publications.intend(road.by("ana"), post, road.x).value.post == post
    sign(road, "zoe", act, post)
    assert road.publications.blockers(road.by("ana"), post, road.x) == ()


def test_nor_does_who_is_named_for_another_account_alone(road: Road) -> None:
    road.school.designate("zoe", road.facebook)
    post = road.released(by="bo")
    sign(road, "zoe", Act.INTEND, post)
    sign(road, "zoe", Act.PUBLISH, post)

    assert road.publications.intend(road.by("ana"), post, road.x).value.post == post


@pytest.mark.demand("BAL-B1b3")
def test_nor_does_who_is_on_the_way_out(road: Road) -> None:
    post = road.released(by="bo")
    people, desk = road.school.people, road.school.desk
    departures = Departures(desk, road.proof, lambda: shipped().platforms)
    departures.begin(road.by("pat"), Leaving(person=people["dee"], successor=people["ana"]))
    with changed_program(road):
        sign(road, "dee", Act.INTEND, post)
        sign(road, "dee", Act.PUBLISH, post)
    road.proof.catch_up(road.by("pat"))

    assert road.publications.intend(road.by("ana"), post, road.x).value.post == post


@pytest.mark.parametrize("act", [Act.GIVE_UP, Act.NOT_OUT])
def test_what_lies_ready_outside_is_handed_out_no_second_time_by_a_strangers_word(
    road: Road, tmp_path: Path, act: Act
) -> None:
    post = road.released(by="bo")
    (out := tmp_path / "out").mkdir()
    handed = road.handed_out(post, out)
    sign(road, "zoe", act, post)

    for name in ("ana", "dee"):
        with pytest.raises(NotAllowed):
            road.publications.intend(road.by(name), post, road.x)
    confirmed = road.publications.confirm(road.by("ana"), handed, "https://x.com/lincoln_es/status/1")
    assert confirmed.value.link == "https://x.com/lincoln_es/status/1"


def test_the_office_ends_what_somebody_else_began(road: Road) -> None:
    post = road.released(by="bo")
    begun = road.publications.intend(road.by("ana"), post, road.x).value
    road.publications.give_up(road.by("pat"), begun, "She is ill.")

    assert road.publications.intend(road.by("dee"), post, road.x).value.by == road.school.people["dee"]


@pytest.mark.demand("BAL-B1b3")
def test_it_goes_out_by_the_release_that_counts(road: Road) -> None:
    post = road.released(by="bo")
    people, desk = road.school.people, road.school.desk
    with desk.look() as unit:
        released = unit.record.head().seq
    departures = Departures(desk, road.proof, lambda: shipped().platforms)
    departures.begin(road.by("pat"), Leaving(person=people["dee"], successor=people["ana"]))
    with changed_program(road), desk.deed(road.by("dee")) as deed:
        deed.record(Act.APPROVE, Noun.POSTS, post, parts={"manifest": {}})
    road.proof.catch_up(road.by("pat"))

    assert road.publications.intend(road.by("ana"), post, road.x).value.release_seq == released
