"""A departure: begun without the leaver, done line by line, ended by the principal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.departures import WITH_RIGHTS, How, Leaving, LineKind
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.trusted import Left
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import public_key
from tests.drill import SECRET, Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def test_it_is_done_without_the_leaver_and_ends_with_the_principals_signature(drill: Drill) -> None:
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave(by="kim")
    drill.school.clock.forward(minutes=9)
    with pytest.raises(NotAllowed):
        drill.departures.end_rights(drill.school.by("kim"), departure)
    drill.settle_all(departure)
    drill.school.clock.forward(hours=20)
    with pytest.raises(NotAllowed):
        drill.departures.end(drill.school.by("cem"), departure)

    drill.departures.end(drill.school.by("pat"), departure)

    over = drill.see(departure).departure
    assert (over.open, over.ended_by) == (False, drill.school.people["pat"])
    assert over.minutes(drill.school.clock.at) == 9
    assert over.begun_by == drill.school.people["kim"]


def test_nothing_ends_while_a_line_is_left_and_none_is_waived_without_a_reason(drill: Drill) -> None:
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave()
    line = drill.see(departure).departure.left[0]

    for reason in ("", "  ", ".", "\u200b\u200b\u200b"):
        with pytest.raises(NotAllowed):
            drill.departures.settle(drill.school.by("cem"), departure, line.key, How.WAIVED, reason=reason)
    with pytest.raises(NotAllowed):
        drill.departures.end(drill.school.by("pat"), departure)


def test_who_leaves_neither_begins_nor_settles_nor_signs(drill: Drill) -> None:
    people = drill.school.people
    with pytest.raises(NotAllowed):
        drill.departures.begin(drill.school.by("ana"), Leaving(person=people["ana"], successor=people["kim"]))
    departure = drill.leave()
    line = drill.see(departure).departure.left[0]

    with pytest.raises(NotAllowed):
        drill.departures.settle(drill.school.by("ana"), departure, line.key, How.CHANGED)


def test_an_account_that_nobody_else_administers_goes_to_the_successor(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    school, people = drill.school, drill.school.people
    with school.desk.deed(school.by("pat")) as deed:
        for grant in list(deed.trust.grants.values()):
            if grant.role is Role.ADMINISTRATOR:
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    drill.accounts.designate(school.by("pat"), account, people["ana"])
    leaving = Leaving(person=people["ana"], successor=people["pat"])
    departure = drill.departures.begin(school.by("cem"), leaving).value

    drill.end_rights(departure, "pat")

    with school.desk.look() as unit:
        trust = unit.trust.read()
    assert trust.holders(Role.ADMINISTRATOR, school.clock.at.date(), account) == (people["pat"],)


def test_the_computer_in_use_is_not_lost(drill: Drill) -> None:
    school = drill.school

    with pytest.raises(NotAllowed):
        drill.departures.begin(school.by("pat"), Leaving(seat=school.seat.id))


def test_a_lost_computer_loses_its_keys_and_nobody_their_role(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    seat, identity = SeatId("laptop"), Identity.new()
    person = school.people["kim"]
    with school.desk.deed(school.by("pat")) as deed:
        for key in (
            public_key(Identity.new(), KeyKind.SEAT, None, seat),
            public_key(identity, KeyKind.PERSON, person, seat),
        ):
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain()})
    drill.vault.keep(school.by("kim"), account, SECRET)
    choice = drill.views.choice(school.by("cem"))
    assert [(one.seat, one.people, one.here) for one in choice.computers] == [
        (school.seat.id, ("Ana Brooks", "Bo Lindqvist", "Cem Aydin", "Kim Nakamura", "Pat Winters"), True),
        (seat, ("Kim Nakamura",), False),
    ]

    departure = drill.departures.begin(school.by("cem"), Leaving(seat=seat)).value
    drill.end_rights(departure)

    seen = drill.see(departure).departure
    assert [line.key for line in seen.left] == [
        *(f"password:{account}", f"sessions:{account}"),
        *(f"profiles:{seat}", "copies"),
    ]
    with school.desk.look() as unit:
        trust = unit.trust.read()
    assert not [one for one in trust.keys.values() if one.seat == seat and not one.retired]
    assert Role.ADMINISTRATOR in trust.roles(person, school.clock.at.date())
    assert school.by("kim").person == person


def test_who_stays_after_all_keeps_everything_and_nobody_but_the_office_says_so(drill: Drill) -> None:
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave(by="kim")
    for how, by in ((How.WAIVED, "kim"), (How.REVOKED, "cem")):
        with pytest.raises(NotAllowed):
            drill.departures.settle(drill.school.by(by), departure, "rights", how, reason="a slip")

    drill.departures.settle(drill.school.by("cem"), departure, "rights", How.WAIVED, reason="a slip")
    drill.departures.end(drill.school.by("pat"), departure)

    over = drill.see(departure).departure
    assert not over.open
    assert {one.how for key, one in over.receipts.items() if key != "queue"} == {How.WAIVED}
    assert drill.school.by("ana").person == drill.school.people["ana"]


def refused(drill: Drill, by: str, leaving: Leaving) -> str:
    with pytest.raises(NotAllowed) as error:
        drill.departures.begin(drill.school.by(by), leaving)
    return error.value.reasons[0].message.id


def test_a_reviewer_begins_none_and_signs_nothing_of_one(drill: Drill) -> None:
    drill.account(Platform.X, "lincoln_es")
    people = drill.school.people
    assert refused(drill, "bo", Leaving(person=people["ana"], successor=people["kim"])) == (
        "departures.not-for-you"
    )
    departure = drill.leave()

    deeds: tuple[Callable[[], object], ...] = (
        lambda: drill.departures.settle(
            drill.school.by("bo"), departure, "sessions", How.WAIVED, reason="told"
        ),
        lambda: drill.departures.end_rights(drill.school.by("bo"), departure),
        lambda: drill.departures.end(drill.school.by("bo"), departure),
    )
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()

    assert drill.school.by("ana").person == people["ana"]


def test_a_principal_who_leaves_does_not_sign_their_own_end(drill: Drill) -> None:
    departure = drill.leave(who="pat")
    for line in drill.see(departure).departure.left:
        if line.kind is not LineKind.RIGHTS and line.kind not in WITH_RIGHTS:
            drill.departures.settle(drill.school.by("cem"), departure, line.key, How.WAIVED, reason="told")
    pat = drill.school.by("pat")

    deeds: tuple[Callable[[], object], ...] = (
        lambda: drill.departures.end_rights(pat, departure),
        lambda: drill.departures.settle(pat, departure, "rights", How.WAIVED, reason="I stay"),
        lambda: drill.departures.end(pat, departure),
    )
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()

    drill.end_rights(departure)
    drill.departures.end(drill.school.by("cem"), departure)
    assert not drill.see(departure).departure.open


def test_two_at_once_of_the_same_person_are_one(drill: Drill) -> None:
    people = drill.school.people
    drill.leave()

    said = refused(drill, "pat", Leaving(person=people["ana"], successor=people["cem"]))

    assert said == "departures.under-way"


def test_who_leaves_goes_on_with_nobodys_work(drill: Drill) -> None:
    people = drill.school.people
    drill.leave(who="kim", to="cem")

    said = refused(drill, "cem", Leaving(person=people["ana"], successor=people["kim"]))

    assert said == "departures.choose-successor"
    assert "Kim Nakamura" not in [one.name for one in drill.views.choice(drill.school.by("cem")).successors]


@pytest.mark.demand("BAL-B1b3")
def test_a_successor_who_is_gone_meanwhile_gets_nothing_but_theirs_does(drill: Drill) -> None:
    account, school, people = drill.account(Platform.X, "lincoln_es"), drill.school, drill.school.people
    draft = drill.posts.create(school.by("ana"), (account,), text="Spring concert on Friday").value
    first = drill.leave()
    second = drill.leave(who="kim", to="cem")
    drill.end_rights(second)

    drill.end_rights(first, "pat")

    with school.desk.look() as unit:
        trust = unit.trust.read()
    assert not trust.any_roles(people["kim"], school.clock.at.date())
    assert trust.holders(Role.ADMINISTRATOR, school.clock.at.date(), account) == (people["cem"],)
    assert drill.posts.get(school.by("cem"), draft.id).author == people["cem"]


def test_whoever_leaves_does_not_begin_the_departure_of_who_began_theirs(drill: Drill) -> None:
    people = drill.school.people
    drill.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="pat")
    drill.leave(who="pat", to="quinn")

    said = refused(drill, "pat", Leaving(person=people["cem"], successor=people["kim"]))

    assert said == "departures.not-for-you"
    assert not drill.views.open(drill.school.by("pat"))


def test_an_administrator_silences_no_principal(drill: Drill) -> None:
    people = drill.school.people
    drill.leave(who="pat", by="kim", to="cem")

    begun = drill.departures.begin(
        drill.school.by("pat"), Leaving(person=people["kim"], successor=people["cem"])
    )

    with drill.school.desk.look() as unit:
        assert unit.trust.read().leaving[people["kim"]] == Left(begun.value, people["pat"], by_office=True)


def test_what_they_wrote_since_the_beginning_passes_with_the_rights(drill: Drill) -> None:
    account, school = drill.account(Platform.X, "lincoln_es"), drill.school
    departure = drill.leave()
    ana = school.by("ana")
    late = drill.posts.create(ana, (account,), text="One more thing").value
    queued = drill.posts.create(ana, (account,), text="And another").value
    with school.desk.deed(school.by("pat")) as deed:
        deed.unit.posts.change(replace(queued, stage=PostStage.RELEASED))

    drill.end_rights(departure)

    kim = school.by("kim")
    assert {one.id for one in drill.posts.mine(kim)} == {late.id, queued.id}
    assert drill.posts.get(kim, queued.id).stage is PostStage.DRAFT


@pytest.mark.demand("BAL-A3")
def test_a_districts_account_goes_to_nobody_but_its_own_staff(drill: Drill) -> None:
    school, people = drill.school, drill.school.people
    form = AccountForm(Platform.X, "Lincoln", "lincoln_district", "https://x.com/lincoln_district", "")
    account = drill.accounts.adopt(school.by("cem"), replace(form, kind=AccountKind.DISTRICT)).value
    school.designate("ana", account)
    with school.desk.deed(school.by("pat")) as deed:
        for grant in list(deed.trust.grants.values()):
            if grant.role is Role.ADMINISTRATOR and grant.person == people["kim"]:
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    school.admit("dan", "Dan Ito", set(), by="pat")
    other = drill.account(Platform.X, "lincoln_es")
    drill.accounts.designate(school.by("pat"), other, people["dan"])

    departure = drill.leave(to="dan")
    told = [one.id for one in drill.see(departure).nobody]
    drill.end_rights(departure)

    with school.desk.look() as unit:
        assert unit.trust.read().holders(Role.ADMINISTRATOR, school.clock.at.date(), account) == ()
    assert told == ["departures.nobody-administrator"]
