"""Somebody whom a code let in, who sits in another's chair."""

from dataclasses import replace
from datetime import timedelta

from smadmin.credentials.codes import CodeKey
from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Person
from smadmin.domain.reviewers import sitting_down_text
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof
from smadmin.services.reviewers import Reviewers
from tests.road import Road
from tests.school import CHEAP


def reviewer(road: Road) -> Actor:
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
