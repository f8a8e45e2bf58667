"""Administrators account by account: who is named for which one, and what everybody else's word is worth."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.releases import proven_author
from smadmin.services.vault import Vault
from tests.road import Road, make_road
from tests.school import passphrase

TODAY = date(2026, 11, 16)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    made.school.admit("eli", "Eli Stone", {Role.ADMINISTRATOR}, by="pat")
    return made


def told(refused: pytest.ExceptionInfo[NotAllowed]) -> list[tuple[str, str | None]]:
    return [(one.message.id, one.citation) for one in refused.value.reasons]


def written(road: Road, name: str, *accounts: AccountId) -> PostId:
    """Write a post and hand it in."""
    draft = road.posts.create(road.by(name), accounts, text="The library opens at noon.").value
    road.posts.submit(road.by(name), draft.id)
    return draft.id


def let_in(road: Road, by: str, *accounts: AccountId, role: Role = Role.ADMINISTRATOR) -> None:
    """Let Kim in beside somebody, named for accounts in the same deed."""
    newcomer, lock = road.school.newcomer("Kim Nakamura", {role}, passphrase("kim"))
    granter = road.school.session.sign_in(road.school.people[by], passphrase(by))
    road.school.keys.keep_lock(newcomer.person.id, lock)
    named = replace(newcomer, accounts=accounts)
    road.school.keys.admit(granter.actor, named, school_keys=granter.school_keys)
    road.school.people["kim"] = newcomer.person.id


def name_for(road: Road, account: AccountId, *, starts: date, ends: date | None = None) -> None:
    grant = Grant(
        road.school.desk.ids.new(), road.school.people["eli"], Role.ADMINISTRATOR, starts, account, ends
    )
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, grant.person, {"grant": grant.to_plain()})


@pytest.mark.demand("BAL-A2")
def test_an_administrator_of_the_school_hands_in_for_no_account(road: Road) -> None:
    with pytest.raises(NotAllowed) as refused:
        written(road, "eli", road.x)

    assert told(refused) == [("posts.not-designated", "BAL-A2")]


@pytest.mark.demand("BAL-A2")
def test_who_is_named_for_one_account_hands_in_for_that_one_alone(road: Road) -> None:
    road.school.designate("eli", road.x)

    written(road, "eli", road.x)
    with pytest.raises(NotAllowed) as refused:
        written(road, "eli", road.x, road.facebook)

    assert told(refused) == [("posts.not-designated", "BAL-A2")]


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize(
    ("starts", "ends"), [(TODAY + timedelta(days=1), None), (TODAY - timedelta(days=9), TODAY)]
)
def test_a_designation_counts_on_its_days(road: Road, starts: date, ends: date | None) -> None:
    name_for(road, road.x, starts=starts, ends=ends)
    if ends is not None:
        road.school.clock.forward(days=1)

    with pytest.raises(NotAllowed):
        written(road, "eli", road.x)


@pytest.mark.demand("BAL-A2")
def test_until_anybody_is_named_a_draft_is_written_and_not_handed_in(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        for one in [one for one in deed.trust.grants.values() if one.account == road.x]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, one.person, {"grant": one.id})
    draft = road.posts.create(road.by("eli"), (road.x,), text="Hello").value

    assert [one.message.id for one in road.posts.submit_blockers(road.by("eli"), draft.id)] == [
        "posts.not-designated"
    ]


@pytest.mark.demand("BAL-A2")
def test_what_a_changed_program_handed_in_is_nobodys(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        for name in ("designation_reasons", "drafting_reasons"):
            changed.setattr(f"smadmin.services.posts.{name}", lambda *_args, **_named: ())
        post = written(road, "eli", road.x)

    with road.school.desk.look(road.by("pat")) as unit:
        (revision,) = unit.revisions.find(post_id=post)
        assert proven_author(unit, road.proof.now(unit), revision) is None
    assert "approvals.not-as-handed-in" in [
        one.message.id for one in road.approvals.blockers(road.by("pat"), post)
    ]


@pytest.mark.demand("BAL-A2")
def test_what_was_handed_in_stands_though_its_author_is_named_no_more(road: Road) -> None:
    post, ana = road.submitted(), road.school.people["ana"]
    with road.school.desk.deed(road.by("pat")) as deed:
        for one in [one for one in deed.trust.grants.values() if one.person == ana]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, ana, {"grant": one.id})

    with road.school.desk.look(road.by("pat")) as unit:
        (revision,) = unit.revisions.find(post_id=post)
        assert proven_author(unit, road.proof.now(unit), revision) == ana


@pytest.mark.demand("BAL-A2")
def test_letting_in_names_for_the_accounts_in_the_same_deed(road: Road) -> None:
    with road.school.desk.look() as unit:
        before = len(unit.trust.read().grants)

    let_in(road, "pat", road.x)

    kim = road.school.people["kim"]
    with road.school.desk.look() as unit:
        grants = [one for one in unit.trust.read().grants.values() if one.person == kim]
        assert len(unit.trust.read().grants) == before + 2
    assert {(one.role, one.account, one.starts) for one in grants} == {
        (Role.ADMINISTRATOR, None, TODAY),
        (Role.ADMINISTRATOR, road.x, TODAY),
    }
    written(road, "kim", road.x)
    with pytest.raises(NotAllowed):
        written(road, "kim", road.facebook)


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.COMMUNICATIONS])
def test_nobody_else_than_an_administrator_is_named_on_the_way_in(road: Road, role: Role) -> None:
    with pytest.raises(NotAllowed) as refused:
        let_in(road, "pat", road.x, role=role)

    assert told(refused) == [("people.not-an-administrator", "BAL-A2")]


@pytest.mark.demand("SOC-C4")
def test_communications_let_in_and_name_for_no_account_of_the_school(road: Road) -> None:
    with pytest.raises(NotAllowed) as refused:
        let_in(road, "cem", road.x)
    assert told(refused) == [("accounts.leaders-only", "BAL-A2")]

    let_in(road, "cem")  # as a changed program may, too: an administrator of the school and of no account

    with pytest.raises(NotAllowed):
        written(road, "kim", road.x)


@pytest.mark.demand("BAL-A3")
@pytest.mark.demand("SOC-C4")
def test_communications_hand_in_for_the_district_and_elsewhere_only_when_named(road: Road) -> None:
    with pytest.raises(NotAllowed) as refused:
        written(road, "cem", road.x)
    assert told(refused) == [("posts.not-designated", "BAL-A2")]
    with road.school.store.deed(road.school.id) as unit:
        unit.accounts.change(replace(unit.accounts.get(road.facebook), kind=AccountKind.DISTRICT))

    written(road, "cem", road.facebook)
    with pytest.raises(NotAllowed) as ours:
        written(road, "ana", road.facebook)
    road.school.designate("cem", road.x)
    written(road, "cem", road.x)

    assert told(ours) == [("people.district-staff", "BAL-A3")]


@pytest.mark.demand("BAL-A2")
def test_a_log_in_opens_for_who_is_named_for_its_account(road: Road) -> None:
    vault = Vault(road.school.desk, road.school.secrets)

    refused = [one.message.id for one in vault.open_blockers(road.by("eli"), road.x)]
    road.school.designate("eli", road.x)

    assert "vault.not-yours" in refused
    assert "vault.not-yours" not in [one.message.id for one in vault.open_blockers(road.by("eli"), road.x)]


def test_who_dates_a_row_back_before_their_last_day_is_over_handed_in_nothing(road: Road) -> None:
    name_for(road, road.x, starts=TODAY - timedelta(days=9), ends=TODAY)
    road.school.clock.forward(days=3)
    road.plan.add(road.by("ana"), road.x, TODAY + timedelta(days=8), "Later")  # no row after it is earlier
    road.school.clock.forward(days=-3)
    post = written(road, "eli", road.x)
    road.school.clock.forward(days=3)

    with road.school.desk.look(road.by("pat")) as unit:
        (revision,) = unit.revisions.find(post_id=post)
        assert proven_author(unit, road.proof.now(unit), revision) is None
