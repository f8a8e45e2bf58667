"""Codes that a leaver printed: who sits down by one while the departure is under way doesn't stay."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.departures import Leaving
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId
from smadmin.services.office import Office
from smadmin.services.sitting import expected
from tests.sample import CHEAP, sample_office, sit
from tests.unit.services.test_sitting import arrive

OFFICE, LEAVER, BEGINNER = "ellen-whitcomb", "peter-lindgren", "maya-ortega"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path)
    yield made
    made.close()


def printed(office: Office, *names: str) -> dict[str, str]:
    """Let the deputy list names; gives the codes."""
    who = sit(office, LEAVER).actor
    ends = office.school.local(office.desk.now).date() + timedelta(days=200)
    prepared = office.reviewers.prepare(who, names, ends, costs=CHEAP)
    office.reviewers.sign(who, prepared)
    return {one.name: one.code for one in prepared.codes}


def begun(office: Office, by: str) -> str:
    actor, people = sit(office, by).actor, {one.name: one.id for one in office.proven().trust.people.values()}
    leaving = Leaving(person=people["Peter Lindgren"], successor=people["Ellen Whitcomb"])
    departure = office.departures.begin(actor, leaving).value
    office.lock()
    return departure


def is_let_in(office: Office, person: PersonId) -> bool:
    trust, today = office.proven().trust, office.school.local(office.desk.now).date()
    keys = [one for one in trust.keys.values() if one.person == person and not one.retired]
    return bool(keys or trust.roles(person, today))


@pytest.mark.demand("BAL-B1b3")
def test_whoever_sat_down_by_their_code_since_is_told_and_ends_with_them(office: Office) -> None:
    codes = printed(office, "Robin Vega", "Sam Ito", "Lee Moss")
    early = arrive(office, next(one for one in expected(office) if one.name == "Lee Moss"), codes["Lee Moss"])
    departure = begun(office, BEGINNER)
    robin = next(one for one in expected(office) if one.name == "Robin Vega")
    puppet = arrive(office, robin, codes["Robin Vega"])

    by = sit(office, OFFICE).actor
    seen = office.departure_views.see(by, departure)
    assert seen is not None
    assert seen.seated == ("Robin Vega",)
    office.end_rights(by, departure)

    assert not is_let_in(office, puppet.person)
    assert is_let_in(office, early.person), "that was before anybody left"
    assert {one.name for one in expected(office)}.isdisjoint(codes)
    seen = office.departure_views.see(office.session.actor, departure)
    assert seen is not None
    assert seen.seated == ("Robin Vega",)
    assert office.verify().whole


@pytest.mark.demand("BAL-B1b3")
def test_where_the_office_begins_it_nobody_sits_down_by_their_codes_any_more(office: Office) -> None:
    codes = printed(office, "Robin Vega", "Sam Ito")
    assert set(codes) <= {one.name for one in expected(office)}

    begun(office, OFFICE)

    assert {one.name for one in expected(office)}.isdisjoint(codes)


@pytest.mark.demand("BAL-B1b3")
def test_no_departure_passes_over_codes_whose_list_somebody_spoilt_meanwhile(office: Office) -> None:
    codes = printed(office, "Robin Vega")
    actor = sit(office, OFFICE).actor
    people = {one.name: one.id for one in office.proven().trust.people.values()}
    place = "name = 'trust' AND seq = (SELECT max(seq) FROM record_row WHERE act = 'list-reviewers')"
    with closing(sqlite3.connect(office.grounds.place.store / "store.db")) as store, store:
        store.execute(f"UPDATE record_part SET content = content || x'00' WHERE {place}")

    with pytest.raises(Tampered, match=r"records\.part-changed"):
        office.departures.begin(
            actor, Leaving(person=people["Peter Lindgren"], successor=people["Ellen Whitcomb"])
        )

    assert not office.proven().whole
    office.lock()
    with pytest.raises(Tampered, match=r"reviewers\.record-first"):
        arrive(office, next(one for one in expected(office) if one.name == "Robin Vega"), codes["Robin Vega"])
