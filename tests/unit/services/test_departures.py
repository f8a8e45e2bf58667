"""A departure: begun without the leaver, done line by line, ended by the principal."""

from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, Leaving
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.people import Role
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

    drill.end_rights(departure)

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
    assert [line.key for line in seen.left] == [f"password:{account}", f"sessions:{account}", "copies"]
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
