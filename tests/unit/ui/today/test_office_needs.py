"""What communications asked for stands first on Today; sites and doubles remind who looks after them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.office_requests import OfficeAnswer, OfficeRequest, Wish
from smadmin.domain.reported import Found, Report, Reported, ReportState, Step
from smadmin.domain.sites import Site, SiteForm, SiteKind
from smadmin.services.district_hand import Unanswered
from smadmin.services.office_requests import OfficeBrief, RequestSheet
from smadmin.services.reported import ReportedSheet
from smadmin.services.sites import SiteSheet
from smadmin.services.stops import Stop
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.office import office_needs, stop_needs, unanswered_needs
from smadmin.ui.today.sites import sites_needs
from tests.unit.domain.test_register import account

AT, DAY = datetime(2026, 11, 16, tzinfo=UTC), date(2026, 11, 16)
ME = PersonId("me")
REQUEST = OfficeRequest(7, AccountId("a1"), Wish.CLOSING, "", "It is silent.", None, AT)


@pytest.mark.demand("BAL-B1f4")
@pytest.mark.demand("YEL-A4")
def test_what_communications_asked_for_stands_first_and_leads_to_it() -> None:
    waits = RequestSheet(REQUEST, account(1), "Cem Aydin", "")
    refused = replace(waits, request=replace(REQUEST, answer=OfficeAnswer(None, AT, False, "No.")))

    first, answered = office_needs(OfficeBrief((waits,), (refused,)))

    assert min(set(Urgency) - {Urgency.ALARM}) is first.urgency
    assert first.step is not None
    assert (first.title.id, first.step.subject) == ("powers.today-closing", "office:a1")
    assert answered.title.id == "powers.today-refused"


@pytest.mark.demand("BAL-A1")
def test_an_account_that_nobody_in_office_answers_for_is_named() -> None:
    left, mine = unanswered_needs(Unanswered((account(1),), (account(2), account(3))))

    assert (left.title.id, left.title.values["n"], mine.title.id) == (
        "powers.today-left",
        2,
        "powers.today-stands-in",
    )
    assert tuple(unanswered_needs(Unanswered())) == ()


@pytest.mark.demand("BLO-IV-C6")
@pytest.mark.demand("SOC-C2")
def test_who_watches_is_reminded_and_who_can_name_another_is_told() -> None:
    form = SiteForm("Chess", "https://chess.example", SiteKind.CLUB, ME)
    mine = SiteSheet(Site("s", form, DAY), "Me", works_here=True)
    orphan = SiteSheet(Site("o", replace(form, watcher=PersonId("gone")), DAY), "Gone", works_here=False)
    report = Report("https://x.com/fake", "", Found.DOUBLE)
    steps = (Step(ReportState.REPORTED, "", ME, DAY),)
    fake = ReportedSheet(Reported("r", report, steps), "Bo", "Me", ("Bo",))

    found = [need.title for need in sites_needs((mine, orphan), (fake,), ME)]

    assert [title.id for title in found] == ["sites.today-reported", "sites.today-due", "sites.today-orphan"]
    assert found[0].values["name"] == "https://x.com/fake"


def test_accounts_that_were_stopped_together_are_one_line_with_who_and_why() -> None:
    whole = Stop(account(1), "Nora Beck", DAY, "A break-in.", district=True, whole=True)
    alone = Stop(account(3), "Ana Brooks", DAY, "", district=False)

    all_of_them, one = stop_needs((whole, replace(whole, account=account(2)), alone), communications=False)

    assert (all_of_them.urgency, all_of_them.state) == (Urgency.OFFICE, State.STOP)
    assert all_of_them.title == say("powers.today-stopped-n", n=2)
    assert all_of_them.note == say(
        "powers.stopped-district", name="Nora Beck", day=DAY, sentence="A break-in."
    )
    assert all_of_them.step is not None
    assert all_of_them.step.subject == account(1).id
    assert one.title == say("powers.today-stopped", account=account(3).label)
    assert one.note == say("powers.stopped-school-unsaid", name="Ana Brooks", day=DAY)
    assert tuple(stop_needs((), communications=True)) == ()


@pytest.mark.demand("BAL-B1f4")
def test_one_account_that_communications_stopped_stands_as_high_as_all_and_the_schools_own_does_not() -> None:
    districts = Stop(account(1), "Nora Beck", DAY, "Wait for us.", district=True)
    schools = Stop(account(3), "Ana Brooks", DAY, "")

    theirs, ours = stop_needs((districts, schools), communications=False)

    assert (theirs.urgency, theirs.state) == (Urgency.OFFICE, State.STOP)
    assert (ours.urgency, ours.state) == (Urgency.ACCOUNTS, State.DOUBT)


def test_communications_are_led_to_where_all_go_on() -> None:
    whole = Stop(account(1), "Nora Beck", DAY, "A break-in.", district=True, whole=True)

    (need,) = stop_needs((whole,), communications=True)

    assert need.step is not None
    assert need.step.subject == f"office:{account(1).id}"


@pytest.mark.parametrize("seen", ["@ana_private", ""])
def test_another_account_that_was_logged_in_stands_first_and_by_itself(seen: str) -> None:
    alone = Stop(account(3), "Ana Brooks", DAY, "")
    wrong = Stop(account(1), "Ana Brooks", DAY, "", wrong=True, seen=seen)

    one, other = sorted(stop_needs((alone, wrong), communications=False), key=lambda need: need.urgency)

    assert (one.urgency, one.state) == (Urgency.ALARM, State.STOP)
    assert one.title == say("powers.today-wrong", account=account(1).label)
    assert one.note is not None
    assert one.note.values.get("seen", "") == seen
    assert one.note.id == ("powers.wrong-seen" if seen else "powers.wrong-unread")
    assert one.step is not None
    assert (one.step.screen, one.step.subject) == ("accounts", account(1).id)
    assert other.title == say("powers.today-stopped", account=account(3).label)


def test_a_handle_somebody_chose_to_turn_the_line_is_shown_straight() -> None:
    wrong = Stop(account(1), "Ana Brooks", DAY, "", wrong=True, seen="@x\u202e\nall is well")
    (need,) = stop_needs((wrong,), communications=False)
    assert need.note is not None
    assert need.note.values["seen"] == "@x all is well"
