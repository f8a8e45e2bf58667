"""Whom somebody let in since their departure began is told in it, as long as it lasts."""

from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.departures import How
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import EnvelopeUse
from smadmin.services.reviewers import Reviewers
from tests.drill import Drill
from tests.school import CHEAP, passphrase


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    made = Drill(tmp_path)
    made.school.admit("old", "Old Hand", {Role.ADMINISTRATOR}, by="pat")
    return made


@pytest.mark.demand("BAL-B1b3")
def test_whom_they_let_in_since_is_told_with_what_they_got(drill: Drill) -> None:
    account, school = drill.account(Platform.X, "lincoln_es"), drill.school
    departure = drill.leave(by="kim", who="pat", to="kim")

    school.admit("zoe", "Zoe Ames", {Role.COMMUNICATIONS}, by="pat")
    drill.accounts.designate(school.by("pat"), account, school.people["bo"])
    school.admit("lee", "Lee Moss", {Role.REVIEWER}, by="cem")

    told = {one.person: one for one in drill.see(departure, by="kim").let_in}
    assert set(told) == {school.people["zoe"], school.people["bo"]}
    zoe, bo = told[school.people["zoe"]], told[school.people["bo"]]
    assert (zoe.roles, zoe.accounts, zoe.key) == ((Role.COMMUNICATIONS,), 0, True)
    assert (bo.roles, bo.accounts, bo.key) == ((), 1, False)


def test_what_was_ended_meanwhile_is_told_no_more(drill: Drill) -> None:
    account, school = drill.account(Platform.X, "lincoln_es"), drill.school
    departure = drill.leave(by="kim", who="pat", to="kim")
    drill.accounts.designate(school.by("pat"), account, school.people["bo"])

    drill.accounts.dismiss(school.by("pat"), account, school.people["bo"])

    assert drill.see(departure, by="kim").let_in == ()


def test_codes_that_they_gave_out_since_are_counted(drill: Drill) -> None:
    departure = drill.leave(by="kim", who="pat", to="kim")
    reviewers, pat = Reviewers(drill.school.desk, drill.proof), drill.school.by("pat")

    prepared = reviewers.prepare(pat, ["Robin Vega", "Sam Ito"], date(2027, 6, 30), costs=CHEAP)
    reviewers.sign(pat, prepared)

    seen = drill.see(departure, by="kim")
    assert (seen.let_in, seen.codes) == ((), 2)


@pytest.mark.demand("BAL-B1b3")
def test_where_nobody_else_leads_who_leaves_lets_in_who_can_end_it(drill: Drill) -> None:
    school, departure = drill.school, drill.leave(by="kim", who="pat", to="kim")
    assert not drill.see(departure, by="kim").alone
    drill.end_rights(drill.leave(by="pat", who="cem", to="kim"), by="pat")

    seen = drill.see(departure, by="kim")

    assert (seen.alone, seen.may_let_in) == (True, True)
    assert [one.message.id for one in seen.to_end_rights] == ["departures.nobody-leads"]
    assert [one.message.id for one in seen.to_end][:1] == ["departures.nobody-leads"]
    school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="pat")
    assert drill.see(departure, by="quinn").to_end_rights == ()
    drill.settle_all(departure, by="quinn")
    drill.departures.end(school.by("quinn"), departure)
    assert not drill.see(departure, by="quinn").departure.open


@pytest.mark.demand("BAL-B1b3")
def test_where_who_leaves_has_no_say_the_envelope_lets_in_who_ends_it(drill: Drill) -> None:
    school, departure = drill.school, drill.leave(by="cem", who="pat", to="kim")
    with school.desk.deed(school.by("cem")) as deed:
        for one in [one for one in deed.trust.grants.values() if one.person == school.people["cem"]]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, one.person, {"grant": one.id})
    seen = drill.see(departure, by="kim")
    assert (seen.alone, seen.may_let_in) == (True, False)

    granter = school.session.sign_in(school.people["kim"], passphrase("kim"))
    newcomer, lock = school.newcomer("Quinn Harper", {Role.PRINCIPAL}, passphrase("quinn"))
    school.keys.keep_lock(newcomer.person.id, lock)
    root = Actor(None, school.seat.id, school.root, granter.actor.cells, school.clock.now())
    use = EnvelopeUse("the principal is gone", None, clock_right=False)
    school.keys.let_in_by_envelope(root, newcomer, school_keys=granter.school_keys, use=use)
    school.people["quinn"] = newcomer.person.id

    drill.settle_all(departure, by="quinn")
    drill.departures.end(school.by("quinn"), departure)
    assert not drill.see(departure, by="quinn").departure.open


@pytest.mark.demand("BAL-B1b3")
def test_codes_that_they_gave_out_and_nobody_used_end_with_their_rights(drill: Drill) -> None:
    """They printed them, so they could sit down as somebody else."""
    school, reviewers = drill.school, Reviewers(drill.school.desk, drill.proof)
    school.admit("quinn", "Quinn Harper", {Role.DEPUTY}, by="pat")
    listed = reviewers.prepare(school.by("pat"), ["Robin Vega", "Sam Ito"], date(2027, 6, 30), costs=CHEAP)
    reviewers.sign(school.by("pat"), listed)
    sam = next(one for one in reviewers.view(school.by("quinn")).lists[0].lines if one.name == "Sam Ito")
    reviewers.sign_code(school.by("quinn"), reviewers.prepare_code(sam, costs=CHEAP))
    assert len(reviewers.coded(school.by("cem"))) == 2

    drill.end_rights(drill.leave(by="cem", who="pat", to="kim"))

    assert [one.name for one in reviewers.coded(school.by("cem"))] == ["Sam Ito"], "Quinn gave him another"
    again = reviewers.prepare(school.by("quinn"), ["Robin Vega"], date(2027, 6, 30), costs=CHEAP)
    reviewers.sign(school.by("quinn"), again)
    assert len(reviewers.coded(school.by("cem"))) == 2


@pytest.mark.demand("BAL-B1b3")
def test_the_codes_of_who_leaves_end_as_soon_as_the_office_begins_it(drill: Drill) -> None:
    school, reviewers = drill.school, Reviewers(drill.school.desk, drill.proof)
    listed = reviewers.prepare(school.by("pat"), ["Robin Vega"], date(2027, 6, 30), costs=CHEAP)
    reviewers.sign(school.by("pat"), listed)

    departure = drill.leave(by="kim", who="pat", to="kim")
    assert len(reviewers.coded(school.by("cem"))) == 1, "nobody below the office ends a code"
    drill.departures.settle(school.by("cem"), departure, "rights", How.WAIVED, reason="Pat stays")
    drill.leave(by="cem", who="pat", to="kim")

    assert reviewers.coded(school.by("cem")) == ()
