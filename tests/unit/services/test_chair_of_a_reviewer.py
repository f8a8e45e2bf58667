"""A photo post goes out with the second look, and the release, of somebody whom a code let in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.codes import CodeKey
from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Person
from smadmin.domain.reviewers import sitting_down_text
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof
from smadmin.services.reviewers import Reviewers
from tests.road import Road, make_road
from tests.school import CHEAP


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    made = make_road(tmp_path)
    yield made
    made.school.store.close()


def robin(road: Road) -> Actor:
    """Sign a list and let its one name in; Ana hands over the chair."""
    school, desk = road.school, road.school.desk
    reviewers = Reviewers(desk, Proof(desk, lambda: school.noted))
    ends = desk.now.date() + timedelta(days=200)
    prepared = reviewers.prepare(school.by("pat"), ("Robin Vega",), ends, costs=CHEAP)
    reviewers.sign(school.by("pat"), prepared)
    place, identity = prepared.list.places[0], Identity.new()
    key = public_key(identity, KeyKind.REVIEWER, place.person, school.seat.id)
    code = CodeKey.of(prepared.codes[0].code, place.salt, CHEAP)
    text = sitting_down_text(desk.school, prepared.list.id, place.id, key.id)
    actor = Actor(place.person, school.seat.id, identity, None, desk.now)
    with desk.first_deed(actor) as deed:
        entry: dict[str, Plain] = {
            "key": key.to_plain(),
            "person": Person(place.person, place.name).to_plain(),
            "list": prepared.list.id,
            "place": place.id,
            "proof": code.sign(text).hex(),
        }
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, entry)
    return replace(actor, cells=school.by("ana").cells, lent=True)


def test_they_take_the_second_look_and_release_and_the_post_goes_out(road: Road, tmp_path: Path) -> None:
    by, draft = robin(road), road.draft()
    photo = road.photo(second=None)
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)

    road.looks.finish(by, photo, other_things_fine=True)
    road.approvals.release(by, draft.id)

    road.handed_out(draft.id, tmp_path / "out")
    assert road.school.records.verify(by=road.by("ana")).faults == ()


def test_a_first_look_isn_t_theirs(road: Road) -> None:
    by = robin(road)
    photo = road.photo(first=None, second=None)

    with pytest.raises(NotAllowed):
        road.looks.finish(by, photo, other_things_fine=True)


def test_off_the_plan_they_release_nothing(road: Road) -> None:
    by = robin(road)
    draft = road.posts.create(road.by("ana"), (road.x,), text="Something else entirely.").value
    road.posts.submit(road.by("ana"), draft.id)

    with pytest.raises(NotAllowed):
        road.approvals.release(by, draft.id)
