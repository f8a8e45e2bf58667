"""Another account was logged in: that account stops, everybody is told, only the office goes on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, AccountStage, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.people import Role
from smadmin.domain.warned import WarningView, WrongAccount
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.records import Records
from smadmin.services.stops import Stops
from smadmin.services.warnings import Warnings
from smadmin.services.wrong_identity import LONGEST_SEEN, WrongIdentities
from tests.road import Road, make_road

SEEN = "@ana_private"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def report(road: Road, by: str, seen: str = SEEN) -> None:
    WrongIdentities(road.school.desk).report(road.by(by), road.x, seen)


def look(road: Road) -> WarningView:
    return Warnings(road.school.desk, road.reader).look()


@pytest.mark.parametrize("name", ["ana", "bo", "pat", "cem"])
def test_whoever_has_a_part_in_the_posts_stops_the_account_and_says_what_was_seen(
    road: Road, name: str
) -> None:
    post = road.released(by="bo")
    report(road, name)

    (told,) = Stops(road.school.desk, road.proof).all(road.by("pat"))
    assert (told.account.id, told.wrong, told.seen) == (road.x, True, SEEN)
    with pytest.raises(NotAllowed):
        road.publications.intend(road.by("ana"), post, road.x)
    assert Records(road.school.desk).verify(by=road.by("pat")).faults == ()


@pytest.mark.demand("BAL-A2")
def test_an_administrator_stops_an_account_that_is_not_theirs_by_a_report_as_by_a_hold(road: Road) -> None:
    """Nobody named for it may post there; whoever prepares for the school's accounts may stop them all."""
    road.school.admit("eve", "Eve Stone", {Role.ADMINISTRATOR}, by="pat")
    wrong = WrongIdentities(road.school.desk)
    assert wrong.blockers(road.by("eve"), road.x) == ()

    report(road, "eve")

    (told,) = Stops(road.school.desk, road.proof).all(road.by("pat"))
    assert (told.wrong, told.seen) == (True, SEEN)
    assert Records(road.school.desk).verify(by=road.by("pat")).faults == ()


def test_whoever_is_named_for_another_account_alone_stops_this_one_neither_way(road: Road) -> None:
    road.school.admit("flo", "Flo Reed", set(), by="pat")
    road.school.designate("flo", road.facebook)

    with pytest.raises(NotAllowed):
        report(road, "flo")
    with pytest.raises(NotAllowed):
        Accounts(road.school.desk).hold(road.by("flo"), road.x, why="Strange posts.")


def test_only_the_office_lets_it_go_on_and_then_nobody_is_called_any_more(road: Road) -> None:
    report(road, "bo")
    accounts = Accounts(road.school.desk)
    with pytest.raises(NotAllowed):
        accounts.go_on(road.by("bo"), road.x, why="It was mine.")
    assert [one.id for one in look(road).wrong] == [road.x]
    accounts.go_on(road.by("pat"), road.x, why="Bo's own phone; logged out.", handle_seen="@lincoln_es")

    assert look(road).wrong == ()
    assert Stops(road.school.desk, road.proof).all(road.by("pat")) == ()
    accounts.hold(road.by("ana"), road.x, why="Strange posts.")
    assert look(road).wrong == ()  # an ordinary hold calls nobody


def test_a_report_that_ended_as_the_account_went_live_anew_calls_nobody_at_a_later_hold(road: Road) -> None:
    accounts = Accounts(road.school.desk)
    found, page, pat = accounts.get(road.x), "https://x.com/lincoln_es", road.school.people["pat"]
    form = AccountForm(Platform.X, found.name, found.handle, page, "social@lincoln.example", pat)
    accounts.change(road.by("pat"), found, form)
    report(road, "bo")
    accounts.go_live(road.by("pat"), road.x, handle_seen="lincoln_es")

    accounts.hold(road.by("ana"), road.x, why="Strange posts.")

    assert look(road).wrong == ()


def test_what_communications_stopped_whole_goes_on_whole_and_a_report_meanwhile_keeps_its_account(
    road: Road,
) -> None:
    accounts, hand = Accounts(road.school.desk), DistrictHand(road.school.desk, road.proof)
    hand.hold_all(road.by("cem"), why="The district's server was broken into.")
    report(road, "bo")

    assert road.x in hand.stopped_whole(road.by("cem"))
    hand.go_on_all(road.by("cem"), why="It is over.")

    assert accounts.get(road.x).stage is AccountStage.ON_HOLD
    accounts.go_on(road.by("pat"), road.x, why="Bo's own phone; logged out.", handle_seen="@lincoln_es")
    assert accounts.get(road.x).stage is AccountStage.LIVE


def test_each_report_calls_once_and_crosses_to_the_icons_process_unchanged(road: Road) -> None:
    report(road, "ana")
    first = look(road)
    report(road, "bo")  # seen again while it stands still
    second = look(road)

    assert [one.label for one in first.wrong] == [one.label for one in second.wrong]
    assert first.wrong[0].report < second.wrong[0].report
    assert WarningView.from_plain(second.to_plain()).wrong == second.wrong
    assert isinstance(second.wrong[0], WrongAccount)


def test_somebody_without_a_role_reports_nothing_and_an_account_not_live_yet_stays_as_it_is(
    road: Road,
) -> None:
    road.school.admit("zoe", "Zoe Lark", set(), by="pat")
    wrong = WrongIdentities(road.school.desk)
    with pytest.raises(NotAllowed):
        report(road, "zoe")
    assert wrong.blockers(road.by("zoe"), road.x)
    Accounts(road.school.desk).close(road.by("pat"), road.x, why="Nobody reads it.")
    with pytest.raises(NotAllowed):
        report(road, "ana")
    with road.school.desk.look() as unit:
        assert unit.accounts.get(road.x).stage is AccountStage.CLOSED


def test_a_reviewer_still_stops_nothing_without_having_seen_another_account(road: Road) -> None:
    with pytest.raises(NotAllowed):
        Accounts(road.school.desk).hold(road.by("bo"), road.x, why="I don't like it.")


def test_a_handle_that_somebody_chose_endlessly_long_is_cut_and_none_is_said_as_none(road: Road) -> None:
    report(road, "ana", "@" + "a" * 10_000)
    report(road, "ana", "  ")
    stops = Stops(road.school.desk, road.proof)
    told = stops.of(road.by("pat"), road.x)
    assert told is not None
    assert (told.wrong, told.seen) == (True, "")
    report(road, "ana", "@" + "a" * 10_000)
    told = stops.of(road.by("pat"), road.x)
    assert told is not None
    assert len(told.seen) == LONGEST_SEEN


def test_a_row_that_nobody_signed_ends_no_call(road: Road) -> None:
    report(road, "ana")
    report(road, "bo")
    road.school.rest()
    with closing(sqlite3.connect(road.school.folder / "store.db")) as file, file:
        file.execute("UPDATE record_row SET act = 'go-on' WHERE seq = (SELECT max(seq) FROM record_row)")
    assert [one.id for one in look(road).wrong] == [road.x]


def test_junk_that_somebody_wrote_into_the_file_doesnt_keep_the_icon_from_looking(road: Road) -> None:
    report(road, "ana")
    road.school.rest()
    with closing(sqlite3.connect(road.school.folder / "store.db")) as file, file:
        file.execute("UPDATE record_row SET body = x'00' WHERE act = 'hold'")
    assert look(road).wrong == ()
