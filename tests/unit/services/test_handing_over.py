"""An account goes from one colleague to another, and what has to be done anew is told until it is."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.handing_over import HandedOver, Redo
from smadmin.domain.holdings import Holder
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.services.handing_over import handed_overs
from tests.drill import SECRET, Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    made = Drill(tmp_path)
    for name, real_name in (("dan", "Dan Ito"), ("eve", "Eve Lindh")):
        made.school.admit(name, real_name, set(), by="pat")
    return made


def handed(drill: Drill, account: AccountId) -> tuple[HandedOver, ...]:
    with drill.school.desk.look(drill.school.by("pat")) as unit:
        return handed_overs(drill.proof.now(unit), account)


@pytest.mark.demand("BAL-A2")
def test_it_goes_from_one_to_the_other_with_a_row_of_both_names(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    dan, eve = school.people["dan"], school.people["eve"]
    drill.accounts.designate(school.by("pat"), account, dan)

    drill.hand_overs.hand_over(school.by("pat"), account, dan, eve)

    with school.desk.look() as unit:
        trust = unit.trust.read()
    today = school.clock.at.date()
    assert Role.ADMINISTRATOR in trust.roles(eve, today, account)
    assert not trust.roles(dan, today, account)
    (one,) = handed(drill, account)
    assert (one.giver, one.takers, one.by, one.redo) == (dan, (eve,), school.people["pat"], ())


def test_in_the_evening_it_was_handed_over_on_the_schools_day(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    drill.accounts.designate(school.by("pat"), account, school.people["dan"])
    at_school = drill.school.desk.now.astimezone(ZoneInfo("America/Denver"))
    school.clock.forward(hours=21 - at_school.hour)

    drill.hand_overs.hand_over(school.by("pat"), account, school.people["dan"], school.people["eve"])

    assert school.clock.at.date() == at_school.date() + timedelta(days=1)  # by Greenwich
    assert handed(drill, account)[0].on == at_school.date()


@pytest.mark.demand("BAL-A2")
def test_an_administrator_hands_nothing_over(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    drill.accounts.designate(school.by("pat"), account, school.people["dan"])

    for by in ("dan", "kim"):
        with pytest.raises(NotAllowed):
            drill.hand_overs.hand_over(school.by(by), account, school.people["dan"], school.people["eve"])

    assert handed(drill, account) == ()


def test_a_role_for_the_whole_school_is_not_handed_over_with_one_account(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")

    with pytest.raises(NotAllowed) as refused:
        drill.hand_overs.hand_over(school.by("pat"), account, school.people["ana"], school.people["eve"])

    assert refused.value.reasons[0].message.id == "accounts.not-in-their-hands"


@pytest.mark.demand("BAL-B1b3")
def test_password_and_holders_are_to_be_done_anew_by_somebody_else_than_who_gave_it(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.YOUTUBE, "lincoln_es")
    dan, eve = school.people["dan"], school.people["eve"]
    drill.accounts.designate(school.by("pat"), account, dan)
    drill.vault.keep(school.by("dan"), account, SECRET)
    holders = [Holder(dan, "Dan Ito"), Holder(school.people["pat"], "Pat Winters")]
    drill.holdings.name(school.by("dan"), account, holders)
    drill.hand_overs.hand_over(school.by("pat"), account, dan, eve)
    at_first = handed(drill, account)[0].redo

    drill.vault.keep(school.by("eve"), account, replace(SECRET, password="another-Falcon-43"))
    half = handed(drill, account)[0].redo
    fresh = [Holder(eve, "Eve Lindh"), Holder(school.people["pat"], "Pat Winters")]
    drill.holdings.name(school.by("eve"), account, fresh)

    assert at_first == (Redo.PASSWORD, Redo.HOLDERS)
    assert half == (Redo.HOLDERS,)
    assert handed(drill, account)[0].redo == ()


@pytest.mark.demand("BAL-B1b3")
def test_a_departure_hands_every_account_over_and_what_changed_since_it_began_is_done(drill: Drill) -> None:
    school = drill.school
    one, two = drill.account(Platform.X, "lincoln_es"), drill.account(Platform.X, "lincoln_news")
    drill.vault.keep(school.by("ana"), one, SECRET)
    drill.vault.keep(school.by("ana"), two, replace(SECRET, password="third-Falcon-44"))
    departure = drill.leave()
    drill.vault.keep(school.by("cem"), one, replace(SECRET, password="another-Falcon-43"))

    drill.end_rights(departure)

    (first,), (second,) = handed(drill, one), handed(drill, two)
    assert (first.giver, first.takers) == (school.people["ana"], (school.people["kim"],))
    assert (first.redo, second.redo) == ((), (Redo.PASSWORD,))
