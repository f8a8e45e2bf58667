"""Roles that were given by a clock that was ahead begin the day on which the time is set right."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.timeline import ClockState
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.clocks import Clocks
from smadmin.services.keys import EnvelopeUse
from smadmin.services.proof import Proof, Proven
from tests import school as schools
from tests.school import MONDAY, MovableClock, TinySchool, found_school, make_school, passphrase


def proven(school: TinySchool) -> Proven:
    with school.desk.look(school.by("pat")) as unit:
        return Proof(school.desk).now(unit)


def roles(school: TinySchool, name: str) -> frozenset[Role]:
    trust = proven(school).trust
    return trust.roles(school.people[name], trust.day_of(school.clock.now()))


def set_right(school: TinySchool) -> None:
    proof = Proof(school.desk)
    school.desk.proven = proof.trust
    clocks, pat = Clocks(school.desk, proof), school.by("pat")
    view = clocks.look(pat)
    assert view is not None
    assert view.dated is not None
    clocks.confirm(pat, view.dated.first)


def test_who_was_let_in_by_a_clock_that_was_ahead_has_their_role_once_it_is_set_right(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.clock.forward(days=20)
    school.admit("nia", "Nia Park", {Role.REVIEWER}, by="pat")
    school.clock.forward(days=-20)
    assert roles(school, "nia") == frozenset()

    set_right(school)

    assert roles(school, "nia") == {Role.REVIEWER}
    assert school.session.sign_in(school.people["nia"], passphrase("nia")).roles == {Role.REVIEWER}
    assert school.records.verify(by=school.by("pat")).faults == ()


def test_a_role_that_was_to_begin_later_begins_later(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.clock.forward(days=20)
    first = school.clock.now().date() + timedelta(days=10)
    later = Grant("later", school.people["bo"], Role.DEPUTY, first)
    with school.desk.deed(school.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, later.person, {"grant": later.to_plain()})
    school.clock.forward(days=-20)

    set_right(school)

    assert proven(school).trust.grants["later"] == later
    assert Role.DEPUTY not in roles(school, "bo")


def test_a_school_founded_a_year_ahead_has_its_people_again_after_the_envelope(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schools, "MovableClock", lambda: MovableClock(MONDAY + timedelta(days=365)))
    school = found_school(tmp_path)
    before = {name: roles(school, name) for name in school.people}
    school.clock.at = MONDAY
    proof = Proof(school.desk)
    school.desk.proven = proof.trust
    pat = school.session.sign_in(school.people["pat"], passphrase("pat"))
    assert roles(school, "pat") == frozenset()
    newcomer, lock = school.newcomer("Kim Vale", {Role.PRINCIPAL}, "four calm otters drift")
    school.keys.keep_lock(newcomer.person.id, lock)
    root = Actor(None, school.seat.id, school.root, pat.actor.cells, school.clock.now())

    use = EnvelopeUse("wrong year", None, clock_right=True)
    school.keys.let_in_by_envelope(root, newcomer, school_keys=pat.school_keys, use=use)

    assert {name: roles(school, name) for name in school.people} == before
    assert proven(school).timeline.state(school.clock.now()) is ClockState.RIGHT
    assert school.records.verify(by=school.by("pat")).faults == ()
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
