"""An account goes from one colleague to another, and what has to be done anew is told until it is."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.handing_over import HAND_OVER_PART, HandedOver, HandOver, Redo
from smadmin.domain.holdings import Holder
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.handing_over import handed_overs
from tests.drill import SECRET, Drill
from tests.unasked import record_unasked


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


def test_who_is_administrator_of_the_school_alone_has_no_account_to_hand_over(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    drill.accounts.dismiss(school.by("pat"), account, school.people["ana"])

    with pytest.raises(NotAllowed) as refused:
        drill.hand_overs.hand_over(school.by("pat"), account, school.people["ana"], school.people["eve"])

    assert refused.value.reasons[0].message.id == "accounts.not-in-their-hands"


def test_who_gets_in_by_an_office_for_the_whole_school_hands_no_account_over(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    pat = school.people["pat"]
    drill.accounts.designate(school.by("pat"), account, pat)

    with pytest.raises(NotAllowed, match=r"accounts\.not-in-their-hands"):
        drill.hand_overs.hand_over(school.by("pat"), account, pat, school.people["eve"])

    assert handed(drill, account) == ()


@pytest.mark.demand("BAL-A2")
def test_a_hand_over_that_nobody_signed_who_might_is_none(drill: Drill) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    pat, ana = school.people["pat"], school.people["ana"]
    part = {HAND_OVER_PART: HandOver(pat, (ana,)).to_plain()}
    with school.desk.deed(school.by("ana")) as deed:
        record_unasked(deed, Act.HAND_OVER, Noun.ACCOUNTS, account, parts=part)

    assert handed(drill, account) == ()


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
def test_a_departure_hands_every_account_over_and_a_password_counts_that_shuts_out_who_leaves(
    drill: Drill,
) -> None:
    school = drill.school
    one, two = drill.account(Platform.X, "lincoln_es"), drill.account(Platform.X, "lincoln_news")
    drill.vault.keep(school.by("ana"), one, SECRET)
    drill.vault.keep(school.by("ana"), two, replace(SECRET, password="third-Falcon-44"))
    departure = drill.leave()
    drill.vault.keep(school.by("cem"), one, replace(SECRET, password="another-Falcon-43"))

    drill.end_rights(departure)
    at_first = [handed(drill, account)[0] for account in (one, two)]
    drill.vault.keep(school.by("cem"), one, replace(SECRET, password="fourth-Falcon-45"))

    assert [(first.giver, first.takers, first.redo) for first in at_first] == [
        (school.people["ana"], (school.people["kim"],), (Redo.PASSWORD,))
    ] * 2
    assert [handed(drill, account)[0].redo for account in (one, two)] == [(), (Redo.PASSWORD,)]


def test_who_gets_an_account_back_and_changes_its_password_leaves_nothing_of_the_first_hand_over(
    drill: Drill,
) -> None:
    school, account = drill.school, drill.account(Platform.X, "lincoln_es")
    dan, eve, pat = school.people["dan"], school.people["eve"], school.by("pat")
    drill.accounts.designate(pat, account, dan)
    drill.vault.keep(school.by("dan"), account, SECRET)
    drill.hand_overs.hand_over(school.by("pat"), account, dan, eve)
    drill.vault.keep(school.by("eve"), account, replace(SECRET, password="another-Falcon-43"))
    drill.hand_overs.hand_over(school.by("pat"), account, eve, dan)
    drill.vault.keep(school.by("dan"), account, replace(SECRET, password="third-Falcon-44"))

    assert [one.redo for one in handed(drill, account)] == [(), ()]
