"""Two rows of the register that are one page: neither a designation nor a hold is got round by the second."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountForm, AccountStage, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.same_pages import Told
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.entered import entered
from smadmin.services.registered import unproven
from tests.faults.forgeries import sign_row, sql
from tests.road import WEEK, make_road

CLUB = "https://x.com/drama_lincoln"


class Two:
    """X, and a club's account for which alone Eli is named."""

    def __init__(self, folder: Path) -> None:
        self.road = make_road(folder, signed=False)
        hand = DistrictHand(self.road.school.desk, self.road.proof)
        self.accounts = Accounts(self.road.school.desk, held=hand.held_blockers, proof=self.road.proof)
        self.club = self.accounts.adopt(
            self.road.by("pat"), self.form(handle="drama_lincoln", page=CLUB)
        ).value
        self.road.school.admit("eli", "Eli Stone", set(), by="pat")
        self.road.school.designate("eli", self.club)
        self.slot = self.road.plan.add(self.road.by("eli"), self.club, date(2026, 11, 19), "Fair").value
        self.road.plan.sign_week(self.road.by("pat"), WEEK)

    def form(self, **changed: object) -> AccountForm:
        x = Accounts(self.road.school.desk).get(self.road.x)
        same = AccountForm(x.platform, "Lincoln", x.handle, x.page, "club@lincoln.example", x.principal)
        return replace(same, **changed)  # type: ignore[arg-type]  # fields by name

    def become_x(self, by: str = "eli", **changed: object) -> None:
        form = self.form(**changed)
        self.accounts.change(self.road.by(by), self.accounts.get(self.club), form)

    def doubts(self, account: AccountId) -> list[str]:
        with self.road.school.desk.look(self.road.by("ana")) as unit:
            proven, found = self.road.proof.now(unit), unit.accounts.get(account)
            return [one.message.id for one in unproven(proven, found, self.road.reader, unit)]


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a changed program that asks nobody about other accounts."""
    monkeypatch.setattr("smadmin.services.account_checks.twin_of", lambda *_a, **_n: None)


@pytest.mark.demand("BAL-A2")
@pytest.mark.demand("BAL-B1f4")
@pytest.mark.parametrize("other", ["handle", "page"])
def test_nobody_makes_their_own_account_the_page_of_another(two: Two, other: str) -> None:
    kept = {"handle": {"page": CLUB}, "page": {"handle": "drama_lincoln"}}[other]

    with pytest.raises(NotAllowed, match=r"accounts\.twin"):
        two.become_x(**kept)
    with pytest.raises(NotAllowed, match=r"accounts\.twin"):
        two.accounts.adopt(two.road.by("ana"), two.form(**kept))


def test_what_another_thread_forgets_meanwhile_stops_nobody(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Forgetful(dict[str, Told]):
        def __setitem__(self, key: str, value: Told) -> None:
            super().__setitem__(key, value)
            self.clear()

    monkeypatch.setattr("smadmin.services.twins._READ", Forgetful())

    assert two.doubts(two.club) == two.doubts(two.road.x) == []


@pytest.mark.demand("BAL-A2")
@pytest.mark.demand("BAL-B1f4")
def test_a_second_row_of_a_held_page_goes_out_nowhere(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    road, eli = two.road, two.road.by("eli")
    two.accounts.hold(road.by("cem"), road.x, why="stop")
    with monkeypatch.context() as changed:
        unasked(changed)
        two.become_x()
    with pytest.raises(NotAllowed, match=r"accounts\.twin"):
        two.accounts.go_live(eli, two.club, handle_seen="lincoln_es")
    with monkeypatch.context() as changed:
        unasked(changed)
        two.accounts.go_live(eli, two.club, handle_seen="lincoln_es")

    draft = road.posts.create(eli, (two.club,), slot=two.slot.id, text="The book fair opens at 8.").value
    road.posts.submit(eli, draft.id)

    reasons = [one.message.id for one in road.approvals.blockers(road.by("bo"), draft.id)]
    assert "approvals.account-twin" in reasons
    assert two.doubts(two.club) == ["approvals.account-twin"]


def test_who_was_first_keeps_the_page_and_one_on_hold_is_what_it_was_stopped_as(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    unasked(monkeypatch)
    two.become_x()
    assert (two.doubts(two.road.x), two.doubts(two.club)) == ([], ["approvals.account-twin"])

    two.accounts.hold(two.road.by("cem"), two.road.x, why="stop")
    form = two.form(handle="elsewhere", page="https://x.com/elsewhere")
    two.accounts.change(two.road.by("ana"), two.accounts.get(two.road.x), form)

    assert two.doubts(two.club) == ["approvals.account-twin"]


def test_a_later_row_on_hold_stops_the_older_one(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    unasked(monkeypatch)
    two.become_x()
    two.accounts.go_live(two.road.by("eli"), two.club, handle_seen="lincoln_es")

    two.accounts.hold(two.road.by("cem"), two.club, why="stop")

    assert two.doubts(two.road.x) == ["approvals.account-twin"]


def test_a_closed_account_is_taken_up_anew(two: Two) -> None:
    two.accounts.close(two.road.by("cem"), two.road.x, why="lost")

    again = two.accounts.adopt(two.road.by("ana"), two.form()).value

    assert two.doubts(again) == []


@pytest.mark.demand("BAL-A2")
def test_the_district_takes_up_what_was_the_schools_once_its_own_office_closed_it(two: Two) -> None:
    cem, district = two.road.by("cem"), two.form(kind=AccountKind.DISTRICT)
    facebook = replace(
        district, platform=Platform.FACEBOOK, handle="lincolnes", page="https://www.facebook.com/lincolnes"
    )
    two.accounts.close(cem, two.road.x, why="ours now")
    two.accounts.close(two.road.by("pat"), two.road.facebook, why="the district's")

    with pytest.raises(NotAllowed, match=r"accounts\.twin-closed"):
        two.accounts.adopt(cem, district)
    taken = two.accounts.adopt(cem, facebook).value

    assert two.accounts.get(taken).stage is AccountStage.SET_UP


@pytest.mark.demand("BAL-A2")
def test_closed_is_closed_whatever_who_was_named_signs_later(two: Two) -> None:
    road, x = two.road, two.road.x
    two.accounts.close(road.by("pat"), x, why="over")
    for act in (Act.GO_LIVE, Act.HOLD, Act.GO_LIVE):
        sign_row(road, road.by("ana"), act, Noun.ACCOUNTS, x)
    sign_row(road, road.by("pat"), Act.GO_ON, Noun.ACCOUNTS, x)
    swapped = """replace(body, '"stage":"closed"', '"stage":"live"')"""
    sql(road, f"UPDATE account SET body = CAST({swapped} AS BLOB) WHERE id = '{x}'")

    assert two.accounts.get(x).stage is AccountStage.LIVE
    assert two.doubts(x) == ["approvals.account-stage"]
    again = two.accounts.adopt(road.by("pat"), two.form()).value
    assert two.doubts(again) == []


@pytest.mark.demand("BAL-B1f4")
def test_what_was_on_hold_when_it_was_closed_is_free_but_for_who_still_stops_it(two: Two) -> None:
    pat, cem, x = two.road.by("pat"), two.road.by("cem"), two.road.x
    two.accounts.hold(pat, two.road.facebook, why="hacked")
    two.accounts.close(pat, two.road.facebook, why="over")
    with two.road.school.desk.look(pat) as unit:
        told = entered(two.road.proof.now(unit), two.road.facebook)
    assert told.stage is AccountStage.CLOSED

    two.accounts.hold(cem, x, why="stop")
    two.accounts.close(pat, x, why="over")
    with pytest.raises(NotAllowed, match=r"accounts\.twin-stopped"):
        two.accounts.adopt(pat, two.form())
    again = two.accounts.adopt(cem, two.form()).value
    assert two.doubts(again) == []
    two.road.school.designate("ana", again)
    two.accounts.go_live(two.road.by("ana"), again, handle_seen="lincoln_es")
    assert two.doubts(again) == []


@pytest.mark.demand("BAL-B1f4")
def test_who_adds_what_communications_stopped_past_the_program_uses_it_nowhere(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.accounts.hold(two.road.by("cem"), two.road.x, why="stop")
    two.accounts.close(two.road.by("pat"), two.road.x, why="over")
    unasked(monkeypatch)

    again = two.accounts.adopt(two.road.by("pat"), two.form()).value

    assert two.doubts(again) == ["approvals.account-twin"]


def ghost(two: Two, *acts: Act) -> None:
    """Sign as an administrator who is named for nothing, of what lies in no register."""
    if "quin" not in two.road.school.people:
        two.road.school.admit("quin", "Quin Hale", {Role.ADMINISTRATOR}, by="pat")
    told = two.form(handle="").to_plain()
    for act in acts:
        parts = {"account": told} if act is Act.ADOPT else {}
        sign_row(two.road, two.road.by("quin"), act, Noun.ACCOUNTS, "ghost", **parts)


def gone(two: Two) -> None:
    sql(two.road, f"DELETE FROM account WHERE id = '{two.club}'")


def test_what_lies_in_no_register_and_nobody_was_named_for_stops_nobody(two: Two) -> None:
    ghost(two, Act.ADOPT, Act.GO_LIVE, Act.HOLD)
    assert two.doubts(two.road.x) == []

    two.accounts.close(two.road.by("pat"), two.road.x, why="over")
    assert two.doubts(two.accounts.adopt(two.road.by("ana"), two.form()).value) == []


@pytest.mark.demand("BAL-A2")
def test_a_page_whose_row_somebody_took_out_is_added_again_by_the_office_alone(two: Two) -> None:
    form = two.form(handle="drama_lincoln", page=CLUB)
    gone(two)

    with pytest.raises(NotAllowed, match=r"accounts\.twin"):
        two.accounts.adopt(two.road.by("ana"), form)
    again = two.accounts.adopt(two.road.by("pat"), form).value

    assert two.doubts(again) == []


@pytest.mark.demand("BAL-B1f4")
def test_taking_out_the_row_of_what_communications_stopped_frees_its_page_for_nobody_else(two: Two) -> None:
    two.accounts.go_live(two.road.by("eli"), two.club, handle_seen="drama_lincoln")
    two.accounts.hold(two.road.by("cem"), two.club, why="stop")
    gone(two)

    with pytest.raises(NotAllowed, match=r"accounts\.twin"):
        two.accounts.adopt(two.road.by("pat"), two.form(handle="drama_lincoln", page=CLUB))
