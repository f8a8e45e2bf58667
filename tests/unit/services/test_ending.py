"""The deeds of a departure: what stops, who goes on, and what nobody opens any more."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, Leaving, LineKind
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.vocabulary import Noun
from smadmin.services.departures import Departures
from smadmin.services.keys import ROOT_SECRET, public_key
from smadmin.services.reviewers import Reviewers
from tests.drill import SECRET, Drill
from tests.road import make_road, shipped
from tests.school import CHEAP


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def test_what_they_released_stops_and_their_drafts_are_somebody_elses(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    ana = drill.school.by("ana")
    draft = drill.posts.create(ana, (account,), text="Spring concert on Friday").value
    queued = drill.posts.create(ana, (account,), text="Book fair").value
    with drill.school.desk.deed(drill.school.by("pat")) as deed:
        deed.unit.posts.change(replace(queued, stage=PostStage.RELEASED))

    departure = drill.leave()

    kim = drill.school.by("kim")
    assert {one.id for one in drill.posts.mine(kim)} == {queued.id, draft.id}
    assert drill.posts.get(kim, queued.id).stage is PostStage.DRAFT
    assert not drill.posts.mine(drill.school.by("ana"))
    lines = {line.kind: line.count for line in drill.see(departure).departure.lines}
    assert (lines[LineKind.QUEUE], lines[LineKind.WORK]) == (1, 2)


def test_after_it_they_neither_sign_in_nor_open_what_is_new(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    drill.vault.keep(drill.school.by("ana"), account, SECRET)
    before = drill.school.by("ana")
    departure = drill.leave()

    drill.end_rights(departure)

    with pytest.raises(KnownError):
        drill.school.by("ana")
    cem = drill.school.by("cem")
    fresh = drill.vault.keep(cem, account, replace(SECRET, password="another-Falcon-43")).value
    assert fresh.version == 2
    with drill.school.desk.look(before) as unit:
        sealed = unit.credentials.get(account).recipients
        assert not set(unit.wraps.of(before.signer.key)) - {ROOT_SECRET}
    assert before.signer.key not in sealed
    receipt = drill.see(departure).departure.receipts[f"password:{account}"]
    assert (receipt.how, receipt.by) == (How.CHANGED, drill.school.people["cem"])


def test_a_code_that_would_let_them_sit_down_ends_too(drill: Drill) -> None:
    school, pat = drill.school, drill.school.by("pat")
    reviewers = Reviewers(school.desk, drill.proof)
    reviewers.sign(pat, reviewers.prepare(pat, ["Robin Vega"], date(2027, 6, 30), costs=CHEAP))
    with school.desk.look() as unit:
        (held,) = unit.trust.read().lists.held.values()
    robin = held.places[0].person
    made, _ = school.newcomer("Robin Vega-Lind", {Role.REVIEWER}, "correct horse robin staple")
    key = public_key(Identity.new(), KeyKind.PERSON, robin, school.seat.id)
    newcomer = replace(made, person=replace(made.person, id=robin), key=key)
    school.keys.admit(school.by("pat"), newcomer, school_keys={})

    leaving = Leaving(person=robin, successor=school.people["kim"])
    drill.end_rights(drill.departures.begin(school.by("cem"), leaving).value)

    with school.desk.look() as unit:
        trust = unit.trust.read()
    assert [one.struck for one in trust.lists.held[held.id].places] == [True]
    assert not trust.roles(robin, school.clock.at.date())


@pytest.mark.demand("BAL-B1b3")
def test_removing_a_person_makes_a_new_school_key_and_so_does_a_lost_computer(drill: Drill) -> None:
    school = drill.school
    seat, person = SeatId("laptop"), school.people["kim"]
    with school.desk.deed(school.by("pat")) as deed:
        for key in (
            public_key(Identity.new(), KeyKind.SEAT, None, seat),
            public_key(Identity.new(), KeyKind.PERSON, person, seat),
        ):
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain()})

    numbers = [max(school_keys(drill))]
    drill.end_rights(drill.leave())
    numbers.append(max(school_keys(drill)))
    drill.end_rights(drill.departures.begin(school.by("cem"), Leaving(seat=seat)).value)
    numbers.append(max(school_keys(drill)))

    assert numbers == [1, 2, 3]
    with school.desk.look() as unit:
        assert set(unit.wraps.numbers()) - {ROOT_SECRET} == {3}


def school_keys(drill: Drill) -> list[int]:
    with drill.school.desk.look() as unit:
        return list(unit.trust.read().school_keys)


@pytest.mark.demand("BAL-B1b3")
def test_what_they_released_does_not_go_out_from_the_moment_it_begins(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    people, desk = road.school.people, road.school.desk
    post = road.released(by="bo")
    assert road.publications.blockers(road.by("dee"), post, road.x) == ()
    departures = Departures(desk, road.proof, lambda: shipped().platforms)

    departures.begin(road.by("pat"), Leaving(person=people["ana"], successor=people["pat"]))

    assert road.publications.blockers(road.by("dee"), post, road.x)
    assert road.posts.get(road.by("pat"), post).stage is PostStage.DRAFT


@pytest.mark.demand("BAL-A2")
def test_communications_names_nobody_for_a_schools_account_by_ending_rights(drill: Drill) -> None:
    account, people = drill.account(Platform.X, "lincoln_es"), drill.school.people
    with drill.school.desk.deed(drill.school.by("pat")) as deed:
        for grant in list(deed.trust.grants.values()):
            if (grant.account, grant.person) == (account, people["kim"]):
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    departure = drill.leave(by="kim")
    told = [one.id for one in drill.see(departure).nobody]
    assert drill.see(departure, "pat").nobody == ()

    drill.end_rights(departure)

    with drill.school.desk.look() as unit:
        assert unit.trust.read().holders(Role.ADMINISTRATOR, drill.school.clock.at.date(), account) == ()
    left = [one.id for one in drill.see(departure, "pat").nobody]
    with pytest.raises(NotAllowed, match=r"departures\.nobody-yet"):
        drill.departures.settle(drill.school.by("pat"), departure, "nobody", How.HANDED_OVER)
    drill.accounts.designate(drill.school.by("pat"), account, people["kim"])
    drill.departures.settle(drill.school.by("pat"), departure, "nobody", How.HANDED_OVER)
    assert told == left == ["departures.nobody-named"]


@pytest.mark.demand("BAL-A2")
def test_nobody_signs_the_end_while_an_account_that_was_given_up_has_nobody(drill: Drill) -> None:
    account, people = drill.account(Platform.X, "lincoln_es"), drill.school.people
    drill.accounts.dismiss(drill.school.by("pat"), account, people["kim"])
    departure = drill.leave(by="pat")
    assert drill.see(departure).departure.line("nobody") is None
    drill.settle_all(departure)

    with pytest.raises(NotAllowed, match=r"departures\.nobody-yet"):
        drill.departures.end(drill.school.by("pat"), departure)
    drill.accounts.designate(drill.school.by("pat"), account, people["kim"])

    drill.departures.end(drill.school.by("pat"), departure)
