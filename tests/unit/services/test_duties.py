"""What names somebody as responsible passes to whom they named, or is listed as nobody's."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.departures import How, Leaving
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message
from smadmin.domain.people import Role
from smadmin.domain.reported import Found, Report
from smadmin.domain.rounds import DECISION_PART, Decision
from smadmin.domain.sites import SiteForm, SiteKind
from smadmin.domain.strategies import Strategy, Topic
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departure_views import DepartureViews
from smadmin.services.departures import Departures
from smadmin.services.duties import Duties
from smadmin.services.life_rows import request_of
from smadmin.services.photos.stated import ASKED_PART
from smadmin.services.round_rows import decision_of
from smadmin.services.strategies import Strategies
from tests.drill import Drill
from tests.openings import School
from tests.road import Road, make_road, shipped
from tests.spoken_road import prepared, spoken_of

END = date(2027, 6, 30)


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def of_road(road: Road) -> Departures:
    return Departures(road.school.desk, road.proof, lambda: shipped().platforms)


def nobody(road: Road, leaving: Leaving) -> list[Message]:
    desk = road.school.desk
    with desk.look(road.by("cam" if "cam" in road.school.people else "cem")) as unit:
        proven = road.proof.now(unit)
        duties = Duties(unit, proven, leaving, today=desk.now.date(), now=desk.now)
        return list(duties.nobody())


@pytest.mark.demand("BLO-IV-C6")
def test_sites_and_reported_accounts_that_they_watched_are_looked_at_by_the_successor(drill: Drill) -> None:
    school = drill.school
    form = SiteForm("Chess Club", "https://chess.example/", SiteKind.CLUB, school.people["ana"], 7)
    drill.sites.add(school.by("cem"), form)
    report = Report("https://x.com/lincoln_fake", "Lincoln", Found.PRETENDER)
    found = drill.reported.report(school.by("ana"), report).value
    step = drill.reported.all(school.by("ana"))[0].reported.now
    mine = replace(step, after=school.people["ana"], again_on=drill.reported.next_day())
    drill.reported.note(school.by("cem"), found, mine)

    departure = drill.leave(by="kim")

    school.clock.forward(days=8)
    assert [one.site.form.name for one in drill.sites.due(school.by("kim"))] == ["Chess Club"]
    assert [one.reported.id for one in drill.reported.due(school.by("kim"))] == [found]
    line = drill.see(departure).departure.line("watching")
    assert line is not None
    assert line.count == 2
    assert drill.see(departure).departure.receipts["watching"].how is How.HANDED_OVER


def test_who_was_to_read_the_comments_is_the_successor_once_rights_end(tmp_path: Path) -> None:
    school = School(tmp_path)
    people, by = school.road.school.people, school.by
    account = school.opening.ask(by("ana"), school.form(), school.request(monitor=people["ana"])).value
    departures = Departures(school.desk, school.road.proof, lambda: shipped().platforms)
    leaving = Leaving(person=people["ana"], successor=people["pat"])
    departure = departures.begin(by("cem"), leaving).value

    departures.end_rights(by("cem"), departure)

    asked = school.sheet(account, by="pat").life.asked
    assert asked is not None
    assert asked.request.monitor == people["pat"]
    with school.desk.look(by("pat")) as unit:
        told = request_of(school.road.proof.now(unit), account, school.desk.now.date())
    assert told == asked.request
    views = DepartureViews(school.desk, school.road.proof)
    seen = views.see(by("pat"), departure)
    assert seen is not None
    assert seen.departure.receipts["accounts"].how is How.HANDED_OVER


def test_who_was_named_to_look_at_comments_since_is_the_successor_too(tmp_path: Path) -> None:
    school = School(tmp_path)
    people, by = school.road.school.people, school.by
    account = school.opening.ask(by("cem"), school.form(), school.request(monitor=people["cem"])).value
    decision = Decision(comments=True, monitor=people["ana"])
    with school.desk.deed(by("cem")) as deed:
        parts = {DECISION_PART: decision.to_plain()}
        deed.record(Act.DECIDE_COMMENTS, Noun.ROUNDS, account, parts=parts)
    departures = Departures(school.desk, school.road.proof, lambda: shipped().platforms)
    leaving = Leaving(person=people["ana"], successor=people["pat"])

    departures.end_rights(by("cem"), departures.begin(by("cem"), leaving).value)

    with school.desk.look(by("pat")) as unit:
        told = decision_of(school.road.proof.now(unit), account, school.desk.now.date())
    assert told == replace(decision, monitor=people["pat"])


@pytest.mark.demand("BAL-B1c1")
def test_a_strategy_that_they_kept_up_is_the_successors(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    strategies = Strategies(school.desk, drill.proof)
    ours = Strategy("Families know", "Families", (Topic("Sports", 50),), school.people["ana"], 30)
    strategies.write(school.by("ana"), account, ours)
    departure = drill.leave()

    drill.end_rights(departure)

    kept = strategies.all(school.by("pat"))[account]
    assert kept == replace(ours, owner=school.people["kim"])


def answered_for(drill: Drill, who: str) -> AccountId:
    account = drill.account(Platform.X, "lincoln_es")
    found = drill.accounts.get(account)
    form = AccountForm(found.platform, found.name, found.handle, found.page, found.login)
    answering = replace(form, principal=drill.school.people[who])
    drill.accounts.change(drill.school.by("pat"), found, answering)
    return account


@pytest.mark.demand("BAL-A1")
def test_an_account_that_a_principal_answered_for_passes_to_a_principal(drill: Drill) -> None:
    drill.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="pat")
    account = answered_for(drill, "pat")
    departure = drill.leave(who="pat", to="quinn")
    assert drill.see(departure).nobody == ()

    drill.end_rights(departure)

    assert drill.accounts.get(account).principal == drill.school.people["quinn"]


@pytest.mark.demand("BAL-A1")
def test_what_has_nobody_then_is_listed_until_it_has(drill: Drill) -> None:
    account = answered_for(drill, "pat")
    departure = drill.leave(who="pat")
    drill.end_rights(departure)
    cem = drill.school.by("cem")
    said = [one.id for one in drill.see(departure).nobody]
    assert drill.see(departure).departure.line("accounts") is None

    with pytest.raises(NotAllowed) as refused:
        drill.departures.settle(cem, departure, "nobody", How.HANDED_OVER)
    drill.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="cem")
    found = drill.accounts.get(account)
    form = AccountForm(found.platform, found.name, found.handle, found.page, found.login)
    quinns = replace(form, principal=drill.school.people["quinn"])
    drill.accounts.change(drill.school.by("cem"), found, quinns)
    drill.departures.settle(drill.school.by("cem"), departure, "nobody", How.HANDED_OVER)

    assert said == ["departures.nobody-office", "departures.nobody-principal"]
    assert refused.value.reasons[0].message.id == "departures.nobody-yet"
    receipts = drill.see(departure).departure.receipts
    assert receipts["nobody"].how is How.HANDED_OVER


@pytest.mark.demand("SOC-M4")
def test_second_looks_that_were_asked_of_them_by_file_are_listed(road: Road) -> None:
    people, desk = road.school.people, road.school.desk
    photo = road.photo(second=None)
    ends = desk.now + timedelta(days=7)
    with desk.look(road.by("ana")) as unit:
        folder = unit.photos.get(photo).set
    with desk.deed(road.by("ana")) as deed:
        part = {"reviewer": people["bo"], "ends": ends.isoformat(), "photos": [[photo, "s", "f"]]}
        deed.record(Act.SEND_LOOK, Noun.PHOTO_SETS, folder, parts={ASKED_PART: part})
    leaving = Leaving(person=people["bo"], successor=people["ana"])

    (said,) = nobody(road, leaving)
    road.looks.finish(road.by("dee"), photo, other_things_fine=True)

    assert (said.id, said.values["event"], said.values["n"]) == ("departures.nobody-look", "Fair", 1)
    assert nobody(road, leaving) == []


def test_yeses_that_were_asked_of_them_are_listed(road: Road) -> None:
    prepared(road, spoken_of(road))

    said = nobody(road, Leaving(person=road.school.people["pat"], successor=road.school.people["ana"]))

    assert "departures.nobody-yes" in [one.id for one in said]


def test_a_lost_computer_names_nobody(drill: Drill) -> None:
    with drill.school.desk.look(drill.school.by("cem")) as unit:
        proven = drill.proof.now(unit)
        lost = Leaving(seat=drill.school.seat.id)
        duties = Duties(unit, proven, lost, today=drill.school.clock.at.date(), now=drill.school.clock.at)

        assert (duties.sites(), duties.reported(), duties.accounts(), duties.nobody()) == ((), (), (), ())
